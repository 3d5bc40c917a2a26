import type { DomainKind } from "./kind";

const minute = 60_000;

/**
 * How long the service usually takes from a request until the domain has settled, in milliseconds, and in words. It
 * shapes how often a wait asks, what its status line says, and what a reviewer is told about an outage.
 *
 * Sources: Amazon Cognito developer guide, "Using your own domain" ("up to one hour") and "Using the Amazon Cognito
 * prefix domain" ("up to one minute"); 556 to 1,044 s for whole acceptance tests of custom domains in
 * hashicorp/terraform-provider-aws.
 */
export const usualDurations: Record<DomainKind, { from: number; to: number; words: string }> = {
  prefix: { from: 0, to: minute, words: "up to 1 minute" },
  custom: { from: 5 * minute, to: 15 * minute, words: "5 to 15 minutes, and up to 1 hour" },
};

/** When a step counts as failed, where the program gives no timeout. */
export const defaultTimeouts: Record<DomainKind, number> = {
  prefix: 15 * minute,
  custom: 60 * minute,
};
