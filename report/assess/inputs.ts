import type { Held } from "../../provider/plan/plan";
import type { Values } from "../../provider/values";
import type { ResourceState } from "../preview";

/** What the program asks for. */
export function inputsOf(state: ResourceState): Values {
  const { __provider: _, ...inputs } = state.inputs ?? {};
  return inputs;
}

/** What is there: the outputs tell more than the inputs, and are there but for a resource that was never finished. */
export function heldIn(state: ResourceState): Held {
  return inputsFrom({ ...state.inputs, ...state.outputs });
}

/** Of one name on one user pool. */
export function isSameDomain(one: Held, other: Held): boolean {
  return one.domain === other.domain && one.userPoolId === other.userPoolId;
}

export function inputsFrom(values: Values): Held {
  return values as unknown as Held;
}
