import { type LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import { withLock } from "./locks";
import { readStack, stacksOf } from "./stacks";

/** Over how many shards the tenants are shared out. It is kept in a stack of its own, for all who share the backend. */
export interface Layout {
  readonly shards: number;
  /** The count to be, while tenants are being moved. */
  readonly next?: number;
}

const layoutStack = "layout";

export async function readLayout(workspace: LocalWorkspace): Promise<Layout | undefined> {
  const stacks = await stacksOf(workspace);
  return stacks.has(layoutStack) ? heldBy(workspace) : undefined;
}

/**
 * Changes the layout. The change is made up under the lock of its stack: so nobody changes it in between, and whatever
 * else is done there is done by one process at a time.
 */
export async function changeLayout(
  workspace: LocalWorkspace,
  change: (layout: Layout | undefined) => Promise<Layout>,
): Promise<Layout> {
  const stack = await openStack(workspace);
  let changed: Layout | undefined;
  let failure: unknown;
  const program = async () => {
    try {
      changed = await change(await heldBy(workspace));
      return { ...changed };
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  try {
    await withLock(stack, () => stack.up({ program }));
  } catch (error) {
    throw failure ?? error;
  }
  if (!changed) throw new Error("Pulumi didn't run the program that changes the layout.");
  return changed;
}

export async function removeLayout(workspace: LocalWorkspace): Promise<void> {
  const stack = await openStack(workspace);
  await withLock(stack, () => stack.destroy());
  await workspace.removeStack(layoutStack);
}

async function openStack(workspace: LocalWorkspace): Promise<Stack> {
  const isThere = (await stacksOf(workspace)).has(layoutStack);
  return Stack[isThere ? "select" : "createOrSelect"](layoutStack, workspace);
}

async function heldBy(workspace: LocalWorkspace): Promise<Layout | undefined> {
  const { shards, next } = (await readStack(workspace, layoutStack)).outputs as Partial<Layout>;
  return shards === undefined ? undefined : { shards, ...(next !== undefined && { next }) };
}
