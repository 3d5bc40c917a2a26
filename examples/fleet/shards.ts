import { createHash } from "node:crypto";

/**
 * The number of the shard that a tenant is in, from 1: Google's jump consistent hash over SHA-256. Of all ways to
 * share tenants out evenly it moves the fewest when the count changes: with one more shard, each moves to the new one
 * or stays. It takes a step for each time the tenant would ever have moved, where weighing every shard would take a
 * step for each shard. Source: Lamping and Veach, "A Fast, Minimal Memory, Consistent Hash Algorithm", 2014.
 */
export function shardOf(tenant: string, shards: number): number {
  let key = createHash("sha256").update(tenant).digest().readBigUInt64BE();
  let shard = 0;
  let next = 0;
  while (next < shards) {
    shard = next;
    key = BigInt.asUintN(64, key * 2862933555777941757n + 1n);
    next = Math.floor((shard + 1) * (2 ** 31 / (Number(key >> 33n) + 1)));
  }
  return shard + 1;
}

export function stackOf(shard: number): string {
  return `shard-${shard}`;
}

/** The number in the name of a shard's stack; undefined for another stack. */
export function shardIn(stack: string): number | undefined {
  const [, number] = /^shard-([1-9]\d*)$/.exec(stack) ?? [];
  return number === undefined ? undefined : Number(number);
}
