import { ServiceError, serializationError } from "./errors";
import type { HttpAnswer, Protocol } from "./protocol";

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
    if (body === "") return {};
    try {
      return JSON.parse(body);
    } catch {
      throw serializationError("The request is not valid JSON.");
    }
  },
  answer: (_operation, output, requestId) => json(200, output, requestId),
  refuse: (error, requestId) =>
    json(error.status, { __type: error.name, message: error.message }, requestId, {
      "x-amzn-errortype": error.name,
    }),
  unknownOperation: (operation) =>
    new ServiceError("UnknownOperationException", `The emulator has no operation '${operation}'.`),
  badSignature: ({ problem, message }) => new ServiceError(signatureErrors[problem], message),
  badToken: () =>
    new ServiceError("UnrecognizedClientException", "The security token included in the request is invalid."),
};

function json(
  status: number,
  body: object,
  requestId: string,
  headers: Record<string, string> = {},
): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId, ...headers },
    body: JSON.stringify(body),
  };
}
