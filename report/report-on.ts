import { resourceType } from "../provider/resource-type";
import { assess } from "./assess/assess";
import { intentsIn, typeOf } from "./intents";
import { obstaclesAmong } from "./obstacles";
import type { Preview, PreviewStep } from "./preview";
import { impacts } from "./report";
import type { DomainChange, Report } from "./shape";
import { todosOf } from "./words";

/** What a preview means for user pool domains. The same preview gives the same report. */
export function reportOn({ steps, errors, region }: Preview): Report {
  const { intents, unknown } = intentsIn(steps);
  const context = { obstacles: obstaclesAmong(intents), region };
  const domains = intents.flatMap((intent) => assess(intent, context) ?? []).sort(byGravity);
  const [, , stack = "", project = ""] = steps[0]?.urn.split(/::?/) ?? [];
  return {
    version: 1,
    project,
    stack,
    verdict: errors.length + unknown.length > 0 ? "incomplete" : (domains[0]?.impact ?? "none"),
    errors: [...errors, ...unknown],
    domains,
    others: othersIn(steps),
  };
}

/** The gravest first, and then by their URN: the engine's order differs from run to run. */
function byGravity(a: DomainChange, b: DomainChange): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  return a.urn < b.urn ? -1 : 1;
}

/** Of the same impact, those first with which there is something to do. */
function rank(change: DomainChange): number {
  return impacts.indexOf(change.impact) * 2 + (todosOf(change).length > 0 ? 0 : 1);
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
  "discard",
  "discard-replaced",
  "remove-pending-replace",
]);
