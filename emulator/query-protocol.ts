import { ServiceError } from "./errors";
import type { HttpAnswer, Protocol } from "./protocol";

const version = "2011-06-15";
const namespace = `https://sts.amazonaws.com/doc/${version}/`;

const signatureErrors = {
  missing: ["MissingAuthenticationToken", 403],
  incomplete: ["IncompleteSignature", 400],
  mismatched: ["SignatureDoesNotMatch", 403],
} as const;

/** AWS Query, which STS speaks: forms in, XML out. */
export const queryProtocol: Protocol = {
  signingName: "sts",
  operationOf: ({ body }) => new URLSearchParams(body).get("Action") ?? "",
  parse: (body) => Object.fromEntries(new URLSearchParams(body)),
  answer(operation, output, requestId) {
    const content = { [`${operation}Result`]: output, ResponseMetadata: { RequestId: requestId } };
    return xml(200, `${operation}Response`, content, requestId);
  },
  refuse(error, requestId) {
    const fault = error.status >= 500 ? "Receiver" : "Sender";
    const content = {
      Error: { Type: fault, Code: error.name, Message: error.message },
      RequestId: requestId,
    };
    return xml(error.status, "ErrorResponse", content, requestId);
  },
  unknownOperation: (operation) =>
    new ServiceError("InvalidAction", `Could not find operation ${operation} for version ${version}`),
  badSignature({ problem, message }) {
    const [name, status] = signatureErrors[problem];
    return new ServiceError(name, message, status);
  },
  badToken: () =>
    new ServiceError("InvalidClientTokenId", "The security token included in the request is invalid.", 403),
};

function xml(status: number, root: string, content: object, requestId: string): HttpAnswer {
  return {
    status,
    headers: { "content-type": "text/xml", "x-amzn-requestid": requestId },
    body: `<${root} xmlns="${namespace}">${elements(content)}</${root}>`,
  };
}

function elements(content: object): string {
  return Object.entries(content)
    .map(([name, value]) => {
      const inner = typeof value === "object" && value !== null ? elements(value) : escaped(String(value));
      return `<${name}>${inner}</${name}>`;
    })
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
