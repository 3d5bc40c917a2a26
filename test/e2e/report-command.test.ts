import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { resourceType } from "../../provider/resource-type";
import { type Report, readPreview, renderReport, reportOn } from "../../report/index";
import { reportObject } from "../../report/report";
import { withSection } from "../../tools/docs/section";
import { rowsOf } from "../support/markdown";
import { useCloud } from "./support/cloud";
import { installedCommand } from "./support/command";
import { certificate as certificateArn, importEntry, prefixDomain } from "./support/domains";
import { hermeticEnvironment } from "./support/environment";
import { changeOutside, createPools, everyChange, refusedChange, sampleChange } from "./support/every-change";
import { assertSucceeded } from "./support/outcome";
import { javascript } from "./support/programs";
import { type Run, run } from "./support/run";
import type { Outcome, Stack } from "./support/stack";
import { outcomeOf, useStack } from "./support/story";

/** So that the report has what stays, and what an earlier run has left. */
const everyStep = ["--show-sames", "--show-replacement-steps"];

const golden = path.join(__dirname, "../golden");

describe("the report on a preview of every kind of change", function () {
  this.timeout("2m");

  const cloud = useCloud();
  const stack = useStack(cloud, () => {
    createPools(cloud);
    return everyChange.before;
  });
  const up = outcomeOf(() => stack.up());
  const preview = {} as Run;
  before(async () => {
    assertSucceeded(up);
    await stack.write(everyChange.after);
    changeOutside(cloud);
    Object.assign(preview, await stack.previewAsJson("--refresh", ...everyStep));
    await writeFile(path.join(stack.folder, "preview.json"), preview.stdout);
  });

  function report(...options: string[]): Promise<Run> {
    const environment = {
      ...hermeticEnvironment(),
      GITHUB_STEP_SUMMARY: path.join(stack.folder, "summary.md"),
    };
    return run(installedCommand(), ["report", "--file", "preview.json", ...options], {
      directory: stack.folder,
      environment,
    });
  }

  for (const [format, file] of [
    ["markdown", "report.md"],
    ["json", "report.json"],
    ["text", "report.txt"],
  ] as const) {
    it(`is, as ${format}, the one in test/golden/${file}`, async () => {
      const shown = await report("--format", format);
      assertSucceeded(shown);
      assert.equal(shown.stderr, "");
      await assertGolden(file, shown.stdout);
    });
  }

  it("marks the lines of the program on GitHub, and writes the job's summary", async () => {
    const shown = await report("--format", "github");
    assertSucceeded(shown);
    await assertGolden("report.annotations.txt", shown.stdout);
    const { stdout: markdown } = await report();
    assert.equal(await readFile(path.join(stack.folder, "summary.md"), "utf8"), markdown);
  });

  it("is as its schema says", async () => {
    const { stdout } = await report("--format", "json");
    reportObject.strict().parse(JSON.parse(stdout));
  });

  it("says how each domain is changed, the gravest first", async () => {
    const rows = rowsOf((await report()).stdout).filter(([, domain]) => domain !== "Domain");
    assert.deepEqual(
      rows.map(([mark, domain, , how]) => [mark, domain, how]),
      [
        ["🔴", "old.example.com (resource deleted)", "Deleted"],
        ["🔴", "fax (resource dropped)", "Deleted"],
        ["🔴", "telex (resource swapped)", "Deleted"],
        ["🔴", "cafe (resource hasty)", "Deleted, then created, because of domain, userPoolId"],
        ["🔴", "club (resource rehomed)", "Deleted, then created, because of userPoolId"],
        ["🔴", "auth.example.com (resource renamed)", "Deleted, then created, because of domain"],
        ["🔴", "stuck (resource failed)", "Deleted, then created, because of status"],
        [
          "🟠",
          "jobs.example.com (resource demoted)",
          "Created, then deleted, because of customDomainConfig, domain",
        ],
        [
          "🟠",
          "news (resource left)",
          "Created, and the old one kept, because of customDomainConfig, domain",
        ],
        ["🟠", "shop (resource moved)", "Created, then deleted, because of domain, userPoolId"],
        ["🟠", "blog (resource promoted)", "Created, then deleted, because of customDomainConfig, domain"],
        ["🟡", "chat (resource awaited)", "Updated in place"],
        ["🟡", "bank.example.com (resource tightened)", "Updated in place"],
        ["🟡", "care.example.com (resource covered)", "Updated in place"],
        ["🟡", "vault.example.com (resource hidden)", "Updated in place"],
        ["🟡", "forum (resource rebranded)", "Updated in place"],
        ["🟡", "sso.example.com (resource recertified)", "Updated in place"],
        ["🟡", "risk.example.com (resource uncovered)", "Updated in place"],
        ["🟡", "soon.example.com (resource certified)", "Created"],
        ["🟡", "team.example.com (resource created)", "Created"],
        ["🟡", "radio (resource drifted)", "Nothing: it stays as it was changed outside of Pulumi"],
        ["🟡", "dark.example.com (resource veiled)", "Created"],
        ["🟢", "press (resource forgotten)", "Dropped from Pulumi's state alone"],
        ["🟢", "the domain of resource named", "Created"],
        ["🟢", "wiki (resource recorded)", "Only recorded in Pulumi's state"],
        ["🟢", "pager (resource released)", "Dropped from Pulumi's state alone"],
        ["🟢", "docs (resource vanished)", "Created anew: it was deleted outside of Pulumi"],
      ],
    );
  });

  it("shows no secret", async () => {
    for (const format of ["markdown", "json", "text"]) {
      const { stdout } = await report("--format", format);
      assert.match(stdout, /secret/);
      assert.doesNotMatch(stdout, /hidden-/);
    }
  });

  it("takes the preview from a pipe as well", async () => {
    const piped = await run("sh", ["-c", "cognito-domain report < preview.json"], {
      directory: stack.folder,
      environment: {
        ...hermeticEnvironment(),
        PATH: `${path.dirname(installedCommand())}${path.delimiter}${hermeticEnvironment()["PATH"]}`,
      },
    });
    assert.equal(piped.stdout, (await report()).stdout);
  });

  it("fails a check that allows no outage, and names what to allow", async () => {
    const failed = await report("--fail-on", "outage");
    assert.equal(failed.exitCode, 3);
    const urns = [...failed.stderr.matchAll(/--allow '?([^'\n]+)'?/g)].map(([, urn]) => urn ?? "");
    assert.equal(urns.length, 7, failed.stderr);
    const allowed = await report("--fail-on", "outage", ...urns.flatMap((urn) => ["--allow", urn]));
    assertSucceeded(allowed);
  });

  async function assertGolden(name: string, text: string): Promise<void> {
    await assertAsWritten(path.join(golden, name), lasting(text, stack));
  }
});

