import type { Clock } from "../clock";
import type { DomainClient } from "../domain-client";
import { parseDuration } from "../duration";
import type { DomainInputs, Timeouts } from "../inputs";
import { type DomainKind, kindOfName } from "../kind";
import { defaultTimeouts } from "../usual-durations";

/** What every step of a domain's life works with. */
export interface Surroundings {
  client: DomainClient;
  clock: Clock;
  random(): number;
  /** Shows a passing line while a step runs; the next line takes its place. */
  showStatus(line: string): void;
}

/** One step under way: which domain, since when, and until when. */
export interface Step extends Surroundings {
  name: keyof Timeouts;
  domain: string;
  userPoolId: string;
  kind: DomainKind;
  startedAt: number;
  deadline: number;
}

export function beginStep(name: keyof Timeouts, inputs: DomainInputs, surroundings: Surroundings): Step {
  const { domain, userPoolId, timeouts } = inputs;
  const kind = kindOfName(domain);
  const startedAt = surroundings.clock.now();
  const timeout = parseDuration(timeouts?.[name] ?? "") ?? defaultTimeouts[kind];
  return { ...surroundings, name, domain, userPoolId, kind, startedAt, deadline: startedAt + timeout };
}

/** What the error of a step is about. */
export function subjectOf({ domain, userPoolId, client }: Step) {
  return { domain, userPoolId, region: client.region };
}

/** Milliseconds that are left of the step; a call that is due is given at least a second. */
export function timeLeft({ clock, deadline }: Step): number {
  return Math.max(deadline - clock.now(), 1_000);
}
