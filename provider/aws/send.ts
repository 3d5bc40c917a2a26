import { type Operation, ServiceError } from "../errors/service-error";
import { mayHaveTakenEffect, type SdkError } from "./attempt";
import { aroundEachSending } from "./middleware";

/**
 * Sends a command with the SDK's own retries, for at most `within` milliseconds, and turns whatever goes wrong into a
 * `ServiceError` that says whether an attempt may have taken effect unheard.
 */
export async function send<Output>(
  operation: Operation,
  within: number,
  command: { middlewareStack: unknown },
  start: (options: { abortSignal: AbortSignal }) => Promise<Output>,
): Promise<Output> {
  const attempts = watchAttempts(command.middlewareStack);
  const abort = new AbortController();
  const expiry = after(within);
  try {
    return await Promise.race([start({ abortSignal: abort.signal }), expiry.promise]);
  } catch (error) {
    if (error !== outOfTime) throw asServiceError(error, operation, attempts.unheard);
    // Between two attempts, what the last one met says more than that the time is up.
    if (attempts.lastFailure) throw asServiceError(attempts.lastFailure, operation, attempts.unheard);
    throw new ServiceError({
      operation,
      exception: "TimeoutError",
      message: `No answer within ${formatSeconds(within)}`,
      mayHaveTakenEffect: attempts.unheard || attempts.underWay,
    });
  } finally {
    expiry.cancel();
    abort.abort();
  }
}

/** What is known of a command's attempts. */
interface Attempts {
  underWay: boolean;
  /** Whether one of them may have taken effect although it failed. */
  unheard: boolean;
  /** What the last attempt failed with; none while one is under way. */
  lastFailure: unknown;
}

/** Sees every attempt, and not just how the last one ended. */
function watchAttempts(stack: unknown): Attempts {
  const attempts: Attempts = { underWay: false, unheard: false, lastFailure: undefined };
  aroundEachSending(stack, "watchAttempts", async (attempt) => {
    attempts.underWay = true;
    attempts.lastFailure = undefined;
    try {
      return await attempt();
    } catch (error) {
      attempts.unheard ||= mayHaveTakenEffect(error);
      attempts.lastFailure = error;
      throw error;
    } finally {
      attempts.underWay = false;
    }
  });
  return attempts;
}

const outOfTime = new Error("out of time");
/** A longer one would go off at once. */
const longestTimer = 2 ** 31 - 1;

/** The SDK sleeps between retries without looking at an abort signal, so the end of the time is a promise of its own. */
function after(milliseconds: number) {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(outOfTime), Math.min(milliseconds, longestTimer));
  });
  return { promise, cancel: () => clearTimeout(timer) };
}

function formatSeconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}

function asServiceError(error: unknown, operation: Operation, mayHaveTakenEffect: boolean): ServiceError {
  const { name, code, message, $metadata } = error as SdkError;
  return new ServiceError({
    operation,
    exception: code ?? name ?? "Error",
    // Node gives no message of its own when every address of a host refused.
    message: message || code || String(error),
    requestId: $metadata?.requestId,
    mayHaveTakenEffect,
    cause: error,
  });
}
