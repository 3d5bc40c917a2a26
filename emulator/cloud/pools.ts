import type { Clock } from "../clock";
import { unfit } from "../diagnostics";
import { UnfitValue } from "../unfit-value";
import { lettersAndDigits, randomLooking } from "./identifiers";
import { looksLikeRegion, partitionOf } from "./regions";

/** The feature plan of a user pool; managed login needs another than LITE. */
export type UserPoolTier = "LITE" | "ESSENTIALS" | "PLUS";

/** A user pool, as far as domains need one. */
export interface Pool {
  /** Such as `us-east-1_AbCdEf123`. */
  readonly id: string;
  /** As given at its create; it need not be the only one of that name. */
  readonly name: string;
  /** In its primary Region. */
  readonly arn: string;
  /** Its primary Region, such as `us-east-1`. */
  readonly region: string;
  /** The twelve digits of the account that owns the pool. */
  readonly accountId: string;
  /** Its feature plan. */
  readonly tier: UserPoolTier;
  /** The other Regions that have a replica of it. Left out: it isn't known, and any Region passes for one. */
  readonly replicas?: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Higher than that of all pools made before. */
  readonly number: number;
}

/** What a user pool is to be. */
export interface PoolOptions {
  /** Such as `us-east-1_AbCdEf123`. @default one is made up */
  id?: string;
  /** Any text. @default "pool" */
  name?: string;
  /** Its feature plan. @default "ESSENTIALS", as in the service */
  tier?: UserPoolTier;
  /** Its primary Region, such as `us-east-1`; the one that the `id` begins with. @default the Region in the `id`, else the emulator's */
  region?: string;
  /** Twelve digits; only callers of this account find the pool. @default the emulator's account */
  accountId?: string;
  /**
   * The other Regions of its partition that have a replica of the pool: failover goes to one of them, and the pool can
   * be called there, too. Not for LITE. @default the pool isn't called elsewhere, and any Region will do for failover
   */
  replicas?: readonly string[];
}

export interface Pools {
  /** @throws TypeError for an `id` that is taken, or whose Region is none or isn't the one that is asked for, and for replicas that can't be */
  create(options: PoolOptions): Pool;
  get(id: string): Pool | undefined;
  /** The pool, if it or a replica exists in that Region and account; to any other caller it doesn't. */
  find(id: string, region: string, accountId: string): Pool | undefined;
  /** The account's pools and replicas in the Region, oldest first. */
  list(region: string, accountId: string): Pool[];
  delete(id: string): void;
  /** What has to be kept so that the pools outlive the process. */
  records(): Pool[];
  /** How many were ever made. */
  made(): number;
  /** Puts these pools in the place of all others. */
  restore(pools: readonly Pool[], made: number): void;
}

/** After "Multi-Region replication for user pools" in the developer guide. */
function checkReplicas(region: string, { replicas, tier }: PoolOptions): void {
  if (replicas?.length && tier === "LITE") throw new UnfitValue(unfit.replicaOnLite());
  for (const replica of replicas ?? []) {
    const isAnother =
      replica !== region && looksLikeRegion(replica) && partitionOf(replica) === partitionOf(region);
    if (!isAnother) throw new UnfitValue(unfit.replica({ region, replica }));
  }
}

/** The ARN of a pool, or in another Region of its replica. */
export function arnOf(id: string, region: string, accountId: string): string {
  return `arn:${partitionOf(region)}:cognito-idp:${region}:${accountId}:userpool/${id}`;
}

/** @param changed is told of every change */
export function createPools(
  clock: Clock,
  defaults: { region: string; accountId: string },
  changed: () => void,
): Pools {
  const pools = new Map<string, Pool>();
  let made = 0;

  const madeUpId = (region: string): string => {
    for (let number = made + 1; ; number += 1) {
      const id = `${region}_${randomLooking(`pool ${number}`, lettersAndDigits, 9)}`;
      if (!pools.has(id)) return id;
    }
  };
  const isIn = (pool: Pool, region: string, accountId: string): boolean =>
    pool.accountId === accountId && (pool.region === region || (pool.replicas?.includes(region) ?? false));

  return {
    create(options) {
      const region = options.region ?? options.id?.split("_")[0] ?? defaults.region;
      if (!looksLikeRegion(region)) throw new UnfitValue(unfit.regionOfPool({ region }));
      const id = options.id ?? madeUpId(region);
      checkReplicas(region, options);
      if (!id.startsWith(`${region}_`)) throw new UnfitValue(unfit.poolOfAnotherRegion({ id, region }));
      if (pools.has(id)) throw new UnfitValue(unfit.poolExists({ id }));
      const accountId = options.accountId ?? defaults.accountId;
      const pool: Pool = {
        id,
        name: options.name ?? "pool",
        arn: arnOf(id, region, accountId),
        region,
        accountId,
        tier: options.tier ?? "ESSENTIALS",
        ...(options.replicas && { replicas: options.replicas }),
        createdAt: clock.now(),
        number: made + 1,
      };
      made += 1;
      pools.set(id, pool);
      changed();
      return pool;
    },
    get: (id) => pools.get(id),
    find(id, region, accountId) {
      const pool = pools.get(id);
      return pool && isIn(pool, region, accountId) ? pool : undefined;
    },
    list: (region, accountId) => [...pools.values()].filter((pool) => isIn(pool, region, accountId)),
    delete(id) {
      pools.delete(id);
      changed();
    },
    records: () => [...pools.values()],
    made: () => made,
    restore(records, alreadyMade) {
      made = Math.max(made, alreadyMade);
      pools.clear();
      for (const pool of records) pools.set(pool.id, pool);
      changed();
    },
  };
}
