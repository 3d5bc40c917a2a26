/**
 * An error meant for a person: what failed, on which domain, the value, what is allowed, what to do. Pulumi prints an
 * error's stack from check, diff, read and delete before the message, so the stack is the message alone.
 */
export class Diagnostic extends Error {
  override readonly name: string = "UserPoolDomainError";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.stack = message;
  }
}
