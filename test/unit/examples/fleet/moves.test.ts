import assert from "node:assert/strict";
import { movesIn, Unmovable } from "../../../../examples/fleet/moves";
import { rosterOf } from "../../../../examples/fleet/roster";
import type { ShardState } from "../../../../examples/fleet/shard-states";
import { shardOf, stackOf } from "../../../../examples/fleet/shards";
import type { HeldDomain } from "../../../../examples/fleet/stacks";
import type { Tenant } from "../../../../examples/fleet/tenants";
import { held, shard, tenant } from "./builders";

describe("what has to move", () => {
  const acme = tenant("acme");
  const globex = tenant("globex");
  const home = stackOf(shardOf("acme", 2));
  const away = home === "shard-1" ? "shard-2" : "shard-1";
  const look = (states: ShardState[], ...list: Tenant[]) =>
    movesIn(states, rosterOf(list, 2)).map((move) => ({
      domain: move.held.id,
      from: move.from,
      to: `${move.to.tenant.tenant} in ${move.to.stack}`,
      isThere: move.isThere,
    }));
  const refused = (states: ShardState[], list: Tenant[], why: RegExp) =>
    assert.throws(
      () => look(states, ...list),
      (error: Error) => error instanceof Unmovable && why.test(error.message),
    );
  const move = { domain: "acme-sign-in", from: away, to: `acme in ${home}`, isThere: false };

  it("is nothing where all are where they belong", () => {
    assert.deepEqual(look([shard(home, held(acme)), shard(away)], acme), []);
  });

  it("is a domain that belongs to another shard", () => {
    assert.deepEqual(look([shard(home), shard(away, held(acme))], acme), [move]);
  });

  it("is a domain that has arrived and hasn't left", () => {
    const states = [shard(home, held(acme)), shard(away, held(acme))];
    assert.deepEqual(look(states, acme), [{ ...move, isThere: true }]);
  });

  it("is nothing where a name is held by another domain: both are named", () => {
    // X was a's and Y was b's; the list says that X is b's and Y is c's.
    const [a, b] = [tenant("a"), tenant("b")];
    const list = [
      { ...a, tenant: "b" },
      { ...b, tenant: "c" },
    ];
    const [from, to] = [stackOf(shardOf("a", 2)), stackOf(shardOf("b", 2))];
    const states = ["shard-1", "shard-2"].map((name) =>
      shard(name, ...(name === from ? [held(a)] : []), ...(name === to ? [held(b)] : [])),
    );
    refused(states, list, /a-sign-in, which is a in shard-\d, can't become b in shard-\d: that is b-sign-in/);
  });

  it("is nothing where the same domain is on another pool there", () => {
    const states = [shard(home, held({ ...acme, pool: "us-east-1_Other" })), shard(away, held(acme))];
    refused(states, [acme], /acme-sign-in.* can't become acme/);
  });

  it("is nothing where two would become one", () => {
    const renamed = held({ ...acme, tenant: "old" });
    const own = held({ ...acme, domain: "acme-before" });
    refused(
      [shard(home), shard(away, renamed, own)],
      [acme],
      /acme-before.* can't become acme.*acme-sign-in/,
    );
  });

  describe("is nothing while a shard has", () => {
    const moving = (state: Partial<ShardState>) => [{ ...shard(home), ...state }, shard(away, held(acme))];
    const unfinished: HeldDomain = { ...held(globex), isUnfinished: true };

    for (const [what, state, why] of [
      [
        "a domain that was replaced and not deleted",
        { condemned: [held(globex)] },
        /globex.*`fleet up` first/,
      ],
      ["a run that didn't end", { isInterrupted: true }, /`fleet up` first/],
      ["a domain that isn't whole", { domains: [unfinished] }, /globex.*`fleet up` first/],
      ["other resources", { others: ["urn:x"] }, /holds urn:x, and reshard moves domains alone/],
    ] as const) {
      it(what, () => refused(moving(state), [acme], why));
    }

    it("any of it, unless nothing has to move anyway", () => {
      assert.deepEqual(look([{ ...shard(home, held(acme)), isInterrupted: true }], acme), []);
    });
  });
});
