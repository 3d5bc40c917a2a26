/**
 * An error meant for a person: what failed, on which domain, the value, what is allowed, what to do.
 *
 * From check, diff, read and delete Pulumi's plugin prints `${error}: ${error.stack}` on stderr, and the engine then
 * shows the message as the resource's error. Both are kept to a pointer there, so that it is read once.
 */
export class Diagnostic extends Error {
  override readonly name: string = "UserPoolDomainError";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.stack = "see the error of the resource";
  }

  override toString(): string {
    return this.name;
  }
}

/** An error in the stack's configuration. */
export class ConfigurationError extends Diagnostic {
  /** The key at fault, such as `aws:maxRetries`. */
  readonly key: string;

  constructor(key: string, message: string) {
    super(message);
    this.key = key;
  }
}
