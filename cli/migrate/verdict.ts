import { isDeepStrictEqual } from "node:util";
import type { Wording } from "../../provider/errors/diagnosis";
import type { Preview, PreviewStep } from "../../report/preview";
import { disagreeing } from "./diagnostics";
import type { MigratedState } from "./migrated-state";
import { shownUrn } from "./urn";

/** What a preview of the migrated state says of the migration. */
export interface Verdict {
  /** Why the program and the state don't agree. */
  readonly problems: readonly Wording[];
  /** How many other resources the program would change, which has nothing to do with the migration. */
  readonly others: number;
}

/** The preview must leave the successors and what refers to them alone, and know nothing of the old domains. */
export function judge(preview: Preview, { successors, dependents }: Omit<MigratedState, "state">): Verdict {
  const changes = [...preview.steps, ...refusedDeletes(preview, [...successors.values()])].filter(
    ({ op }) => !["same", "read", "refresh"].includes(op),
  );
  const about = (urn: string): PreviewStep[] => changes.filter((step) => step.urn === urn);
  // Each is a cause of the next: a preview fails where a domain would go, and what refers to a domain changes with it.
  const problems = [
    [...successors].flatMap(([old, successor]) => problemWith(about(old), about(successor), old, successor)),
    preview.errors.map((error) => disagreeing.previewFailed({ error })),
    dependents.flatMap((urn) => problemWithDependent(about(urn), urn)),
  ].find(({ length }) => length > 0);
  const judged = new Set([...successors.keys(), ...successors.values(), ...dependents]);
  const others = new Set(changes.map(({ urn }) => urn).filter((urn) => !judged.has(urn)));
  return { problems: problems ?? [], others: others.size };
}

/** A preview fails where something protected would have to go, and has no step for it then. */
function refusedDeletes({ errors }: Preview, urns: readonly string[]): PreviewStep[] {
  const refusals = errors.filter((error) => error.includes("cannot be deleted"));
  return urns
    .filter((urn) => refusals.some((error) => error.includes(`"${urn}"`)))
    .map((urn) => ({ op: "delete", urn }));
}

function problemWith(
  ofOld: readonly PreviewStep[],
  ofSuccessor: readonly PreviewStep[],
  old: string,
  successor: string,
): Wording[] {
  if (ofOld.length > 0) return [disagreeing.stillDeclared({ resource: shownUrn(old) })];
  if (ofSuccessor.length === 0) return [];
  if (ofSuccessor.some(({ op }) => op === "delete")) return [disagreeing.notDeclared({ urn: successor })];
  return [disagreeing.changed({ resource: shownUrn(successor), change: changeIn(ofSuccessor) })];
}

function problemWithDependent(steps: readonly PreviewStep[], urn: string): Wording[] {
  if (steps.length === 0) return [];
  return [disagreeing.dependentChanged({ resource: shownUrn(urn), change: changeIn(steps) })];
}

/** Such as `update of aliases`. */
function changeIn([step, ...more]: readonly PreviewStep[]): string {
  const { inputs: before = {} } = step?.oldState ?? {};
  const { inputs: after = {} } = step?.newState ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !name.startsWith("__") && !isDeepStrictEqual(before[name], after[name]),
  );
  const operation = more.length > 0 ? "replace" : step?.op;
  return names.length === 0 ? `${operation}` : `${operation} of ${names.join(", ")}`;
}
