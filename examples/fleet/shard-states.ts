import type { LocalWorkspace } from "@pulumi/pulumi/automation";
import { atOnce } from "./at-once";
import { shardIn, stackOf } from "./shards";
import { readStack, type StackState, stacksOf } from "./stacks";

/** What a shard holds. */
export interface ShardState extends StackState {
  readonly stack: string;
  /** Whether there is a stack for it yet. */
  readonly isThere: boolean;
}

/** Of each shard that there is, and of each that is to be. */
export async function readShards(workspace: LocalWorkspace, shards: number, most: number): Promise<ShardState[]> {
  const there = await stacksOf(workspace);
  const numbers = new Set(Array.from({ length: shards }, (_none, index) => index + 1));
  for (const stack of there) numbers.add(shardIn(stack) ?? 1);
  const inOrder = [...numbers].toSorted((one, other) => one - other);
  return atOnce(most, inOrder.map(stackOf), async (stack) => {
    const isThere = there.has(stack);
    return { stack, isThere, ...(isThere ? await readStack(workspace, stack) : empty) };
  });
}

const empty: StackState = { domains: [], outputs: {}, isInterrupted: false };
