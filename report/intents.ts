import type { Wording } from "../provider/errors/diagnosis";
import { resourceType } from "../provider/resource-type";
import { previewFile } from "./diagnostics";
import type { PreviewStep, ResourceState } from "./preview";

/** What the engine intends with one user pool domain, whatever number of steps a preview tells it in. */
export type Intent =
  | (Subject & { kind: "create"; after: ResourceState; isFoundGone: boolean })
  | (Subject & {
      kind: "update" | "keep";
      before: ResourceState;
      after: ResourceState;
      /** What was there before a refresh in the same preview. */
      recorded?: ResourceState;
    })
  | (Subject & {
      kind: "replace";
      before: ResourceState;
      after: ResourceState;
      reasons: readonly string[];
      isDeletedFirst: boolean;
      recorded?: ResourceState;
    })
  | (Subject & { kind: "delete"; before: ResourceState; because?: ReasonToDelete })
  | (Subject & { kind: "release"; before: ResourceState })
  | (Subject & { kind: "import"; after: ResourceState });

/** Why a domain is deleted that the program doesn't just leave out. */
export type ReasonToDelete = "left by an earlier replacement" | "depends on what is replaced";

export interface Subject {
  readonly urn: string;
}

/** What the steps come to for each user pool domain, and what of them isn't understood. */
export interface Intents {
  readonly intents: readonly Intent[];
  readonly unknown: readonly Wording[];
}

export function intentsIn(steps: readonly PreviewStep[]): Intents {
  const intents: Intent[] = [];
  const unknown: Wording[] = [];
  for (const [urn, own] of stepsByUrn(steps.filter(({ urn }) => typeOf(urn) === resourceType))) {
    for (const step of own) {
      const intent = intentOf(step, own);
      if (intent === "unknown") {
        unknown.push(previewFile.unknownStep({ name: nameIn(urn), operation: step.op }));
      } else if (intent) {
        intents.push({ ...intent, urn });
      }
    }
  }
  return { intents, unknown };
}

type Unnamed<T> = T extends Intent ? Omit<T, "urn"> : never;

/** Nothing where the step changes nothing, or another step of the same resource tells it. */
function intentOf(step: PreviewStep, own: readonly PreviewStep[]): Unnamed<Intent> | "unknown" | undefined {
  const { op, oldState: before, newState: after } = step;
  const refreshed = own.find((each) => each.op === "refresh" && isSame(each.oldState, before))?.oldState;
  const recorded = refreshed ? { recorded: refreshed } : {};
  switch (op) {
    case "create":
      return after ? { kind: "create", after, isFoundGone: own.some(isOfOneFound) } : "unknown";
    case "update":
      return before && after ? { kind: "update", before, after, ...recorded } : "unknown";
    case "same":
      return before && after ? { kind: "keep", before, after, ...recorded } : undefined;
    case "create-replacement":
    case "read-replacement":
      // Printed with --show-replacement-steps, as one half of what the step "replace" tells.
      return own.some((each) => each.op === "replace") ? undefined : replacement(step, recorded);
    case "replace":
      return replacement(step, recorded);
    case "delete-replaced":
      // The other half of a replacement is told by the step "replace".
      if (!before || own.some(({ op, oldState }) => op === "replace" && isSame(oldState, before)))
        return undefined;
      return { kind: "delete", before, because: reasonToDelete(before) };
    case "delete":
      // Some engines have a delete where a refresh finds a resource gone. What is made again wasn't deleted by them.
      if (own.some((each) => each.op === "create")) return undefined;
      return before ? { kind: "delete", before } : "unknown";
    case "read":
      // What `UserPoolDomain.get` reads from now on.
      return before && before.external !== true ? { kind: "release", before } : undefined;
    case "import":
      return after ? { kind: "import", after } : "unknown";
    case "refresh":
    case "discard":
    case "remove-pending-replace":
      return undefined;
    default:
      return "unknown";
  }
}

function replacement(
  { oldState: before, newState: after, replaceReasons }: PreviewStep,
  recorded: { recorded?: ResourceState },
): Unnamed<Intent> | "unknown" {
  if (!before || !after) return "unknown";
  // Read from now on instead of managed, and under another name: what was managed is deleted in the end.
  if (after.external === true) return { kind: "delete", before };
  return {
    kind: "replace",
    before,
    after,
    // The engine's order differs from run to run.
    reasons: (replaceReasons ?? []).toSorted(),
    isDeletedFirst: before.pendingReplacement === true,
    ...recorded,
  };
}

/** A refresh found it gone: there is no step in which it would be. */
function isOfOneFound({ op }: PreviewStep): boolean {
  return op === "refresh" || op === "delete";
}

function reasonToDelete(before: ResourceState): ReasonToDelete {
  return before.delete === true ? "left by an earlier replacement" : "depends on what is replaced";
}

/** A resource and what is left of its predecessors have the same URN. */
function isSame(one: ResourceState | null | undefined, other: ResourceState | null | undefined): boolean {
  return one?.id === other?.id;
}

function stepsByUrn(steps: readonly PreviewStep[]): Map<string, PreviewStep[]> {
  const byUrn = new Map<string, PreviewStep[]>();
  for (const step of steps) byUrn.set(step.urn, [...(byUrn.get(step.urn) ?? []), step]);
  return byUrn;
}

/** The resource's own type, behind those of its parents. */
export function typeOf(urn: string): string {
  return (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
}

export function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
