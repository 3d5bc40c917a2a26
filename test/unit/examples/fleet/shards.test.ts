import assert from "node:assert/strict";
import { shardIn, shardOf, stackOf } from "../../../../examples/fleet/shards";

const tenants = Array.from({ length: 10_000 }, (_none, index) => `tenant-${index}`);

describe("the shard of a tenant", () => {
  it("is the same on every machine and for ever", () => {
    // Whoever changes these has every fleet move.
    assert.deepEqual(
      ["acme", "globex", "initech"].map((tenant) => shardOf(tenant, 100)),
      [56, 72, 8],
    );
  });

  it("is one of those that there are", () => {
    assert.deepEqual([...new Set(tenants.map((tenant) => shardOf(tenant, 3)))].toSorted(), [1, 2, 3]);
  });

  it("has about as many tenants as any other", () => {
    const sizes = new Map<number, number>();
    for (const tenant of tenants) {
      const shard = shardOf(tenant, 20);
      sizes.set(shard, (sizes.get(shard) ?? 0) + 1);
    }
    // 500 each, and four standard deviations of chance.
    for (const size of sizes.values()) assert.ok(Math.abs(size - 500) < 90, `${size}`);
  });

  it("changes only to a new one where there are more, for no more tenants than the new ones' share", () => {
    const moved = tenants.filter((tenant) => shardOf(tenant, 4) !== shardOf(tenant, 6));
    for (const tenant of moved) assert.ok(shardOf(tenant, 6) > 4, tenant);
    assert.ok(Math.abs(moved.length / tenants.length - 2 / 6) < 0.02, `${moved.length}`);
  });

  it("stays where there are fewer, unless it is one that goes", () => {
    for (const tenant of tenants) {
      const before = shardOf(tenant, 6);
      if (before <= 4) assert.equal(shardOf(tenant, 4), before, tenant);
    }
  });
});

describe("the stack of a shard", () => {
  it("is known by its name, and no other is", () => {
    assert.equal(shardIn(stackOf(12)), 12);
    for (const name of ["layout", "shard-0", "shard-01", "shard-", "my-shard-1"]) {
      assert.equal(shardIn(name), undefined, name);
    }
  });
});
