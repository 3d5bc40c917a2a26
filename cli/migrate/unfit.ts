import { importedIn } from "./imported";
import { isOld, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import { shownUrn } from "./urn";

/** Why a state can't be migrated as it is, and what to do first. */
export function unfitnessOf(state: PulumiState): string[] {
  const problems = [...pendingIn(state), ...resourcesIn(state).filter(isOld).flatMap(unfinished)];
  // In a state that is in the middle of something, what is imported can't be told.
  if (problems.length > 0) return problems;
  const imported = importedIn(state);
  return resourcesIn(state)
    .filter((resource) => isOld(resource) && !imported.has(resource.urn))
    .flatMap(importable);
}

/** Pulumi drops these from every state that it imports, so that nobody would know of them any more. */
function pendingIn({ deployment }: PulumiState): string[] {
  return (deployment.pending_operations ?? []).map(
    ({ resource }) =>
      `An operation on ${shownUrn(resource.urn)} was begun and hasn't come to its end. Let the deployment that is running end, or put an interrupted one in order (pulumi refresh), then try again.`,
  );
}

function unfinished({ urn, delete: isLeft, pendingReplacement, taint }: StateResource): string[] {
  if (isLeft || pendingReplacement) {
    return [`The replacement of ${shownUrn(urn)} isn't finished: pulumi up finishes it. Then try again.`];
  }
  if (!taint) return [];
  return [
    `${shownUrn(urn)} is marked to be replaced. To keep it: pulumi state untaint '${urn}'. Then try again.`,
  ];
}

/**
 * Where the domain can't be created because it exists, a program with this option takes it in. Then the state has it
 * beside its successor, and each deploy, of either program, deletes the one that it doesn't know. Protection is no help
 * against that: every deploy sets it anew for what it knows.
 */
function importable({ urn, importID }: StateResource): string[] {
  if (importID === undefined) return [];
  return [
    `${shownUrn(urn)} has the option import: whoever deployed the old program after the migration would have Pulumi take the domain in a second time, and then delete it. Take the option out of the old program and run pulumi up with that, which changes nothing. Then try again.`,
  ];
}
