import type { Domain } from "../domains";
import { invalidParameter } from "../errors";
import { messages } from "../messages";
import type { Pool } from "../pools";
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
