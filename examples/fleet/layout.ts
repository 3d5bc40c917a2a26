import { type LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import { patiently, withLock } from "./locks";
import { openStack } from "./open-stack";
import { readStack } from "./stacks";

/** Over how many shards the tenants are shared out. It is kept in a stack of its own, for all who share the backend. */
export interface Layout {
  readonly shards: number;
  /** The count to be, while tenants are being moved. */
  readonly next?: number;
  /** The highest count there has ever been: no shard beyond it has a stack. */
  readonly most: number;
}

const layoutStack = "layout";

export async function readLayout(workspace: LocalWorkspace): Promise<Layout | undefined> {
  const { shards, next, most } = ((await readStack(workspace, layoutStack))?.outputs ??
    {}) as Partial<Layout>;
  if (shards === undefined || most === undefined) return undefined;
  return { shards, ...(next !== undefined && { next }), most };
}

/** For whoever can't begin because a move was begun and not ended. */
export function beingMoved({ shards, next }: Layout): Error {
  const back = next === shards ? "" : `, or take it back with \`fleet reshard --shards ${shards}\``;
  return new Error(
    `The tenants are being moved to ${next} shards: finish that with \`fleet reshard --shards ${next}\`${back}.`,
  );
}

/**
 * Changes the layout. The change is made up under the lock of its stack: so nobody changes it in between, and whatever
 * else is done there is done by one process at a time.
 */
export async function changeLayout(
  { workspace, patience }: { readonly workspace: LocalWorkspace; readonly patience: number },
  change: (layout: Layout | undefined) => Promise<Layout>,
): Promise<Layout> {
  let changed: Layout | undefined;
  let failure: unknown;
  const program = async () => {
    try {
      changed = await change(await readLayout(workspace));
      return { ...changed };
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  try {
    await patiently(patience, async () => {
      const { stack } = await openStack(layoutStack, workspace);
      await withLock(stack, () => stack.up({ program }));
    });
  } catch (error) {
    throw failure ?? error;
  }
  if (!changed) throw new Error("Pulumi didn't run the program that changes the layout.");
  return changed;
}

export async function removeLayout(workspace: LocalWorkspace): Promise<void> {
  const stack = await Stack.select(layoutStack, workspace);
  await withLock(stack, () => stack.destroy());
  await workspace.removeStack(layoutStack);
}
