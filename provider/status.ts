import type { DomainStatusType } from "@aws-sdk/client-cognito-identity-provider";

/** CREATING, ACTIVE, UPDATING, DELETING or FAILED, as the service reports it. */
export type DomainStatus = DomainStatusType;

/** What each status means to whoever wants to change the domain. */
const meanings = {
  ACTIVE: "settled",
  CREATING: "busy",
  UPDATING: "busy",
  DELETING: "lost",
  FAILED: "lost",
} as const satisfies Record<DomainStatus, "settled" | "busy" | "lost">;

/** A change is under way, after which the domain can be updated. */
export function isBusy(status: DomainStatus): boolean {
  return meanings[status] === "busy";
}

/** The domain can't be updated back to life: it gave up, or somebody is deleting it. */
export function isLost(status: DomainStatus): boolean {
  return meanings[status] === "lost";
}
