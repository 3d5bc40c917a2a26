import { parseDuration } from "../../../provider/duration";
import type { DomainInputs } from "../../../provider/inputs";
import { kindOfName } from "../../../provider/kind";
import { defaultTimeouts } from "../../../provider/usual-durations";

/** What broke a rule that has to hold always. */
export interface Breaches {
  readonly found: readonly string[];
  add(breach: string): void;
  checkError(step: string, thrown: unknown): void;
  checkPlain(values: unknown, step: string): void;
  checkDuration(
    deed: { step: string; domain: string },
    given: { timeouts?: DomainInputs["timeouts"] },
    elapsed: number,
  ): void;
}

export function createBreaches(): Breaches {
  const found: string[] = [];
  const add = (breach: string): void => {
    if (!found.includes(breach)) found.push(breach);
  };
  return {
    found,
    add,
    /** What isn't worded for a person is a crash. */
    checkError(step, thrown) {
      const error = thrown as Error & {
        id?: string;
        properties?: Record<string, unknown>;
        reasons?: string[];
      };
      if (String(error) !== "UserPoolDomain") add(`The ${step} crashed: ${error.stack ?? error}`);
      if (error.message === "") add(`The ${step} failed without a word.`);
      if (error.id === undefined) return;
      if (typeof error.properties?.["__provider"] !== "string")
        add(`The properties of the ${step}'s partial failure lack __provider.`);
      if (!error.reasons?.[0]) add(`The ${step}'s partial failure has no reason.`);
    },
    checkPlain(values, step) {
      const odd = oddValueIn(values, "outputs");
      if (odd) add(`The ${step} gave the engine what it refuses: ${odd}.`);
    },
    /** Calls take no time here, so what a step takes is what it slept. */
    checkDuration({ step, domain }, { timeouts }, elapsed) {
      const isLong = step === "create" || step === "update" || step === "delete";
      const timeout = isLong
        ? (parseDuration(timeouts?.[step] ?? "") ?? defaultTimeouts[kindOfName(domain)])
        : 0;
      if (elapsed > timeout)
        add(`The ${step} of ${domain} took ${elapsed} ms, with a timeout of ${timeout} ms.`);
    },
  };
}

function oddValueIn(value: unknown, path: string): string | undefined {
  if (value === undefined || typeof value === "bigint" || typeof value === "function")
    return `${path} is ${String(value)}`;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const odd = oddValueIn(member, `${path}.${name}`);
    if (odd) return odd;
  }
  return undefined;
}
