import type { LocalWorkspace } from "@pulumi/pulumi/automation";
import { haveDone } from "./crew";
import { deletesIn, identityOf, requireFewDeletes } from "./deletes";
import { beingMoved, changeLayout, type Layout, readLayout, removeLayout } from "./layout";
import { showProgress } from "./progress";
import { type Command, nothing, type Outcome } from "./protocol";
import { refusalOf } from "./refusal";
import { compare, type Roster, rosterOf } from "./roster";
import { readShards, type ShardState } from "./shard-states";
import { shardIn } from "./shards";
import type { HeldDomain } from "./stacks";
import { isAllDone, type Result, summaryOf } from "./summary";
import type { Tenant } from "./tenants";

export interface Run {
  readonly command: Command;
  readonly workspace: LocalWorkspace;
  readonly tenants: readonly Tenant[];
  readonly workers: number;
  readonly parallel: number;
  /** Over how many shards, where there is no fleet yet. */
  readonly shards?: number | undefined;
  /** The names of the shards to do; left out, all. */
  readonly only?: readonly string[] | undefined;
  /** Whether shards are done that look done. */
  readonly all?: boolean | undefined;
  /** How many domains may be deleted, also by being replaced. */
  readonly deletes: number;
  /** For how long a shard is waited for that others are at work on, in milliseconds. */
  readonly patience: number;
  readonly stopped: AbortSignal;
}

/** Runs a command on every shard that has something to do. @returns whether nothing is left to do */
export async function runFleet(run: Run): Promise<boolean> {
  const { command, tenants, workspace, workers } = run;
  const began = performance.now();
  const { layout, looked } = await look(run).finally(() => run.stopped.throwIfAborted());
  const { shards } = layout;
  const roster = rosterOf(tenants, shards);
  const chosen = chosenOf(looked, run);
  const sized = chosen.map((state) => ({
    ...state,
    tenants: command === "destroy" ? domainsOf(state) : roster.tenantsOf(state.stack).length,
  }));
  const deletes = command === "destroy" ? [] : deletesOf(run, looked, chosen, roster);

  const known = new Map(sized.flatMap((state) => withoutWorking(state, roster, run)));
  const due = sized.filter(({ stack }) => !known.has(stack));
  const alreadyDone = sized.reduce((sum, { stack, tenants }) => sum + (known.has(stack) ? tenants : 0), 0);

  const progress = showProgress(due, { alreadyDone });
  const outcomes = await haveDone(shuffled(due.map(({ stack }) => stack)), {
    setup: { command, tenants, shards, parallel: run.parallel, deletes: deletes.map(identityOf) },
    workers,
    patience: run.patience,
    pause: 2_000,
    stopped: run.stopped,
    onProgress: progress.advance,
    onEnd: progress.end,
  });
  progress.close();

  const results = sized.map(({ stack, tenants }): Result => {
    const outcome = known.get(stack) ?? outcomes.get(stack) ?? notBegun;
    return { stack, tenants, outcome };
  });
  // Of those that a smaller count has left behind, only what isn't done is of interest.
  const shown = results.filter(
    ({ stack, outcome }) => (shardIn(stack) ?? 0) <= shards || outcome.kind !== "done",
  );
  console.log(summaryOf(shown, command, (performance.now() - began) / 1000));
  const isDone = isAllDone(results);
  if (command === "destroy" && isDone && !run.only) await removeLayout(workspace);
  return isDone;
}

const notBegun: Outcome = { kind: "stopped", counts: nothing, failures: [] };

/** The layout, and what all shards hold. A terminal tells every process of Ctrl-C, also a CLI that is just reading. */
async function look(run: Run): Promise<{ layout: Layout; looked: ShardState[] }> {
  const layout = await layoutFor(run);
  return { layout, looked: await readShards(run.workspace, layout.most, run.workers) };
}

function chosenOf(looked: readonly ShardState[], { only }: Run): readonly ShardState[] {
  if (!only) return looked;
  const missing = only.find((stack) => !looked.some((state) => state.stack === stack));
  if (missing === undefined) return looked.filter(({ stack }) => only.includes(stack));
  throw new Error(`There is no ${missing}: this fleet has shard-1 to shard-${looked.length}.`);
}

/** The domains that the command would delete. @throws where it mustn't be begun */
function deletesOf(
  { command, deletes }: Run,
  looked: readonly ShardState[],
  chosen: readonly ShardState[],
  roster: Roster,
): HeldDomain[] {
  // A domain that goes from one shard to another concerns both, and only one of them holds it.
  const refusal = refusalOf(looked, roster);
  if (refusal) throw refusal;
  const found = deletesIn(chosen, roster);
  if (command === "up") requireFewDeletes(found, deletes);
  return [...found.leaving, ...found.replaced];
}

/** The layout that the backend has; on a new one, with the count that is asked for. */
async function layoutFor(run: Run): Promise<Layout> {
  const { command, workspace, shards } = run;
  const layout = (await readLayout(workspace)) ?? (await firstLayout(run));
  // What is to be deleted may be anywhere.
  if (command === "destroy") return layout;
  if (layout.next !== undefined) throw beingMoved(layout);
  if (shards === undefined || shards === layout.shards) return layout;
  throw new Error(
    `This fleet has ${layout.shards} shards, and --shards says ${shards}: leave it out, or move the tenants with \`fleet reshard --shards ${shards}\`.`,
  );
}

async function firstLayout(run: Run): Promise<Layout> {
  const { command, shards } = run;
  if (command === "destroy") throw new Error("There is no fleet on this backend.");
  if (shards === undefined) {
    throw new Error(
      "There is no fleet on this backend yet: say over how many shards, with --shards. Some 50 tenants each are a good measure.",
    );
  }
  const first = { shards, most: shards };
  return command === "preview" ? first : changeLayout(run, async (layout) => layout ?? first);
}

/** What is known of a shard without a worker: that nothing is to be done, or in a preview that all is. */
function withoutWorking(
  state: ShardState & { tenants: number },
  roster: Roster,
  { command, all }: Run,
): [string, Outcome][] {
  const done = (counts: Partial<typeof nothing>): [string, Outcome][] => [
    [state.stack, { kind: "done", counts: { ...nothing, ...counts } }],
  ];
  if (command === "destroy") return state.isThere ? [] : done({});
  if (!state.isThere && state.tenants === 0) return done({});
  if (!state.isThere && command === "preview") return done({ create: state.tenants });
  const left = [...Object.values(compare(state, state.stack, roster)), state.condemned];
  const isDue = left.some(({ length }) => length > 0) || state.isInterrupted;
  return isDue || all ? [] : done({ same: state.tenants });
}

function domainsOf({ domains, condemned }: ShardState): number {
  return domains.length + condemned.length;
}

/** So that commands that run at once on one backend begin with different shards. */
function shuffled(stacks: readonly string[]): string[] {
  return stacks
    .map((stack) => [Math.random(), stack] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, stack]) => stack);
}