describe("the report on a preview of what pulumi up will fail at", function () {
  this.timeout("2m");

  const cloud = useCloud();
  const stack = useStack(cloud, () => {
    createPools(cloud);
    return refusedChange.before;
  });
  const up = outcomeOf(() => stack.up());
  let told: Report;
  let failed: Outcome;
  before(async () => {
    assertSucceeded(up);
    await stack.write(refusedChange.after);
    const forced = `urn:pulumi:dev::${path.basename(stack.folder).toLowerCase()}::${resourceType}::forced`;
    const preview = await stack.previewAsJson("--replace", forced);
    told = reportOn(readPreview(preview.stdout));
    failed = await stack.up("--replace", forced, "--continue-on-error");
  });

  it("says of each create that it will be refused", () => {
    const refused = told.domains.filter(({ impact }) => impact === "refused").map(({ name }) => name);
    assert.deepEqual(refused, ["clung", "forced", "new", "stubborn"]);
  });

  it("is right: the service refuses them", () => {
    const errors = failed.diagnostics.filter(({ severity }) => severity === "error");
    const failing = errors.flatMap(({ about }) => about ?? []);
    for (const name of ["clung", "forced", "new", "stubborn"]) {
      assert.ok(failing.includes(name), failed.stdout);
    }
  });
});

describe("the report on an import", function () {
  this.timeout("2m");

  const cloud = useCloud();
  const stack = useStack(cloud, () => javascript());

  it("says that nothing is called", async () => {
    const wanted = prefixDomain(cloud);
    cloud.emulator.createDomain(wanted);
    const preview = await stack.previewImportAsJson([importEntry("shop", wanted)]);
    const { domains, verdict } = reportOn(readPreview(preview.stdout));
    assert.deepEqual(
      domains.map(({ domain, action }) => [domain, action]),
      [["shop", "import"]],
    );
    assert.equal(verdict, "none");
  });
});

