import type { Call } from "../../../emulator/index";
import { kindOfName } from "../../../provider/kind";
import { regionOfUserPool } from "../../../provider/region";
import type { Entry } from "./engine";

/** A name on a pool: as much as tells one domain from another. */
export interface Place {
  domain: string;
  userPoolId: string;
}

export function placeOf({ outputs: { domain, userPoolId } }: Entry): Place {
  return { domain, userPoolId };
}

/** What a call names; a Describe names no pool, but comes to the Region of its pool. */
export function placeAsked({ request, region }: Call): Place {
  const { Domain: domain, UserPoolId: userPoolId } = request as { Domain: string; UserPoolId?: string };
  return { domain, userPoolId: userPoolId ?? `${region}_` };
}

export function same(one: Place, other: Place): boolean {
  return one.domain === other.domain && one.userPoolId === other.userPoolId;
}

export function holds(places: readonly Place[], place: Place): boolean {
  return places.some((each) => same(each, place));
}

/** What two resources have at once. */
export function sharedAmong(entries: readonly Entry[]): Place[] {
  const live = entries.filter(({ pendingReplacement, doomed }) => doomed || !pendingReplacement);
  return live
    .filter((entry) =>
      live.some((other) => other.resource !== entry.resource && same(placeOf(other), placeOf(entry))),
    )
    .map(placeOf);
}

export function regionOf(userPoolId: string): string {
  return regionOfUserPool(userPoolId) ?? "us-east-1";
}

/** Custom names exist once, prefixes once in each Region. */
export function keyOf({ domain, userPoolId }: Place): string {
  return kindOfName(domain) === "custom" ? domain : `${regionOf(userPoolId)} ${domain}`;
}
