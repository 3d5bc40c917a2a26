import { changesBetween } from "../provider/plan/change";
import { resourceType } from "../provider/resource-type";
import { assess } from "./assess";
import { shownValueOf } from "./hidden";
import type { Preview, PreviewStep } from "./preview";
import { type DomainChange, impacts, type Report } from "./report";

/** What a preview means for user pool domains. The same preview gives the same report. */
export function reportOn(preview: Preview): Report {
  const { steps, errors, region } = preview;
  const domains = steps
    .filter(({ urn }) => typeOf(urn) === resourceType)
    .flatMap((step) => {
      const change = isFoundGone(step, steps) ? undefined : assess(step, region);
      return change ? [{ ...change, ...driftOf(step, steps) }] : [];
    })
    .sort(byGravity);
  const [, , stack = "", project = ""] = steps[0]?.urn.split(/::?/) ?? [];
  return {
    version: 1,
    project,
    stack,
    verdict: errors.length > 0 ? "preview failed" : (domains[0]?.impact ?? "none"),
    errors: [...errors],
    domains,
    others: othersIn(steps),
  };
}

/** The gravest first, and then by their URN: the engine's order differs from run to run. */
function byGravity(a: DomainChange, b: DomainChange): number {
  const difference = impacts.indexOf(a.impact) - impacts.indexOf(b.impact);
  if (difference !== 0) return difference;
  return a.urn < b.urn ? -1 : 1;
}

/** The resource's own type, behind those of its parents. */
function typeOf(urn: string): string {
  return (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
}

function othersIn(steps: readonly PreviewStep[]): Record<string, number> {
  const others: Record<string, number> = {};
  for (const { op, urn } of steps) {
    const type = typeOf(urn);
    if (type === resourceType || type.startsWith("pulumi:") || unchanging.has(op)) continue;
    others[op] = (others[op] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What the engine does without a change, and the halves of a replacement, which stand beside the whole. */
const unchanging = new Set([
  "same",
  "read",
  "refresh",
  "create-replacement",
  "delete-replaced",
  "read-replacement",
  "discard-replaced",
  "remove-pending-replace",
]);

/**
 * A refresh that finds a resource gone is a delete in the eyes of some engines: of the state alone. It stands where its
 * refresh would be.
 */
function isFoundGone({ op, urn }: PreviewStep, steps: readonly PreviewStep[]): boolean {
  const isRefreshed = (each: PreviewStep) => each.op === "refresh";
  return (
    op === "delete" && steps.some(isRefreshed) && !steps.some((each) => isRefreshed(each) && each.urn === urn)
  );
}

/** What a refresh in the same preview has found: the state that it began with differs from the one that the step begins with. */
function driftOf(step: PreviewStep, steps: readonly PreviewStep[]): Partial<DomainChange> {
  const before = steps.find(({ op, urn }) => urn === step.urn && (op === "refresh" || op === "delete"));
  if (!before?.oldState || before === step) return {};
  if (step.op === "create") return { recreated: true };
  const drift = changesBetween({ ...before.oldState.outputs }, { ...step.oldState?.outputs });
  return {
    drift: drift.map(({ property, from, to }) => ({
      property,
      from: shownValueOf(from),
      to: shownValueOf(to),
    })),
  };
}
