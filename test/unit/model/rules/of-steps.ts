import { parseDuration } from "../../../../provider/duration";
import type { DomainInputs } from "../../../../provider/inputs";
import { kindOfName } from "../../../../provider/kind";
import { settlingTime } from "../../../../provider/lifecycle/settle";
import { type DomainStatus, isBusy } from "../../../../provider/status";
import { defaultTimeouts } from "../../../../provider/usual-durations";
import { patience } from "../cloud";
import type { Deed } from "../engine";
import type { Facts } from "../facts";
import { EndlessWait } from "../time";

/** The provider answered a call of the engine. */
export interface StepTaken {
  step: Deed["step"];
  domain: string;
  given: { timeouts?: DomainInputs["timeouts"]; status?: DomainStatus };
  /** Milliseconds. */
  elapsed: number;
  outcome: { result: unknown } | { thrown: unknown };
}

/** What isn't worded for a person is a crash. */
export function* unworded({ step, outcome }: StepTaken): Iterable<string> {
  if (!("thrown" in outcome)) return;
  const error = outcome.thrown as PartialFailure;
  if (String(error) !== "UserPoolDomain") yield `the ${step} crashed: ${error.stack ?? error}`;
  if (error.message === "") yield `the ${step} failed without a word`;
  if (error.id === undefined) return;
  if (step !== "create" && step !== "update")
    yield `the ${step} failed in part, which the engine doesn't know`;
  if (typeof error.properties?.["__provider"] !== "string") yield `the ${step}'s properties lack __provider`;
  if (!error.reasons?.[0]) yield `the ${step}'s failure has no reason`;
}

/** It refuses outputs after the call to the cloud was made: an orphan. */
export function* refusedValues({ step, outcome }: StepTaken): Iterable<string> {
  const { properties } = "thrown" in outcome ? (outcome.thrown as PartialFailure) : {};
  const odd = oddValueIn("result" in outcome ? outcome.result : (properties ?? {}), "");
  if (odd) yield `the ${step} gave ${odd}`;
}

/** A call that never gets an answer is waited for this long past the timeout, in the last look of each wait. */
const lastLooks = 30_000;
/** What is answered takes no time here, so what a step takes is what it slept, and what it waited for in vain. */
export function* overdue(
  { step, domain, given: { timeouts, status }, elapsed, outcome }: StepTaken,
  facts: Facts,
): Iterable<string> {
  if ("thrown" in outcome && outcome.thrown instanceof EndlessWait) yield outcome.thrown.message;
  const hung = facts.cloud.hasHung();
  const isLong = step === "create" || step === "update" || step === "delete";
  const timeout = isLong
    ? timeoutOf(step, domain, timeouts) + (hung ? lastLooks : 0)
    : step === "read"
      ? (status && isBusy(status) ? settlingTime : 0) + (hung ? patience : 0)
      : 0;
  if (elapsed > timeout) yield `the ${step} of ${domain} took ${elapsed} ms, with a limit of ${timeout} ms`;
}

/** What passes, by the name that an error ends with. */
const passing = /\((\w+), (TooManyRequestsException|ConcurrentModificationException)\b/;
/** What is no reason to give up a domain that is on its way, either. */
const passingInWait = /can't be seen.*\(\w+, (TooManyRequests|InternalError|ECONNRESET|TimeoutError)/s;
/** A name that nothing can be seen to have. */
const lingering = /failed: Domain already exists\./;

export function* givenUpEarly({ step, domain, given, elapsed, outcome }: StepTaken): Iterable<string> {
  if (!("thrown" in outcome) || (step !== "create" && step !== "update" && step !== "delete")) return;
  const { message } = outcome.thrown as Error;
  const namesTimeout = message.includes(`the ${step} timeout`);
  const passes = [passing, passingInWait, lingering].some((reason) => reason.test(message));
  if (passes && !namesTimeout) yield `the ${step} of ${domain}: ${message}`;
  const timeout = timeoutOf(step, domain, given.timeouts);
  if (namesTimeout && elapsed < timeout)
    yield `the ${step} of ${domain} ended after ${elapsed} of ${timeout} ms`;
}

function timeoutOf(
  step: "create" | "update" | "delete",
  domain: string,
  timeouts: DomainInputs["timeouts"],
): number {
  return parseDuration(timeouts?.[step] ?? "") ?? defaultTimeouts[kindOfName(domain)];
}

interface PartialFailure extends Error {
  id?: string;
  properties?: Record<string, unknown>;
  reasons?: string[];
}

function oddValueIn(value: unknown, path: string): string | undefined {
  if (value === undefined || typeof value === "bigint" || typeof value === "function")
    return `${path} ${String(value)}`;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const odd = oddValueIn(member, `${path}.${name}`);
    if (odd) return odd;
  }
  return undefined;
}
