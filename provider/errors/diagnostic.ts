import type { Wording } from "./diagnosis";

/** An error meant for a person: what failed, on which domain, the value, what is allowed, what to do. */
export class Diagnostic extends Error {
  declare readonly message: Wording;

  constructor(message: Wording, options?: ErrorOptions) {
    super(message, options);
  }
}

/** An error in the stack's configuration. */
export class ConfigurationError extends Diagnostic {
  /** The key at fault, such as `aws:maxRetries`. */
  readonly key: string;

  constructor(key: string, message: Wording) {
    super(message);
    this.key = key;
  }
}
