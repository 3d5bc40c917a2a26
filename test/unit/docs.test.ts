import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { type PartRecord, partNames, readRecords } from "../../bench/record";
import { emulatorCommand } from "../../cli/emulator/command";
import { createAdmin } from "../../emulator/http/admin";
import { messages } from "../../emulator/index";
import { operationNames } from "../../emulator/operations/table";
import { joined } from "../../provider/errors/diagnosis";
import { argsAsTypeScript } from "../../tools/docs/args";
import { benchmarksAsMarkdown } from "../../tools/docs/benchmarks";
import { sections } from "../../tools/docs/diagnostics";
import { enginePlot } from "../../tools/docs/engine-plot";
import { fleetOnPaper } from "../../tools/docs/fleet-on-paper";
import { inputsAsMarkdown } from "../../tools/docs/property-table";
import { reportSchemaAsJson } from "../../tools/docs/report-schema";
import { withSection } from "../../tools/docs/section";
import { troubleshootingAsMarkdown } from "../../tools/docs/troubleshooting";
import { examples } from "../support/examples";
import { codeFor, firstColumn, inlineText, linksOf, page, quotesOf, tokensOf } from "../support/markdown";

const root = path.join(__dirname, "../..");

/** Messages whose wording is the emulator's own, and two that only a fault says. */
const notOfTheService = new Set([
  "rateExceeded",
  "cnameTaken",
  "badToken",
  "routingNeedsCustomDomain",
  "domainIsBusy",
  "limitExceeded",
  "notInReplica",
  "noReplicaInRegion",
  "unknownManagedLoginVersion",
]);

for (const file of [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "bench/README.md",
  "docs/benchmarks.md",
  "docs/emulator.md",
  "docs/existing-domains.md",
  "docs/fleet.md",
  "docs/pull-requests.md",
  "docs/threat-model.md",
  "docs/troubleshooting.md",
  "docs/login-domain.md",
  "docs/user-pool-domain.md",
  ...examples.map(({ name }) => `examples/${name}/README.md`),
]) {
  describe(`The page ${file}`, () => {
    const links = linksOf(page(file)).filter((link) => !/^https?:/.test(link));

    it("links only to files and sections that are there", () => {
      for (const link of links) {
        const [target = "", section] = link.split("#");
        const linked = target === "" ? file : path.join(path.dirname(file), target);
        assert.ok(existsSync(path.join(root, linked)), link);
        if (section) assert.ok(sectionsOf(page(linked)).includes(section), link);
      }
    });
  });
}

describe("The threat model", () => {
  it("is one page", () => {
    // So many words fitted on A4 in 10.5 points, printed by Chromium.
    assert.ok(page("docs/threat-model.md").split(/\s+/).length <= 550);
  });
});

describe("The arguments of a UserPoolDomain", () => {
  it("are the inputs, with the same documentation (npm run docs writes them)", () => {
    assert.equal(page("provider/args.ts"), argsAsTypeScript(page("provider/inputs.ts")));
  });
});

describe("The reference", () => {
  it("is of every module that users import", () => {
    const { exports } = JSON.parse(page("package.json")) as { exports: Record<string, { types: string }> };
    // These are for Pulumi's plugin and for tools.
    const { "./provider": _plugin, "./package.json": _manifest, ...modules } = exports;
    const sources = Object.values(modules).map(({ types }) =>
      types.replace(/^\.\/dist\/(.*)\.d\.ts$/, "$1.ts"),
    );
    const { entryPoints } = JSON.parse(page("typedoc.json")) as { entryPoints: string[] };
    assert.deepEqual(entryPoints, sources);
  });
});

describe("The schema of a report", () => {
  it("is the one that the code has (npm run docs writes it)", () => {
    assert.equal(page("docs/report.schema.json"), reportSchemaAsJson());
  });
});

describe("The page on the resource", () => {
  it("lists the inputs as the code has them (npm run docs writes them)", () => {
    const text = page("docs/user-pool-domain.md");
    assert.equal(text, withSection(text, "inputs", inputsAsMarkdown()));
  });
});

