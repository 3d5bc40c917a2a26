import assert from "node:assert/strict";
import { failures } from "../../../../cli/report/fail-on";
import type { DomainInputs } from "../../../../provider/inputs";
import { customInputs, prefixInputs } from "../../provider/support";
import { reportOf, stateAfter, stateBefore, step, urn } from "../../report/steps";

const on = (domain: string, given: Partial<DomainInputs> = {}) =>
  prefixInputs({ domain, userPoolId: `us-east-1_${domain}`, ...given });

const report = reportOf([
  step("create", { urn: urn("created"), newState: stateAfter(on("created")) }),
  step("update", {
    urn: urn("updated"),
    oldState: stateBefore(on("updated", { managedLoginVersion: 1 })),
    newState: stateAfter(on("updated", { managedLoginVersion: 2 })),
  }),
  step("replace", {
    urn: urn("moved"),
    oldState: stateBefore(on("moved")),
    newState: stateAfter(customInputs()),
    replaceReasons: ["customDomainConfig"],
  }),
  step("replace", {
    urn: urn("renamed"),
    oldState: stateBefore(on("renamed"), { pendingReplacement: true }),
    newState: stateAfter(on("renamed", { domain: "other" })),
    replaceReasons: ["domain"],
  }),
  step("replace", {
    urn: urn("refused"),
    oldState: stateBefore(on("refused")),
    newState: stateAfter(on("refused")),
    replaceReasons: ["id"],
  }),
  step("delete", { urn: urn("deleted"), oldState: stateBefore(on("deleted")) }),
]);

function failing(...[kind, allowed = []]: [Parameters<typeof failures>[1], string[]?]): string[] {
  return failures(report, kind, allowed).map(({ name }) => name);
}

describe("A check that fails on", () => {
  it("an outage fails on what goes down, for a while or for good, and on what pulumi up would fail at", () => {
    assert.deepEqual(failing("outage"), ["deleted", "renamed", "refused"]);
  });

  it("a replacement fails on each, with a gap or without", () => {
    assert.deepEqual(failing("replace"), ["renamed", "refused", "moved"]);
  });

  it("a delete fails on nothing that comes back", () => {
    assert.deepEqual(failing("delete"), ["deleted"]);
  });

  it("any change fails on all of them", () => {
    assert.deepEqual(failing("any"), ["deleted", "renamed", "refused", "moved", "updated", "created"]);
  });

  it("lets through what is allowed, and nothing else", () => {
    assert.deepEqual(failing("outage", [urn("renamed")]), ["deleted", "refused"]);
    assert.deepEqual(failing("outage", ["renamed"]), ["deleted", "renamed", "refused"]);
  });
});
