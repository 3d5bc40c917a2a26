import assert from "node:assert/strict";
import { domainType } from "../../../../examples/fleet/program";
import { stateIn } from "../../../../examples/fleet/stacks";
import { resourceType } from "../../../../provider/resource-type";

describe("the state of a stack", () => {
  const urn = (type: string, name: string) => `urn:pulumi:shard-1::cognito-fleet::${type}::${name}`;
  const resource = (name: string, more: object = {}, type = domainType) => ({
    urn: urn(type, name),
    type,
    id: name,
    ...more,
  });
  const look = (...resources: object[]) => stateIn({ version: 3, deployment: { resources } });

  it("has the domains of the package", () => assert.equal(domainType, resourceType));

  it("tells domains from what else there is, and from Pulumi's own", () => {
    const { domains, others } = look(
      resource("stack", {}, "pulumi:pulumi:Stack"),
      resource("default", {}, "pulumi:providers:pulumi-nodejs"),
      resource("acme"),
      resource("record", {}, "aws:route53/record:Record"),
    );
    assert.deepEqual(
      { domains: domains.map(({ name }) => name), others },
      {
        domains: ["acme"],
        others: [urn("aws:route53/record:Record", "record")],
      },
    );
  });

  it("has the old half of a replacement apart, whose name the new one has", () => {
    const { domains, condemned } = look(
      resource("acme", { id: "new" }),
      resource("acme", { id: "old", delete: true }),
    );
    assert.deepEqual([domains.map(({ id }) => id), condemned.map(({ id }) => id)], [["new"], ["old"]]);
  });

  it("says which domains aren't whole: those with errors, and those deleted and not yet replaced", () => {
    const { domains } = look(
      resource("a", { initErrors: ["No."] }),
      resource("b", { pendingReplacement: true }),
      resource("c"),
    );
    assert.deepEqual(
      domains.map(({ isUnfinished }) => isUnfinished),
      [true, true, false],
    );
  });

  it("is interrupted where operations are pending", () => {
    assert.ok(stateIn({ version: 3, deployment: { pending_operations: [{}] } }).isInterrupted);
  });
});
