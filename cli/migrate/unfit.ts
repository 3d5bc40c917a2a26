import type { Wording } from "../../provider/errors/diagnosis";
import { unfit } from "./diagnostics";
import { importedIn } from "./imported";
import { isOld, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import { shownUrn } from "./urn";

/** Why a state can't be migrated as it is, and what to do first. */
export function unfitnessOf(state: PulumiState): Wording[] {
  const problems = [...pendingIn(state), ...resourcesIn(state).filter(isOld).flatMap(unfinished)];
  // In a state that is in the middle of something, what is imported can't be told.
  if (problems.length > 0) return problems;
  const imported = importedIn(state);
  return resourcesIn(state)
    .filter((resource) => isOld(resource) && !imported.has(resource.urn))
    .flatMap(importable);
}

/** Pulumi drops these from every state that it imports, so that nobody would know of them any more. */
function pendingIn({ deployment }: PulumiState): Wording[] {
  return (deployment.pending_operations ?? []).map(({ resource }) =>
    unfit.pending({ resource: shownUrn(resource.urn) }),
  );
}

function unfinished({ urn, delete: isLeft, pendingReplacement, taint }: StateResource): Wording[] {
  const resource = shownUrn(urn);
  if (isLeft || pendingReplacement) return [unfit.unfinishedReplacement({ resource })];
  return taint ? [unfit.tainted({ resource, urn })] : [];
}

/**
 * Where the domain can't be created because it exists, a program with this option takes it in. Then the state has it
 * beside its successor, and each deploy, of either program, deletes the one that it doesn't know. Protection is no help
 * against that: every deploy sets it anew for what it knows.
 */
function importable({ urn, importID }: StateResource): Wording[] {
  return importID === undefined ? [] : [unfit.hasImportOption({ resource: shownUrn(urn) })];
}
