import { type Operation, ServiceError } from "../errors/service-error";

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
  let unheard = false;
  // Inside the retries, so it sees every attempt and not just how the last one ended.
  (command.middlewareStack as MiddlewareStack).add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (!wasRefused(error)) unheard = true;
        throw error;
      }
    },
    { step: "finalizeRequest", priority: "low", name: "noteUnheardAnswers" },
  );
  const abort = new AbortController();
  const outOfTime = expiry(within, operation);
  try {
    return await Promise.race([start({ abortSignal: abort.signal }), outOfTime.promise]);
  } catch (error) {
    throw asServiceError(error, operation, unheard || error === outOfTime.error);
  } finally {
    outOfTime.cancel();
    abort.abort();
  }
}

/** The little of a command's middleware stack that is used, the same for the commands of every service. */
interface MiddlewareStack {
  add(
    middleware: (next: (args: never) => Promise<unknown>) => (args: never) => Promise<unknown>,
    options: { step: "finalizeRequest"; priority: "low"; name: string },
  ): void;
}

/** The SDK sleeps between retries without looking at an abort signal, so the end of the time is a promise of its own. */
function expiry(within: number, operation: Operation) {
  const error = new ServiceError({
    operation,
    exception: "TimeoutError",
    message: `No answer within ${Math.round(within / 1000)} s`,
    mayHaveTakenEffect: true,
  });
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(error), within);
  });
  return { promise, error, cancel: () => clearTimeout(timer) };
}

/** Whether an attempt got a clear no: an answer below 500, or no request at all for want of credentials. */
function wasRefused(error: unknown): boolean {
  const { $metadata, name } = error as SdkError;
  const status = $metadata?.httpStatusCode;
  return name === "CredentialsProviderError" || (status !== undefined && status < 500);
}

interface SdkError {
  name?: string;
  code?: string;
  message?: string;
  $metadata?: { httpStatusCode?: number; requestId?: string };
}

function asServiceError(error: unknown, operation: Operation, mayHaveTakenEffect: boolean): ServiceError {
  if (error instanceof ServiceError) return error;
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
