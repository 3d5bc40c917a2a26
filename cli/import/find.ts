import { checkInputs } from "../../provider/check";
import { regionOfUserPool } from "../../provider/region";
import type { Clients } from "../access";
import { explained } from "../explained";
import { type LiveDomain, lookWithin, readLiveDomain } from "../live-domain";
import { strangenessOf } from "../own-account";
import type { Progress } from "./progress";

/** Which domains a person asks for: those of these names, those of a pool, or all of the Region. */
export type Selection = { domains: readonly string[] } | { userPoolId: string } | { all: true };

export interface Findings {
  readonly found: readonly LiveDomain[];
  /** What was left out of all that there is, and why. Where something was named, that is an error. */
  readonly skipped: readonly string[];
}

/** Looks at the domains as they are now; nothing is changed. One call after the other, since their rate is limited. */
export async function findDomains(
  selection: Selection,
  clients: Clients,
  progress: Progress,
): Promise<Findings> {
  const { domains, pools } = clients;
  const { region } = domains;
  if ("domains" in selection) return named(selection.domains);
  if ("userPoolId" in selection) {
    return { found: await inTurn("domains", await ofPool(selection.userPoolId), ofNamedPool), skipped: [] };
  }
  return all();

  async function named(names: readonly string[]): Promise<Findings> {
    const looks = await inTurn("domains", names, lookAt);
    const obstacles = looks.flatMap(({ obstacle }) => obstacle ?? []);
    if (obstacles.length > 0) throw new Error(obstacles.join("\n"));
    return { found: looks.flatMap(({ live }) => live ?? []), skipped: [] };
  }

  async function lookAt(domain: string): Promise<{ live?: LiveDomain; obstacle?: string }> {
    const live = await readLiveDomain(domain, domains);
    if (!live) {
      return {
        obstacle: `There is no domain ${domain} in ${region}. A prefix domain is only found in its own Region: name another with --region. The domains of a user pool are found with --user-pool-id, those of the Region with --all.`,
      };
    }
    const obstacle = elsewhere(live) ?? (await strangenessOf(live, clients)) ?? obstacleTo(live);
    return obstacle === undefined ? { live } : { obstacle };
  }

  /** The service describes the domains of other Regions too. */
  function elsewhere({ inputs: { domain, userPoolId } }: LiveDomain): string | undefined {
    const own = regionOfUserPool(userPoolId) ?? region;
    if (own === region) return undefined;
    return `${domain} is on user pool ${userPoolId}, and managed in its Region: run the command again with --region ${own}.`;
  }

  async function ofPool(userPoolId: string): Promise<string[]> {
    const names = await domainsOf(userPoolId);
    if (!names) {
      throw new Error(
        `There is no user pool ${userPoolId} in ${region}, in the account of these credentials: check the id and --profile, or see all with: aws cognito-idp list-user-pools --max-results 60 --region ${region}`,
      );
    }
    if (names.length === 0) throw new Error(`User pool ${userPoolId} in ${region} has no domain to import.`);
    return names;
  }

  async function ofNamedPool(domain: string): Promise<LiveDomain> {
    const live = await readLiveDomain(domain, domains);
    if (!live) throw new Error(`${domain} has just been deleted: run the command again.`);
    return importable(live);
  }

  async function all(): Promise<Findings> {
    const skipped: string[] = [];
    const ids = (await explained(pools.list(lookWithin), { region })).filter(isOfTheRegion);
    const names = await inTurn("user pools", ids, async (id) => {
      const held = await domainsOf(id);
      if (!held) skipped.push(`User pool ${id} has just been deleted.`);
      return held ?? [];
    });
    const lives = await inTurn("domains", names.flat(), async (domain) => {
      const live = await readLiveDomain(domain, domains);
      const obstacle = live ? obstacleTo(live) : `${domain} has just been deleted.`;
      if (obstacle !== undefined) skipped.push(obstacle);
      return live && obstacle === undefined ? [live] : [];
    });
    const found = lives.flat();
    if (found.length > 0) return { found, skipped };
    const nothing = ids.length === 0 ? "no user pool" : "no domain to import";
    throw new Error([`There is ${nothing} in ${region}: name another with --region.`, ...skipped].join(" "));
  }

  /** A replica's domains are managed where the pool is. */
  function isOfTheRegion(userPoolId: string): boolean {
    return (regionOfUserPool(userPoolId) ?? region) === region;
  }

  function domainsOf(userPoolId: string): Promise<string[] | undefined> {
    return explained(pools.domainsOf(userPoolId, lookWithin), { userPoolId, region });
  }

  async function inTurn<T, U>(
    what: string,
    items: readonly T[],
    look: (item: T) => Promise<U>,
  ): Promise<U[]> {
    const seen: U[] = [];
    for (const item of items) {
      progress.show(what, seen.length, items.length);
      seen.push(await look(item));
    }
    return seen;
  }
}

function importable(live: LiveDomain): LiveDomain {
  const obstacle = obstacleTo(live);
  if (obstacle !== undefined) throw new Error(obstacle);
  return live;
}

/** Why a program can't have it as it is. */
function obstacleTo({ inputs, state }: LiveDomain): string | undefined {
  if (state.status === "DELETING") return `${inputs.domain} is being deleted: it can't be imported.`;
  const reasons = checkInputs({ ...inputs }).failures.map(({ reason }) => reason);
  if (reasons.length === 0) return undefined;
  return `${inputs.domain} can't be managed as it is, since a preview would refuse it: ${reasons.join("; ")}.`;
}
