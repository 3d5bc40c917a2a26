import assert from "node:assert/strict";
import { failures } from "../../../../cli/report/fail-on";
import { customInputs, prefixInputs } from "../../provider/support";
import { reportOf, stateAfter, stateBefore, step, urn } from "../../report/steps";

const report = reportOf([
  step("create", { urn: urn("created"), newState: stateAfter(prefixInputs()) }),
  step("update", {
    urn: urn("updated"),
    oldState: stateBefore(prefixInputs({ managedLoginVersion: 1 })),
    newState: stateAfter(prefixInputs({ managedLoginVersion: 2 })),
  }),
  step("replace", {
    urn: urn("moved"),
    oldState: stateBefore(prefixInputs()),
    newState: stateAfter(customInputs()),
    replaceReasons: ["customDomainConfig"],
  }),
  step("replace", {
    urn: urn("renamed"),
    oldState: stateBefore(prefixInputs(), { pendingReplacement: true }),
    newState: stateAfter(prefixInputs({ domain: "other" })),
    replaceReasons: ["domain"],
  }),
  step("delete", { urn: urn("deleted"), oldState: stateBefore(prefixInputs()) }),
]);

function failing(...[kind, allowed = []]: [Parameters<typeof failures>[1], string[]?]): string[] {
  return failures(report, kind, allowed).map(({ name }) => name);
}

describe("A check that fails on", () => {
  it("an outage fails on what goes down, for a while or for good", () => {
    assert.deepEqual(failing("outage"), ["deleted", "renamed"]);
  });

  it("a replacement fails on each, with a gap or without", () => {
    assert.deepEqual(failing("replace"), ["renamed", "moved"]);
  });

  it("a delete fails on nothing that comes back", () => {
    assert.deepEqual(failing("delete"), ["deleted"]);
  });

  it("any change fails on all of them", () => {
    assert.deepEqual(failing("any"), ["deleted", "renamed", "moved", "updated", "created"]);
  });

  it("lets through what is allowed, and nothing else", () => {
    assert.deepEqual(failing("outage", [urn("renamed")]), ["deleted"]);
    assert.deepEqual(failing("outage", ["renamed"]), ["deleted", "renamed"]);
  });
});
