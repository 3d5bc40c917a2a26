import { Stack } from "@pulumi/pulumi/automation";
import { failuresOf } from "./failures";
import { type Guarded, guarded } from "./guard";
import { Locked, recover, withLock } from "./locks";
import { openStack } from "./open-stack";
import type { Outcome, Setup } from "./protocol";
import { heardByCli } from "./stopping";
import { type Watch, watchEngine } from "./watch";

export interface Work extends Guarded {
  readonly onDomain: () => void;
}

/** Does what is to be done with one shard. */
export async function workOn(name: string, work: Work): Promise<Outcome> {
  const { setup, stopped, onDomain } = work;
  // To go on while the state can't be saved takes the CLI half a minute at each step, and leaves more unrecorded.
  const unsaved = new AbortController();
  const watch = watchEngine({
    isPreview: setup.command === "preview",
    onDomain,
    onUnsaved: () => unsaved.abort(),
  });
  const options = {
    parallel: setup.parallel,
    // One tenant's failure is no reason to leave the others of its shard undone.
    continueOnError: true,
    onEvent: watch.onEvent,
    signal: heardByCli(AbortSignal.any([stopped, unsaved.signal])),
  };
  try {
    await commands[setup.command](name, work, options);
    return { kind: "done", counts: watch.counts() };
  } catch (error) {
    const counts = watch.counts();
    if (error instanceof Locked) {
      return { kind: "locked", counts, why: error.message, remedy: error.remedy };
    }
    const failures = failuresOf(error as Error, { ofDomains: watch.failures(), stopped });
    return { kind: stopped.aborted ? "stopped" : "failed", counts, failures };
  }
}

interface Options {
  readonly parallel: number;
  readonly continueOnError: boolean;
  readonly onEvent: Watch["onEvent"];
  readonly signal: AbortSignal;
}

type Run = (name: string, work: Work, options: Options) => Promise<unknown>;

const commands: Record<Setup["command"], Run> = {
  async up(name, work, options) {
    const { stack, isInterrupted } = await openStack(name, work.workspace);
    if (isInterrupted) await recover(stack, options.signal);
    await guarded(name, work, (program) =>
      withLock(stack, () => stack.up({ ...options, program }), options.signal),
    );
  },
  async preview(name, work, { continueOnError: _, ...options }) {
    const stack = await Stack.select(name, work.workspace);
    await guarded(name, work, (program) => stack.preview({ ...options, program }));
  },
  async destroy(name, { workspace }, options) {
    const { stack, isInterrupted } = await openStack(name, workspace);
    if (isInterrupted) await recover(stack, options.signal);
    await withLock(stack, () => stack.destroy(options), options.signal);
    await workspace.removeStack(name);
  },
};
