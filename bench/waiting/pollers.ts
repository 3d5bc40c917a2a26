import type { Timeouts } from "../../provider/inputs";
import type { DomainKind } from "../../provider/kind";
import { createDomain } from "../../provider/lifecycle/create";
import { deleteDomain } from "../../provider/lifecycle/delete";
import { updateDomain } from "../../provider/lifecycle/update";
import { stateFrom } from "../../provider/state";
import type { Chance } from "./chance";
import { descriptionOf, inputsOf, serviceThatTakes } from "./service";
import { clockOfOne } from "./virtual-time";

/** What is waited for. */
export interface Step {
  readonly kind: DomainKind;
  readonly name: keyof Timeouts;
}

/** How a wait went. */
export interface Noticed {
  /** Milliseconds from the end of the step until it was noticed. */
  readonly lag: number;
  readonly calls: number;
}

/** One way to wait for a step that takes so many milliseconds. */
export type Poller = (step: Step, duration: number, chance: Chance) => Promise<Noticed>;

/** This package's whole create, update or delete. */
export const ours: Poller = async ({ kind, name }, duration, chance) => {
  const clock = clockOfOne();
  const inputs = inputsOf(kind);
  const { client, looks, endedAt } = serviceThatTakes(duration, inputs, clock);
  const surroundings = { client, clock, random: chance, showStatus() {} };
  const held = stateFrom(descriptionOf(inputs), inputs, client.region);
  if (name === "create") await createDomain(inputs, surroundings);
  if (name === "update") await updateDomain(held, { ...inputs, managedLoginVersion: 2 }, surroundings);
  if (name === "delete") await deleteDomain(held, surroundings);
  return { lag: clock.now() - endedAt(), calls: looks() };
};

/** Looks at once, and then every so many milliseconds. */
export function every(pause: number): Poller {
  return async (_step, duration) => lookAfter(duration, () => pause);
}

export const fixed = every(10_000);

/**
 * `StateChangeConf` of hashicorp/terraform-plugin-sdk (helper/retry/state.go): at once, then after 200 ms, and each
 * pause is twice the one before, up to 10 s. aws_cognito_user_pool_domain of hashicorp/terraform-provider-aws
 * (internal/service/cognitoidp/user_pool_domain.go) sets none of Delay, MinTimeout and PollInterval, which would
 * change that.
 */
export const terraform: Poller = async (_step, duration) => lookAfter(duration, terraformPause);

/** @param look after which look, the first of which is 1 */
export function terraformPause(look: number): number {
  return Math.min(100 * 2 ** look, 10_000);
}

/** @param pause how long to pause after which look, the first of which is 1 */
function lookAfter(duration: number, pause: (look: number) => number): Noticed {
  let now = 0;
  let calls = 1;
  for (; now < duration; calls += 1) now += pause(calls);
  return { lag: now - duration, calls };
}
