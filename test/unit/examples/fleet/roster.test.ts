import assert from "node:assert/strict";
import { compare, rosterOf } from "../../../../examples/fleet/roster";
import { shardOf, stackOf } from "../../../../examples/fleet/shards";
import type { HeldDomain } from "../../../../examples/fleet/stacks";
import type { Tenant } from "../../../../examples/fleet/tenants";
import { held, stateOf, tenant } from "./builders";

describe("a shard's state beside the list", () => {
  const acme = tenant("acme");
  const stack = stackOf(shardOf("acme", 4));
  const others = ["shard-1", "shard-2", "shard-3", "shard-4"].filter((name) => name !== stack);
  const look = (held: HeldDomain[], tenants: Tenant[], name = stack) => {
    const { due, leaving, replaced, misplaced, handedOver } = compare(
      stateOf(held),
      name,
      rosterOf(tenants, 4),
    );
    return {
      due: due.map((one) => one.tenant),
      leaving: leaving.map((one) => one.name),
      replaced: replaced.map((one) => one.name),
      misplaced: misplaced.map((one) => one.name),
      handedOver: handedOver.map((one) => one.name),
    };
  };
  const nothing = { due: [], leaving: [], replaced: [], misplaced: [], handedOver: [] };

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

  for (const [what, changed] of [
    ["pool", { pool: "us-east-1_Other" }],
    ["domain", { domain: "other" }],
  ] as const) {
    it(`has a domain to delete whose tenant gets another ${what}: it is replaced`, () => {
      assert.deepEqual(look([held(acme)], [{ ...acme, ...changed }]).replaced, ["acme"]);
    });
  }

  it("has none to delete whose tenant gets another certificate", () => {
    const [from, to] = ["1", "2"].map((id) => ({ ...acme, domain: "login.example.com", certificate: id }));
    assert.ok(from && to);
    assert.deepEqual(look([held(from)], [to]), { ...nothing, due: ["acme"] });
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
