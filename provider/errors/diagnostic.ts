/** An error meant for a person: what failed, on which domain, the value, what is allowed, what to do. */
export class Diagnostic extends Error {
  override readonly name: string = "UserPoolDomainError";
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
