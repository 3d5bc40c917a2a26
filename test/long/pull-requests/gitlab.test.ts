import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { command } from "./command";
import { bot, type GitLab, startGitLab } from "./gitlab-api";
import { job, type MergeRequest, runJob, writeNote } from "./gitlab-job";
import { type Machine, newMachine } from "./machine";
import { failed, failedAtOnce, inPlace, outage, refused, silent, unchanged } from "./previews";

const somebody = 5;
const marker = "<!-- pulumi-cognito-domain report on shop/dev -->";

describe("The job for GitLab", function () {
  this.timeout("1m");

  let gitlab: GitLab;
  const machines: Machine[] = [];
  before(command);
  beforeEach(async () => {
    gitlab = await startGitLab();
  });
  afterEach(async () => {
    gitlab.close();
    for (const machine of machines.splice(0)) await machine.remove();
  });

  async function run(mergeRequest: MergeRequest) {
    const ran = await runJob(gitlab, mergeRequest);
    machines.push(ran.machine);
    return ran;
  }

  const bodies = () => gitlab.notes.map(({ body }) => body);

  it("writes a note on an outage, keeps the report, and fails", async () => {
    const { exitCode, stdout, stderr, machine } = await run({
      preview: outage(),
      labels: "dont-allow-outage,allow-outages",
    });
    assert.equal(exitCode, 3, stderr);
    assert.equal(gitlab.notes.length, 1);
    assert.ok(bodies()[0]?.startsWith(`${marker}\n## 🔴 Outage: sign-in is down at auth.example.com`));
    assert.match(stdout, /^Outage: sign-in is down at auth\.example\.com/m);
    assert.match(stderr, /--allow urn:pulumi:dev::shop::/);
    const [report = ""] = job.artifacts.paths;
    assert.ok(readFileSync(path.join(machine.workspace, report), "utf8").startsWith(marker));
  });

  it("lets an outage through with the label allow-outage, and updates its note", async () => {
    gitlab.write(bot, `${marker}\n## 🟡 In place`);
    const { exitCode, stderr } = await run({ preview: outage(), labels: "infra,allow-outage,urgent" });
    assert.equal(exitCode, 0, stderr);
    assert.equal(gitlab.notes.length, 1);
    assert.match(bodies()[0] ?? "", /## 🔴 Outage/);
  });

  it("gives each stack a note of its own", async () => {
    gitlab.write(bot, `${marker}\n## 🔴 Outage`);
    const { exitCode, stderr } = await run({ preview: inPlace("production"), stack: "acme/production" });
    assert.equal(exitCode, 0, stderr);
    assert.deepEqual(bodies()[0], `${marker}\n## 🔴 Outage`);
    assert.match(bodies()[1] ?? "", /^<!-- .* report on shop\/production -->\n## 🟡 In place/);
  });

  it("writes nothing where nothing changes, but says so where it had written", async () => {
    const { exitCode, machine } = await run({ preview: unchanged() });
    assert.equal(exitCode, 0);
    assert.deepEqual(bodies(), []);
    gitlab.write(bot, `${marker}\n## 🔴 Outage`);
    await writeNote(gitlab, machine);
    assert.equal(gitlab.notes.length, 1);
    assert.match(bodies()[0] ?? "", /## 🟢 No user pool domain changes/);
  });

  it("writes a note on a preview that failed, and fails, whatever the labels", async () => {
    const { exitCode } = await run({ preview: failed(), labels: "allow-outage" });
    assert.equal(exitCode, 1);
    assert.match(bodies()[0] ?? "", /## ❌ The preview failed[\s\S]*no such certificate/);
  });

  it("fails after a preview that failed for a reason that isn't in its JSON", async () => {
    const { exitCode } = await run({ preview: refused() });
    assert.equal(exitCode, 255);
    assert.equal(gitlab.notes.length, 1);
  });

  for (const [what, preview] of Object.entries({
    "printed nothing": silent(),
    "has no stack": failedAtOnce(),
  })) {
    it(`fails after a preview that ${what}, and leaves the notes alone`, async () => {
      gitlab.write(bot, `${marker}\n## 🟢 No user pool domain changes`);
      const { exitCode, stdout, stderr } = await run({ preview });
      assert.equal(exitCode, 1);
      assert.match(stdout + stderr, /There is no preview: nothing came|no such plugin/);
      assert.deepEqual(bodies(), [`${marker}\n## 🟢 No user pool domain changes`]);
    });
  }

  it("fails at once in a fork, and says what to do", async () => {
    const { exitCode, stdout, machine } = await run({
      preview: outage(),
      variables: { CI_PROJECT_ID: "32" },
    });
    assert.equal(exitCode, 1);
    assert.match(stdout, /runs its pipeline here/);
    assert.deepEqual([...machine.argumentsOf("curl"), ...machine.argumentsOf("npm")], []);
  });

  it("fails where the note is refused, and says what the token has to be", async () => {
    const { exitCode, stderr } = await run({
      preview: inPlace(),
      variables: { COGNITO_DOMAINS_TOKEN: "" },
    });
    assert.equal(exitCode, 1);
    assert.match(
      stderr,
      /GitLab refused GET \/user: 401 .*\n.*COGNITO_DOMAINS_TOKEN has to be a token of a Reporter/,
    );
  });

  it("downloads the Pulumi CLI, and passes it the token for AWS and the stack as it is", async () => {
    const stack = `acme/it's "$(touch pwned)" \`touch pwned\`; --help`;
    const { machine } = await run({ preview: unchanged(), stack });
    assert.deepEqual(machine.argumentsOf("pulumi"), [
      `<preview><--json><--refresh><--show-sames><--show-replacement-steps><--non-interactive><--stack><${stack}>`,
    ]);
    assert.match(machine.argumentsOf("curl")[0] ?? "", /pulumi-v\d+\.\d+\.\d+-linux-x64/);
    assert.equal(readFileSync(path.join(machine.temporary, "aws-id-token"), "utf8"), "ey.jwt");
  });

  it("runs no Pulumi CLI that isn't the one that was published", async () => {
    const { exitCode, stdout, stderr, machine } = await run({ preview: inPlace(), tampered: true });
    assert.equal(exitCode, 1);
    assert.match(stdout + stderr, /pulumi-v\d+\.\d+\.\d+-linux-x64\.tar\.gz: FAILED/);
    assert.deepEqual([...machine.argumentsOf("pulumi"), ...machine.argumentsOf("npm")], []);
  });

  describe("finds its note", () => {
    const report = `${marker}\n## 🟡 In place`;
    let machine: Machine;
    beforeEach(async () => {
      machine = await newMachine(silent());
      machines.push(machine);
      const folder = path.join(machine.workspace, "cognito-domains");
      mkdirSync(folder);
      writeFileSync(path.join(folder, "report.md"), report);
      const found = { stack: "dev", domains: [{}], errors: [] };
      writeFileSync(path.join(folder, "report.json"), JSON.stringify(found));
    });

    it("behind hundreds of others", async () => {
      const found = gitlab.write(bot, `${marker}\nold`);
      for (let count = 0; count < 250; count++) gitlab.write(somebody, "Looks good");
      await writeNote(gitlab, machine);
      assert.equal(gitlab.notes.length, 251);
      assert.ok(found.body.startsWith(report));
    });

    it("and takes no other for it", async () => {
      const others = [
        gitlab.write(somebody, `${marker}\nquoted by a person`),
        gitlab.write(bot, `> ${marker}\n> quoted`),
        gitlab.write(bot, "<!-- pulumi-cognito-domain report on shop/dev2 -->\nof another stack"),
      ].map(({ body }) => body);
      await writeNote(gitlab, machine);
      assert.deepEqual(bodies().slice(0, 3), others);
      assert.equal(
        bodies()[3],
        `${report}\nPreviewed at 0123abc by [this job](https://gitlab.com/acme/shop/-/jobs/42).\n`,
      );
    });
  });
});
