/** The operations of the service that this package calls. */
export type Operation =
  | "CreateUserPoolDomain"
  | "DescribeUserPoolDomain"
  | "UpdateUserPoolDomain"
  | "DeleteUserPoolDomain"
  | "DescribeUserPool"
  | "ListUserPools"
  | "GetCallerIdentity";

/** A call that did not succeed, whoever said so: the service, the SDK's credentials, or the network. */
export class ServiceError extends Error {
  override readonly name: string = "ServiceError";
  readonly operation: Operation;
  /** The exception's name, such as `InvalidParameterException`, or the network's code, such as `ECONNREFUSED`. */
  readonly exception: string;
  readonly requestId: string | undefined;
  /**
   * Whether one of the attempts got no answer, or an answer of 500 and above: the service may have done what was
   * asked although nobody heard so. Attempts that can't have reached it, such as a refused connection, don't count.
   */
  readonly mayHaveTakenEffect: boolean;

  constructor(failure: {
    operation: Operation;
    exception: string;
    message: string;
    requestId?: string | undefined;
    mayHaveTakenEffect?: boolean;
    cause?: unknown;
  }) {
    super(failure.message, { cause: failure.cause });
    this.operation = failure.operation;
    this.exception = failure.exception;
    this.requestId = failure.requestId;
    this.mayHaveTakenEffect = failure.mayHaveTakenEffect ?? false;
  }
}

/** Whether the same look may well succeed a little later; a wait goes on then. */
export function isPassing({ exception, mayHaveTakenEffect }: ServiceError): boolean {
  return (
    mayHaveTakenEffect ||
    throttled.has(exception) ||
    unreachable.has(exception) ||
    exception === "TimeoutError" ||
    exception === "ConcurrentModificationException"
  );
}

/** Whether the account's rate for the operation is used up. */
export function isThrottled({ exception }: Pick<ServiceError, "exception">): boolean {
  return throttled.has(exception);
}

const throttled: ReadonlySet<string> = new Set([
  "TooManyRequestsException",
  "ThrottlingException",
  "Throttling",
  "RequestLimitExceeded",
]);

const unreachable: ReadonlySet<string> = new Set([
  "EAI_AGAIN",
  "ENOTFOUND",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT",
]);

/** Whether a delete or update was told that there is no such domain, or no such pool and so no domain either. */
export function saysDomainIsGone(error: ServiceError): boolean {
  return (
    error.exception === "ResourceNotFoundException" ||
    /No such domain or user pool exists/i.test(error.message)
  );
}

/** Whether a create was told that the name is taken. It may be a domain, or a name that is still being released. */
export function saysNameIsTaken({ exception, message }: ServiceError): boolean {
  return exception === "InvalidParameterException" && /Domain already exists/i.test(message);
}

/** Whether a create was told that the name is another pool's, of this account or of one that can't be looked into. */
export function saysNameIsAnotherPools({ exception, message }: ServiceError): boolean {
  return (
    exception === "InvalidParameterException" && /already associated with another user pool/i.test(message)
  );
}

/** Whether a create was told that CloudFront serves the name elsewhere, which it goes on saying for a while after a delete. */
export function saysAliasIsTaken({ message }: ServiceError): boolean {
  return /CNAMEs you provided are already associated/i.test(message);
}
