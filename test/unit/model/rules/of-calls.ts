import type { Call, Domain } from "../../../../emulator/index";
import { allWantedAt, type Facts, isMuddled, mayAdopt } from "../facts";
import { holds, keyOf, type Place, placeOf } from "../places";

/** The service answered a call, or its answer was spoiled. */
export interface CallMade {
  call: Call;
  tookEffect: boolean;
  /** The domain as it was after the call before. */
  before: Domain | undefined;
}

export function* unnamed({ call }: CallMade, facts: Facts): Iterable<string> {
  const place = changedBy(call);
  if (place && !holds(facts.heldInThisRun, place) && allWantedAt(facts, place).length === 0)
    yield inWords(call);
}

export function* somebodysTouched({ call, tookEffect }: CallMade, facts: Facts): Iterable<string> {
  const place = changedBy(call);
  if (!place || !tookEffect || !facts.cloud.isSomebodys(place) || holds(facts.heldInThisRun, place)) return;
  if (!mayAdopt(facts, place)) yield inWords(call);
}

export function* foreignUpdated({ call }: CallMade, facts: Facts): Iterable<string> {
  const place = changedBy(call);
  if (call.operation !== "UpdateUserPoolDomain" || !place) return;
  const seen = facts.cloud.poolSeenInThisRun(place);
  // Where two resources are of that name, the other may have looked later.
  const looking = new Set([
    ...[...facts.program]
      .filter(([, wanted]) => keyOf(wanted) === keyOf(place))
      .map(([resource]) => resource),
    ...facts.entries
      .filter((entry) => keyOf(placeOf(entry)) === keyOf(place))
      .map(({ resource }) => resource),
  ]);
  if (seen && seen !== place.userPoolId && looking.size <= 1)
    yield `${inWords(call)}, which was seen on ${seen}`;
}

export function* resets({ call, tookEffect, before }: CallMade, facts: Facts): Iterable<string> {
  const place = changedBy(call);
  if (call.operation !== "UpdateUserPoolDomain" || !place || !tookEffect || isMuddled(facts, place)) return;
  const [wanted, ...others] = allWantedAt(facts, place);
  const after = facts.cloud.at(place);
  // What two resources declare is updated for each in turn.
  if (!wanted || others.length > 0 || !before || !after) return;
  const policies = [before, after].map(({ customDomainConfig }) => customDomainConfig?.securityPolicy);
  if (wanted.customDomainConfig?.securityPolicy === undefined && policies[0] !== policies[1])
    yield `${inWords(call)}: the security policy was ${policies.join(", and is ")}`;
  const versions = [before, after].map(({ managedLoginVersion }) => managedLoginVersion);
  if (wanted.managedLoginVersion === undefined && versions[0] !== versions[1])
    yield `${inWords(call)}: the branding version was ${versions.join(", and is ")}`;
}

/** What an update or a delete names. */
function changedBy({ operation, request }: Call): Place | undefined {
  if (operation !== "UpdateUserPoolDomain" && operation !== "DeleteUserPoolDomain") return undefined;
  const { Domain: domain, UserPoolId: userPoolId } = request as { Domain: string; UserPoolId: string };
  return { domain, userPoolId };
}

function inWords(call: Call): string {
  const place = changedBy(call);
  return `${call.operation} of ${place?.domain} on ${place?.userPoolId}`;
}
