import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type DiagnosisTable, diagnosis, framed, joined, together } from "../../../provider/errors/diagnosis";
import { Diagnostic } from "../../../provider/errors/diagnostic";
import { explain, explanations } from "../../../provider/errors/explanations";
import { ServiceError } from "../../../provider/errors/service-error";
import { sections } from "../../../tools/docs/diagnostics";
import { byInput, byKey } from "../provider/bad-input/rows";
import { bypassesIn } from "./bypasses";

const root = path.join(__dirname, "../../..");
const sources = ["provider", "login-domain", "report", "cli", "emulator"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join(folder, file)),
);
const groups = sections.flatMap((section) => section.groups);

describe("A diagnosis", () => {
  const gone = diagnosis({
    after: "error:",
    says: ({ domain }: { domain: string }) => `${domain} is gone.`,
    wayOut: ({ domain }) => `Create ${domain}.`,
    reference: () => "(DescribeUserPoolDomain)",
    cause: "It was deleted.",
    example: { domain: "my-app" },
  });
  const tooLong = diagnosis({
    says: () => "It is too long.",
    cause: "It has too many characters.",
    unsaid: "Make it shorter.",
    example: undefined,
  });

  it("words what is wrong, the way out, and what support asks for", () => {
    assert.equal(gone({ domain: "shop" }), "shop is gone. Create shop. (DescribeUserPoolDomain)");
  });

  it("says nothing of the cause, nor of a way out that is for the page", () => {
    assert.equal(tooLong(), "It is too long.");
  });

  it("shows the page the same parts, with the values of its example", () => {
    const { after, says, wayOut, reference } = gone.onPage();
    assert.equal(joined([says, wayOut, reference]), gone({ domain: "my-app" }));
    assert.equal(after, "error:");
  });

  it("has a way out begin a line of its own where that begins so", () => {
    const lines = diagnosis({
      says: () => "The state is lost.",
      wayOut: () => "\nRun this:",
      cause: "",
      example: undefined,
    });
    assert.equal(lines(), "The state is lost.\nRun this:");
  });

  it("can be put among other words, and beside others", () => {
    const shown = framed(tooLong(), (text) => `domain "a": ${text}`);
    assert.equal(together([shown, tooLong()]), 'domain "a": It is too long.\nIt is too long.');
  });
});

describe("The tables of diagnostics", () => {
  const files = sources.filter((file) => path.basename(file) === "diagnostics.ts");

  for (const file of files) {
    it(`are all on the page: ${file}`, () => {
      const exported = Object.entries(require(path.join(root, file)) as Record<string, DiagnosisTable>);
      assert.ok(exported.length > 0);
      const onPage = new Set(groups.map(({ table }) => table));
      const missing = exported.filter(([, table]) => !onPage.has(table)).map(([name]) => name);
      assert.deepEqual(missing, []);
    });
  }

  it("give each diagnostic a message, a cause and a way out", () => {
    const entries = groups.flatMap(({ slug, table }) =>
      Object.entries(table).map(([key, { onPage }]) => ({ name: `${slug} ${key}`, ...onPage() })),
    );
    const lacking = entries.filter(
      ({ says, cause, wayOut, unsaid }) => says === "" || cause === "" || wayOut + unsaid === "",
    );
    assert.deepEqual(
      lacking.map(({ name }) => name),
      [],
    );
  });
});

describe("The examples of diagnostics", () => {
  const rows = [...Object.values(byInput), ...Object.values(byKey)].flat();
  const said: string[] = rows.flatMap(([, , refused, ...warned]) => [
    ...Object.values(refused),
    ...warned.flatMap((texts) => texts ?? []),
  ]);
  const checked = [
    "configuration",
    "input",
    "domain",
    "user-pool-id",
    "certificate",
    "region",
    "failover",
    "timeouts",
  ];

  for (const { slug, table } of groups.filter((group) => [...checked, "warning"].includes(group.slug))) {
    for (const [key, { onPage }] of Object.entries(table)) {
      it(`are what a preview says of a bad input: ${slug} ${key}`, () => {
        const { after, says, wayOut } = onPage();
        const message = joined([after, says, wayOut]);
        assert.ok(
          // A warning begins with the domain, and a message may end with a character that looks like another.
          said.some((text) => text.includes(message)),
          message,
        );
      });
    }
  }

  for (const [key, { example, tells }] of Object.entries(explanations)) {
    it(`are what is told of a failed call: ${key}`, () => {
      const place = { domain: "auth.example.com", userPoolId: "us-east-1_AbCdEf123", region: "us-east-1" };
      const { says, wayOut, reference } = tells.onPage();
      assert.equal(explain(new ServiceError(example), place), joined([says, wayOut, reference]));
    });
  }
});

