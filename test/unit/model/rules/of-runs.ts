import type { Deed, Entry } from "../engine";
import { type Facts, isMuddled, isThere, mayAdopt, placeIn, wasLookedAt } from "../facts";
import { holds, keyOf, placeOf } from "../places";
import type { Command, ResourceName } from "../scenario";

/** A run of pulumi is at its end. */
export interface RunEnded {
  run: Command["run"];
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
    if (entry.pendingReplacement || holds(heldBefore, place) || cloud.wasChangedInThisRun(place)) continue;
    const isAllowed = mayAdopt(facts, place) || cloud.wasCreatedUnheard(place);
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
export function* wrongState({ run, deeds, succeeded }: RunEnded, facts: Facts): Iterable<string> {
  if (!succeeded || run === "destroy") return;
  for (const entry of facts.entries) {
    const place = placeOf(entry);
    const { cloud, entries } = facts;
    const claims = entries.filter(
      (each) => !each.pendingReplacement && keyOf(placeOf(each)) === keyOf(place),
    );
    if (entry.pendingReplacement || isMuddled(facts, place) || claims.length > 1) continue;
    if (cloud.isChangedUnheard(place) && !wasLookedAt(facts, entry, deeds)) continue;
    yield* differences(entry, facts);
  }
}

function* differences({ outputs }: Entry, { cloud, scenario }: Facts): Iterable<string> {
  const found = cloud.at(outputs);
  // A read that lags behind shows it for a while after it is gone.
  if (!found && outputs.status === "DELETING") return;
  if (!found || found.userPoolId !== outputs.userPoolId) {
    yield `${outputs.domain} on ${outputs.userPoolId} is in the state, and not there`;
    return;
  }
  const isBehind = scenario.readDelay > 0 && outputs.status !== "ACTIVE";
  const isSettled = outputs.waitForDeployment !== false && !isBehind;
  const { customDomainConfig, managedLoginVersion, routing, status, cloudFrontDistribution } = outputs;
  const pairs: [what: string, inState: unknown, inCloud: unknown][] = [
    ["certificate", customDomainConfig?.certificateArn, found.customDomainConfig?.certificateArn],
    ["security policy", customDomainConfig?.securityPolicy, found.customDomainConfig?.securityPolicy],
    ["branding version", managedLoginVersion, found.managedLoginVersion],
    ["failover", routing?.failover, found.failover],
  ];
  if (isSettled) {
    pairs.push(["status", status, found.status]);
    pairs.push(["CloudFront name", cloudFrontDistribution, found.cloudFrontDistribution]);
  }
  for (const [what, ...values] of pairs) {
    const [inState, inCloud] = values.map((value) => JSON.stringify(value));
    // Without a wait the state may not know yet what the program left to the service.
    if (inState === inCloud || (!isSettled && inState === undefined)) continue;
    yield `the ${what} of ${outputs.domain} is ${inState} in the state, and ${inCloud} there`;
  }
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
