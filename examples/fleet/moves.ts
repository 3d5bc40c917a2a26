import { isInPlace, type Place, type Roster } from "./roster";
import type { ShardState } from "./shard-states";
import type { HeldDomain } from "./stacks";

/** A domain that belongs elsewhere than where it is. */
export interface Move {
  readonly from: string;
  readonly held: HeldDomain;
  readonly to: Place;
  /** Whether it is also where it belongs already, and has only to leave where it is. */
  readonly isThere: boolean;
}

/** Why nothing can be moved. */
export class Unmovable extends Error {}

/**
 * All that has to move.
 *
 * @throws Unmovable where a move would lose something
 */
export function movesIn(states: readonly ShardState[], roster: Roster): Move[] {
  const moves = states.flatMap(({ stack, domains }) =>
    domains.flatMap((held) => {
      const to = roster.placeOf(held);
      return !to || isInPlace(held, stack, roster) ? [] : [{ from: stack, held, to }];
    }),
  );
  if (moves.length > 0) for (const state of states) requireMovable(state);

  const there = new Map(
    states.flatMap(({ stack, domains }) => domains.map((held) => [`${stack} ${held.name}`, held])),
  );
  const taken = new Map(there);
  for (const { from, held, to } of moves) {
    const other = taken.get(keyOf(to));
    if (other && !isSame(held, other)) throw new Unmovable(conflict(held, from, other, to));
    taken.set(keyOf(to), held);
  }
  return moves.map((move) => ({ ...move, isThere: there.has(keyOf(move.to)) }));
}

function requireMovable({ stack, domains, condemned, others, isInterrupted }: ShardState): void {
  const [other] = others;
  if (other !== undefined) {
    throw new Unmovable(
      `${stack} holds ${other}, and reshard moves domains alone: what depends on them can't follow. Nothing is moved.`,
    );
  }
  // They would be moved as if they were whole, and what was to be done with them would be forgotten.
  const [unfinished] = [...condemned, ...domains.filter(({ isUnfinished }) => isUnfinished)];
  if (!unfinished && !isInterrupted) return;
  const what = unfinished ? ` with ${unfinished.id || unfinished.name}` : "";
  throw new Unmovable(
    `A run of ${stack} didn't come to its end${what}, or is still at work: run \`fleet up\` first. Nothing is moved.`,
  );
}

function isSame(one: HeldDomain, other: HeldDomain): boolean {
  return one.id === other.id && one.inputs["userPoolId"] === other.inputs["userPoolId"];
}

function conflict(held: HeldDomain, from: string, other: HeldDomain, { stack, tenant }: Place): string {
  return `${held.id}, which is ${held.name} in ${from}, can't become ${tenant.tenant} in ${stack}: that is ${other.id} until now. Nothing is moved. Give each domain the tenant in the list that it has in the states, or a new one that no domain has had.`;
}

function keyOf({ stack, tenant }: Place): string {
  return `${stack} ${tenant.tenant}`;
}
