import { checkInputs } from "../../provider/check";
import { together, type Wording } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { regionOfUserPool } from "../../provider/region";
import type { Clients } from "../access";
import { explained } from "../explained";
import { type LiveDomain, lookWithin, readLiveDomain } from "../live-domain";
import { strangenessOf } from "../own-account";
import { importable } from "./diagnostics";
import type { Progress } from "./progress";

/** Which domains a person asks for: those of these names, those of a pool, or all of the Region. */
export type Selection = { domains: readonly string[] } | { userPoolId: string } | { all: true };

export interface Findings {
  readonly found: readonly LiveDomain[];
  /** What was left out of all that there is, and why. Where something was named, that is an error. */
  readonly skipped: readonly Wording[];
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
    if (obstacles.length > 0) throw new Diagnostic(together(obstacles));
    return { found: looks.flatMap(({ live }) => live ?? []), skipped: [] };
  }

  async function lookAt(domain: string): Promise<{ live?: LiveDomain; obstacle?: Wording }> {
    const live = await readLiveDomain(domain, domains);
    if (!live) return { obstacle: importable.noDomain({ domain, region }) };
    const obstacle = elsewhere(live) ?? (await strangenessOf(live, clients)) ?? obstacleTo(live);
    return obstacle === undefined ? { live } : { obstacle };
  }

  /** The service describes the domains of other Regions too. */
  function elsewhere({ inputs: { domain, userPoolId } }: LiveDomain): Wording | undefined {
    const own = regionOfUserPool(userPoolId) ?? region;
    return own === region ? undefined : importable.inAnotherRegion({ domain, userPoolId, own });
  }

  async function ofPool(userPoolId: string): Promise<string[]> {
    const names = await domainsOf(userPoolId);
    if (!names) throw new Diagnostic(importable.noPool({ userPoolId, region }));
    if (names.length === 0) throw new Diagnostic(importable.poolWithoutDomain({ userPoolId, region }));
    return names;
  }

  async function ofNamedPool(domain: string): Promise<LiveDomain> {
    const live = await readLiveDomain(domain, domains);
    if (!live) throw new Diagnostic(importable.justDeleted({ domain }));
    const obstacle = obstacleTo(live);
    if (obstacle !== undefined) throw new Diagnostic(obstacle);
    return live;
  }

  async function all(): Promise<Findings> {
    const skipped: Wording[] = [];
    const ids = (await explained(pools.list(lookWithin), { region })).filter(isOfTheRegion);
    const names = await inTurn("user pools", ids, async (id) => {
      const held = await domainsOf(id);
      if (!held) skipped.push(importable.goneMeanwhile({ what: `User pool ${id}` }));
      return held ?? [];
    });
    const lives = await inTurn("domains", names.flat(), async (domain) => {
      const live = await readLiveDomain(domain, domains);
      const obstacle = live ? obstacleTo(live) : importable.goneMeanwhile({ what: domain });
      if (obstacle !== undefined) skipped.push(obstacle);
      return live && obstacle === undefined ? [live] : [];
    });
    const found = lives.flat();
    if (found.length > 0) return { found, skipped };
    const what = ids.length === 0 ? "user pool" : "domain to import";
    throw new Diagnostic(importable.nothing({ what, region, skipped }));
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

/** Why a program can't have it as it is. */
function obstacleTo({ inputs, state }: LiveDomain): Wording | undefined {
  const { domain } = inputs;
  if (state.status === "DELETING") return importable.beingDeleted({ domain });
  const reasons = checkInputs({ ...inputs }).failures.map(({ reason }) => reason);
  return reasons.length === 0 ? undefined : importable.unfit({ domain, reasons: reasons.join("; ") });
}
