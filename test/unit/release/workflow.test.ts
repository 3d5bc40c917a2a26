import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Job, releaseWorkflow, scriptOf } from "../../../tools/release/workflow";

const manifest = JSON.parse(readFileSync(path.join(__dirname, "../../../package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly publishConfig: object;
};
const { jobs } = releaseWorkflow;
const steps = Object.values(jobs).flatMap(({ steps }) => steps);

describe("the workflow of a release", () => {
  it("uses the actions of others at a commit, with the version beside it", () => {
    const text = readFileSync(path.join(__dirname, "../../../.github/workflows/release.yml"), "utf8");
    const used = text.match(/(?<=uses: ).*/g) ?? [];
    assert.equal(used.length, steps.filter(({ uses }) => uses).length);
    for (const action of used) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("knows no token but the one that GitHub gives each run", () => {
    const expressions = JSON.stringify(releaseWorkflow).match(/\$\{\{.*?\}\}/g) ?? [];
    assert.deepEqual(
      expressions.filter(
        (expression) => /secrets|token/i.test(expression) && !/^\$\{\{ github\.token \}\}$/.test(expression),
      ),
      [],
    );
  });

  it("lets each job do what it has to, and the tests nothing", () => {
    assert.deepEqual(releaseWorkflow.permissions, {});
    const permissions = Object.fromEntries(
      Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]),
    );
    assert.deepEqual(permissions, {
      version: { contents: "write", "pull-requests": "write" },
      test: { contents: "read" },
      publish: { "id-token": "write" },
      announce: { contents: "write" },
    });
  });

  it("runs nobody else's code where npm trusts it", () => {
    assert.deepEqual(scriptsOf(jobs["publish"]), [scriptOf("publish", releaseWorkflow)]);
  });

  it("is never broken off half way", () => {
    assert.deepEqual(releaseWorkflow.concurrency, { group: "release", "cancel-in-progress": false });
  });

  it("makes a version with the script that people have, which keeps the lockfile in step", () => {
    assert.equal(scriptOf("changesets", releaseWorkflow), "npm run release:version");
    assert.match(
      manifest.scripts["release:version"] ?? "",
      /^changeset version && npm install --package-lock-only /,
    );
  });

  it("publishes what was tested and packed, with provenance", () => {
    assert.ok(scriptsOf(jobs["test"]).includes(".ci/run"));
    assert.match(scriptOf("pack", releaseWorkflow), /^npm pack --pack-destination build\/release$/m);
    assert.equal(
      scriptOf("publish", releaseWorkflow),
      "npm publish ./build/release/*.tgz --provenance --access public",
    );
    assert.deepEqual([jobs["publish"]?.needs, jobs["test"]?.needs], ["test", "version"]);
  });

  it("names only scripts that package.json has", () => {
    const named = [...JSON.stringify(releaseWorkflow).matchAll(/npm run (?:-s )?([\w:]+)/g)];
    assert.ok(named.length > 0);
    for (const [, script = ""] of named) assert.ok(Object.hasOwn(manifest.scripts, script), script);
  });

  it("would publish with provenance whoever did it by hand, too", () => {
    assert.deepEqual(manifest.publishConfig, { access: "public", provenance: true });
  });
});

describe("the script of a step", () => {
  it("is looked up by an id that is there once", () => {
    assert.throws(
      () => scriptOf("unpack", releaseWorkflow),
      new Error("The workflow has not exactly one step unpack."),
    );
  });
});

function scriptsOf(job: Job | undefined): string[] {
  return (job?.steps ?? []).flatMap(({ run }) => run ?? []);
}
