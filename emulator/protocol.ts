import type { IncomingHttpHeaders } from "node:http";
import type { ServiceError } from "./errors";
import type { SignatureProblem } from "./signature";

/** How one of the two services wraps requests and answers; what the operations do doesn't depend on it. */
export interface Protocol {
  /** The service's name in a credential scope. */
  readonly signingName: "cognito-idp" | "sts";
  /** The operation that the request names; empty when it names none. */
  operationOf(request: HttpRequest): string;
  /** @throws ServiceError when the body isn't what the protocol wants */
  parse(body: string): unknown;
  answer(operation: string, output: object, requestId: string): HttpAnswer;
  refuse(error: ServiceError, requestId: string): HttpAnswer;
  unknownOperation(operation: string): ServiceError;
  badSignature(problem: SignatureProblem): ServiceError;
  /** For a session's access key that comes without the session's token. */
  badToken(): ServiceError;
}

export interface HttpRequest {
  readonly method: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
