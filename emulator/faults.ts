import type { BadEnd } from "./domains";
import { ServiceError } from "./errors";
import { messages } from "./messages";
import type { OperationName } from "./operations/table";

/** Something that goes wrong on purpose. */
export type Fault = ErrorFault | DropFault | DomainStatusFault;

interface Aim<Operation> {
  /** The operation that it befalls. */
  operation: Operation;
  /** How many calls it befalls. @default 1 */
  times?: number;
  /** How many calls of the operation it lets pass first. @default 0 */
  after?: number;
}

/** The service refuses the call, which has no effect. */
export interface ErrorFault extends Aim<OperationName> {
  error: {
    /** Such as `TooManyRequestsException`. */
    name: string;
    /** @default "Rate exceeded" for TooManyRequestsException, otherwise a text that says that this is a fault */
    message?: string;
    /** HTTP status. @default 500 for InternalErrorException, otherwise 400 */
    status?: number;
  };
}

/** The connection breaks before the call takes effect, or after it has: the caller can't tell which. */
export interface DropFault extends Aim<OperationName> {
  drop: "before" | "after";
}

/** The call is answered as usual, but the domain ends as FAILED or stays CREATING or UPDATING ("stuck"). */
export interface DomainStatusFault extends Aim<"CreateUserPoolDomain" | "UpdateUserPoolDomain"> {
  domainStatus: BadEnd;
}

export interface Faults {
  inject(fault: Fault): void;
  /** The fault that befalls a call of this operation, which is used up by asking. */
  take(operation: OperationName): Fault | undefined;
}

/**
 * The faults waiting for calls. When several wait for the same operation, the one injected first comes first,
 * and a later one doesn't count the calls that an earlier one befalls.
 */
export function createFaults(): Faults {
  const waiting: { fault: Fault; skip: number; left: number }[] = [];

  return {
    inject(fault) {
      waiting.push({ fault, skip: fault.after ?? 0, left: fault.times ?? 1 });
    },
    take(operation) {
      for (const candidate of waiting) {
        if (candidate.fault.operation !== operation || candidate.left <= 0) continue;
        if (candidate.skip > 0) {
          candidate.skip -= 1;
          continue;
        }
        candidate.left -= 1;
        return candidate.fault;
      }
      return undefined;
    },
  };
}

export function errorOf({ error }: ErrorFault): ServiceError {
  return new ServiceError(error.name, error.message ?? defaultMessage(error.name), error.status);
}

function defaultMessage(name: string): string {
  return name === "TooManyRequestsException" ? messages.rateExceeded : "A fault injected into the emulator.";
}
