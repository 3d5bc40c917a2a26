import type { Fault } from "../../../../emulator/index";
import type { Values } from "../../../../provider/values";
import { outputsOf } from "../description";
import type { Deed, Entry } from "../engine";
import { type Facts, isMuddled, isThere, mayAdopt, placeIn, wasLookedAt } from "../facts";
import { holds, keyOf, placeOf } from "../places";
import type { Command, Outside, ResourceName } from "../scenario";

/** A run of pulumi is at its end. */
export interface RunEnded {
  run: Command["run"];
  faults: readonly Fault[];
  outside: readonly Outside[];
  deeds: readonly Deed[];
  succeeded: boolean;
}

/** A preview of the program that has just come up. */
export interface Previewed {
  changes: readonly ResourceName[];
  calls: number;
}

export function* takenOver(_: RunEnded, facts: Facts): Iterable<string> {
  const { entries, cloud, heldBefore } = facts;
  for (const entry of entries) {
    const place = placeOf(entry);
    if (entry.pendingReplacement || holds(heldBefore, place) || cloud.wasAlteredInThisRun(place)) continue;
    const isAllowed = mayAdopt(facts, place) || cloud.mayBeMadeUnheard(place);
    if (cloud.isSomebodys(place) && isThere(facts, place) && !isAllowed)
      yield `${place.domain} on ${place.userPoolId} is somebody else's, and was taken over`;
  }
}

export function* orphans(_: RunEnded, { entries, cloud, told, muddled }: Facts): Iterable<string> {
  const known = entries.filter(({ pendingReplacement }) => !pendingReplacement).map(placeOf);
  for (const place of cloud.live().map(placeIn)) {
    const isExplained = [known, told, muddled].some((places) => holds(places, place));
    if (!cloud.isSomebodys(place) && !isExplained)
      yield `${place.domain} on ${place.userPoolId} is there, and not in the state`;
  }
}

/** Unless somebody changed it since the last look, or two resources claim the same name: then one is not looked at. */
export function* wrongState({ run, deeds }: RunEnded, facts: Facts): Iterable<string> {
  if (run === "destroy") return;
  const failing = new Set(deeds.filter(({ error }) => error !== undefined).map(({ resource }) => resource));
  const succeeding = new Set(deeds.map(({ resource }) => resource).filter((each) => !failing.has(each)));
  for (const entry of facts.entries) {
    const place = placeOf(entry);
    const { cloud, entries } = facts;
    const claims = entries.filter(
      (each) => !each.pendingReplacement && keyOf(placeOf(each)) === keyOf(place),
    );
    if (!succeeding.has(entry.resource) || entry.pendingReplacement || entry.doomed) continue;
    if (isMuddled(facts, place) || claims.length > 1) continue;
    if (cloud.isChangedUnheard(place) && !wasLookedAt(facts, entry, deeds)) continue;
    yield* differences(entry, facts);
  }
}

function* differences({ outputs }: Entry, { cloud }: Facts): Iterable<string> {
  const found = cloud.at(outputs);
  // A read that lags behind shows it for a while after it is gone.
  if (!found && outputs.status === "DELETING") return;
  if (!found || found.userPoolId !== outputs.userPoolId) {
    yield `${outputs.domain} on ${outputs.userPoolId} is in the state, and not there`;
    return;
  }
  // What is busy goes on by itself.
  const isSettled = outputs.waitForDeployment !== false && outputs.status === "ACTIVE";
  const {
    timeouts: _t,
    waitForDeployment: _w,
    adoptExisting: _a,
    __defaults: _d,
    __provider: _p,
    ...told
  } = outputs;
  const there = leavesOf(outputsOf(found));
  const held = leavesOf({ ...told });
  for (const path of new Set([...there.keys(), ...held.keys()])) {
    const [inState, inCloud] = [held.get(path), there.get(path)];
    if (inState === inCloud) continue;
    // Without a wait the state may not know yet what the service alone tells, and that the change is in force.
    if (!isSettled && (inState === undefined || path === "status" || path === "version")) continue;
    yield `the ${path} of ${outputs.domain} is ${inState} in the state, and ${inCloud} there`;
  }
}

/** Values by their paths. An object with nothing in it, such as routing without failover, says nothing. */
function leavesOf(values: Values, path = ""): Map<string, unknown> {
  const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] =>
    typeof value === "object" && value !== null
      ? [...leavesOf(value as Values, `${path}${name}.`)]
      : [[path + name, value]],
  );
  return new Map(entries);
}

export function* incomplete({ run, succeeded }: RunEnded, facts: Facts): Iterable<string> {
  if (run === "refresh" || run === "destroy" || !succeeded) return;
  const { program, entries } = facts;
  for (const resource of program.keys()) {
    if (!entries.some((entry) => entry.resource === resource && !entry.pendingReplacement))
      yield `${resource} isn't in the state`;
  }
  for (const { resource, outputs, doomed, initErrors } of entries) {
    const { status, waitForDeployment } = outputs;
    const isBad = status === "FAILED" || status === "DELETING";
    if ((isBad || (status !== "ACTIVE" && waitForDeployment !== false)) && !isMuddled(facts, outputs))
      yield `${resource} is ${status}`;
    if (doomed || initErrors.length > 0 || !program.has(resource)) yield `${resource} isn't done with`;
  }
}

export function* droppedThoughThere({ deeds, succeeded }: RunEnded, facts: Facts): Iterable<string> {
  if (!succeeded) return;
  for (const deed of deeds) {
    // What an up after it has made again is there, too.
    const isBack = holds(facts.entries.map(placeOf), deed);
    if (deed.dropped && !isBack && isThere(facts, deed) && !facts.cloud.wasChangedInThisRun(deed))
      yield deed.domain;
  }
}

export function* changesLeft({ changes }: Previewed, { entries }: Facts): Iterable<string> {
  for (const resource of changes) {
    const entry = entries.find((each) => each.resource === resource);
    // Which is lost, and to be replaced.
    if (entry && entry.outputs.status !== "FAILED" && entry.outputs.status !== "DELETING") yield resource;
  }
}

export function* callsOfPreview({ calls }: Previewed): Iterable<string> {
  if (calls > 0) yield `it made ${calls}`;
}
