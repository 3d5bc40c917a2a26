import type { DomainKind } from "../domains";
import { invalidParameter, poolNotFound } from "../errors";
import { messages } from "../messages";
import type { Model } from "../model";
import type { Pool } from "../pools";
import type { ValueOf } from "../shapes";
import type { Context } from "./context";

// User pools as far as domains need them: an identity, a tier, and the names of their domains.

export function createUserPool(input: ValueOf<Model["CreateUserPool"]>, context: Context): object {
  const { pools, region, caller } = context;
  const pool = pools.create({
    name: input.PoolName,
    region,
    accountId: caller.accountId,
    ...(input.UserPoolTier && { tier: input.UserPoolTier }),
  });
  return { UserPool: descriptionOf(pool, context) };
}

export function describeUserPool(input: ValueOf<Model["DescribeUserPool"]>, context: Context): object {
  return { UserPool: descriptionOf(existing(input.UserPoolId, context), context) };
}

/** Deletes a pool. A domain, even one that is being deleted, is in the way until Describe no longer finds it. */
export function deleteUserPool(input: ValueOf<Model["DeleteUserPool"]>, context: Context): object {
  const pool = existing(input.UserPoolId, context);
  if (context.domains.ofPool(pool.id).length > 0) throw invalidParameter(messages.poolStillHasDomain);
  context.pools.delete(pool.id);
  return {};
}

function existing(userPoolId: string, { pools, region, caller }: Context): Pool {
  const pool = pools.find(userPoolId, region, caller.accountId);
  if (!pool) throw poolNotFound(userPoolId);
  return pool;
}

function descriptionOf(pool: Pool, { domains }: Context): object {
  const held = domains.ofPool(pool.id);
  const nameOf = (kind: DomainKind) => held.find((domain) => domain.kind === kind)?.name;
  return {
    Id: pool.id,
    Name: pool.name,
    Arn: pool.arn,
    UserPoolTier: pool.tier,
    CreationDate: pool.createdAt / 1000,
    LastModifiedDate: pool.createdAt / 1000,
    MfaConfiguration: "OFF",
    EstimatedNumberOfUsers: 0,
    // JSON leaves out what is undefined, as the service leaves out what a pool doesn't have.
    Domain: nameOf("prefix"),
    CustomDomain: nameOf("custom"),
  };
}
