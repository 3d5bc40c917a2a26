import type { DomainInputs } from "../../../provider/inputs";
import { assertSucceeded } from "../support/outcome";
import type { Program } from "../support/programs";
import type { Stack } from "../support/stack";

/**
 * What the README's troubleshooting has people do after a `pulumi up` that was killed or interrupted. Every command
 * has to succeed.
 *
 * @param programWith the program, with these inputs added to each of its domains
 * @param onRefreshed called in the middle
 */
export async function recover(
  stack: Stack,
  programWith: (inputs: Partial<DomainInputs>) => Program,
  onRefreshed: () => void,
): Promise<void> {
  assertSucceeded(await stack.cancel());
  assertSucceeded(await stack.refresh("--clear-pending-creates"));
  onRefreshed();
  await stack.write(programWith({ adoptExisting: true }));
  assertSucceeded(await stack.up());
  await stack.write(programWith({}));
  assertSucceeded(await stack.up());
}
