import type { Clock } from "./clock";
import { lettersAndDigits, randomLooking } from "./identifiers";
import { partitionOf } from "./regions";

/** The feature plan of a user pool; managed login needs another than LITE. */
export type UserPoolTier = "LITE" | "ESSENTIALS" | "PLUS";

export interface Pool {
  /** Such as `us-east-1_AbCdEf123`. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  /** The twelve digits of the account that owns the pool. */
  readonly accountId: string;
  readonly tier: UserPoolTier;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface PoolOptions {
  /** Such as `us-east-1_AbCdEf123`. @default one is made up */
  id?: string;
  /** @default "pool" */
  name?: string;
  /** @default "ESSENTIALS", as in the service */
  tier?: UserPoolTier;
  /** @default the Region in the `id`, else the emulator's */
  region?: string;
  /** Twelve digits; only callers of this account find the pool. @default the emulator's account */
  accountId?: string;
}

export interface Pools {
  /** @throws TypeError for an `id` that is taken, or whose Region isn't the one that is asked for */
  create(options: PoolOptions): Pool;
  /** The pool, if it exists in that Region and account; to any other caller it doesn't. */
  find(id: string, region: string, accountId: string): Pool | undefined;
  delete(id: string): void;
}

export function createPools(clock: Clock, defaults: { region: string; accountId: string }): Pools {
  const pools = new Map<string, Pool>();
  let created = 0;

  return {
    create(options) {
      created += 1;
      const region = options.region ?? options.id?.split("_")[0] ?? defaults.region;
      const id = options.id ?? `${region}_${randomLooking(`pool ${created}`, lettersAndDigits, 9)}`;
      if (!id.startsWith(`${region}_`)) throw new TypeError(`The user pool id ${id} is not of ${region}.`);
      if (pools.has(id)) throw new TypeError(`The user pool ${id} exists already.`);
      const accountId = options.accountId ?? defaults.accountId;
      const pool: Pool = {
        id,
        name: options.name ?? "pool",
        arn: `arn:${partitionOf(region)}:cognito-idp:${region}:${accountId}:userpool/${id}`,
        region,
        accountId,
        tier: options.tier ?? "ESSENTIALS",
        createdAt: clock.now(),
      };
      pools.set(id, pool);
      return pool;
    },
    find(id, region, accountId) {
      const pool = pools.get(id);
      return pool?.region === region && pool.accountId === accountId ? pool : undefined;
    },
    delete(id) {
      pools.delete(id);
    },
  };
}
