import { unknownValue } from "../../../../provider/unknown";
import { type BadInput, custom, prefix } from "./table";

const routed = (routing: unknown) => custom({ routing });
const failingOver = (given: object, more: object = {}) =>
  custom({
    routing: { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check", ...given } },
    ...more,
  });
const to = (secondaryRegion: unknown, more: object = {}) => failingOver({ secondaryRegion }, more);
const decidedBy = (primaryRoute53HealthCheckId: unknown) => failingOver({ primaryRoute53HealthCheckId });

const routings: BadInput[] = [
  ["nothing in it", routed({}), {}],
  ["nothing in it, on a prefix", prefix({ routing: {} }), {}],
  ["a failover that is null", routed({ failover: null }), {}],
  [
    "a failover on a prefix",
    prefix({ routing: { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "c" } } }),
    {
      routing:
        "routing is only for custom domains, and without customDomainConfig this is a prefix domain: add customDomainConfig.certificateArn, or remove routing",
    },
  ],
  [
    "a failover on a prefix, though it is unknown and may be none",
    prefix({ routing: { failover: unknownValue } }),
    {},
  ],
  [
    "a string",
    routed("us-west-2"),
    {
      routing:
        'routing is "us-west-2"; expected an object with failover (from stack configuration: config.requireObject)',
    },
  ],
  [
    "a list",
    routed([]),
    {
      routing:
        "routing is []; expected an object with failover (from stack configuration: config.requireObject)",
    },
  ],
  [
    "false",
    routed(false),
    {
      routing:
        "routing is false; expected an object with failover (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a number",
    routed(0),
    {
      routing:
        "routing is 0; expected an object with failover (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a failover that is a string",
    routed({ failover: "us-west-2" }),
    {
      "routing.failover":
        'routing.failover is "us-west-2"; expected an object with secondaryRegion, primaryRoute53HealthCheckId (from stack configuration: config.requireObject)',
    },
  ],
  [
    "a failover that is a list",
    routed({ failover: [{ secondaryRegion: "us-west-2" }] }),
    {
      "routing.failover":
        'routing.failover is [{"secondaryRegion":"us-west-2"}]; expected an object with secondaryRegion, primaryRoute53HealthCheckId (from stack configuration: config.requireObject)',
    },
  ],
  [
    "a failover with nothing in it",
    routed({ failover: {} }),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion is missing. The Region that takes over; not the pool\'s own. For example "us-west-2".',
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId is missing. The Route 53 health check that decides it. For example "abcdef11-2222-3333-4444-555555fedcba".',
    },
  ],
  [
    "the API's spelling",
    routed({ Failover: {} }),
    {
      "routing.Failover":
        "routing.Failover is not a property of a user pool domain; did you mean routing.failover? Known here: failover",
    },
  ],
  [
    "the members of failover, a level too high",
    routed({ secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check" }),
    {
      "routing.secondaryRegion":
        "routing.secondaryRegion is not a property of a user pool domain; did you mean routing.failover.secondaryRegion? Known here: failover",
      "routing.primaryRoute53HealthCheckId":
        "routing.primaryRoute53HealthCheckId is not a property of a user pool domain; did you mean routing.failover.primaryRoute53HealthCheckId? Known here: failover",
    },
  ],
  [
    "a misspelt member",
    failingOver({ secondaryRegoin: "us-west-2", secondaryRegion: undefined }),
    {
      "routing.failover.secondaryRegoin":
        "routing.failover.secondaryRegoin is not a property of a user pool domain; did you mean routing.failover.secondaryRegion? Known here: secondaryRegion, primaryRoute53HealthCheckId",
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion is missing. The Region that takes over; not the pool\'s own. For example "us-west-2".',
    },
  ],
  [
    "a secondary Region alone",
    routed({ failover: { secondaryRegion: "us-west-2" } }),
    {
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId is missing. The Route 53 health check that decides it. For example "abcdef11-2222-3333-4444-555555fedcba".',
    },
  ],
  [
    "a health check alone",
    routed({ failover: { primaryRoute53HealthCheckId: "check" } }),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion is missing. The Region that takes over; not the pool\'s own. For example "us-west-2".',
    },
  ],
  [
    "a number in failover's place",
    custom({ routing: { failover: 1 } }),
    {
      "routing.failover":
        "routing.failover is 1; expected an object with secondaryRegion, primaryRoute53HealthCheckId (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a Region in failover's place",
    custom({ routing: { failover: "us-west-2" } }),
    {
      "routing.failover":
        'routing.failover is "us-west-2"; expected an object with secondaryRegion, primaryRoute53HealthCheckId (from stack configuration: config.requireObject)',
    },
  ],
  [
    "a switch in failover's place",
    custom({ routing: { failover: true } }),
    {
      "routing.failover":
        "routing.failover is true; expected an object with secondaryRegion, primaryRoute53HealthCheckId (from stack configuration: config.requireObject)",
    },
  ],
];

const secondaryRegions: BadInput[] = [
  [
    "a secondary Region that is empty",
    to(""),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "" is not the name of an AWS Region such as eu-west-1',
    },
  ],
  [
    "a secondary Region that is a number",
    to(2),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion is 2; expected a string. The Region that takes over; not the pool\'s own. For example "us-west-2".',
    },
  ],
  [
    "a secondary Region that is a list",
    to(["us-west-2"]),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion is ["us-west-2"]; expected a string. The Region that takes over; not the pool\'s own. For example "us-west-2".',
    },
  ],
  [
    "a secondary Region by its place",
    to("Oregon"),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "Oregon" is not the name of an AWS Region such as eu-west-1',
    },
  ],
  [
    "a secondary Region in upper case",
    to("US-WEST-2"),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "US-WEST-2" is not the name of an AWS Region such as eu-west-1',
    },
  ],
  [
    "an availability zone",
    to("us-west-2a"),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "us-west-2a" is not the name of an AWS Region such as eu-west-1',
    },
  ],
  [
    "a secondary Region with a blank",
    to("us-west-2 "),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "us-west-2 " is not the name of an AWS Region such as eu-west-1',
    },
  ],
  [
    "a secondary Region with a trailing newline",
    to("us-west-2\n"),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "us-west-2\\n" is not the name of an AWS Region such as eu-west-1',
    },
  ],
  [
    "a secondary Region with a look-alike",
    to("us-w\u0435st-2"),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "us-w\u0435st-2" is not the name of an AWS Region such as eu-west-1. It holds "\u0435" (U+0435)',
    },
  ],
  [
    "a secondary Region of 33 characters",
    to(`us-${"w".repeat(28)}-2`),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "us-wwwwwwwwwwwwwwwwwwwwwwwwwwww-2" has 33 characters; the service takes 5 to 32',
    },
  ],
  [
    "a secondary Region of 3 digits",
    to("us-west-222"),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "us-west-222" is not the name of an AWS Region such as eu-west-1',
    },
  ],
  [
    "a secondary Region of a megabyte",
    to("u".repeat(1_000_000)),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu… (1000000 characters) has 1000000 characters; the service takes 5 to 32',
    },
  ],
  [
    "the pool's own Region",
    to("us-east-1"),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "us-east-1" is the user pool\'s own Region: a failover goes to another Region that holds a replica of the pool',
    },
  ],
  [
    "the pool's own Region, called from a replica",
    to("us-east-1", { region: "eu-west-1" }),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "us-east-1" is the user pool\'s own Region: a failover goes to another Region that holds a replica of the pool',
    },
    [
      'auth.example.com: region "eu-west-1" is not the Region in the user pool\'s id, us-east-1: right where the pool has a replica there; otherwise leave region out',
    ],
  ],
  [
    "the Region of the calls, which isn't the pool's own",
    to("eu-west-1", { region: "eu-west-1" }),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "eu-west-1" is the Region of the calls: a failover goes to another Region that holds a replica of the pool',
    },
    [
      'auth.example.com: region "eu-west-1" is not the Region in the user pool\'s id, us-east-1: right where the pool has a replica there; otherwise leave region out',
    ],
  ],
  [
    "the Region of the calls, where the pool's is not known from its id",
    to("eu-west-1", { region: "eu-west-1", userPoolId: "local_2ax" }),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "eu-west-1" is the user pool\'s own Region: a failover goes to another Region that holds a replica of the pool',
    },
  ],
  [
    "a secondary Region in another partition",
    to("cn-north-1"),
    {
      "routing.failover.secondaryRegion":
        'routing.failover.secondaryRegion "cn-north-1" is in another partition than the user pool, which is in us-east-1: a pool has no replica there',
    },
  ],
  ["a secondary Region while the pool is unknown", to("us-east-1", { userPoolId: unknownValue }), {}],
];

