import { unknownValue } from "../../../../provider/unknown";
import type { Values } from "../../../../provider/values";
import { certificate } from "../support";
import { type BadInput, custom, prefix } from "./table";

/** Inputs as the resource registers them: with the paths of those that are secret. */
const secret = (inputs: Values, ...paths: string[]): Values => ({ ...inputs, __secrets: paths });

/** The secret is `hunter2`, or a value that is right elsewhere. */
export const secrets: BadInput[] = [
  [
    "a domain",
    secret(prefix({ domain: "hunter2_" }), "domain"),
    {
      domain:
        "domain isn't right, and not shown here, since a secret is part of it; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a domain of a megabyte",
    secret(prefix({ domain: "hunter2".repeat(150_000) }), "domain"),
    {
      domain:
        "domain isn't right, and not shown here, since a secret is part of it; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a domain of another type",
    secret(prefix({ domain: ["hunter2"] }), "domain"),
    {
      domain:
        "domain isn't right, and not shown here, since a secret is part of it; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a user pool",
    secret(prefix({ userPoolId: "hunter2" }), "userPoolId"),
    {
      userPoolId:
        'userPoolId isn\'t right, and not shown here, since a secret is part of it; expected a string. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
    },
  ],
  [
    "a certificate",
    secret(
      custom({
        customDomainConfig: { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/hunter2" },
      }),
      "customDomainConfig.certificateArn",
    ),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn isn\'t right, and not shown here, since a secret is part of it; expected a string. The ACM certificate, in us-east-1. For example "arn:aws:acm:us-east-1:<account>:certificate/<id>".',
    },
  ],
  [
    "a certificate's configuration, and a member that there is none of",
    secret(custom({ customDomainConfig: { hunter2: "hunter2" } }), "customDomainConfig"),
    {
      customDomainConfig:
        "customDomainConfig isn't right, and not shown here, since a secret is part of it; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a certificate that isn't in its place",
    secret(custom({ customDomainConfig: "hunter2" }), "customDomainConfig"),
    {
      customDomainConfig:
        "customDomainConfig isn't right, and not shown here, since a secret is part of it; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a policy",
    secret(
      custom({ customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "hunter2" } }),
      "customDomainConfig.securityPolicy",
    ),
    {
      "customDomainConfig.securityPolicy":
        "customDomainConfig.securityPolicy isn't right, and not shown here, since a secret is part of it; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025",
    },
  ],
  [
    "a policy that is taken, with a warning",
    secret(
      custom({ customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "TLS_V1" } }),
      "customDomainConfig.securityPolicy",
    ),
    {},
    [
      "auth.example.com: customDomainConfig.securityPolicy may not be right, and isn't shown here, since a secret is part of it; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025",
    ],
  ],
  [
    "a branding version",
    secret(prefix({ managedLoginVersion: 4711 }), "managedLoginVersion"),
    {
      managedLoginVersion:
        "managedLoginVersion isn't right, and not shown here, since a secret is part of it; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "routing of a prefix",
    secret(
      prefix({
        routing: { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "hunter2" } },
      }),
      "routing",
    ),
    {
      routing:
        "routing isn't right, and not shown here, since a secret is part of it; expected an object with failover (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a failover, wrong twice",
    secret(
      custom({ routing: { failover: { secondaryRegion: "hunter2", primaryRoute53HealthCheckId: "" } } }),
      "routing.failover",
    ),
    {
      "routing.failover":
        "routing.failover isn't right, and not shown here, since a secret is part of it; expected an object with secondaryRegion, primaryRoute53HealthCheckId (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a secondary Region",
    secret(
      custom({ routing: { failover: { secondaryRegion: "hunter2", primaryRoute53HealthCheckId: "c" } } }),
      "routing.failover.secondaryRegion",
    ),
    {
      "routing.failover.secondaryRegion":
        "routing.failover.secondaryRegion isn't right, and not shown here, since a secret is part of it; expected a string. The Region that takes over; not the pool's own. For example \"us-west-2\".",
    },
  ],
  [
    "a health check",
    secret(
      custom({
        routing: {
          failover: {
            secondaryRegion: "us-west-2",
            primaryRoute53HealthCheckId: "arn:aws:route53:::healthcheck/hunter2",
          },
        },
      }),
      "routing.failover.primaryRoute53HealthCheckId",
    ),
    {
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId isn\'t right, and not shown here, since a secret is part of it; expected a string. The Route 53 health check that decides it. For example "abcdef11-2222-3333-4444-555555fedcba".',
    },
  ],
  [
    "a Region",
    secret(prefix({ region: "hunter2" }), "region"),
    {
      region:
        'region isn\'t right, and not shown here, since a secret is part of it; expected a string. The Region of the calls to Cognito. For example "eu-west-1".',
    },
  ],
  [
    "a Region that another input's words would tell",
    secret(
      custom({
        userPoolId: "eu-west-1_AbCdEf123",
        region: "eu-west-1",
        routing: { failover: { secondaryRegion: "eu-west-1", primaryRoute53HealthCheckId: "c" } },
      }),
      "region",
    ),
    {
      "routing.failover.secondaryRegion":
        "routing.failover.secondaryRegion isn't right, and not shown here, since a secret is part of it; expected a string. The Region that takes over; not the pool's own. For example \"us-west-2\".",
    },
  ],
  [
    "a Region that is taken, with a warning",
    secret(prefix({ region: "eu-west-1" }), "region"),
    {},
    [
      'my-app: region may not be right, and isn\'t shown here, since a secret is part of it; expected a string. The Region of the calls to Cognito. For example "eu-west-1".',
    ],
  ],
  [
    "timeouts",
    secret(prefix({ timeouts: { create: "hunter2", hunter2: "1h" } }), "timeouts"),
    {
      timeouts:
        "timeouts isn't right, and not shown here, since a secret is part of it; expected an object with create, update, delete (from stack configuration: config.requireObject)",
    },
  ],
  [
    "one timeout",
    secret(prefix({ timeouts: { create: "hunter2", delete: "5" } }), "timeouts.create"),
    {
      "timeouts.create":
        'timeouts.create isn\'t right, and not shown here, since a secret is part of it; expected a string. Until the domain is ACTIVE. For example "60m".',
      "timeouts.delete":
        'timeouts.delete "5" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a switch",
    secret(prefix({ waitForDeployment: "hunter2" }), "waitForDeployment"),
    {
      waitForDeployment:
        "waitForDeployment isn't right, and not shown here, since a secret is part of it; expected true or false (from stack configuration: config.requireBoolean)",
    },
  ],
  [
    "the other switch",
    secret(prefix({ adoptExisting: "hunter2" }), "adoptExisting"),
    {
      adoptExisting:
        "adoptExisting isn't right, and not shown here, since a secret is part of it; expected true or false (from stack configuration: config.requireBoolean)",
    },
  ],
  [
    "a property that there is none of",
    secret(prefix({ regoin: "hunter2" }), "regoin"),
    {
      regoin:
        "regoin is not a property of a user pool domain; did you mean region? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "a part of a list where an object belongs",
    secret(custom({ customDomainConfig: ["hunter2"] }), "customDomainConfig.0"),
    {
      customDomainConfig:
        "customDomainConfig isn't right, and not shown here, since a secret is part of it; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a part of an object where text belongs",
    secret(prefix({ domain: { name: "hunter2" } }), "domain.name"),
    {
      domain:
        "domain isn't right, and not shown here, since a secret is part of it; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a long part of an object where text belongs, of which only the beginning would be shown",
    secret(prefix({ domain: { name: `hunter2 ${"x".repeat(1000)}` } }), "domain.name"),
    {
      domain:
        "domain isn't right, and not shown here, since a secret is part of it; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a short part of an object where text belongs",
    secret(prefix({ domain: { name: "hu2" } }), "domain.name"),
    {
      domain:
        "domain isn't right, and not shown here, since a secret is part of it; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a part of an object that is wrong for another reason",
    secret(
      prefix({
        routing: { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "hunter2" } },
      }),
      "routing.failover.primaryRoute53HealthCheckId",
    ),
    {
      routing:
        "routing is only for custom domains, and without customDomainConfig this is a prefix domain: add customDomainConfig.certificateArn, or remove routing",
    },
  ],
  [
    "a value with characters that are spelt out",
    secret(prefix({ domain: ["hunter2\u200b\n"] }), "domain.0"),
    {
      domain:
        "domain isn't right, and not shown here, since a secret is part of it; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "several, and what isn't secret",
    secret(prefix({ domain: "hunter2_", userPoolId: "hunter2", region: "Ireland" }), "domain", "userPoolId"),
    {
      domain:
        "domain isn't right, and not shown here, since a secret is part of it; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
      userPoolId:
        'userPoolId isn\'t right, and not shown here, since a secret is part of it; expected a string. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
      region: 'region "Ireland" is not the name of an AWS Region such as eu-west-1',
    },
  ],
  ["a value that isn't known yet", secret(prefix({ userPoolId: unknownValue }), "userPoolId"), {}],
  ["values that are right", secret(custom(), "domain", "userPoolId", "customDomainConfig"), {}],
];
