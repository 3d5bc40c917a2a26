import { type LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import { readLayout } from "./layout";
import { Locked, recover, withLock } from "./locks";
import { openStack } from "./open-stack";
import { shardProgram } from "./program";
import type { Failure, Outcome, Setup } from "./protocol";
import { Refused, refusalOf } from "./refusal";
import type { Roster } from "./roster";
import { readStack } from "./stacks";
import { watchEngine } from "./watch";

export interface Work {
  readonly workspace: LocalWorkspace;
  readonly setup: Setup;
  readonly roster: Roster;
  readonly stopped: AbortSignal;
  readonly onDomain: () => void;
}

/** Does what is to be done with one shard. */
export async function workOn(name: string, work: Work): Promise<Outcome> {
  const { setup, stopped, onDomain } = work;
  const watch = watchEngine({ isPreview: setup.command === "preview", onDomain });
  const options = {
    parallel: setup.parallel,
    // One tenant's failure is no reason to leave the others of its shard undone.
    continueOnError: true,
    onEvent: watch.onEvent,
    signal: stopped,
  };
  try {
    await commands[setup.command](name, work, options);
    return { kind: "done", counts: watch.counts() };
  } catch (error) {
    if (error instanceof Locked) return { kind: "locked", counts: watch.counts(), why: error.message };
    if (stopped.aborted) return { kind: "stopped", counts: watch.counts() };
    return { kind: "failed", counts: watch.counts(), failures: failuresOf(error, watch.failures()) };
  }
}

interface Options {
  readonly parallel: number;
  readonly continueOnError: boolean;
  readonly onEvent: (event: Parameters<ReturnType<typeof watchEngine>["onEvent"]>[0]) => void;
  readonly signal: AbortSignal;
}

type Run = (name: string, work: Work, options: Options) => Promise<unknown>;

const commands: Record<Setup["command"], Run> = {
  async up(name, { workspace, roster }, options) {
    const { stack, isInterrupted } = await openStack(name, workspace);
    if (isInterrupted) await recover(stack);
    options.signal.throwIfAborted();
    await guarded(name, workspace, roster, (program) =>
      withLock(stack, () => stack.up({ ...options, program })),
    );
  },
  async preview(name, { workspace, roster }, { continueOnError: _, ...options }) {
    const stack = await Stack.select(name, workspace);
    await guarded(name, workspace, roster, (program) => stack.preview({ ...options, program }));
  },
  async destroy(name, { workspace }, options) {
    const { stack, isInterrupted } = await openStack(name, workspace);
    if (isInterrupted) await recover(stack);
    options.signal.throwIfAborted();
    await withLock(stack, () => stack.destroy(options));
    await workspace.removeStack(name);
  },
};

/**
 * Runs a command with the shard's program, which first makes sure that the engine won't delete what is somebody's. It
 * looks where the engine already has the lock: from then on nobody moves a domain in, and who has moved one in before
 * has told so in the layout.
 */
async function guarded(
  name: string,
  workspace: LocalWorkspace,
  roster: Roster,
  command: (program: () => Promise<void>) => Promise<unknown>,
): Promise<void> {
  let refusal: Refused | undefined;
  const declare = shardProgram(roster.tenantsOf(name));
  const program = async () => {
    refusal = await refusalUnderLock(name, workspace, roster);
    if (refusal) throw refusal;
    await declare();
  };
  try {
    await command(program);
  } catch (error) {
    throw refusal ?? error;
  }
}

async function refusalUnderLock(
  name: string,
  workspace: LocalWorkspace,
  roster: Roster,
): Promise<Refused | undefined> {
  const [layout, state] = await Promise.all([readLayout(workspace), readStack(workspace, name)]);
  if (layout?.shards !== roster.shards || layout.next !== undefined) {
    const why = "The tenants are being moved to other shards: run `fleet reshard`, and then this again.";
    return new Refused(why, why);
  }
  if (!state) return undefined;
  return refusalOf([{ stack: name, ...state }], roster);
}

function failuresOf(error: unknown, ofDomains: readonly Failure[]): readonly Failure[] {
  if (ofDomains.length > 0) return ofDomains;
  const { message, cause = message } = error as Error & { cause?: string };
  return [{ message, cause }];
}
