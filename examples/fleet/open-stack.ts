import { type LocalWorkspace, Stack, StackAlreadyExistsError } from "@pulumi/pulumi/automation";
import { holdersIn, Locked } from "./locks";
import { readStack } from "./stacks";

/**
 * The stack of that name, made where there is none.
 *
 * @throws Locked when somebody else is just making it
 */
export async function openStack(name: string, workspace: LocalWorkspace): Promise<Stack> {
  // To make one takes its lock, even where it turns out to be there. So that is asked first.
  if (await readStack(workspace, name)) return Stack.select(name, workspace);
  return Stack.create(name, workspace).catch((error: Error) => {
    // Somebody else has made it meanwhile, or is about to.
    if (error instanceof StackAlreadyExistsError) return Stack.select(name, workspace);
    throw holdersIn(error.message) ? new Locked("Another process is making its stack.") : error;
  });
}
