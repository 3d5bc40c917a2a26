import assert from "node:assert/strict";
import { renderReport } from "../../../report/index";
import { customInputs, prefixInputs } from "../provider/support";
import { reportOf, stateAfter, stateBefore, step, urn } from "./steps";

function lines(steps: Parameters<typeof reportOf>[0], more: Parameters<typeof reportOf>[1] = {}): string[] {
  const text = renderReport(reportOf(steps, more), { format: "annotations", folder: "infra/login" });
  return text.split("\n").slice(0, -1);
}

const rename = step("replace", {
  oldState: stateBefore(customInputs(), { pendingReplacement: true }),
  newState: stateAfter(customInputs({ domain: "login.example.com" })),
  replaceReasons: ["domain"],
});

describe("The report as annotations of GitHub Actions", () => {
  it("marks the line that declares a domain, as an error where sign-in goes down", () => {
    const [line = ""] = lines([rename]);
    assert.match(
      line,
      /^::error file=infra\/login\/index\.ts,line=12,title=auth\.example\.com%3A Deleted%2C then created%2C because of domain::Sign-in at/,
    );
  });

  it("keeps a message on its line", () => {
    assert.match(lines([rename])[0] ?? "", /%0A/);
    assert.equal(lines([rename]).length, 1);
  });

  it("lets no value end the command or begin another", () => {
    const domain = "a::error::b\n::warning::c,line=1%0A";
    const held = stateBefore(prefixInputs({ domain }));
    const [line = "", ...others] = lines([step("delete", { oldState: held })]);
    assert.deepEqual(others, []);
    const title = "a%3A%3Aerror%3A%3Ab\\n%3A%3Awarning%3A%3Ac%2Cline=1%250A%3A Deleted";
    assert.ok(line.startsWith(`::error title=${title}::Sign-in at a::error`), line);
  });

  it("is milder where sign-in goes on, and silent where nothing happens", () => {
    const update = step("update", {
      oldState: stateBefore(prefixInputs({ managedLoginVersion: 1 })),
      newState: stateAfter(prefixInputs({ managedLoginVersion: 2 })),
    });
    const moved = step("replace", {
      urn: urn("moved"),
      oldState: stateBefore(prefixInputs({ domain: "blog", userPoolId: "us-east-1_Other0001" })),
      newState: stateAfter(customInputs({ userPoolId: "us-east-1_Other0001" })),
      replaceReasons: ["customDomainConfig"],
    });
    const wanted = prefixInputs({ domain: "new", userPoolId: "us-east-1_Other0002" });
    const created = step("create", { urn: urn("new"), newState: stateAfter(wanted) });
    assert.deepEqual(
      lines([update, moved, created]).map((line) => /^::(\w+)/.exec(line)?.[1]),
      ["warning", "notice"],
    );
  });

  it("stays within the ten that GitHub shows, and counts the rest", () => {
    const many = Array.from({ length: 12 }, (_, index) => {
      const held = stateBefore(
        customInputs({ domain: `${index}.example.com`, userPoolId: `us-east-1_${index}` }),
      );
      return step("delete", { urn: urn(`login-${index}`), oldState: held });
    });
    assert.equal(lines(many.slice(0, 10)).length, 10);
    assert.equal(lines(many).length, 10);
    assert.match(lines(many).at(-1) ?? "", /^::notice title=Outage.*::and 3 more user pool domains$/);
  });

  it("says that the preview failed", () => {
    assert.deepEqual(lines([], { errors: ["it failed"] }), [
      "::error title=The preview failed or isn't understood%2C and what follows isn't whole::it failed",
    ]);
  });
});
