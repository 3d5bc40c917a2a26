import assert from "node:assert/strict";
import { dependentsOf } from "../../../../cli/migrate/dependents";
import type { StateResource } from "../../../../cli/migrate/pulumi-state";
import { alias, loginUrn, oldLogin, pool, resource, urn } from "./support";

describe("what depends on a domain", () => {
  const dependents = (...resources: StateResource[]) =>
    dependentsOf(new Set([loginUrn]), [pool, oldLogin(), ...resources]);
  const child = resource("a:b:C", "child", { urn: urn("x$a:b:C", "child"), parent: loginUrn });

  it("is what refers to it, in whatever way", () => {
    const deleted = resource("a:b:C", "deleted", { deletedWith: loginUrn } as Partial<StateResource>);
    const other = resource("a:b:C", "other", { dependencies: [pool.urn], inputs: { text: loginUrn } });
    assert.deepEqual(dependents(alias, deleted, other), [alias.urn, deleted.urn]);
  });

  it("is what stands below it, however deep, and what refers to that", () => {
    const grandchild = resource("a:b:C", "grandchild", { parent: child.urn });
    const user = resource("a:b:C", "user", { dependencies: [grandchild.urn] });
    assert.deepEqual(dependents(child, grandchild, user), [child.urn, grandchild.urn, user.urn]);
  });

  it("is nothing where nothing does", () => {
    assert.deepEqual(dependents(), []);
  });
});
