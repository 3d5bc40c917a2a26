import { type LocalWorkspace, Stack, StackAlreadyExistsError } from "@pulumi/pulumi/automation";
import { holdersIn, Locked, namesOf } from "./locks";
import { readStack } from "./stacks";

export interface OpenStack {
  readonly stack: Stack;
  /** Whether a run ended in the middle of something, and the engine doesn't know what became of it. */
  readonly isInterrupted: boolean;
}

/**
 * The stack of that name, made where there is none.
 *
 * @throws Locked when somebody else is just making it
 */
export async function openStack(name: string, workspace: LocalWorkspace): Promise<OpenStack> {
  // To make one takes its lock, even where it turns out to be there. So that is asked first.
  const state = await readStack(workspace, name);
  const stack = await (state ? Stack.select(name, workspace) : newStack(name, workspace));
  return { stack, isInterrupted: state?.isInterrupted ?? false };
}

function newStack(name: string, workspace: LocalWorkspace): Promise<Stack> {
  return Stack.create(name, workspace).catch((error: Error) => {
    // Somebody else has made it meanwhile, or is about to.
    if (error instanceof StackAlreadyExistsError) return Stack.select(name, workspace);
    const holders = holdersIn(error.message);
    if (!holders) throw error;
    throw new Locked(
      `Its stack is just being made by ${namesOf(holders)}.`,
      `delete its lock, below .pulumi/locks in the backend, as \`pulumi cancel\` doesn't know the stack yet`,
    );
  });
}
