import type { Cloud } from "./cloud";
import { type Gate, type Stop, startGate } from "./gate";
import type { Program } from "./programs";
import type { Outcome, Stack } from "./stack";
import { useStack } from "./story";

/** A stack that reaches the cloud through a gate of its own. */
export interface GatedStack {
  stack: Stack;
  gate: Gate;
}

/** A stack for the surrounding `describe`. The program is made once the emulator of the story runs. */
export function useGatedStack(cloud: Cloud, program: () => Program): GatedStack {
  const gated = {} as GatedStack;
  before(async () => {
    gated.gate = await startGate(cloud.emulator);
  });
  gated.stack = useStack(cloud, program, () => gated.gate.environment);
  after(() => gated.gate.close());
  return gated;
}

/** A command that is held in the middle of a step. */
export interface Held {
  /** Lets it go on, and ends when it does. */
  goOn(): Promise<Outcome>;
}

/** Runs a command of a stack until its step is where it is to be held. @throws when it ends before */
export async function holdAt(
  stop: Stop,
  { stack, gate }: GatedStack,
  command: (stack: Stack) => Promise<Outcome>,
): Promise<Held> {
  gate.stopAt([stop]);
  const outcome = command(stack);
  await Promise.race([gate.reached(), outcome.then(endedEarly)]);
  return {
    async goOn() {
      await gate.letPass(stop.boundary);
      return outcome;
    },
  };
}

function endedEarly({ stdout, stderr }: Outcome): never {
  throw new Error(`The command ended before its step was where it should be held:\n${stdout}${stderr}`);
}
