import type { IncomingHttpHeaders } from "node:http";
import { looksLikeRegion } from "../cloud/regions";

/** Who signed a request, and where for. */
export interface Signer {
  readonly accessKeyId: string;
  readonly region: string;
}

/** Why a signature is no good: there is none, it lacks a part, or it is for something else. */
export interface SignatureProblem {
  readonly problem: "missing" | "incomplete" | "mismatched";
  readonly message: string;
}

/**
 * Reads a Signature Version 4 Authorization header. The signature itself isn't verified, because any access key
 * is taken and its secret isn't known; shape, date, Region and service are checked, in the service's wording.
 */
export function readSignature(headers: IncomingHttpHeaders, service: string): Signer | SignatureProblem {
  const { authorization } = headers;
  if (!authorization) return { problem: "missing", message: "Missing Authentication Token" };
  const [, algorithm = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(authorization) ?? [];
  if (algorithm !== "AWS4-HMAC-SHA256") {
    // A header of one word may be a token, which no message should repeat.
    return incomplete(`Unsupported AWS 'algorithm': '${rest ? algorithm : "…"}'.`);
  }

  const parameters = parametersOf(rest);
  const lacking = ["Credential", "Signature", "SignedHeaders"].filter((name) => !parameters.get(name));
  const complaints = lacking.map((name) => `Authorization header requires '${name}' parameter.`);
  const date = dateOf(headers);
  if (!date)
    complaints.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  if (complaints.length > 0) return incomplete(complaints.join(" "));

  return signerOf(parameters.get("Credential") ?? "", date, service);
}

function signerOf(credential: string, date: string, service: string): Signer | SignatureProblem {
  const [accessKeyId, day, region, scopedService, terminator, ...more] = credential.split("/");
  if (!accessKeyId || !day || !region || !scopedService || !terminator || more.length > 0) {
    return incomplete(
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.",
    );
  }
  const complaints = [
    !looksLikeRegion(region) && `Credential should be scoped to a valid region.`,
    scopedService !== service && `Credential should be scoped to correct service: '${service}'.`,
    terminator !== "aws4_request" && "Credential should be scoped with a valid terminator: 'aws4_request'.",
    !date.startsWith(`${day}T`) &&
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${date.slice(0, 8)}', from '${date}'.`,
  ].filter((complaint) => complaint !== false);
  if (complaints.length > 0) return { problem: "mismatched", message: complaints.join(" ") };
  return { accessKeyId, region };
}

/** The moment of the request as `20260701T120000Z`; empty when it names none. */
function dateOf(headers: IncomingHttpHeaders): string {
  const own = headers["x-amz-date"];
  if (own !== undefined) return String(own);
  const moment = new Date(headers.date ?? "");
  return Number.isNaN(moment.getTime()) ? "" : moment.toISOString().replace(/[-:]|\.\d+/g, "");
}

// "Credential=…, SignedHeaders=…, Signature=…", with or without spaces after the commas.
function parametersOf(text: string): Map<string, string> {
  return new Map(
    text.split(",").map((part) => {
      const [name = "", ...value] = part.trim().split("=");
      return [name, value.join("=")];
    }),
  );
}

/** What is said of a session's key that comes without the session's token, or too late. */
export const tokenMessages = {
  invalid: "The security token included in the request is invalid.",
  expired: "The security token included in the request is expired",
} as const;

function incomplete(message: string): SignatureProblem {
  return { problem: "incomplete", message };
}
