import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import { kindOfName } from "../kind";

/** How much the clocks here and there may differ. */
const skew = 60_000;

/**
 * Whether a domain may have been made since that moment: not where its version is older, and where that can't be told,
 * only while it is CREATING. Nor is a custom domain that is ACTIVE, since it takes minutes.
 *
 * Source: in answers that people have published, the version is the second of the domain's last change.
 */
export function mayBeMadeSince(
  { Domain: domain = "", Status: status, Version: version }: DomainDescriptionType,
  moment: number,
): boolean {
  const changedAt = secondIn(version);
  if (changedAt === undefined) return status === "CREATING";
  return changedAt >= moment - skew && (status === "CREATING" || kindOfName(domain) === "prefix");
}

/** Milliseconds since 1970 of `YYYYMMDDhhmmss`. */
function secondIn(version: string | undefined): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(version ?? "");
  if (!parts) return undefined;
  const [year = 0, month = 0, ...rest] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, ...rest);
}
