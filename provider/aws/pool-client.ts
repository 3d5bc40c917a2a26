import { ServiceError } from "../errors/service-error";
import type { Connection } from "./connection";
import { send } from "./send";

/**
 * What finds domains: no call lists them, but user pools are listed, and say which they have. Each call gives up after
 * `within` milliseconds, and fails with a `ServiceError`.
 */
export interface PoolClient {
  /** The ids of the account's user pools in the Region, replicas too: a List for every 60. */
  list(within: number): Promise<string[]>;
  /** The names of a pool's domains, at most a prefix and a custom domain. Undefined when there is no such pool. */
  domainsOf(userPoolId: string, within: number): Promise<string[] | undefined>;
}

/** As many as the service gives. Source: Amazon Cognito API reference, ListUserPools. */
const pageSize = 60;

export function poolClient({ sdk, client }: Connection): PoolClient {
  return {
    async list(within) {
      const ids: string[] = [];
      let next: string | undefined;
      do {
        const command = new sdk.ListUserPoolsCommand({ MaxResults: pageSize, NextToken: next });
        const page = await send("ListUserPools", within, command, (options) => client.send(command, options));
        ids.push(...(page.UserPools ?? []).flatMap(({ Id }) => Id ?? []));
        next = page.NextToken;
      } while (next !== undefined);
      return ids;
    },
    async domainsOf(userPoolId, within) {
      const command = new sdk.DescribeUserPoolCommand({ UserPoolId: userPoolId });
      try {
        const { UserPool } = await send("DescribeUserPool", within, command, (options) =>
          client.send(command, options),
        );
        return [UserPool?.Domain, UserPool?.CustomDomain].flatMap((name) => name || []);
      } catch (error) {
        if (error instanceof ServiceError && error.exception === "ResourceNotFoundException")
          return undefined;
        throw error;
      }
    },
  };
}
