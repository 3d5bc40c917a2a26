/** What is read of whatever an attempt failed with: the service's exceptions, the SDK's errors, and Node's. */
export interface SdkError {
  name?: string;
  message?: string;
  /** Of Node's errors, such as `ECONNRESET`. */
  code?: string;
  /** Of Node's errors: what the system was asked to do. */
  syscall?: string;
  /** Of the error that stands for several, one for each address of a host. */
  errors?: unknown[];
  $metadata?: { httpStatusCode?: number; requestId?: string };
}

/**
 * Whether an attempt that failed may have taken effect all the same. It can't have where the service refused it with
 * an answer (300 to 499), nor where it never reached the service. An answer of 200 that can't be read says nothing.
 */
export function mayHaveTakenEffect(failure: unknown): boolean {
  const status = (failure as SdkError).$metadata?.httpStatusCode;
  if (status !== undefined) return status < 300 || status >= 500;
  return !neverReachedTheService(failure);
}

/** Whether it failed while the host was looked up, while the connection was opened, or for its certificate. */
function neverReachedTheService(failure: unknown): boolean {
  const { syscall, code = "", errors, message = "" } = failure as SdkError;
  // Node tries every address of a host, and has one error for all of them, without a message of its own.
  if (Array.isArray(errors) && errors.length > 0) return errors.every(neverReachedTheService);
  return (
    syscall === "connect" ||
    syscall === "getaddrinfo" ||
    codesBeforeSending.has(code) ||
    certificateCode.test(code) ||
    // The SDK's own timeout of a connection has neither a code nor a name of its own.
    message.includes("did not establish a connection")
  );
}

/** For who doesn't say which system call failed. A host can't be unreachable in the middle of a short exchange. */
const codesBeforeSending: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** Node's documentation of the tls module lists them: "X509 certificate error codes". */
const certificateCode = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/;
