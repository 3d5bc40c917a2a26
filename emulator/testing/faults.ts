import { fractionLooking } from "../cloud/identifiers";
import { ServiceError } from "../errors";
import { messages } from "../messages";
import { type DomainStatusFault, type ErrorFault, type Fault, readFault } from "./fault-rules";

/** A fault that may still befall calls. */
export interface WaitingFault {
  /** As it was injected. */
  readonly fault: Fault;
  /** How many more calls it befalls. */
  readonly left: number | "always";
}

export interface Faults {
  /** @throws TypeError for what is no fault */
  inject(fault: Fault): void;
  /** The fault that befalls a call for this operation and domain, which is used up by asking. */
  takeForCall(operation: string, domain: string | undefined): CallFault | undefined;
  /** The fault that befalls the step that such a call begins. A call that is refused begins none. */
  takeForStep(operation: string, domain: string): DomainStatusFault | undefined;
  waiting(): WaitingFault[];
  clear(): void;
}

/**
 * The faults waiting for calls. When several wait for the same call, the one injected first comes first, and a
 * later one doesn't count the calls that an earlier one befalls.
 *
 * @param randomSeed what decides, where a fault has a chance, which calls it befalls
 */
export function createFaults(randomSeed: number): Faults {
  let waiting: { fault: Fault; number: number; met: number; left: number }[] = [];
  let injected = 0;

  const befalls = ({ fault, number, met }: (typeof waiting)[number]): boolean =>
    met > (fault.after ?? 0) &&
    (fault.chance === undefined || fractionLooking(`${randomSeed} ${number} ${met}`) < fault.chance);

  return {
    inject(given) {
      const fault = readFault(given);
      injected += 1;
      const left = fault.times === "always" ? Number.POSITIVE_INFINITY : (fault.times ?? 1);
      waiting.push({ fault, number: injected, met: 0, left });
    },
    takeForCall: (operation, domain) => take(isForCall, operation, domain),
    takeForStep: (operation, domain) => take(isForStep, operation, domain),
    waiting: () =>
      waiting.map(({ fault, left }) => ({ fault, left: Number.isFinite(left) ? left : "always" })),
    clear() {
      waiting = [];
      injected = 0;
    },
  };

  function take<F extends Fault>(
    isOfKind: (fault: Fault) => fault is F,
    operation: string,
    domain: string | undefined,
  ): F | undefined {
    for (const candidate of waiting) {
      const { fault } = candidate;
      if (!isOfKind(fault) || !isAimedAt(fault, operation, domain)) continue;
      candidate.met += 1;
      if (!befalls(candidate)) continue;
      candidate.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return fault;
    }
    return undefined;
  }
}

type CallFault = Exclude<Fault, DomainStatusFault>;

function isForCall(fault: Fault): fault is CallFault {
  return !("domainStatus" in fault);
}

function isForStep(fault: Fault): fault is DomainStatusFault {
  return "domainStatus" in fault;
}

function isAimedAt(fault: Fault, operation: string, domain: string | undefined): boolean {
  const { operation: aimedAt, domain: ofDomain } = fault;
  return (aimedAt === "*" || aimedAt === operation) && (ofDomain === undefined || ofDomain === domain);
}

export function errorOf({ error }: ErrorFault): ServiceError {
  return new ServiceError(error.name, error.message ?? defaultMessage(error.name), error.status);
}

function defaultMessage(name: string): string {
  return name === "TooManyRequestsException" ? messages.rateExceeded : "A fault injected into the emulator.";
}
