import { unknownValue } from "../../../../provider/unknown";
import { type BadInput, custom, prefix } from "./table";

const failover = { secondaryRegion: unknownValue, primaryRoute53HealthCheckId: unknownValue };

/** What is checkable beside it is checked. */
export const unknownValues: BadInput[] = [
  [
    "domain, beside a pool that is wrong",
    { domain: unknownValue, userPoolId: "customers" },
    {
      userPoolId:
        'userPoolId "customers" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "domain, beside routing on a prefix",
    { domain: unknownValue, userPoolId: "us-east-1_A", routing: { failover } },
    {
      routing:
        "routing is only for custom domains, and without customDomainConfig this is a prefix domain: add customDomainConfig.certificateArn, or remove routing",
    },
  ],
  [
    "userPoolId, beside a domain that is wrong",
    prefix({ domain: "My_App", userPoolId: unknownValue }),
    { domain: 'domain "My_App" has the character "_": only a-z, 0-9 and hyphens are allowed' },
  ],
  ["customDomainConfig, beside a name of one label", prefix({ customDomainConfig: unknownValue }), {}],
  [
    "customDomainConfig, beside a name with a reserved word",
    prefix({ domain: "aws", customDomainConfig: unknownValue }),
    { domain: 'domain "aws" holds the text "aws", which the service reserves: choose a prefix without it' },
  ],
  [
    "customDomainConfig, beside a name that is wrong for either kind",
    custom({ domain: "auth..example.com", customDomainConfig: unknownValue }),
    {
      domain:
        'domain "auth..example.com" has an empty label: no dot may stand first, last or beside another dot',
    },
  ],
  [
    "customDomainConfig, beside routing for a name of one label",
    prefix({ customDomainConfig: unknownValue, routing: { failover } }),
    {
      routing:
        "routing is only for custom domains, and without customDomainConfig this is a prefix domain: add customDomainConfig.certificateArn, or remove routing",
    },
  ],
  [
    "the certificate, beside a policy that is wrong",
    custom({ customDomainConfig: { certificateArn: unknownValue, securityPolicy: "TLS" } }),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is "TLS"; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  [
    "the certificate, beside a name that is wrong for a custom domain",
    custom({ domain: "auth", customDomainConfig: { certificateArn: unknownValue } }),
    {
      domain:
        'domain "auth" is a single label, but customDomainConfig asks for a custom domain: give a DNS name such as auth.example.com, or leave customDomainConfig out for a prefix domain',
    },
  ],
  [
    "the policy, beside a certificate that is wrong",
    custom({ customDomainConfig: { certificateArn: "arn", securityPolicy: unknownValue } }),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn" has 3 characters; the service takes 20 to 2048. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  ["the failover", custom({ routing: { failover: unknownValue } }), {}],
  [
    "the secondary Region, beside a health check that is wrong",
    custom({ routing: { failover: { ...failover, primaryRoute53HealthCheckId: "" } } }),
    {
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId "" is empty: give the id of the Route 53 health check of the pool\'s own Region',
    },
  ],
  [
    "the health check, beside a Region that is wrong",
    custom({ routing: { failover: { ...failover, secondaryRegion: "us-east-1" } } }),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "us-east-1" is the user pool\'s own Region: a failover goes to another Region that holds a replica of the pool',
    },
  ],
  [
    "one timeout, beside another that is wrong",
    prefix({ timeouts: { create: unknownValue, update: "5" } }),
    {
      "timeouts.update":
        'timeouts.update "5" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  ["a number", prefix({ managedLoginVersion: unknownValue }), {}],
  ["a boolean", prefix({ waitForDeployment: unknownValue, adoptExisting: unknownValue }), {}],
  [
    "a member of a list where an object belongs",
    custom({ customDomainConfig: [unknownValue] }),
    {
      customDomainConfig:
        'customDomainConfig is ["(unknown)"]; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)',
    },
  ],
  [
    "a member of an object where text belongs",
    prefix({ domain: { name: unknownValue } }),
    {
      domain:
        'domain is {"name":"(unknown)"}; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).',
    },
  ],
  ["within a longer text, which Pulumi never passes", prefix({ domain: `my-${unknownValue}` }), {}],
];
