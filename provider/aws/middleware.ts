type Middleware = (next: (args: never) => Promise<unknown>) => (args: never) => Promise<unknown>;

/** The little of a client's or a command's middleware stack that is used, the same for those of every service. */
interface MiddlewareStack {
  add(middleware: Middleware, options: { step: "finalizeRequest"; priority: "low"; name: string }): void;
  addRelativeTo(
    middleware: Middleware,
    options: { relation: "after"; toMiddleware: "retryMiddleware"; name: string },
  ): void;
}

type Around = (attempt: () => Promise<unknown>) => Promise<unknown>;

/** Puts something around every attempt of a call, the SDK's retries each, before the attempt is signed. */
export function aroundEachAttempt(stack: unknown, name: string, around: Around): void {
  (stack as MiddlewareStack).addRelativeTo((next) => (args) => around(() => next(args)), {
    relation: "after",
    toMiddleware: "retryMiddleware",
    name,
  });
}

/** The same around nothing but its being sent. */
export function aroundEachSending(stack: unknown, name: string, around: Around): void {
  (stack as MiddlewareStack).add((next) => (args) => around(() => next(args)), {
    step: "finalizeRequest",
    priority: "low",
    name,
  });
}
