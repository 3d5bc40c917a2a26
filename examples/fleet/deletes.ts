import { compare, type Roster } from "./roster";
import type { ShardState } from "./shard-states";
import type { HeldDomain } from "./stacks";

/** A list that was cut off, or that of another fleet, mustn't delete a fleet. */
export function requireFewDeletes(states: readonly ShardState[], roster: Roster, deletes: number): void {
  const compared = states.map((state) => compare(state, state.stack, roster));
  const leaving = compared.flatMap((one) => one.leaving);
  const replaced = compared.flatMap((one) => one.replaced);
  const count = leaving.length + replaced.length;
  if (count <= deletes) return;
  const whose = [
    ...some(leaving, "whose tenants the list has no more"),
    ...some(replaced, "whose tenants the list gives another domain or pool"),
  ];
  throw new Error(
    `${count} domains would be deleted, more than the ${deletes} that may be: ${whose.join(", and ")}. If that is meant: --deletes ${count}.`,
  );
}

function some(domains: readonly HeldDomain[], whose: string): string[] {
  if (domains.length === 0) return [];
  const examples = domains.slice(0, 3).map(({ name, id }) => `${name} (${id})`);
  return [`${domains.length} ${whose}, such as ${examples.join(", ")}`];
}
