import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { wantedVersion } from "../../../tools/engine/versions";
import * as github from "./github-job";
import * as gitlab from "./gitlab-job";

const text = readFileSync(github.file, "utf8");
const { jobs, permissions } = github.workflow;
const { steps } = jobs.domains;

describe("The file of the workflow for GitHub", () => {
  it("pins each action by its commit, and says which version that is", () => {
    const lines = text.split("\n").filter((line) => line.includes("uses:"));
    assert.equal(lines.length, steps.filter(({ uses }) => uses).length);
    for (const line of lines) assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("writes nothing that it is given into a script", () => {
    for (const { run, with: given } of steps) {
      assert.doesNotMatch(run ?? "", /\$\{\{/);
      assert.doesNotMatch(String(given?.["script"] ?? ""), /\$\{\{/);
    }
  });

  it("has no more permissions than it needs", () => {
    assert.deepEqual(permissions, {});
    assert.deepEqual(jobs.domains.permissions, {
      contents: "read",
      "id-token": "write",
      "pull-requests": "write",
    });
  });

  it("gives its secrets to the preview alone", () => {
    const withSecrets = steps.filter((step) => /\$\{\{ *secrets\./.test(JSON.stringify(step)));
    assert.deepEqual(
      withSecrets.map(({ id }) => id),
      ["preview"],
    );
  });

  it("installs the packages before it takes on the AWS role, and runs none of their scripts", () => {
    const position = (found: string) => steps.findIndex((step) => JSON.stringify(step).includes(found));
    assert.ok(position("npm ci") < position("configure-aws-credentials"));
    const installs = [...steps.map(({ run }) => run), ...gitlab.job.before_script].filter((command) =>
      command?.includes("npm ci"),
    );
    assert.deepEqual(installs, ["npm ci --ignore-scripts", "npm ci --ignore-scripts"]);
  });

  it("runs one at a time for a pull request", () => {
    assert.ok(github.workflow.concurrency.group.includes("github.event.pull_request.number"));
  });
});

describe("The files of the workflows", () => {
  it("use the version of Pulumi that everything is tested with", () => {
    const ofGitHub = steps.find(({ uses }) => uses?.startsWith("pulumi/"))?.with?.["pulumi-version"];
    assert.deepEqual([ofGitHub, gitlab.job.variables["PULUMI_VERSION"]], [wantedVersion, wantedVersion]);
  });
});
