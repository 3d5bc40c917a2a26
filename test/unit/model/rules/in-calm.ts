import type { Deed, Entry } from "../engine";
import type { Facts } from "../facts";
import { isInTheWay } from "../obstacles";

/** The stack was brought up again. */
export interface Calmed {
  refresh: readonly Deed[];
  /** What failed in the last up. */
  failures: readonly Deed[];
}

/** The stack was taken down, as far as that goes. */
export interface Destroyed {
  left: readonly Entry[];
}

export function* failedRefresh({ refresh }: Calmed): Iterable<string> {
  for (const { domain, error } of refresh) if (error !== undefined) yield `the read of ${domain}: ${error}`;
}

export function* stuck({ failures }: Calmed, facts: Facts): Iterable<string> {
  for (const { step, resource, domain, error } of failures) {
    const wanted = facts.program.get(resource);
    if (!wanted || !isInTheWay(resource, wanted, facts))
      yield `nothing is in the way of ${resource}, and its ${step} of ${domain} goes on failing: ${error}`;
  }
}

export function* leftForEver({ left }: Destroyed): Iterable<string> {
  yield* left.map(({ resource }) => `${resource} is still there`);
}
