import type { DomainInputs } from "../../../provider/inputs";
import { kindOf, kindOfName } from "../../../provider/kind";
import { type Facts, placeIn } from "./facts";
import { holds, keyOf, placeOf, regionOf } from "./places";
import { otherAccount, type ResourceName } from "./scenario";

/** Whether somebody else, another resource or a quota keeps a resource from what it asks for. */
export function isInTheWay(resource: ResourceName, wanted: DomainInputs, facts: Facts): boolean {
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
