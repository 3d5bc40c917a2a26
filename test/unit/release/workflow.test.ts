import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { releaseWorkflow, scriptOf, workflowIn } from "../../../tools/release/workflow";
import { page } from "../../support/markdown";
import { ownManifest } from "../../support/packages";

const { jobs } = releaseWorkflow;

for (const file of readdirSync(path.join(__dirname, "../../../.github/workflows"))) {
  describe(`The workflow ${file}`, () => {
    const workflow = workflowIn(file);
    const text = page(`.github/workflows/${file}`);

    it("uses the actions of others at a commit, with the version beside it", () => {
      const used = [...text.matchAll(/uses: (.*)/g)].map(([, action = ""]) => action);
      assert.ok(used.length > 0);
      for (const action of used) {
        assert.match(
          action,
          /^([\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/workflows\/ci\.yml)$/,
        );
      }
    });

    it("has the same version of an action everywhere", () => {
      const all = page(".github/workflows/ci.yml") + page(".github/workflows/release.yml");
      for (const [, name = ""] of text.matchAll(/uses: ([\w-]+\/[\w-]+)@/g)) {
        assert.equal(new Set(all.match(new RegExp(`${name}@.*`, "g"))).size, 1, name);
      }
    });

    it("knows no token but the one that GitHub gives each run", () => {
      const expressions = JSON.stringify(workflow).match(/\$\{\{.*?\}\}/g) ?? [];
      const others = expressions.filter((expression) => !/^\$\{\{ github\.token \}\}$/.test(expression));
      assert.deepEqual(
        others.filter((expression) => /secrets|token/i.test(expression)),
        [],
      );
    });

    it("names only scripts that package.json has", () => {
      for (const [, script = ""] of text.matchAll(/npm run (?:-s )?([\w:-]+)/g)) {
        assert.ok(Object.hasOwn(ownManifest.scripts ?? {}, script), script);
      }
    });

    it("gives no job a permission that the job doesn't name", () => {
      assert.deepEqual(workflow.permissions, {});
    });
  });
}

describe("The release", () => {
  it("lets each job do what it has to, and where everybody's code runs nothing", () => {
    const permissions = Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]);
    assert.deepEqual(Object.fromEntries(permissions), {
      test: { contents: "read" },
      version: { contents: "write", "pull-requests": "write" },
      due: { contents: "read" },
      pack: { contents: "read" },
      publish: { "id-token": "write" },
      announce: { contents: "write" },
    });
    assert.deepEqual(workflowIn("ci.yml").jobs["test"]?.permissions, { contents: "read" });
  });

  it("runs nobody else's code where npm trusts it", () => {
    const scripts = jobs["publish"]?.steps?.flatMap(({ run }) => run ?? []);
    assert.deepEqual(scripts, [scriptOf("publish", releaseWorkflow)]);
  });

  it("publishes only what was tested", () => {
    assert.deepEqual([jobs["publish"]?.needs, jobs["pack"]?.needs], ["pack", ["due", "test"]]);
  });

  it("lets no later push take a version's place: GitHub drops what waits for its turn", () => {
    assert.equal(releaseWorkflow.concurrency, undefined);
    const oneAtATime = Object.entries(jobs).filter(([, { concurrency }]) => concurrency !== undefined);
    assert.deepEqual(
      oneAtATime.map(([name]) => name),
      ["version"],
    );
    assert.ok(!Object.values(jobs).some(({ needs = [] }) => [needs].flat().includes("version")));
  });
});

describe("The script of a step", () => {
  it("is looked up by an id that is there once", () => {
    assert.throws(
      () => scriptOf("unpack", releaseWorkflow),
      new Error("The workflow has not exactly one step unpack."),
    );
  });
});
