import assert from "node:assert/strict";
import { refusalOf } from "../../../../examples/fleet/refusal";
import { rosterOf } from "../../../../examples/fleet/roster";
import { shardOf, stackOf } from "../../../../examples/fleet/shards";
import type { Tenant } from "../../../../examples/fleet/tenants";
import { held, shard, tenant } from "./builders";

describe("what mustn't be brought up", () => {
  const acme = tenant("acme");
  const there = stackOf(shardOf("acme", 4));
  const elsewhere = ["shard-1", "shard-2"].find((name) => name !== there) ?? "";
  const look = (list: Tenant[]) =>
    refusalOf([shard(elsewhere), shard(there, held(acme))], rosterOf(list, 4))?.message ?? "";

  it("is a list that gives a domain from one tenant to another, whatever shard that is in", () => {
    const list = [
      { ...acme, domain: "acme-new" },
      { ...acme, tenant: "heir", pool: "us-east-1_heir" },
    ];
    assert.match(look(list), /gives acme-sign-in, which acme has, to heir/);
  });

  it("is a list that has a domain under another name", () => {
    assert.match(look([{ ...acme, tenant: "renamed" }]), /Run `fleet reshard`/);
  });

  it("is nothing that only changes, comes or goes", () => {
    assert.equal(look([{ ...acme, domain: "acme-new" }, tenant("initech")]), "");
    assert.equal(look([tenant("initech")]), "");
  });
});
