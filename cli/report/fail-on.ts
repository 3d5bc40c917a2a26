import type { DomainChange, Report } from "../../report/index";

/** What a required check can be made to fail on. */
export const failOn = ["outage", "replace", "delete", "any"] as const;
export type FailOn = (typeof failOn)[number];

/** The changes that a check fails on; those that were allowed are let through. */
export function failures({ domains }: Report, kind: FailOn, allowed: readonly string[]): DomainChange[] {
  return domains.filter((change) => isA[kind](change) && !allowed.includes(change.urn));
}

const isA: Readonly<Record<FailOn, (change: DomainChange) => boolean>> = {
  // A domain that goes for good is down as well; and who knows what a pulumi up that fails half way would have led to.
  outage: ({ impact }) => impact === "outage" || impact === "sign-in ends" || impact === "refused",
  replace: ({ action }) => action === "replace",
  delete: ({ action }) => action === "delete",
  any: () => true,
};
