import type { Domain } from "../cloud/domain";
import type { Pool } from "../cloud/pools";
import { concurrentModification, invalidParameter } from "../errors";
import { messages } from "../messages";
import type { Context } from "./context";

/**
 * The domain that a request names together with its pool, with that pool. One message covers an absent domain,
 * an absent pool and a domain of another pool, as its wording says.
 */
export function ownDomain(
  input: { Domain: string; UserPoolId: string },
  { domains, pools, region, caller }: Context,
): { domain: Domain; pool: Pool } {
  const domain = domains.find(input.Domain, region);
  const pool = pools.find(input.UserPoolId, region, caller.accountId);
  if (!domain || !pool || domain.userPoolId !== pool.id || domain.accountId !== pool.accountId) {
    throw invalidParameter(messages.noSuchDomain);
  }
  return { domain, pool };
}

/**
 * Refuses to change a domain that is CREATING, UPDATING or DELETING: the model declares
 * ConcurrentModificationException for updates and deletes, and when the service gives it is our assumption.
 */
export function checkIsAtRest({ name, status }: Domain): void {
  if (status !== "ACTIVE" && status !== "FAILED") throw concurrentModification(name, status);
}
