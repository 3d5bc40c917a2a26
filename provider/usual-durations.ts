import type { Timeouts } from "./inputs";
import type { DomainKind } from "./kind";

const second = 1_000;
const minute = 60 * second;

/**
 * How long a domain usually takes to be there, in milliseconds, and in words: what a reviewer is told about an outage,
 * and what the status line of a wait says.
 *
 * Sources: Amazon Cognito developer guide, "Using your own domain" ("up to one hour") and "Using the Amazon Cognito
 * prefix domain" ("up to one minute"); 556 to 1,044 s for whole acceptance tests of custom domains in
 * hashicorp/terraform-provider-aws.
 */
export const usualDurations: Record<DomainKind, { from: number; to: number; words: string }> = {
  prefix: { from: 0, to: minute, words: "up to 1 minute" },
  custom: { from: 5 * minute, to: 15 * minute, words: "5 to 15 minutes, and up to 1 hour" },
};

/** How long something takes in half of the cases at the most, and in 19 of 20, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly late: number;
}

/**
 * How long each step takes from its request until it shows that it is over. Few of these times have ever been
 * published: which are, and which part of this table is an assumption, is in bench/waiting/durations.ts. It decides
 * only how often a wait looks.
 */
export const stepDurations: Record<DomainKind, Record<keyof Timeouts, Spread>> = {
  prefix: {
    create: { median: 4 * second, late: 20 * second },
    update: { median: 4 * second, late: 20 * second },
    delete: { median: 3 * second, late: 15 * second },
  },
  custom: {
    create: { median: 8 * minute, late: 25 * minute },
    update: { median: 3 * minute, late: 10 * minute },
    delete: { median: 5 * second, late: 30 * second },
  },
};

/** When a step counts as failed, where the program gives no timeout. */
export const defaultTimeouts: Record<DomainKind, number> = {
  prefix: 15 * minute,
  custom: 60 * minute,
};
