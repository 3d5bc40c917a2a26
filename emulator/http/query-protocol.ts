import { ServiceError } from "../errors";
import type { HttpAnswer, Protocol } from "./protocol";
import { tokenMessages } from "./signature";

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
  operationOf: ({ body = "" }) => new URLSearchParams(body).get("Action") ?? "",
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
    return new ServiceError(
      name,
      problem === "missing" ? `Request is missing Authentication Token` : message,
      status,
    );
  },
  badToken: (problem) =>
    new ServiceError(
      problem === "expired" ? "ExpiredToken" : "InvalidClientTokenId",
      tokenMessages[problem],
      403,
    ),
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
  // XML 1.0 can't say most control characters, not even escaped.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const sayable = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD");
  return sayable.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
