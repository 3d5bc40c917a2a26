import { counted } from "./counted";
import type { Counts, Outcome } from "./protocol";

/** What became of a shard in this run. */
export interface Result {
  readonly stack: string;
  /** How many tenants the list has in it. */
  readonly tenants: number;
  readonly outcome: Outcome;
}

/** Whether there is nothing left to do. */
export function isAllDone(results: readonly Result[]): boolean {
  return results.every(({ outcome }) => outcome.kind === "done");
}

/** What a run came to, for people. */
export function summaryOf(results: readonly Result[], command: string, seconds: number): string {
  const tenants = results.reduce((sum, one) => sum + one.tenants, 0);
  const kinds = ["create", "update", "replace", "delete", "same"] as const satisfies (keyof Counts)[];
  const counts = kinds.map((kind) => {
    const count = results.reduce((sum, { outcome }) => sum + outcome.counts[kind], 0);
    return `${count} ${words[kind]}`;
  });
  const causes = causesOf(results, command);
  const left = causes.reduce((sum, { count }) => sum + count, 0);
  const undone = results.filter(({ outcome }) => outcome.kind !== "done").length;
  return [
    `${command}: ${counted(tenants, "tenant")} in ${counted(results.length, "shard")}, ${Math.round(seconds)} s`,
    `  ${counts.join(", ")}`,
    ...(causes.length === 0 ? [] : [`  not done: ${left}, in ${counted(undone, "shard")}`]),
    ...causes.flatMap(({ count, cause, example, what }) => [
      "",
      // Each tenant of the shard may be counted already.
      count === 0 ? cause : `${count} × ${cause}`,
      `    such as ${example}`,
      `    ${what}`,
    ]),
  ].join("\n");
}

const words: Record<keyof Counts, string> = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
  same: "unchanged",
};

interface Cause {
  readonly cause: string;
  /** How many tenants. */
  readonly count: number;
  readonly example: string;
  /** What to do. */
  readonly what: string;
}

/** The most frequent first. */
function causesOf(results: readonly Result[], command: string): Cause[] {
  const causes = new Map<string, Cause>();
  for (const one of results.flatMap((result) => causesIn(result, command))) {
    const known = causes.get(one.cause);
    causes.set(one.cause, known ? { ...known, count: known.count + one.count } : one);
  }
  return [...causes.values()].toSorted((one, other) => other.count - one.count);
}

function causesIn({ stack, tenants, outcome }: Result, command: string): Cause[] {
  const again = `again, this shard alone: fleet ${command} --shard ${stack}`;
  const { create, update, replace, same, delete: deleted } = outcome.counts;
  const failures = "failures" in outcome ? outcome.failures : [];
  const named = failures.filter(({ tenant }) => tenant !== undefined).length;
  const left = tenants - named - (command === "destroy" ? deleted : create + update + replace + same);
  const ofShard = (cause: string, what: string, message = cause): Cause => ({
    cause,
    count: Math.max(left, 0),
    example: message === cause ? stack : `${stack}: ${message}`,
    what,
  });
  const failed = failures.map(({ tenant, message, cause }) =>
    tenant === undefined
      ? ofShard(cause, again, message)
      : { cause, count: 1, example: `${tenant}, in ${stack}`, what: again },
  );
  switch (outcome.kind) {
    case "done":
      return [];
    case "failed":
      return failed;
    case "locked": {
      const { why, remedy = `pulumi cancel --yes ${stack}` } = outcome;
      return [ofShard(why, `if that process is no more: ${remedy}, and then the same again`)];
    }
    case "died":
      return [ofShard(outcome.why, again)];
    case "stopped": {
      // What is left is counted once.
      const stopped = ofShard("Stopped before its end.", "the same again goes on where it stopped");
      return [...failed, ...(failures.length > named ? [] : [stopped])];
    }
    default:
      return outcome satisfies never;
  }
}
