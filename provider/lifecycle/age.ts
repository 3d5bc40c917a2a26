import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import { kindOfName } from "../kind";

/** How much the clocks here and there may differ. */
const skew = 60_000;

/**
 * Whether a domain may have been made since that moment. One that is CREATING may; one that is ACTIVE may as a prefix
 * whose version isn't older, and not as a custom domain, which takes minutes.
 *
 * Source: in answers that people have published, the version is the second of the domain's last change.
 */
export function mayBeMadeSince(
  { Domain: domain = "", Status: status, Version: version }: DomainDescriptionType,
  moment: number,
): boolean {
  if (status === "CREATING") return true;
  const changedAt = secondIn(version);
  return kindOfName(domain) === "prefix" && changedAt !== undefined && changedAt >= moment - skew;
}

/** Milliseconds since 1970 of `YYYYMMDDhhmmss`. */
function secondIn(version: string | undefined): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(version ?? "");
  if (!parts) return undefined;
  const [year = 0, month = 0, ...rest] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, ...rest);
}
