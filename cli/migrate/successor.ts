import { checkInputs } from "../../provider/check";
import { together, type Wording } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import type { DomainInputs } from "../../provider/inputs";
import { isLost } from "../../provider/status";
import type { Clients } from "../access";
import { type LiveDomain, readLiveDomain } from "../live-domain";
import { strangenessOf } from "../own-account";
import { differing, migrationWarnings } from "./diagnostics";
import type { OldDomain } from "./old-domain";

/** What becomes of an old domain. */
export interface Successor extends LiveDomain {
  readonly old: OldDomain;
  /** What a person should know, such as where the service holds something else than the old state. */
  readonly warnings: readonly Wording[];
}

/** Opens the way to AWS in a Region, or in that of the surroundings. */
export type Connect = (region: string | undefined) => Promise<Clients>;

/**
 * Looks at each domain: 1 Describe, and 1 of its pool. What the old program left to the service stays so. A Region that
 * is given is for domains of which the state doesn't tell one.
 *
 * @throws Diagnostic that names every domain that can't be taken over
 */
export async function successorsOf(
  olds: readonly OldDomain[],
  connect: Connect,
  givenRegion?: string,
): Promise<Successor[]> {
  const contradictions = olds.flatMap((old) => contradictionOf(old, givenRegion));
  if (contradictions.length > 0) throw new Diagnostic(together(contradictions));
  const clients = new Map<string | undefined, Promise<Clients>>();
  const looks: Look[] = [];
  for (const old of olds) {
    const region = old.region ?? givenRegion;
    const inRegion = clients.get(region) ?? connect(region);
    clients.set(region, inRegion);
    looks.push(await lookAt(old, await inRegion));
  }
  const problems = looks.flatMap((look) => look.problems);
  if (problems.length > 0) throw new Diagnostic(together(problems));
  return looks.flatMap(({ old, live }) =>
    live ? [{ ...live, old, warnings: [...old.warnings, ...driftBetween(old, live.inputs)] }] : [],
  );
}

interface Look {
  readonly old: OldDomain;
  readonly live: LiveDomain | undefined;
  /** Why it can't be taken over. */
  readonly problems: readonly Wording[];
}

async function lookAt(old: OldDomain, clients: Clients): Promise<Look> {
  const live = await readLiveDomain(old.domain, clients.domains, (reported) => givenOf(reported, old));
  if (!live) return { old, live, problems: [differing.absent(old)] };
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

function contradictionOf({ address, region }: OldDomain, givenRegion: string | undefined): Wording[] {
  if (givenRegion === undefined || region === undefined || region === givenRegion) return [];
  return [differing.inAnotherRegion({ address, own: region, given: givenRegion })];
}

/** Another domain of that name than the one that the state has. */
function moveOf(old: OldDomain, { inputs, state }: LiveDomain): Wording | undefined {
  const { address, domain, userPoolId, awsAccountId } = old;
  const account = state.awsAccountId;
  if (isAccount(awsAccountId) && isAccount(account) && awsAccountId !== account) {
    return differing.ofAnotherAccount({ domain, account, address, held: awsAccountId });
  }
  if (userPoolId !== undefined && inputs.userPoolId !== userPoolId) {
    const held = old.secrets.inputs.includes("userPoolId") ? "another, a secret" : userPoolId;
    return differing.onAnotherPool({ domain, userPoolId: inputs.userPoolId, address, held });
  }
  return undefined;
}

/** Local servers describe domains of accounts that are none. */
function isAccount(id: string | undefined): id is string {
  return id !== undefined && /^\d{12}$/.test(id);
}

function unfitness({ address, domain }: OldDomain, { inputs, state }: LiveDomain): Wording[] {
  const { status } = state;
  if (isLost(status)) return [differing.lost({ domain, status, address })];
  const { failures } = checkInputs({ ...inputs });
  return failures.map(({ reason }) => differing.refused({ domain, reason }));
}

function driftBetween(old: OldDomain, live: DomainInputs): Wording[] {
  const compared: [path: string, held: unknown, now: unknown][] = [
    ["customDomainConfig.certificateArn", old.certificateArn, live.customDomainConfig?.certificateArn],
    ["managedLoginVersion", old.managedLoginVersion, live.managedLoginVersion],
  ];
  return compared.flatMap(([path, held, now]) => {
    if (held === undefined || now === undefined || held === now) return [];
    const drift = { domain: old.domain, property: path.split(".").at(-1) ?? "", now, held };
    return old.secrets.inputs.includes(path)
      ? [migrationWarnings.secretDrifted(drift)]
      : [migrationWarnings.drifted(drift)];
  });
}
