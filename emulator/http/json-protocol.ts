import { ServiceError, serializationError } from "../errors";
import { json as mediaType } from "./media-type";
import type { HttpAnswer, Protocol } from "./protocol";
import { tokenMessages } from "./signature";

const target = /^AWSCognitoIdentityProviderService\.(\w+)$/;

const signatureErrors = {
  missing: "MissingAuthenticationTokenException",
  incomplete: "IncompleteSignatureException",
  mismatched: "InvalidSignatureException",
} as const;

/** AWS JSON 1.1, which Cognito speaks. */
export const jsonProtocol: Protocol = {
  signingName: "cognito-idp",
  operationOf: ({ headers }) => target.exec(String(headers["x-amz-target"] ?? ""))?.[1] ?? "",
  parse(body) {
    const input = parseObject(body);
    if (!input) throw serializationError();
    return input;
  },
  answer: (_operation, output, requestId) => json(200, output, requestId),
  refuse: (error, requestId) =>
    json(error.status, { __type: error.name, ...messageOf(error) }, requestId, {
      "x-amzn-errortype": error.name,
    }),
  // The service gives no message; ours is for whoever asks for an operation that only the service has.
  unknownOperation: (operation) =>
    new ServiceError("UnknownOperationException", `The emulator has no operation '${operation}'.`),
  badSignature: ({ problem, message }) => new ServiceError(signatureErrors[problem], message),
  badToken: (problem) =>
    new ServiceError(
      problem === "expired" ? "ExpiredTokenException" : "UnrecognizedClientException",
      tokenMessages[problem],
    ),
};

/** @returns undefined for what isn't JSON, or is but of another kind */
export function parseObject(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

// The framework's own exception, unlike the service's, writes its message with a capital, or not at all.
function messageOf({ name, message }: ServiceError): object {
  if (message === "") return {};
  return name === "SerializationException" ? { Message: message } : { message };
}

function json(
  status: number,
  body: object,
  requestId: string,
  headers: Record<string, string> = {},
): HttpAnswer {
  return {
    status,
    headers: { "content-type": mediaType, "x-amzn-requestid": requestId, ...headers },
    body: JSON.stringify(body),
  };
}
