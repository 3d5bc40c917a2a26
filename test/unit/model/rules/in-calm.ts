import type { DomainInputs } from "../../../../provider/inputs";
import { kindOf, kindOfName } from "../../../../provider/kind";
import type { Deed, Entry } from "../engine";
import { type Facts, placeIn } from "../facts";
import { holds, keyOf, placeOf, regionOf } from "../places";
import { otherAccount, type ResourceName } from "../scenario";

/** The stack was brought up again. */
export interface Calmed {
  refresh: readonly Deed[];
  /** What failed in the last up. */
  failures: readonly Deed[];
}

/** The stack was taken down, as far as that goes. */
export interface Destroyed {
  left: readonly Entry[];
}

export function* failedRefresh({ refresh }: Calmed): Iterable<string> {
  for (const { domain, error } of refresh) if (error !== undefined) yield `the read of ${domain}: ${error}`;
}

export function* stuck({ failures }: Calmed, facts: Facts): Iterable<string> {
  for (const { step, resource, domain, error } of failures) {
    const wanted = facts.program.get(resource);
    if (!wanted || !isInTheWay(resource, wanted, facts))
      yield `nothing is in the way of ${resource}, and its ${step} of ${domain} goes on failing: ${error}`;
  }
}

export function* leftForEver({ left }: Destroyed): Iterable<string> {
  yield* left.map(({ resource }) => `${resource} is still there`);
}

function isInTheWay(resource: ResourceName, wanted: DomainInputs, facts: Facts): boolean {
  const { entries, cloud } = facts;
  if (kindOf(wanted) === "custom" && isQuotaUsedUp(wanted, facts)) return true;
  const own = entries
    .filter((entry) => entry.resource === resource && !entry.doomed && !entry.pendingReplacement)
    .map(placeOf);
  return cloud.live().some((domain) => {
    const place = placeIn(domain);
    const hasName = keyOf(place) === keyOf(wanted);
    const hasSlot = place.userPoolId === wanted.userPoolId && kindOfName(place.domain) === kindOf(wanted);
    return (hasName || hasSlot) && !holds(own, place);
  });
}

/** A replacement that is created first needs one more than there will be. */
function isQuotaUsedUp({ userPoolId }: DomainInputs, { cloud, scenario }: Facts): boolean {
  const { customDomains = Number.POSITIVE_INFINITY } = scenario.quotas;
  const counted = cloud
    .live()
    .filter(
      ({ name, region, accountId }) =>
        kindOfName(name) === "custom" && region === regionOf(userPoolId) && accountId !== otherAccount,
    );
  return counted.length >= customDomains;
}
