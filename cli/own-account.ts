import type { Clients } from "./access";
import { explained } from "./explained";
import { type LiveDomain, lookWithin } from "./live-domain";

/**
 * Why a domain isn't for the credentials at hand to manage, if so: the service describes those of other accounts too.
 * 1 DescribeUserPool, since only the account that has a pool sees it.
 */
export async function strangenessOf(
  { inputs: { domain, userPoolId }, state }: LiveDomain,
  { domains: { region }, pools }: Clients,
): Promise<string | undefined> {
  const names = await explained(pools.domainsOf(userPoolId, lookWithin), { userPoolId, region });
  if (names !== undefined) return undefined;
  const account = state.awsAccountId === undefined ? "" : ` of AWS account ${state.awsAccountId}`;
  return `${domain} is on user pool ${userPoolId}${account}, which is not in the account of these credentials: choose others with --profile or in the environment.`;
}
