import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { readPreview, renderReport, reportOn, reportSchema } from "../../report/index";
import { withSection } from "../../tools/docs/section";
import { rowsOf } from "../support/markdown";
import { useCloud } from "./support/cloud";
import { hermeticEnvironment } from "./support/environment";
import { changeOutside, createPools, everyChange, sampleChange } from "./support/every-change";
import { installation } from "./support/installation";
import { assertSucceeded } from "./support/outcome";
import { type Run, run } from "./support/run";
import type { Stack } from "./support/stack";
import { outcomeOf, useStack } from "./support/story";

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
    Object.assign(preview, await stack.previewAsJson("--refresh"));
    await writeFile(path.join(stack.folder, "preview.json"), preview.stdout);
  });

  function report(...options: string[]): Promise<Run> {
    const environment = {
      ...hermeticEnvironment(),
      GITHUB_STEP_SUMMARY: path.join(stack.folder, "summary.md"),
    };
    const command = path.join(installation().folder, "node_modules", ".bin", "cognito-domain");
    return run(command, ["report", "--file", "preview.json", ...options], {
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
    reportSchema.strict().parse(JSON.parse(stdout));
  });

  it("says how each domain is changed, the gravest first", async () => {
    const [, ...rows] = rowsOf((await report()).stdout);
    assert.deepEqual(
      rows.map(([mark, domain, , how]) => [mark, domain, how]),
      [
        ["🔴", "old.example.com", "Deleted"],
        ["🔴", "auth.example.com", "Deleted, then created, because of domain"],
        ["🟠", "shop", "Created, then deleted, because of domain, userPoolId"],
        ["🟠", "blog", "Created, then deleted, because of customDomainConfig, domain"],
        ["🟡", "chat", "Updated in place"],
        ["🟡", "vault.example.com", "Updated in place"],
        ["🟡", "forum", "Updated in place"],
        ["🟡", "sso.example.com", "Updated in place"],
        ["🟢", "jobs.example.com", "Created"],
        ["🟢", "news", "Dropped from Pulumi's state alone"],
        ["🟢", "wiki", "Only recorded in Pulumi's state"],
        ["🟢", "docs", "Created anew: it was deleted outside of Pulumi"],
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
        PATH: `${path.join(installation().folder, "node_modules", ".bin")}${path.delimiter}${hermeticEnvironment()["PATH"]}`,
      },
    });
    assert.equal(piped.stdout, (await report()).stdout);
  });

  it("fails a check that allows no outage, and names what to allow", async () => {
    const failed = await report("--fail-on", "outage");
    assert.equal(failed.exitCode, 3);
    const urns = [...failed.stderr.matchAll(/--allow '([^']+)'/g)].map(([, urn]) => urn ?? "");
    assert.equal(urns.length, 2, failed.stderr);
    const allowed = await report("--fail-on", "outage", ...urns.flatMap((urn) => ["--allow", urn]));
    assertSucceeded(allowed);
  });

  async function assertGolden(name: string, text: string): Promise<void> {
    await assertAsWritten(path.join(golden, name), lasting(text, stack));
  }
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
