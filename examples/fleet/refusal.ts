import { compare, type Roster } from "./roster";
import type { StackState } from "./stacks";

/** What mustn't be done with the states as they are. */
export class Refused extends Error {
  constructor(
    override readonly cause: string,
    message: string,
  ) {
    super(message);
  }
}

/** Why the engine mustn't bring these stacks to what the list says: it would delete what is somebody's. */
export function refusalOf(
  states: readonly (StackState & { readonly stack: string })[],
  roster: Roster,
): Refused | undefined {
  const compared = states.map((state) => compare(state, state.stack, roster));
  const [held] = compared.flatMap(({ misplaced }) => misplaced);
  if (held) {
    return new Refused(
      "The state holds domains that the list has elsewhere: run `fleet reshard`, and then this again.",
      `The state holds ${held.id} as ${held.name}, and the list has it elsewhere or under another name, so that it would be deleted. Run \`fleet reshard\`, which moves it, and then this again.`,
    );
  }
  const [given] = compared.flatMap(({ handedOver }) => handedOver);
  if (!given) return undefined;
  return new Refused(
    "The list gives a domain from one tenant to another: do that in two runs.",
    `The list gives ${given.id}, which ${given.name} has, to ${roster.heirOf(given)?.tenant}, and another domain to ${given.name}. Let ${given.name} give it up in one run, and the other take it in the next.`,
  );
}
