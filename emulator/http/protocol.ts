import type { IncomingHttpHeaders } from "node:http";
import type { TokenProblem } from "../cloud/callers";
import type { ServiceError } from "../errors";
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
  badToken(problem: TokenProblem): ServiceError;
}

export interface HttpRequest {
  readonly method: string;
  /** With the query, such as `/_emulator/calls?after=12`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** undefined when it is longer than is taken. */
  readonly body: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer, or what happens to the connection instead of one. */
export type Reply = HttpAnswer | "drop" | "hang";
