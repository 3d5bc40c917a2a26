import { type LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import { atOnce } from "./at-once";
import { changeLayout } from "./layout";
import { patiently, recover, withLock } from "./locks";
import { openStack } from "./open-stack";
import { isInPlace, type Place, type Roster, rosterOf } from "./roster";
import { readShards } from "./shard-states";
import { type HeldDomain, pulumi } from "./stacks";
import type { Tenant } from "./tenants";

export interface Resharding {
  readonly workspace: LocalWorkspace;
  readonly tenants: readonly Tenant[];
  /** The count to be; left out, that of an unfinished run or else the present one. */
  readonly shards: number | undefined;
  readonly most: number;
  /** For how long a stack is waited for that others are at work on, in milliseconds. */
  readonly patience: number;
  readonly tell: (progress: string) => void;
}

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
    if (layout.next === undefined || layout.next === next) return { shards: layout.shards, next, most };
    throw new Error(
      `The tenants are being moved to ${layout.next} shards: finish that with \`fleet reshard --shards ${layout.next}\` first.`,
    );
  });
  let moved = 0;
  // All of it is done under the lock of the layout: by one process at a time.
  await changeLayout(run, async (layout) => {
    if (layout?.next !== announced.next)
      throw new Error("Another `fleet reshard` has come in between: look at `fleet status`.");
    const { next = announced.shards, most } = announced;
    moved = await moveAll(rosterOf(run.tenants, next), most, run);
    return { shards: next, most };
  });
  return moved;
}

interface Move {
  readonly from: string;
  readonly held: HeldDomain;
  readonly to: Place;
}

async function moveAll(roster: Roster, last: number, run: Omit<Resharding, "shards">): Promise<number> {
  const { workspace, most, tell } = run;
  const states = await readShards(workspace, last, most);
  const moves = states.flatMap(({ stack, domains }) =>
    domains.flatMap((held) => moveOf(held, stack, roster)),
  );
  tell(`${moves.length} of ${states.reduce((sum, { domains }) => sum + domains.length, 0)} domains move`);

  const known = new Map(states.map((state) => [state.stack, state]));
  await atOnce(
    most,
    groupsOf(moves, ({ to }) => to.stack),
    async ([stack, arriving]) => {
      const there = new Set(known.get(stack)?.domains.map(({ name }) => name));
      const missing = arriving.filter(({ to }) => !there.has(to.tenant.tenant));
      if (missing.length > 0) await importInto(stack, missing, run);
      tell(`${stack} has taken in ${missing.length}`);
    },
  );
  await atOnce(
    most,
    groupsOf(moves, ({ from }) => from),
    async ([stack, departing]) => {
      await forget(stack, departing, run);
      tell(`${stack} has let go of ${departing.length}`);
    },
  );
  return moves.length;
}

function moveOf(held: HeldDomain, from: string, roster: Roster): Move[] {
  const to = roster.placeOf(held);
  return !to || isInPlace(held, from, roster) ? [] : [{ from, held, to }];
}

/** Puts domains into a state as they are in another. With their outputs, Pulumi takes them as given and reads nothing. */
async function importInto(
  name: string,
  moves: readonly Move[],
  { workspace, patience }: Omit<Resharding, "shards">,
): Promise<void> {
  await patiently(patience, async () => {
    const { stack, isInterrupted } = await openStack(name, workspace);
    if (isInterrupted) await recover(stack);
    const resources = moves.map(({ held: { type, id, inputs, outputs }, to }) => ({
      type,
      name: to.tenant.tenant,
      id,
      inputs,
      outputs,
    }));
    await withLock(stack, () => stack.import({ resources, protect: false, generateCode: false }));
  });
}

/** Takes domains out of a state, without touching them. */
async function forget(
  name: string,
  moves: readonly Move[],
  { workspace, patience }: Omit<Resharding, "shards">,
): Promise<void> {
  await patiently(patience, async () => {
    const stack = await Stack.select(name, workspace);
    const urns = moves.map(({ held }) => held.urn);
    for (let first = 0; first < urns.length; first += mostArguments) {
      const some = urns.slice(first, first + mostArguments);
      await withLock(stack, () => pulumi(workspace, "state", "delete", "--yes", "--stack", name, ...some));
    }
  });
}

/** The system limits how long a command line may be. */
const mostArguments = 500;

function groupsOf(moves: readonly Move[], keyOf: (move: Move) => string): [string, Move[]][] {
  const groups = new Map<string, Move[]>();
  for (const move of moves) groups.set(keyOf(move), [...(groups.get(keyOf(move)) ?? []), move]);
  return [...groups];
}
