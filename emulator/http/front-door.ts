import { ownPaths } from "../diagnostics";
import { parseObject } from "./json-protocol";
import { form, json, mediaTypeOf } from "./media-type";
import type { HttpAnswer, HttpRequest } from "./protocol";

/** The longest body of a request to AWS that is taken, in bytes: far above any real one. */
export const longestRequest = 256 * 1024;

export interface Refusal {
  readonly name: string;
  readonly message: string;
  readonly answer: HttpAnswer;
}

/**
 * What is refused before it gets to any operation: it is too long, or speaks neither AWS JSON 1.1 nor AWS Query. The
 * answers are in formats of their own, those that AWS services of this kind were found to give (mhart/kinesalite).
 */
export function refuseAtTheDoor(request: HttpRequest, requestId: string): Refusal | undefined {
  const { method, headers, body } = request;
  const stranger = strangerIn(request);
  if (stranger !== undefined) return fromAfar(stranger, requestId);
  if (body === undefined) return tooLong(requestId);
  if (method !== "POST") return accessDenied(requestId);
  switch (mediaTypeOf(request)) {
    case json:
    case form:
      return undefined;
    case "application/json":
      return legacy(parseObject(body) !== undefined, requestId);
    default:
      return headers["x-amz-target"] ? unknownOperation(requestId) : accessDenied(requestId);
  }
}

/**
 * What shows that a request comes from a web page, which may be anybody's: its origin, or a host that was made to lead
 * to this machine. No SDK sends either.
 */
export function strangerIn({ headers }: Pick<HttpRequest, "headers">): string | undefined {
  if (headers.origin !== undefined) return `Origin: ${headers.origin}`;
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(headers.host ?? "");
  return isLocal ? undefined : `Host: ${headers.host ?? ""}`;
}

function fromAfar(stranger: string, requestId: string): Refusal {
  const message = ownPaths.stranger({ stranger });
  return {
    name: "Forbidden",
    message,
    answer: {
      status: 403,
      headers: { "content-type": "text/plain", ...idHeader(requestId) },
      body: `${message}\n`,
    },
  };
}

function tooLong(requestId: string): Refusal {
  const message = `The body is longer than ${longestRequest} bytes.`;
  const name = "RequestEntityTooLarge";
  const headers = { connection: "close", "x-amzn-errortype": name, ...idHeader(requestId) };
  return { name, message, answer: { status: 413, headers, body: "" } };
}

function accessDenied(requestId: string): Refusal {
  const name = "AccessDeniedException";
  const message = "Unable to determine service/operation name to be authorized";
  const body = `<${name}>\n  <Message>${message}</Message>\n</${name}>\n`;
  return { name, message, answer: { status: 403, headers: idHeader(requestId), body } };
}

function unknownOperation(requestId: string): Refusal {
  const name = "UnknownOperationException";
  return { name, message: "", answer: { status: 404, headers: idHeader(requestId), body: `<${name}/>\n` } };
}

/** The answer to plain JSON, an error with status 200. The framework writes its own message with a capital. */
function legacy(isReadable: boolean, requestId: string): Refusal {
  const name = isReadable ? "UnknownOperationException" : "SerializationException";
  const message = isReadable ? { message: null } : { Message: null };
  const output = { Output: { __type: `com.amazon.coral.service#${name}`, ...message }, Version: "1.0" };
  const headers = { "content-type": "application/json", ...idHeader(requestId) };
  return { name, message: "", answer: { status: 200, headers, body: JSON.stringify(output) } };
}

function idHeader(requestId: string): Record<string, string> {
  return { "x-amzn-requestid": requestId };
}
