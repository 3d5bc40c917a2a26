import type { Pool } from "../cloud/pools";
import { operationNotEnabled, poolNotFound } from "../errors";
import type { Context } from "./context";

/** The caller's pool with that id in the Region of the call, be it the primary or a replica. @throws ServiceError */
export function ownPool(userPoolId: string, { pools, region, caller }: Context): Pool {
  const pool = pools.find(userPoolId, region, caller.accountId);
  if (!pool) throw poolNotFound(userPoolId);
  return pool;
}

/** The same for what can't be done from where only a replica is. @throws ServiceError */
export function primaryPool(userPoolId: string, context: Context): Pool {
  const pool = ownPool(userPoolId, context);
  if (pool.region !== context.region) throw operationNotEnabled(context.region);
  return pool;
}