describe("The page on troubleshooting", () => {
  const text = page("docs/troubleshooting.md");

  it("is what the tables of diagnostics give (npm run docs writes it)", () => {
    assert.equal(text, withSection(text, "diagnostics", troubleshootingAsMarkdown()));
  });

  it("shows every message as it is met", () => {
    const tokens = tokensOf(text);
    const shown = tokens.flatMap(({ type, content }, index) => {
      if (type === "fence") return content.trimEnd();
      return tokens[index - 2]?.type === "blockquote_open" ? inlineText(tokens[index]) : [];
    });
    const messages = sections
      .flatMap(({ groups }) => groups.flatMap(({ table }) => Object.values(table)))
      .map(({ onPage }) => onPage())
      .map(({ after, says, wayOut, reference }) => joined([after, says, wayOut, reference]));
    assert.deepEqual(shown, messages);
  });

  it("has an address of its own for every diagnostic", () => {
    const addresses = [...text.matchAll(/<a id="([^"]*)">/g)].map(([, id]) => id);
    assert.ok(addresses.length > 100);
    assert.equal(new Set(addresses).size, addresses.length);
  });
});

describe("The page of benchmarks", () => {
  const records = readRecords();

  it("has every part that the bench has", () => {
    assert.deepEqual(
      records.map(({ part }) => part),
      partNames,
    );
  });

  it("tells what was measured last (npm run docs writes it)", async () => {
    const text = page("docs/benchmarks.md");
    assert.equal(text, withSection(text, "benchmarks", await benchmarksAsMarkdown(records)));
  });

  it("says of which commit each part is", async () => {
    const [record] = records as [PartRecord];
    const { commit: _commit, ...unknown } = record;
    const id = "0123456789abcdef0123456789abcdef01234567";
    const pageOf = (one: PartRecord): Promise<string> => benchmarksAsMarkdown([one]);
    assert.match(await pageOf({ ...record, commit: { id, isDirty: false } }), /, commit 0123456789ab: /);
    assert.match(
      await pageOf({ ...record, commit: { id, isDirty: true } }),
      /, commit 0123456789ab with changes that weren't committed: /,
    );
    assert.match(await pageOf(unknown), /, commit not recorded: /);
  });

  it("shows it in a plot", async () => {
    // Where things are drawn depends on the screen of the machine, half a pixel off.
    const labels = (svg: string) => svg.match(/(?<=>)[^<>]+(?=<\/text>)/g);
    assert.deepEqual(labels(page("docs/benchmarks.svg")), labels(await enginePlot(records)));
  });
});

describe("The page on many tenants", () => {
  it("goes by what was measured last (npm run docs writes it)", async () => {
    const text = page("docs/fleet.md");
    assert.equal(text, withSection(text, "fleet-on-paper", await fleetOnPaper(readRecords())));
  });
});

describe("The page on the embedded Cognito", () => {
  const emulator = page("docs/emulator.md");

  it("has a recipe of at most 20 lines", () => {
    assert.ok(codeFor("login.test.ts", emulator).trimEnd().split("\n").length <= 20);
  });

  it("names every operation", () => {
    for (const operation of operationNames) assert.ok(emulator.includes(`\`${operation}\``), operation);
  });

  it("has a row for every option of the command, and for no other", () => {
    const documented = firstColumn(emulator).filter((cell) => cell.startsWith("--"));
    const { options } = emulatorCommand();
    assert.deepEqual(
      documented,
      options.map(({ flags }) => flags),
    );
  });

  it("has a row for every path of the emulator's own, and for no other", async () => {
    const nowhere = { method: "GET", url: "/nowhere", headers: { host: "localhost" }, body: "" };
    const { body } = await createAdmin({} as Parameters<typeof createAdmin>[0])(nowhere);
    const paths = body.match(/(GET|PUT|POST|DELETE) \/_emulator[\w/]*(?=[,.][ "])/g) ?? [];
    const documented = firstColumn(emulator)
      .map((cell) => cell.split("?")[0])
      .filter((cell) => cell?.includes("/_emulator"));
    assert.deepEqual(documented, paths);
  });

  for (const [name, message] of Object.entries(messages)) {
    if (notOfTheService.has(name)) continue;
    const said = typeof message === "string" ? message : sampleOf(name);
    it(`quotes what the service says: ${said}`, () => {
      const quotes = quotesOf(emulator).map((quote) => quote.replace(/ ?…$/, ""));
      assert.ok(quotes.some((quote) => quote.length > 20 && said.startsWith(quote)));
    });
  }
});

/** A message about something, as the page has it. */
function sampleOf(name: string): string {
  switch (name) {
    case "reservedWord":
      return messages.reservedWord("cognito");
    case "userPoolNotFound":
      return messages.userPoolNotFound("us-east-1_AbCdEf123");
    default:
      return assert.fail(`The message ${name} needs a sample here, and a row on the page.`);
  }
}

/** The names by which links reach a place of a page: those of its headings, and those that it gives itself. */
function sectionsOf(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading ?? "");
  const given = [...markdown.matchAll(/<a id="([^"]*)">/g)].map(([, id]) => id ?? "");
  return [
    ...given,
    ...headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    ),
  ];
}
