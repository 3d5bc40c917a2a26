/** The little of a client's or a command's middleware stack that is used, the same for those of every service. */
interface MiddlewareStack {
  add(
    middleware: (next: (args: never) => Promise<unknown>) => (args: never) => Promise<unknown>,
    options: { step: "finalizeRequest"; priority: "low"; name: string },
  ): void;
}

/** Puts something around every attempt of a call: it stands inside the SDK's retries. */
export function aroundEachAttempt(
  stack: unknown,
  name: string,
  around: (attempt: () => Promise<unknown>) => Promise<unknown>,
): void {
  (stack as MiddlewareStack).add((next) => (args) => around(() => next(args)), {
    step: "finalizeRequest",
    priority: "low",
    name,
  });
}
