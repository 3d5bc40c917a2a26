import type { Clock } from "../clock";
import { ServiceError } from "../errors";
import { messages } from "../messages";
import type { Model } from "../model/operations";

/** How much is allowed. What is left out is unlimited. */
export interface Quotas {
  /** User pools of an account in a Region. */
  userPools?: number;
  /** Custom domains of an account in a Region. */
  customDomains?: number;
  /** Requests a second of an account in a Region: of all categories together, or of each. */
  requestsPerSecond?: number | Partial<Record<RequestCategory, number>>;
  /** Requests a second of one operation for the domains of one user pool. */
  requestsPerSecondAndPool?: number;
}

/** The service's own names for what its request rates are counted by. */
export type RequestCategory =
  | "UserPoolRead"
  | "UserPoolUpdate"
  | "UserPoolResourceRead"
  | "UserPoolResourceUpdate";

/**
 * The quotas that the service starts with, after "Quotas in Amazon Cognito" in the developer guide: 1,000 user pools
 * and 4 custom domains per account and Region, and these request rates.
 */
export const serviceQuotas: Readonly<Quotas> = {
  userPools: 1000,
  customDomains: 4,
  requestsPerSecond: {
    UserPoolRead: 15,
    UserPoolUpdate: 15,
    UserPoolResourceRead: 20,
    UserPoolResourceUpdate: 15,
  },
  requestsPerSecondAndPool: 5,
};

const categories: Record<keyof Model, RequestCategory> = {
  CreateUserPoolDomain: "UserPoolResourceUpdate",
  DescribeUserPoolDomain: "UserPoolResourceRead",
  UpdateUserPoolDomain: "UserPoolResourceUpdate",
  DeleteUserPoolDomain: "UserPoolResourceUpdate",
  CreateUserPool: "UserPoolUpdate",
  DescribeUserPool: "UserPoolRead",
  ListUserPools: "UserPoolRead",
  DeleteUserPool: "UserPoolUpdate",
};

/** A request as far as its rate matters. */
export interface Rated {
  readonly operation: keyof Model;
  readonly accountId: string;
  readonly region: string;
  /** The user pool whose domain it is about, for requests about domains. Asked only where its rate is limited. */
  userPoolId(): string | undefined;
}

export interface RateLimiter {
  /** @throws ServiceError TooManyRequestsException when it is one too many */
  admit(request: Rated): void;
}

/** Counts requests in token buckets that hold a second's worth: a burst of that many passes, then the rate. */
export function createRateLimiter(clock: Clock, quotas: Quotas): RateLimiter {
  const { requestsPerSecond: rates, requestsPerSecondAndPool: poolRate } = quotas;
  const buckets = new Map<string, { tokens: number; at: number }>();

  const bucketsOf = ({ operation, accountId, region, userPoolId }: Rated): [string, number | undefined][] => {
    const category = categories[operation];
    const account = `${accountId} ${region}`;
    const pool = poolRate === undefined ? undefined : userPoolId();
    return [
      typeof rates === "number" ? [account, rates] : [`${account} ${category}`, rates?.[category]],
      [`${account} ${pool} ${operation}`, pool === undefined ? undefined : poolRate],
    ];
  };
  const filled = (key: string, rate: number): { tokens: number; at: number } => {
    const now = clock.now();
    const capacity = Math.max(1, rate);
    const { tokens, at } = buckets.get(key) ?? { tokens: capacity, at: now };
    const bucket = { tokens: Math.min(capacity, tokens + ((now - at) / 1000) * rate), at: now };
    buckets.set(key, bucket);
    return bucket;
  };

  return {
    admit(request) {
      const limited = bucketsOf(request).flatMap(([key, rate]) =>
        rate === undefined ? [] : [filled(key, rate)],
      );
      if (limited.some(({ tokens }) => tokens < 1)) {
        throw new ServiceError("TooManyRequestsException", messages.rateExceeded);
      }
      for (const bucket of limited) bucket.tokens -= 1;
    },
  };
}

/** @throws ServiceError LimitExceededException when there are already as many as allowed */
export function checkQuota(
  limit: number | undefined,
  count: () => number,
  what: string,
  region: string,
): void {
  if (limit !== undefined && count() >= limit) {
    throw new ServiceError("LimitExceededException", messages.limitExceeded(what, limit, region));
  }
}
