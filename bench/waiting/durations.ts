import type { Timeouts } from "../../provider/inputs";
import type { DomainKind } from "../../provider/kind";

/** What has been published of how long the steps of user pool domains take. */
export interface Observation {
  readonly what: string;
  readonly time: string;
  readonly source: string;
}

const provider = "hashicorp/terraform-provider-aws";

/** All that was found. None of it is the time of a single step, measured. */
export const observations: readonly Observation[] = [
  {
    what: "whole acceptance test of a prefix domain: pool and domain created, read and deleted",
    time: "43.74 s, 48.72 s",
    source: `${provider}, pull requests 2325 and 2342 (2017)`,
  },
  {
    what: "whole acceptance tests of a pool, or a pool and a client, without a domain",
    time: "36.80 s, 48.97 s, 49.80 s",
    source: `${provider}, pull requests 10599, 14935 and 20952 (2019 to 2021)`,
  },
  {
    what: "whole acceptance test of a custom domain: certificate validated, pool and domain created and deleted",
    time: "2,013.27 s, 1,044.09 s",
    source: `${provider}, pull requests 6185 (2018) and 30066 (2023)`,
  },
  {
    what: "the same with an exchange of the certificate, at the same time as the last one",
    time: "1,041.87 s",
    source: `${provider}, pull request 30066 (2023)`,
  },
  {
    what: "whole acceptance test of a custom domain",
    time: "556 s",
    source: `${provider}, a pull request that was noted earlier and not found again`,
  },
  {
    what: "whole acceptance tests of validating a certificate, which the tests of custom domains do as well",
    time: "177.88 s, 192.77 s, 198.66 s",
    source: `${provider}, pull request 20007 (2021)`,
  },
  {
    what: "users on the create of a custom domain",
    time: "less than 15 min, 45 min (2019); one or two hours (2020); a few minutes (2023)",
    source: `${provider}, issues 5026 and 11665`,
  },
  {
    what: "how long Terraform waits: the create of a prefix and every delete; create and update of a custom domain",
    time: "at most 1 min; at most 60 min",
    source: `${provider}, internal/service/cognitoidp/user_pool_domain.go`,
  },
  {
    what: "documented for creates: prefix; custom; its certificate",
    time: "up to one minute; within five minutes; up to one hour",
    source: "Amazon Cognito API reference, CreateUserPoolDomain",
  },
  {
    what: "documented for updates: branding of a prefix; of a custom domain; a new certificate",
    time: "up to one minute; up to five minutes; up to 1 hour",
    source: "Amazon Cognito API reference, UpdateUserPoolDomain",
  },
  {
    what: "a change to CloudFront, which serves custom domains: before 2020; since",
    time: "17 to 35 min on average; within 5 min",
    source:
      'AWS blog, "Slashing CloudFront change propagation times in 2020", as others quote it: the post was seen in part',
  },
];

/** What stands behind each row of `stepDurations`: what was observed, and what is made of it. */
export const grounds: Record<
  DomainKind,
  Record<keyof Timeouts, { readonly observed: string; readonly assumed: string }>
> = {
  prefix: {
    create: {
      observed: "tests with and without a domain take about as long: it is a matter of seconds",
      assumed: "both numbers; with them 3 in 1,000 take longer than the documented minute",
    },
    update: { observed: "nothing", assumed: "both numbers: as the create, whose documented limit it has" },
    delete: {
      observed: "the same tests delete, and Terraform waits for it for 1 minute at most",
      assumed: "both numbers",
    },
  },
  custom: {
    create: {
      observed:
        "since 2023, less 4 minutes for the rest of the tests: 5 and 13 (twice, in the same run), and a few minutes",
      assumed:
        "a log-normal distribution through 4, 5, 13 and 13 minutes (median 7.6, 95th percentile 22), rounded up",
    },
    update: {
      observed: "the test that exchanges the certificate took no longer than the one that doesn't",
      assumed: "both numbers: within the documented 5 minutes mostly, and spread like the create",
    },
    delete: {
      observed: "Terraform waits for it for 1 minute at most, and its tests of custom domains pass",
      assumed: "both numbers; with them 1 in 100 takes longer than that minute",
    },
  },
};
