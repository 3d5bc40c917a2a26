import { checkInputs } from "../../provider/check";
import type { DomainInputs } from "../../provider/inputs";
import { isLost } from "../../provider/status";
import type { Clients } from "../access";
import { type LiveDomain, readLiveDomain } from "../live-domain";
import { strangenessOf } from "../own-account";
import type { OldDomain } from "./old-domain";

/** What becomes of an old domain. */
export interface Successor extends LiveDomain {
  readonly old: OldDomain;
  /** What a person should know, such as where the service holds something else than the old state. */
  readonly warnings: readonly string[];
}

/** Opens the way to AWS in a Region, or in that of the surroundings. */
export type Connect = (region: string | undefined) => Promise<Clients>;

/**
 * Looks at each domain: 1 Describe, and 1 of its pool. What the old program left to the service stays so. A Region that
 * is given is for domains of which the state doesn't tell one.
 *
 * @throws Error that names every domain that can't be taken over
 */
export async function successorsOf(
  olds: readonly OldDomain[],
  connect: Connect,
  givenRegion?: string,
): Promise<Successor[]> {
  const contradictions = olds.flatMap((old) => contradictionOf(old, givenRegion));
  if (contradictions.length > 0) throw new Error(contradictions.join("\n"));
  const clients = new Map<string | undefined, Promise<Clients>>();
  const looks: Look[] = [];
  for (const old of olds) {
    const region = old.region ?? givenRegion;
    const inRegion = clients.get(region) ?? connect(region);
    clients.set(region, inRegion);
    looks.push(await lookAt(old, await inRegion));
  }
  const problems = looks.flatMap((look) => look.problems);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return looks.flatMap(({ old, live }) =>
    live ? [{ ...live, old, warnings: [...old.warnings, ...driftBetween(old, live.inputs)] }] : [],
  );
}

interface Look {
  readonly old: OldDomain;
  readonly live: LiveDomain | undefined;
  /** Why it can't be taken over. */
  readonly problems: readonly string[];
}

async function lookAt(old: OldDomain, clients: Clients): Promise<Look> {
  const live = await readLiveDomain(old.domain, clients.domains, (reported) => givenOf(reported, old));
  if (!live) return { old, live, problems: [absence(old)] };
  const moved = moveOf(old, live);
  if (moved !== undefined) return { old, live, problems: [moved] };
  const strangeness = await strangenessOf(live, clients);
  return { old, live, problems: strangeness === undefined ? unfitness(old, live) : [strangeness] };
}

/** Routing has to be given where there is some: a program that leaves it out removes it. */
function givenOf(reported: DomainInputs, old: OldDomain): DomainInputs {
  const { domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region } = reported;
  const didGiveVersion =
    old.managedLoginVersion !== undefined || old.secrets.inputs.includes("managedLoginVersion");
  return {
    domain,
    userPoolId,
    ...(customDomainConfig && {
      customDomainConfig: { certificateArn: customDomainConfig.certificateArn },
    }),
    ...(didGiveVersion && managedLoginVersion !== undefined && { managedLoginVersion }),
    ...(routing && { routing }),
    ...(region !== undefined && { region }),
  };
}

function contradictionOf({ address, region }: OldDomain, givenRegion: string | undefined): string[] {
  if (givenRegion === undefined || region === undefined || region === givenRegion) return [];
  return [
    `${address} is in ${region}, as its state has it: leave --region ${givenRegion} out, which is for states that tell none.`,
  ];
}

function absence({ address, domain, region }: OldDomain): string {
  const where = region === undefined ? "in this Region" : `in ${region}`;
  const flags = `${region === undefined ? "--region, " : ""}--profile or --endpoint-url`;
  return `${domain} isn't there any more ${where}, though the state has it as ${address}: bring that state up to date first (refresh), or correct ${flags}.`;
}

/** Another domain of that name than the one that the state has. */
function moveOf(old: OldDomain, { inputs, state }: LiveDomain): string | undefined {
  const { address, domain, userPoolId, awsAccountId } = old;
  const advice = "find out whose it is, and bring that state up to date first (refresh)";
  if (isAccount(awsAccountId) && isAccount(state.awsAccountId) && awsAccountId !== state.awsAccountId) {
    return `${domain} is of the AWS account ${state.awsAccountId}, though the state has it of ${awsAccountId} (${address}): ${advice}.`;
  }
  if (userPoolId !== undefined && inputs.userPoolId !== userPoolId) {
    const other = old.secrets.inputs.includes("userPoolId") ? "another, a secret" : userPoolId;
    return `${domain} is on the user pool ${inputs.userPoolId}, though the state has it on ${other} (${address}): ${advice}.`;
  }
  return undefined;
}

/** Local servers describe domains of accounts that are none. */
function isAccount(id: string | undefined): boolean {
  return id !== undefined && /^\d{12}$/.test(id);
}

function unfitness({ address, domain }: OldDomain, { inputs, state }: LiveDomain): string[] {
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
  const compared: [path: string, held: unknown, now: unknown][] = [
    ["customDomainConfig.certificateArn", old.certificateArn, live.customDomainConfig?.certificateArn],
    ["managedLoginVersion", old.managedLoginVersion, live.managedLoginVersion],
  ];
  return compared.flatMap(([path, held, now]) => {
    if (held === undefined || now === undefined || held === now) return [];
    const property = path.split(".").at(-1);
    return [
      old.secrets.inputs.includes(path)
        ? `${old.domain}: its ${property}, a secret, isn't what the state has. The code has what is live.`
        : `${old.domain}: its ${property} is ${now}, and not ${held} as the state has it. The code has what is live.`,
    ];
  });
}