describe("the report on deletes that come with replacements", function () {
  this.timeout("2m");

  const cloud = useCloud();
  const stack = useStack(cloud, () => javascript());
  const reasonOf = async (name: string) => {
    const preview = await stack.previewAsJson(...everyStep);
    const change = reportOn(readPreview(preview.stdout)).domains.find((each) => each.name === name);
    assert.equal(change?.impact, "sign-in ends", preview.stdout);
    return change.consequences.at(-1)?.text;
  };

  it("says of what an earlier run has left that it was replaced then", async () => {
    const { userPoolId } = prefixDomain(cloud);
    const declared = (inputs: object) =>
      javascript(`new UserPoolDomain("login", ${JSON.stringify({ ...inputs, userPoolId })});`);
    await stack.write(declared({ domain: "shop" }));
    assertSucceeded(await stack.up());
    cloud.emulator.inject({
      operation: "DeleteUserPoolDomain",
      error: { name: "NotAuthorizedException", status: 400 },
    });
    await stack.write(declared({ domain: "auth.example.com", customDomainConfig: { certificateArn } }));
    assert.notEqual((await stack.up()).exitCode, 0);
    assert.match((await reasonOf("login")) ?? "", /replaced in an earlier run/);
    assertSucceeded(await stack.up());
  });

  it("says of what is out of the program that it goes before its pool is replaced", async () => {
    const { userPoolId } = prefixDomain(cloud);
    // A pool that is deleted before another takes its place, and with it all that depends on it.
    const pool = (version: number) => `
      const diff = async (id, olds, news) => ({
        changes: olds.version !== news.version,
        replaces: olds.version === news.version ? [] : ["version"],
        deleteBeforeReplace: true,
      });
      const create = async (inputs) => ({ id: inputs.userPoolId, outs: inputs });
      class Pool extends pulumi.dynamic.Resource {}
      const pool = new Pool({ create, diff }, "pool", { version: ${version}, userPoolId: "${userPoolId}" });
    `;
    const domain = `new UserPoolDomain("second", { domain: "shop-2", userPoolId: pool.id });`;
    await stack.write(javascript(pool(1), domain));
    assertSucceeded(await stack.up());
    await stack.write(javascript(pool(2)));
    assert.match((await reasonOf("second")) ?? "", /goes before what it depends on, which is replaced/);
  });
});

describe("the report on a preview that fails for a secret", function () {
  this.timeout("2m");

  const cloud = useCloud();
  const stack = useStack(cloud, () =>
    javascript(
      `new UserPoolDomain("login", {
         domain: "auth.example.com",
         userPoolId: "us-east-1_AbCdEf123",
         customDomainConfig: { certificateArn: pulumi.secret("hidden-and-wrong") },
       });`,
    ),
  );

  it("tells what is wrong, and not the secret", async () => {
    const report = reportOn(readPreview((await stack.previewAsJson()).stdout));
    assert.equal(report.verdict, "incomplete");
    const comment = renderReport(report);
    assert.match(comment, /certificateArn isn't right, and not shown here/);
    assert.doesNotMatch(comment, /hidden-and-wrong/);
  });
});

describe("the sample comment in the documentation", function () {
  this.timeout("2m");

  const file = path.join(__dirname, "../../docs/pull-requests.md");
  const cloud = useCloud();
  const stack = useStack(cloud, () => {
    createPools(cloud);
    return sampleChange.before;
  });

  it("is made from a real preview", async () => {
    assertSucceeded(await stack.up());
    await stack.write(sampleChange.after);
    const preview = await stack.previewAsJson();
    const comment = lasting(renderReport(reportOn(readPreview(preview.stdout))), stack);
    await assertAsWritten(file, withSection(await readFile(file, "utf8"), "sample", comment));
  });
});

/** Without what is another name in each run. */
function lasting(text: string, stack: Stack): string {
  return text.replaceAll(path.basename(stack.folder).toLowerCase(), "shop");
}

/** Compares with what a maintainer has looked at; `npm run golden` writes it anew. */
async function assertAsWritten(file: string, text: string): Promise<void> {
  if (process.env["UPDATE_GOLDEN"]) await writeFile(file, text);
  assert.equal(text, await readFile(file, "utf8"));
}
