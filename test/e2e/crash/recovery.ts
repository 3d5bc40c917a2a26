import type { DomainInputs } from "../../../provider/inputs";
import { codeInRow, page } from "../../support/markdown";
import { assertSucceeded } from "../support/outcome";
import type { Program } from "../support/programs";
import type { Stack } from "../support/stack";

/**
 * Does what the page on troubleshooting says to do: the commands that it gives, as they stand there and in that order.
 * Each has to succeed.
 *
 * @param symptom the first cell of the row
 * @param programWith the program, with these inputs added to each of its domains
 * @param beforeUp called before each `pulumi up`
 */
export async function recover(
  symptom: string,
  stack: Stack,
  programWith: (inputs: Partial<DomainInputs>) => Program,
  beforeUp: () => void,
): Promise<void> {
  for (const instruction of codeInRow(symptom, page("docs/troubleshooting.md"))) {
    const inputs = edits[instruction];
    if (inputs) {
      await stack.write(programWith(inputs));
      continue;
    }
    if (instruction.startsWith("pulumi up")) beforeUp();
    assertSucceeded(await stack.type(instruction));
  }
}

/** What to write into the program, or to take out of it. Everything else that the page gives is a command. */
const edits: Readonly<Record<string, Partial<DomainInputs>>> = {
  "adoptExisting: true": { adoptExisting: true },
  adoptExisting: {},
};
