import type { Domain } from "../../../emulator/index";
import type { DomainInputs } from "../../../provider/inputs";
import type { Cloud } from "./cloud";
import type { Deed, Entry, Program } from "./engine";
import { holds, keyOf, type Place, placeOf, same } from "./places";
import type { Scenario } from "./scenario";

/** What the rules go by beside the moment that they are held against: how everything is, and what became of it. */
export interface Facts {
  readonly scenario: Scenario;
  readonly cloud: Cloud;
  readonly program: Program;
  readonly entries: readonly Entry[];
  /** Whether everything was in order when the run began, as far as the stack could know and in fact. */
  readonly settledBefore: boolean;
  /** In the state when the run began. */
  readonly heldBefore: readonly Place[];
  /** In the state when the run began, or since. */
  readonly heldInThisRun: readonly Place[];
  /** Names of which the user was told, in an error, that a domain may be there that the state doesn't know. */
  readonly told: readonly Place[];
  /** What two resources hold at once, because one adopted what the other has: documented, and the user's to mend. */
  readonly muddled: readonly Place[];
}

export function placeIn({ name, userPoolId }: Domain): Place {
  return { domain: name, userPoolId };
}

/** What the program asks for there, of each resource that does. */
export function allWantedAt({ program }: Facts, place: Place): DomainInputs[] {
  return [...program.values()].filter((wanted) => holds([wanted], place));
}

/** Whether the program says that whatever is there is to be taken over. */
export function mayAdopt({ program }: Facts, place: Place): boolean {
  return [...program.values()].some((wanted) => wanted.adoptExisting && holds([wanted], place));
}

/** Whether the stack can't know how it is there, and what is its. */
export function isMuddled({ muddled, cloud }: Facts, place: Place): boolean {
  return holds(muddled, place) || cloud.wasChangedInThisRun(place);
}

/** Whether a domain of that name is on that pool. */
export function isThere({ cloud }: Facts, place: Place): boolean {
  return cloud.at(place)?.userPoolId === place.userPoolId;
}

/**
 * Whether a step of the entry's own saw the domain. What others look at doesn't come into its state; where steps of both
 * are about one name, nothing tells whose the look was, since an update of timeouts alone doesn't look.
 */
export function wasLookedAt({ cloud }: Facts, entry: Entry, deeds: readonly Deed[]): boolean {
  const place = placeOf(entry);
  const looks = deeds.filter(
    (deed) => ["create", "update", "read", "delete"].includes(deed.step) && keyOf(deed) === keyOf(place),
  );
  const tells = ({ step, error, ...of }: Deed): boolean =>
    step !== "delete" && error === undefined && same(of, place);
  return (
    cloud.wasDescribedInThisRun(place) &&
    looks.every(({ resource }) => resource === entry.resource) &&
    looks.some(tells)
  );
}
