import type { LocalWorkspace } from "@pulumi/pulumi/automation";
import { atOnce } from "./at-once";
import { stackOf } from "./shards";
import { readStack, type StackState } from "./stacks";

/** What a shard holds. */
export interface ShardState extends StackState {
  readonly stack: string;
  /** Whether there is a stack for it yet. */
  readonly isThere: boolean;
}

/** Of the shards up to a number, so many at the same time. */
export async function readShards(
  workspace: LocalWorkspace,
  last: number,
  workers: number,
): Promise<ShardState[]> {
  const stacks = Array.from({ length: last }, (_none, index) => stackOf(index + 1));
  return atOnce(workers, stacks, async (stack) => {
    const state = await readStack(workspace, stack);
    return { stack, isThere: state !== undefined, ...(state ?? empty) };
  });
}

const empty: StackState = { domains: [], condemned: [], others: [], outputs: {}, isInterrupted: false };
