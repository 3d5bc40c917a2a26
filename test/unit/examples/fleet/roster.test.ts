import assert from "node:assert/strict";
import { domainArgs } from "../../../../examples/fleet/program";
import { compare, rosterOf } from "../../../../examples/fleet/roster";
import { shardOf, stackOf } from "../../../../examples/fleet/shards";
import type { HeldDomain, StackState } from "../../../../examples/fleet/stacks";
import type { Tenant } from "../../../../examples/fleet/tenants";

describe("a shard's state beside the list", () => {
  const acme = tenant("acme");
  const stack = stackOf(shardOf("acme", 4));
  const others = ["shard-1", "shard-2", "shard-3", "shard-4"].filter((name) => name !== stack);
  const look = (held: HeldDomain[], tenants: Tenant[], name = stack) => {
    const { due, leaving, misplaced, handedOver } = compare(stateOf(held), name, rosterOf(tenants, 4));
    return {
      due: due.map((one) => one.tenant),
      leaving: leaving.map((one) => one.name),
      misplaced: misplaced.map((one) => one.name),
      handedOver: handedOver.map((one) => one.name),
    };
  };
  const nothing = { due: [], leaving: [], misplaced: [], handedOver: [] };

  it("has nothing to do where they agree", () => {
    assert.deepEqual(look([held(acme)], [acme]), nothing);
  });

  it("has a tenant due that it doesn't hold", () => {
    assert.deepEqual(look([], [acme]), { ...nothing, due: ["acme"] });
  });

  for (const [what, changed] of [
    ["pool", { pool: "us-east-1_Other" }],
    ["domain", { domain: "other" }],
    ["certificate", { certificate: "arn:aws:acm:us-east-1:123456789012:certificate/1" }],
  ] as const) {
    it(`has a tenant due whose ${what} is another`, () => {
      assert.deepEqual(look([held(acme)], [{ ...acme, ...changed }]).due, ["acme"]);
    });
  }

  it("has a tenant due whose create or update didn't come to its end", () => {
    assert.deepEqual(look([{ ...held(acme), isUnfinished: true }], [acme]).due, ["acme"]);
    assert.deepEqual(look([{ ...held(acme), outputs: { status: "CREATING" } }], [acme]).due, ["acme"]);
  });

  it("has a domain to delete that no line has", () => {
    assert.deepEqual(look([held(acme)], [tenant("initech")]).leaving, ["acme"]);
  });

  it("has a domain in the wrong place that belongs to another shard", () => {
    assert.deepEqual(look([held(acme)], [acme], others[0]).misplaced, ["acme"]);
  });

  it("has a domain in the wrong place whose tenant was renamed, and deletes nothing", () => {
    const { leaving, misplaced } = look([held(acme)], [{ ...acme, tenant: "acme-2" }]);
    assert.deepEqual({ leaving, misplaced }, { leaving: [], misplaced: ["acme"] });
  });

  it("has a domain handed over that another tenant has now, while its holder has a new one", () => {
    const heir = { ...acme, tenant: "heir" };
    const renewed = { ...acme, domain: "acme-new" };
    assert.deepEqual(look([held(acme)], [renewed, heir]).handedOver, ["acme"]);
  });
});

function tenant(name: string): Tenant {
  return { tenant: name, pool: `us-east-1_${name}`, domain: `${name}-sign-in`, certificate: "" };
}

function held(of: Tenant): HeldDomain {
  return {
    urn: `urn:pulumi:shard::cognito-fleet::pulumi-nodejs:dynamic/cognito:UserPoolDomain::${of.tenant}`,
    type: "pulumi-nodejs:dynamic/cognito:UserPoolDomain",
    name: of.tenant,
    id: of.domain,
    inputs: { ...domainArgs(of), __provider: "…" },
    outputs: { status: "ACTIVE" },
    isUnfinished: false,
  };
}

function stateOf(domains: readonly HeldDomain[]): StackState {
  return { domains, outputs: {}, isInterrupted: false };
}
