import { counted } from "./counted";
import { compare, type Roster } from "./roster";
import type { HeldDomain, StackState } from "./stacks";

/** The domains that a deploy deletes. */
export interface Deletes {
  /** Those that the list has no more. */
  readonly leaving: readonly HeldDomain[];
  /** Those of tenants that the list gives another domain or pool. */
  readonly replaced: readonly HeldDomain[];
}

export function deletesIn(
  states: readonly (StackState & { readonly stack: string })[],
  roster: Roster,
): Deletes {
  const compared = states.map((state) => compare(state, state.stack, roster));
  return {
    leaving: compared.flatMap(({ leaving }) => leaving),
    replaced: compared.flatMap(({ replaced }) => replaced),
  };
}

/** Which domain it is: a tenant may have another one by the time that a deploy comes to it. */
export function identityOf({ urn, inputs }: HeldDomain): string {
  return `${urn}: ${inputs["domain"]} on ${inputs["userPoolId"]}`;
}

/** A list that was cut off, or that of another fleet, mustn't delete a fleet. */
export function requireFewDeletes({ leaving, replaced }: Deletes, most: number): void {
  const count = leaving.length + replaced.length;
  if (count <= most) return;
  const whose = [
    ...some(leaving, "whose tenants the list has no more"),
    ...some(replaced, "whose tenants the list gives another domain or pool"),
  ];
  throw new Error(
    `${counted(count, "domain")} would be deleted, more than the ${most} that may be: ${whose.join(", and ")}. If that is meant: --deletes ${count}.`,
  );
}

function some(domains: readonly HeldDomain[], whose: string): string[] {
  if (domains.length === 0) return [];
  const examples = domains.slice(0, 3).map(({ name, id }) => `${name} (${id})`);
  return [`${domains.length} ${whose}, such as ${examples.join(", ")}`];
}
