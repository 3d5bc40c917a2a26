import type { DomainKind } from "../cloud/domain";
import { arnOf, type Pool } from "../cloud/pools";
import { checkQuota } from "../cloud/quotas";
import { invalidParameter } from "../errors";
import { messages } from "../messages";
import type { Model } from "../model/operations";
import type { ValueOf } from "../model/shapes";
import type { Context } from "./context";
import { ownPool, primaryPool } from "./own-pool";

// User pools as far as domains need them: an identity, a tier, and the names of their domains.

export function createUserPool(input: ValueOf<Model["CreateUserPool"]>, context: Context): object {
  const { pools, region, caller, quotas } = context;
  checkQuota(quotas.userPools, () => pools.list(region, caller.accountId).length, "user pools", region);
  const pool = pools.create({
    name: input.PoolName,
    region,
    accountId: caller.accountId,
    ...(input.UserPoolTier && { tier: input.UserPoolTier }),
  });
  return { UserPool: descriptionOf(pool, context) };
}

export function describeUserPool(input: ValueOf<Model["DescribeUserPool"]>, context: Context): object {
  return { UserPool: descriptionOf(ownPool(input.UserPoolId, context), context) };
}

/** Lists the account's pools in the Region, oldest first. */
export function listUserPools(input: ValueOf<Model["ListUserPools"]>, context: Context): object {
  const { pools, region, caller } = context;
  const after = input.NextToken === undefined ? 0 : numberIn(input.NextToken);
  const rest = pools.list(region, caller.accountId).filter(({ number }) => number > after);
  const page = rest.slice(0, input.MaxResults ?? 0);
  const last = page.at(-1);
  return {
    UserPools: page.map(summaryOf),
    ...(last && page.length < rest.length && { NextToken: tokenFor(last.number) }),
  };
}

/** Deletes a pool. A domain, even one that is being deleted, is in the way until Describe no longer finds it. */
export function deleteUserPool(input: ValueOf<Model["DeleteUserPool"]>, context: Context): object {
  const pool = primaryPool(input.UserPoolId, context);
  if (context.domains.ofPool(pool.id).length > 0) throw invalidParameter(messages.poolStillHasDomain);
  context.pools.delete(pool.id);
  return {};
}

// A token names the last pool that was listed, so that the next page is right though pools were deleted meanwhile.

function tokenFor(number: number): string {
  return Buffer.from(`after ${number}`).toString("base64url");
}

function numberIn(token: string): number {
  const [, number] = /^after (\d+)$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (number === undefined || tokenFor(Number(number)) !== token) throw invalidParameter(messages.badToken);
  return Number(number);
}

function descriptionOf(pool: Pool, { domains, region }: Context): object {
  const held = domains
    .seenOfPool(pool.id)
    .filter(({ kind, region: of }) => kind === "custom" || of === region);
  const nameOf = (kind: DomainKind) => held.find((domain) => domain.kind === kind)?.name;
  return {
    ...summaryOf(pool),
    Arn: arnOf(pool.id, region, pool.accountId),
    UserPoolTier: pool.tier,
    MfaConfiguration: "OFF",
    EstimatedNumberOfUsers: 0,
    // JSON leaves out what is undefined, as the service leaves out what a pool doesn't have.
    Domain: nameOf("prefix"),
    CustomDomain: nameOf("custom"),
  };
}

function summaryOf(pool: Pool): object {
  return {
    Id: pool.id,
    Name: pool.name,
    LambdaConfig: {},
    ...(pool.replicas && { ReplicaRegions: [pool.region, ...pool.replicas] }),
    CreationDate: pool.createdAt / 1000,
    LastModifiedDate: pool.createdAt / 1000,
  };
}