const healthChecks: BadInput[] = [
  [
    "a health check that is empty",
    decidedBy(""),
    {
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId "" is empty: give the id of the Route 53 health check of the pool\'s own Region',
    },
  ],
  [
    "a health check that is a number",
    decidedBy(1),
    {
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId is 1; expected a string. The Route 53 health check that decides it. For example "abcdef11-2222-3333-4444-555555fedcba".',
    },
  ],
  [
    "a health check that is an object",
    decidedBy({ id: "check" }),
    {
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId is {"id":"check"}; expected a string. The Route 53 health check that decides it. For example "abcdef11-2222-3333-4444-555555fedcba".',
    },
  ],
  [
    "a health check's ARN",
    decidedBy("arn:aws:route53:::healthcheck/abcdef11-2222-3333-4444-555555fedcba"),
    {
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId "arn:aws:route53:::healthcheck/abcdef11-2222-3333-4444-555555fedcba" is an ARN: give the id alone, "abcdef11-2222-3333-4444-555555fedcba"',
    },
  ],
  ["a health check of 64 characters", decidedBy("x".repeat(64)), {}],
  [
    "a health check of 65 characters",
    decidedBy("x".repeat(65)),
    {
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" has 65 characters; the service takes at most 64',
    },
  ],
  [
    "a health check of a megabyte",
    decidedBy("x".repeat(1_000_000)),
    {
      "routing.failover.primaryRoute53HealthCheckId":
        'routing.failover.primaryRoute53HealthCheckId "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (1000000 characters) has 1000000 characters; the service takes at most 64',
    },
  ],
];

export const routingsAndFailovers = [...routings, ...secondaryRegions, ...healthChecks];
