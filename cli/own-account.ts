import type { Wording } from "../provider/errors/diagnosis";
import type { Clients } from "./access";
import { anyCommand } from "./diagnostics";
import { explained } from "./explained";
import { type LiveDomain, lookWithin } from "./live-domain";

/**
 * Why a domain isn't for the credentials at hand to manage, if so: the service describes those of other accounts too.
 * 1 DescribeUserPool, since only the account that has a pool sees it.
 */
export async function strangenessOf(
  { inputs: { domain, userPoolId }, state }: LiveDomain,
  { domains: { region }, pools }: Clients,
): Promise<Wording | undefined> {
  const names = await explained(pools.domainsOf(userPoolId, lookWithin), { userPoolId, region });
  if (names !== undefined) return undefined;
  return anyCommand.ofAnotherAccount({ domain, userPoolId, account: state.awsAccountId });
}
