import type { Cloud } from "./cloud";
import type { Program } from "./programs";
import { newStack, type Outcome, type Stack, type StackOptions } from "./stack";

/** A stack for the surrounding `describe`. The program is made once the emulator of the story runs. */
export function useStack(
  cloud: Cloud,
  program: () => Program,
  environment?: () => NonNullable<StackOptions["environment"]>,
): Stack {
  const stack = {} as Stack;
  before(async function () {
    this.timeout("2m");
    const options = { emulator: cloud.emulator, program: program(), environment: environment?.() ?? {} };
    Object.assign(stack, await newStack(options));
  });
  return stack;
}

/** Runs a command once for the surrounding `describe`, whose tests look at how it ended. */
export function outcomeOf(command: () => Promise<Outcome>): Outcome {
  const outcome = {} as Outcome;
  before(async function () {
    this.timeout("2m");
    Object.assign(outcome, await command());
  });
  return outcome;
}
