import { type LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import { atOnce } from "./at-once";
import { beingMoved, changeLayout } from "./layout";
import { patiently, recover, withLock } from "./locks";
import { type Move, movesIn, Unmovable } from "./moves";
import { openStack } from "./open-stack";
import { type Roster, rosterOf } from "./roster";
import { readShards } from "./shard-states";
import { pulumi } from "./stacks";
import type { Tenant } from "./tenants";

export interface Resharding {
  readonly workspace: LocalWorkspace;
  readonly tenants: readonly Tenant[];
  /** The count to be; left out, that of an unfinished run or else the present one. */
  readonly shards: number | undefined;
  /** How many stacks are worked on at the same time. */
  readonly workers: number;
  /** For how long a stack is waited for that others are at work on, in milliseconds. */
  readonly patience: number;
  readonly tell: (progress: string) => void;
}

type Run = Omit<Resharding, "shards">;

/**
 * Moves each domain to the stack where it belongs, from state to state: nothing is called. It may be ended anywhere
 * and run again: a domain is in the state that it comes from until it is in the one that it goes to, and whatever is in
 * both leaves the first.
 */
export async function reshard({ shards, ...run }: Resharding): Promise<number> {
  const announced = await changeLayout(run, async (layout) => {
    if (!layout)
      throw new Error("There is no fleet on this backend yet: `fleet up --shards <count>` begins one.");
    const next = shards ?? layout.next ?? layout.shards;
    const most = Math.max(layout.most, next);
    const isBegun = layout.next !== undefined;
    // To go back where one has come from is as good an end as to arrive.
    if (isBegun && next !== layout.next && next !== layout.shards) throw beingMoved(layout);
    // What can't be moved is better known before all others have to wait.
    if (!isBegun) movesIn(await readShards(run.workspace, most, run.workers), rosterOf(run.tenants, next));
    return { shards: layout.shards, next, most };
  });
  let moved = 0;
  let refusal: Unmovable | undefined;
  // All of it is done under the lock of the layout: by one process at a time.
  await changeLayout(run, async (layout) => {
    if (layout?.next !== announced.next)
      throw new Error("Another `fleet reshard` has come in between: look at `fleet status`.");
    const { shards: before, next = before, most } = announced;
    try {
      run.tell("The move is announced: from now on `up` refuses. Waiting for whoever is at work on a shard.");
      await othersEnded(most, run);
      moved = await moveAll(rosterOf(run.tenants, next), most, run);
      return { shards: next, most };
    } catch (error) {
      // Whoever has just ended may have left what can't be moved. The announcement is taken back, so that `up` can mend
      // it. Should a run that was killed have moved something already, `up` refuses to touch that.
      if (!(error instanceof Unmovable)) throw error;
      refusal = error;
      return { shards: before, most };
    }
  });
  if (refusal) throw refusal;
  return moved;
}

/**
 * Waits for whoever was at work before the move was announced. Who begins later looks at the layout under the stack's
 * lock, and changes nothing.
 */
async function othersEnded(last: number, { workspace, workers, patience }: Run): Promise<void> {
  const states = await readShards(workspace, last, workers);
  const stacks = states.flatMap(({ stack, isThere }) => (isThere ? stack : []));
  await atOnce(workers, stacks, (name) =>
    patiently(patience, async () => {
      const { stack, isInterrupted } = await openStack(name, workspace);
      await (isInterrupted ? recover(stack) : withLock(stack, () => stack.refresh({ target: [noResource] })));
    }),
  );
}

/** A pattern may match nothing, so that a refresh takes the lock and does nothing with it. */
const noResource = "urn:pulumi:none::none::none::*";

/** Moves until a look at all states finds nothing to move: only what was seen where it belongs leaves where it was. */
async function moveAll(roster: Roster, last: number, run: Run): Promise<number> {
  const { workspace, workers, tell } = run;
  let moved = 0;
  for (let isFirst = true; ; isFirst = false) {
    const states = await readShards(workspace, last, workers);
    const moves = movesIn(states, roster);
    if (isFirst) {
      tell(`${moves.length} of ${states.reduce((sum, { domains }) => sum + domains.length, 0)} domains move`);
    }
    if (moves.length === 0) return moved;
    const missing = moves.filter(({ isThere }) => !isThere);
    if (missing.length > 0) {
      await atOnce(
        workers,
        groupsOf(missing, ({ to }) => to.stack),
        ([stack, arriving]) => importInto(stack, arriving, run),
      );
    } else {
      await atOnce(
        workers,
        groupsOf(moves, ({ from }) => from),
        ([stack, departing]) => forget(stack, departing, run),
      );
      moved += moves.length;
    }
  }
}

/** Puts domains into a state as they are in another. With their outputs, Pulumi takes them as given and reads nothing. */
async function importInto(
  name: string,
  moves: readonly Move[],
  { workspace, patience, tell }: Run,
): Promise<void> {
  await patiently(patience, async () => {
    const { stack, isInterrupted } = await openStack(name, workspace);
    if (isInterrupted) await recover(stack);
    // One that two other stacks hold arrives once.
    const arriving = new Map(moves.map(({ to, held }) => [to.tenant.tenant, held]));
    const resources = [...arriving].map(([tenant, { type, id, inputs, outputs }]) => ({
      type,
      name: tenant,
      id,
      inputs,
      outputs,
    }));
    await withLock(stack, () => stack.import({ resources, protect: false, generateCode: false }));
  });
  tell(`${name} has taken in ${moves.length}`);
}

/** Takes domains out of a state, without touching them. */
async function forget(
  name: string,
  moves: readonly Move[],
  { workspace, patience, tell }: Run,
): Promise<void> {
  const stack = await Stack.select(name, workspace);
  const urns = moves.map(({ held }) => held.urn);
  for (let first = 0; first < urns.length; first += mostArguments) {
    const some = urns.slice(first, first + mostArguments);
    await patiently(patience, () =>
      withLock(stack, () => pulumi(workspace, "state", "delete", "--yes", "--stack", name, ...some)),
    );
  }
  tell(`${name} has let go of ${moves.length}`);
}

/** The system limits how long a command line may be. */
const mostArguments = 500;

function groupsOf(moves: readonly Move[], keyOf: (move: Move) => string): [string, Move[]][] {
  const groups = new Map<string, Move[]>();
  for (const move of moves) groups.set(keyOf(move), [...(groups.get(keyOf(move)) ?? []), move]);
  return [...groups];
}