// @ts-expect-error any text but a table's: npm run typecheck fails when the compiler takes it
new Diagnostic("It is gone.");

describe("A text for a person", () => {
  /** What is right beside the tables, and why. */
  const allowed: Readonly<Record<string, string>> = {
    "cli/migrate/migrated-state.ts: new Error":
      "it can't be met: whoever migrates a state looks at all of it",
    "cli/not-understood.ts: new InvalidArgumentError": "the compiler lets nothing but a wording come here",
    "cli/not-understood.ts: command.error": "the same",
    "emulator/errors.ts: ServiceError extends Error": "what the emulator says as the service would",
    "emulator/seed.ts: new Error": "it can't be met: the domain was made a line before",
    "emulator/unfit-value.ts: UnfitValue extends TypeError": "it takes a wording",
    "login-domain/refuse.ts: new pulumi.RunError": "it takes a wording",
    "provider/aws/send.ts: new Error":
      "one function tells another by it that the time is up; nobody reads it",
    "provider/aws/send.ts: new ServiceError": "what the service or the network said; explain() words it",
    "provider/engine/failures.ts: ShownByEngine extends Error":
      "it carries a diagnostic's message to the engine",
    "provider/errors/diagnosis.ts: as Wording": "here wordings are made",
    "provider/errors/diagnostic.ts: Diagnostic extends Error": "it takes a wording",
    "provider/errors/service-error.ts: ServiceError extends Error": "see provider/aws/send.ts",
  };

  it("comes out of a table of diagnostics, wherever it is told", () => {
    const found = sources.flatMap((file) => bypassesIn(file, readFileSync(path.join(root, file), "utf8")));
    const own = found.filter((bypass) => !/^emulator\/.*: new ServiceError$/.test(bypass));
    assert.deepEqual(own.toSorted(), Object.keys(allowed).toSorted());
  });

  /** A name within a template, as it stands in a source. */
  const hole = ["$", "{domain}"].join("");
  const bypasses: [string, string, string | undefined][] = [
    ["an error of a text", 'throw new Error("It is gone.");', "new Error"],
    ["an error of a variable", "throw new TypeError(text);", "new TypeError"],
    ["an error without new", "throw RangeError(text);", "new RangeError"],
    ["a refused value", 'throw new InvalidArgumentError("It is none.");', "new InvalidArgumentError"],
    ["an error of Pulumi's", 'throw new pulumi.RunError("It is gone.");', "new pulumi.RunError"],
    ["an error of a new kind", "class Gone extends Error {}", "Gone extends Error"],
    ["an error of a new kind of another", "class Gone extends RangeError {}", "Gone extends RangeError"],
    ["a text that is called a wording", "fail(text as Wording);", "as Wording"],
    ["a thrown text", "throw isGone ? 'It is gone.' : error;", "throws a text"],
    ["refused options", 'command.error("error: give a domain");', "command.error"],
    ["a warning in the engine's log", `await log.warn(\`${hole} is gone.\`);`, "log.warn"],
    ["what a schema is not kept to with", 'explained(state, value, "This is no state");', "explained"],
    ["a warning of a command", 'console.error("warning: It is gone.");', "console.error"],
    ["a diagnostic", "throw new Diagnostic(missing.gone(place));", undefined],
    ["an error of the configuration", "throw new ConfigurationError(key, wording);", undefined],
    ["a warning out of a table", `await log.warn(\`${hole}: ${hole}\`);`, undefined],
    ["an error out of a table", `console.error(\`error: ${hole}\`);`, undefined],
    ["how far a command is", 'console.error("Done.");', undefined],
  ];
  for (const [what, code, bypass] of bypasses) {
    const verdict = bypass === undefined ? "is no bypass" : "is found";
    it(`that is ${what} ${verdict}`, () => {
      assert.deepEqual(bypassesIn("a.ts", code), bypass === undefined ? [] : [`a.ts: ${bypass}`]);
    });
  }
});
