import type { HttpRequest } from "./protocol";

/** Of AWS JSON 1.1. */
export const json = "application/x-amz-json-1.1";

/** Of AWS Query. */
export const form = "application/x-www-form-urlencoded";

/** The content type without its parameters, in lower case; empty when there is none. */
export function mediaTypeOf({ headers }: Pick<HttpRequest, "headers">): string {
  const [mediaType = ""] = (headers["content-type"] ?? "").split(";");
  return mediaType.trim().toLowerCase();
}
