import { checkInputs } from "../../provider/check";
import type { DomainClient } from "../../provider/domain-client";
import type { DomainInputs } from "../../provider/inputs";
import { isLost } from "../../provider/status";
import { type LiveDomain, readLiveDomain } from "../live-domain";
import type { OldDomain } from "./old-domain";

/** What becomes of an old domain. */
export interface Successor extends LiveDomain {
  readonly old: OldDomain;
  /** Where the service holds something else than the old state. */
  readonly warnings: readonly string[];
}

/** Opens a client for a Region, or for that of the surroundings. */
export type Connect = (region: string | undefined) => Promise<DomainClient>;

/**
 * Looks at each domain: 1 Describe. What the old program left to the service stays so.
 *
 * @throws Error that names every domain that can't be taken over
 */
export async function successorsOf(
  olds: readonly OldDomain[],
  connect: Connect,
  fallbackRegion?: string,
): Promise<Successor[]> {
  const clients = new Map<string | undefined, Promise<DomainClient>>();
  const found: { old: OldDomain; live: LiveDomain | undefined }[] = [];
  for (const old of olds) {
    const region = old.region ?? fallbackRegion;
    const client = clients.get(region) ?? connect(region);
    clients.set(region, client);
    const live = await readLiveDomain(old.domain, await client, (reported) => givenOf(reported, old));
    found.push({ old, live });
  }
  const problems = found.flatMap(problemsWith);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return found.flatMap(({ old, live }) =>
    live ? [{ ...live, old, warnings: driftBetween(old, live.inputs) }] : [],
  );
}

/** Routing has to be given where there is some: a program that leaves it out removes it. */
function givenOf(reported: DomainInputs, old: OldDomain): DomainInputs {
  const { domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region } = reported;
  const isVersionGiven = old.managedLoginVersion !== undefined && managedLoginVersion !== undefined;
  return {
    domain,
    userPoolId,
    ...(customDomainConfig && {
      customDomainConfig: { certificateArn: customDomainConfig.certificateArn },
    }),
    ...(isVersionGiven && { managedLoginVersion }),
    ...(routing && { routing }),
    ...(region !== undefined && { region }),
  };
}

function problemsWith({ old, live }: { old: OldDomain; live: LiveDomain | undefined }): string[] {
  const { address, domain, userPoolId, region = "the Region" } = old;
  if (!live) {
    return [
      `${domain} isn't there any more in ${region}, though the state has it as ${address}: bring that state up to date first (refresh), or correct --region, --profile or --endpoint-url.`,
    ];
  }
  const { inputs, state } = live;
  if (userPoolId !== undefined && inputs.userPoolId !== userPoolId) {
    return [
      `${domain} is on the user pool ${inputs.userPoolId}, though the state has it on ${userPoolId} (${address}): find out whose it is, and bring that state up to date first (refresh).`,
    ];
  }
  if (isLost(state.status)) {
    return [
      `${domain} is ${state.status}: there is nothing to take over. Bring it back with the tool that has it (${address}), or take it out there.`,
    ];
  }
  return checkInputs({ ...inputs }).failures.map(
    ({ reason }) => `${domain} can't be managed by this package, whose preview would refuse it: ${reason}.`,
  );
}

function driftBetween(old: OldDomain, live: DomainInputs): string[] {
  const compared = [
    { property: "certificateArn", held: old.certificateArn, now: live.customDomainConfig?.certificateArn },
    { property: "managedLoginVersion", held: old.managedLoginVersion, now: live.managedLoginVersion },
  ];
  return compared.flatMap(({ property, held, now }) => {
    if (held === undefined || now === undefined || held === now) return [];
    return [
      `${old.domain}: its ${property} is ${now}, and not ${held} as the state has it. The code has what is live.`,
    ];
  });
}
