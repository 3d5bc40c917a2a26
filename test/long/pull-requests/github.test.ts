import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { command } from "./command";
import { type GitHub, startGitHub } from "./github-api";
import { comment, type Job, type PullRequest, runJob } from "./github-job";
import { failed, failedAtOnce, inPlace, outage, refused, silent, unchanged } from "./previews";

const ours = "github-actions[bot]";
const marker = "<!-- pulumi-cognito-domain report on shop/dev -->";

describe("The workflow for GitHub", function () {
  this.timeout("1m");

  let github: GitHub;
  const jobs: Job[] = [];
  before(command);
  beforeEach(async () => {
    github = await startGitHub();
  });
  afterEach(async () => {
    github.close();
    for (const { machine } of jobs.splice(0)) await machine.remove();
  });

  async function run(pullRequest: PullRequest): Promise<Job> {
    const job = await runJob(github, pullRequest);
    jobs.push(job);
    return job;
  }

  const bodies = () => github.comments.map(({ body }) => body);

  it("comments on an outage, says so in the code and in the summary, and fails", async () => {
    const labels = ["infra", "allow-outages"];
    const { conclusion, steps, output, summary } = await run({ preview: outage(), labels });
    assert.equal(conclusion, "failure");
    assert.deepEqual([steps["Preview"], steps["Report"], steps["Comment"]], [0, 3, 0]);
    assert.equal(github.comments.length, 1);
    assert.ok(bodies()[0]?.startsWith(`${marker}\n## 🔴 Outage: sign-in is down at auth.example.com`));
    assert.match(output, /^::error file=infra\/index\.ts,line=12,title=auth\.example\.com/m);
    assert.match(output, /--allow urn:pulumi:dev::shop::/);
    assert.ok(summary.startsWith(marker));
  });

  it("lets an outage through with the label allow-outage, and still tells of it", async () => {
    const { conclusion, output } = await run({ preview: outage(), labels: ["infra", "allow-outage"] });
    assert.equal(conclusion, "success");
    assert.match(output, /^::error file=/m);
    assert.match(bodies()[0] ?? "", /## 🔴 Outage/);
  });

  it("updates its comment on the next push, and adds none", async () => {
    await run({ preview: outage() });
    const { conclusion } = await run({ preview: inPlace() });
    assert.equal(conclusion, "success");
    assert.equal(github.comments.length, 1);
    assert.ok(bodies()[0]?.startsWith(`${marker}\n## 🟡 In place`));
  });

  it("gives each stack a comment of its own", async () => {
    github.write(ours, `${marker}\n## 🔴 Outage`);
    await run({ preview: inPlace("production"), stack: "acme/production" });
    assert.equal(bodies()[0], `${marker}\n## 🔴 Outage`);
    assert.match(bodies()[1] ?? "", /^<!-- .* report on shop\/production -->\n## 🟡 In place/);
  });

  it("doesn't comment where nothing changes, but says so where it had commented", async () => {
    const { conclusion, machine } = await run({ preview: unchanged() });
    assert.equal(conclusion, "success");
    assert.deepEqual(bodies(), []);
    github.write(ours, `${marker}\n## 🔴 Outage`);
    await comment(github, machine);
    assert.equal(github.comments.length, 1);
    assert.match(bodies()[0] ?? "", /## 🟢 No user pool domain changes/);
  });

  it("comments on a preview that failed, and fails, whatever the labels", async () => {
    const { conclusion, steps, output } = await run({ preview: failed(), labels: ["allow-outage"] });
    assert.equal(conclusion, "failure");
    assert.deepEqual([steps["Preview"], steps["Report"], steps["Comment"]], [1, 1, 0]);
    assert.match(bodies()[0] ?? "", /## ❌ The preview failed[\s\S]*no such certificate/);
    assert.match(output, /^::error title=The preview failed or isn't understood[^:]*::no such certificate/m);
  });

  it("fails after a preview that failed for a reason that isn't in its JSON", async () => {
    const { conclusion, steps } = await run({ preview: refused() });
    assert.equal(conclusion, "failure");
    assert.deepEqual([steps["Preview"], steps["Report"], steps["Comment"]], [255, 0, 0]);
  });

  for (const [what, preview] of Object.entries({
    "printed nothing": silent(),
    "has no stack": failedAtOnce(),
  })) {
    it(`fails after a preview that ${what}, and leaves the comments alone`, async () => {
      github.write(ours, `${marker}\n## 🟢 No user pool domain changes`);
      const { conclusion, steps, output } = await run({ preview });
      assert.equal(conclusion, "failure");
      assert.deepEqual([steps["Report"], steps["Comment"]], [1, 0]);
      assert.match(output, /There is no preview: nothing came|no such plugin/);
      assert.deepEqual(bodies(), [`${marker}\n## 🟢 No user pool domain changes`]);
    });
  }

  for (const from of ["somebody/shop", null]) {
    it(`fails at once at a fork${from === null ? " that is gone" : ""}, and says what to do`, async () => {
      const { conclusion, steps, output, machine } = await run({ preview: outage(), from });
      assert.equal(conclusion, "failure");
      assert.deepEqual(steps, {
        "Stop at a fork": 1,
        "Install the program": "skipped",
        Preview: "skipped",
        Report: "skipped",
        Comment: "skipped",
      });
      assert.match(output, /^::error title=Not previewed::.*push it to a branch of this repository/);
      assert.deepEqual([...machine.argumentsOf("npm"), ...machine.argumentsOf("pulumi")], []);
    });
  }

  it("passes the stack on as it is, whatever is in its name", async () => {
    const stack = `acme/it's "$(touch pwned)" \`touch pwned\`; --help`;
    const { machine } = await run({ preview: unchanged(), stack });
    const [call] = machine.argumentsOf("pulumi");
    assert.equal(
      call,
      `<preview><--json><--refresh><--show-sames><--show-replacement-steps><--non-interactive><--stack><${stack}>`,
    );
  });

  describe("finds its comment", () => {
    const report = `${marker}\n## 🟡 In place`;
    const machine = { temporary: "" };
    beforeEach(() => {
      machine.temporary = mkdtempSync(path.join(tmpdir(), "runner-"));
      leave(report);
    });
    afterEach(() => rmSync(machine.temporary, { recursive: true }));

    function leave(text: string): void {
      writeFileSync(path.join(machine.temporary, "report.md"), text);
      const found = { stack: "dev", domains: [{}], errors: [] };
      writeFileSync(path.join(machine.temporary, "report.json"), JSON.stringify(found));
    }

    it("behind hundreds of others", async () => {
      for (let count = 0; count < 250; count++) github.write("somebody", "Looks good");
      const found = github.write(ours, `${marker}\nold`);
      await comment(github, machine);
      assert.equal(github.comments.length, 251);
      assert.ok(found.body.startsWith(report));
    });

    it("and takes nobody else's for it", async () => {
      const others = [
        github.write("somebody", `${marker}\nquoted by a person`),
        github.write("backport[bot]", `${marker}\nquoted by a bot`),
        github.write(null, `${marker}\nof an account that is gone`),
        github.write(ours, `> ${marker}\n> quoted`),
        github.write(ours, "<!-- pulumi-cognito-domain report on shop/dev2 -->\nof another stack"),
      ].map(({ body }) => body);
      await comment(github, machine);
      assert.deepEqual(bodies().slice(0, 5), others);
      assert.ok(bodies()[5]?.startsWith(report));
    });

    it("says which commit it is of, and which run wrote it", async () => {
      await comment(github, machine);
      assert.equal(
        bodies()[0],
        `${report}\nPreviewed at 0123abc by [this run](https://github.com/acme/shop/actions/runs/42).\n`,
      );
    });

    it("leaves that out of a report that fills a comment", async () => {
      leave(`${marker}\n`.padEnd(65_536, "x"));
      await comment(github, machine);
      assert.equal(bodies()[0]?.length, 65_536);
    });

    it("and fails where that is refused", async () => {
      github.readOnly = true;
      await assert.rejects(comment(github, machine), /Resource not accessible by integration/);
    });
  });
});
