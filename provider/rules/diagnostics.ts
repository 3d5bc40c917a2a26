import { diagnosis } from "../errors/diagnosis";
import { shown, shownCharacter } from "../shown";

/** What any input can be refused for. */
export const anyInput = {
  missing: diagnosis({
    says: ({ path }: Refused) => `${path} is missing.`,
    wayOut: ({ expected }) => expected,
    cause: "The input is required. In JavaScript, `null` and `undefined` count as left out.",
    example: {
      path: "userPoolId",
      expected: 'The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
    },
  }),
  ofAnotherType: diagnosis({
    heading: 'waitForDeployment is "false"; expected true or false',
    says: ({ path, value }: Refused & { value: unknown }) => `${path} is ${shown(value)};`,
    wayOut: ({ expected }) => expected,
    cause:
      "The value is of another type. What comes out of the stack configuration by `config.require` is text, whatever it looks like.",
    example: {
      path: "waitForDeployment",
      value: "false",
      expected: "expected true or false (from stack configuration: config.requireBoolean)",
    },
  }),
  notAllowed: diagnosis({
    heading: 'customDomainConfig.securityPolicy is "TLSv1.2_2021"; allowed: …',
    says: ({ path, value }: Refused & { value: unknown }) => `${path} is ${shown(value)};`,
    wayOut: ({ expected }) => expected,
    cause: "The API takes a few values for this input, and this is none of them.",
    example: {
      path: "customDomainConfig.securityPolicy",
      value: "TLSv1.2_2021",
      expected: "allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025",
    },
  }),
  ofCustomDomainsOnly: diagnosis({
    says: ({ path }: { path: string }) =>
      `${path} is only for custom domains, and without customDomainConfig this is a prefix domain:`,
    wayOut: ({ path }) => `add customDomainConfig.certificateArn, or remove ${path}`,
    cause: "The service takes the input on custom domains alone.",
    example: { path: "routing" },
  }),
  output: diagnosis({
    says: ({ path }: { path: string }) => `${path} is an output of a user pool domain, and can't be set:`,
    wayOut: () => "remove it",
    cause: "Only the service says what it is. A program reads it from the resource.",
    example: { path: "cloudFrontDistribution" },
  }),
  unknown: diagnosis({
    says: ({ path, meant }: { path: string; meant?: string | undefined; known: string }) =>
      `${path} is not a property of a user pool domain${meant === undefined ? "." : `; did you mean ${meant}?`}`,
    wayOut: ({ known }) => `Known here: ${known}`,
    cause:
      "The name is misspelt, or stands at another level than in the API. TypeScript finds most of these; in JavaScript, and behind a cast, only this does.",
    example: {
      path: "customDomainConfig.CertificateArn",
      meant: "customDomainConfig.certificateArn",
      known: "certificateArn, securityPolicy",
    },
  }),
  secretRefused: diagnosis({
    says: ({ path, expected }: Hidden) =>
      `${path} isn't right, and not shown here, since a secret is part of it${expected === undefined ? "" : ";"}`,
    wayOut: ({ expected = "" }) => expected,
    cause:
      "A value that the program has made a secret is refused. What is wrong with it would tell the secret.",
    unsaid: "To see what is wrong, preview with a value that is no secret.",
    example: {
      path: "userPoolId",
      expected:
        'expected a string. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
    },
  }),
  secretDoubted: diagnosis({
    says: ({ path, expected }: Hidden) =>
      `${path} may not be right, and isn't shown here, since a secret is part of it${expected === undefined ? "" : ";"}`,
    wayOut: ({ expected = "" }) => expected,
    cause:
      "There is a warning about a value that the program has made a secret. What it is about would tell the secret.",
    unsaid: "To read the warning, preview with a value that is no secret.",
    example: {
      path: "customDomainConfig.securityPolicy",
      expected: "allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025",
    },
  }),
};

/** The path of an input, and what would be right. */
interface Refused {
  readonly path: string;
  readonly expected: string;
}

interface Hidden {
  readonly path: string;
  /** None of what there is no such property. */
  readonly expected?: string | undefined;
}

const characters = "A domain is made of a-z, 0-9 and hyphens, and a custom one of dots between its labels.";
const hasCharacter = ({ character }: { character: string }) =>
  `has the character ${shownCharacter(character)}:`;

export const domainReasons = {
  empty: diagnosis({
    after: 'domain ""',
    says: () => "is empty:",
    wayOut: () => "give a prefix such as my-app, or a name such as auth.example.com",
    cause: "Often a variable or a key of the stack configuration is there, and holds nothing.",
    example: undefined,
  }),
  tooLong: diagnosis({
    after: `domain "${"a".repeat(64)}"`,
    says: ({ length }: { length: number; most: number }) => `has ${length} characters;`,
    wayOut: ({ most }) => `the service takes at most ${most}`,
    cause: "The API's constraint on `Domain`.",
    example: { length: 64, most: 63 },
  }),
  address: diagnosis({
    after: 'domain "https://auth.example.com"',
    says: hasCharacter,
    wayOut: () =>
      "only a-z, 0-9 and hyphens are allowed (give the name alone, without https://, port and path)",
    cause: characters,
    example: { character: ":" },
  }),
  wildcard: diagnosis({
    after: 'domain "*.example.com"',
    says: hasCharacter,
    wayOut: () => "only a-z, 0-9 and hyphens are allowed (a domain is one name; it can't be a wildcard)",
    cause: `${characters} Its certificate may be one for a wildcard.`,
    example: { character: "*" },
  }),
  invisible: diagnosis({
    after: 'domain " auth.example.com"',
    says: hasCharacter,
    wayOut: () => "only a-z, 0-9 and hyphens are allowed (remove it)",
    cause: `${characters} A blank, a line break or another character that can't be seen often comes with what is copied.`,
    example: { character: " " },
  }),
  international: diagnosis({
    after: 'domain "MÜNCHEN.example.com"',
    says: hasCharacter,
    wayOut: () => "only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)",
    cause: `${characters} Some characters of other scripts can't be told from these by eye, which is why their number is shown.`,
    example: { character: "Ü" },
  }),
  foreign: diagnosis({
    after: 'domain "my_app"',
    says: hasCharacter,
    wayOut: () => "only a-z, 0-9 and hyphens are allowed",
    cause: characters,
    example: { character: "_" },
  }),
  upperCase: diagnosis({
    after: 'domain "My-App"',
    says: () => "has upper-case letters:",
    wayOut: ({ lower }: { lower: string }) => `write ${shown(lower)}`,
    cause: "The API takes lower case alone.",
    example: { lower: "my-app" },
  }),
  prefixAddress: diagnosis({
    after: 'domain "my-app.auth.us-east-1.amazoncognito.com"',
    says: () => "is the address of a prefix domain:",
    wayOut: ({ prefix }: { prefix: string }) =>
      `give the prefix alone, ${shown(prefix)}, without customDomainConfig`,
    cause:
      "A prefix domain is named by its prefix; the rest of the address is the service's, and the output `baseUrl` has the whole.",
    example: { prefix: "my-app" },
  }),
  singleLabel: diagnosis({
    after: 'domain "auth"',
    says: () => "is a single label, but customDomainConfig asks for a custom domain:",
    wayOut: () =>
      "give a DNS name such as auth.example.com, or leave customDomainConfig out for a prefix domain",
    cause: "`customDomainConfig` makes it a custom domain, and those are DNS names of at least three labels.",
    example: undefined,
  }),
  topLevelParent: diagnosis({
    after: 'domain "example.com"',
    says: ({ parent }: { parent: string; name: string }) =>
      `has a top-level domain as its parent (${parent}), which the service refuses:`,
    wayOut: ({ name }) => `use a subdomain such as auth.${name}`,
    cause: "The service looks for a DNS A record of the parent, which no top-level domain has for you.",
    example: { parent: "com", name: "example.com" },
  }),
  ipAddress: diagnosis({
    after: 'domain "192.0.2.10"',
    says: () => "ends in a number, as no DNS name does:",
    wayOut: () => "an IP address can't be a domain; give a name such as auth.example.com",
    cause: "There is no top-level domain of digits alone, so that this would be an IP address.",
    example: undefined,
  }),
  dotted: diagnosis({
    after: 'domain "auth.example.com"',
    says: () => "has a dot, so it is a custom domain:",
    wayOut: () => "add customDomainConfig.certificateArn, or give a prefix of one label such as my-app",
    cause: "Without `customDomainConfig` the name is a prefix, which is one label.",
    example: undefined,
  }),
  reserved: diagnosis({
    after: 'domain "newcognito"',
    says: ({ word }: { word: string }) => `holds the text "${word}", which the service reserves:`,
    wayOut: () => "choose a prefix without it",
    cause: "A prefix may hold none of the texts aws, amazon and cognito, also within a word.",
    example: { word: "cognito" },
  }),
  emptyLabel: diagnosis({
    after: 'domain "auth.example.com."',
    says: () => "has an empty label:",
    wayOut: () => "no dot may stand first, last or beside another dot",
    cause: "DNS writes a dot at the end of a whole name; the API takes none.",
    example: undefined,
  }),
  hyphenAtEnd: diagnosis({
    after: 'domain "app-"',
    says: ({ label }: { label: string }) => `has a hyphen at an end of ${shown(label)}:`,
    wayOut: () => "a label begins and ends with a letter or digit",
    cause: "The API's pattern for `Domain`, and DNS's for a label.",
    example: { label: "app-" },
  }),
};

export const userPoolIdReasons = {
  noId: diagnosis({
    after: 'userPoolId "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123"',
    says: () => "is not a user pool id:",
    wayOut: () => "expected <region>_<id> such as us-east-1_AbCdEf123 (the pool's id, not its name or ARN)",
    cause: "The API takes the id alone. Of a pool in the same program that is the output `id`.",
    example: undefined,
  }),
  tooLong: diagnosis({
    after: `userPoolId "us-east-1_${"a".repeat(46)}"`,
    says: ({ length }: { length: number }) => `has ${length} characters;`,
    wayOut: () => "the service takes at most 55",
    cause: "The API's constraint on `UserPoolId`.",
    example: { length: 56 },
  }),
  upperCaseRegion: diagnosis({
    after: 'userPoolId "US-EAST-1_AbCdEf123"',
    says: () => "has upper-case letters in its Region:",
    wayOut: ({ lower }: { lower: string }) => `write ${shown(lower)}`,
    cause: "The calls go to the Region that stands in the id, which is written in lower case.",
    example: { lower: "us-east-1_AbCdEf123" },
  }),
};

const expectedArn = "Expected arn:aws:acm:us-east-1:<account>:certificate/<id>";
const copied = "ACM shows the whole ARN; of a certificate in the same program it is the output `arn`.";

function certificate(arn: string): string {
  return `customDomainConfig.certificateArn "${arn}"`;
}

export const certificateReasons = {
  length: diagnosis({
    after: certificate("arn:aws:acm:us-east"),
    says: ({ length }: { length: number }) => `has ${length} characters;`,
    wayOut: () => `the service takes 20 to 2048. ${expectedArn}`,
    cause: `The API's constraint on \`CertificateArn\`. ${copied}`,
    example: { length: 19 },
  }),
  noArn: diagnosis({
    after: certificate("11111111-1111-4111-8111-111111111111"),
    says: () => "is not an ARN.",
    wayOut: () => expectedArn,
    cause: `Neither the certificate's id nor its text is taken. ${copied}`,
    example: undefined,
  }),
  partition: diagnosis({
    after: certificate(
      "arn:amazon:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111",
    ),
    says: ({ partition }: { partition: string }) =>
      `has the partition ${JSON.stringify(partition)}, which is none.`,
    wayOut: () => expectedArn,
    cause: "The second part of an ARN is `aws`, or `aws-` and more outside of the commercial Regions.",
    example: { partition: "amazon" },
  }),
  ofAnotherService: diagnosis({
    after: certificate("arn:aws:iam::123456789012:server-certificate/one"),
    says: () => "is not the ARN of an ACM certificate.",
    wayOut: () => expectedArn,
    cause: "Cognito gives CloudFront, which serves custom domains, certificates of ACM and no others.",
    example: undefined,
  }),
  account: diagnosis({
    after: certificate("arn:aws:acm:us-east-1::certificate/11111111-1111-4111-8111-111111111111"),
    says: () => "has no account of 12 digits.",
    wayOut: () => expectedArn,
    cause: "The account is a part of every certificate's ARN.",
    example: undefined,
  }),
  id: diagnosis({
    after: certificate("arn:aws:acm:us-east-1:123456789012:certificate/"),
    says: () => "has no certificate id of letters, digits and hyphens.",
    wayOut: () => expectedArn,
    cause: `The end of the ARN is missing, or holds something else. ${copied}`,
    example: undefined,
  }),
  region: diagnosis({
    after: certificate("arn:aws:acm:eu-west-1:123456789012:certificate/11111111-1111-4111-8111-111111111111"),
    says: ({ region }: { region: string }) =>
      `is a certificate in ${region || "no Region"}, but CloudFront, which serves custom domains, reads certificates in us-east-1 only:`,
    wayOut: () => "request or import the certificate there, whatever the user pool's Region",
    cause:
      'The certificate was requested in the pool\'s Region. In Pulumi, `aws.acm.Certificate` takes `region: "us-east-1"` from version 7 of `@pulumi/aws` on, and an explicit provider before.',
    example: { region: "eu-west-1" },
  }),
  noRegion: diagnosis({
    after: certificate("arn:aws-cn:acm::123456789012:certificate/11111111-1111-4111-8111-111111111111"),
    says: () => "has no Region.",
    wayOut: () => expectedArn,
    cause: "The fourth part of the ARN is the certificate's Region.",
    example: undefined,
  }),
  mismatched: diagnosis({
    after: certificate(
      "arn:aws-cn:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111",
    ),
    says: ({ region, partition }: { region: string; partition: string }) =>
      `names the Region ${region}, which is not in its partition ${partition}`,
    cause: "Partition and Region of an ARN belong together: it was put together by hand.",
    unsaid: copied,
    example: { region: "us-east-1", partition: "aws-cn" },
  }),
  apart: diagnosis({
    after: certificate(
      "arn:aws-cn:acm:cn-north-1:123456789012:certificate/11111111-1111-4111-8111-111111111111",
    ),
    says: ({ poolsRegion }: Apart) =>
      `is in another partition than the user pool, which is in ${poolsRegion}:`,
    wayOut: () => "request or import a certificate there",
    cause: "The partitions of AWS, such as China's, know nothing of each other.",
    example: { poolsRegion: "us-east-1" },
  }),
};

/** The Region of the user pool, which is in another partition. */
interface Apart {
  readonly poolsRegion: string;
}

export const regionReasons = {
  noRegion: diagnosis({
    after: 'region "Ireland"',
    says: () => "is not the name of an AWS Region such as eu-west-1",
    cause:
      "Regions are written in lower case, and without the letter of an availability zone. `routing.failover.secondaryRegion` is refused in the same words.",
    unsaid: "Give the Region's code, such as eu-west-1, rather than its name, such as Ireland.",
    example: undefined,
  }),
  apart: diagnosis({
    after: 'region "cn-north-1"',
    says: ({ poolsRegion }: Apart) =>
      `is in another partition than the user pool, which is in ${poolsRegion}:`,
    wayOut: () => "leave region out, or give a pool of that Region",
    cause: "The calls would go to a partition that doesn't know the pool, whose Region stands in its id.",
    example: { poolsRegion: "us-east-1" },
  }),
};

const another = "a failover goes to another Region that holds a replica of the pool";

export const failoverReasons = {
  regionTooLong: diagnosis({
    after: `routing.failover.secondaryRegion "us-${"w".repeat(28)}-2"`,
    says: ({ length }: { length: number }) => `has ${length} characters;`,
    wayOut: () => "the service takes 5 to 32",
    cause: "The API's constraint on `SecondaryRegion`.",
    example: { length: 33 },
  }),
  poolsRegion: diagnosis({
    after: 'routing.failover.secondaryRegion "us-east-1"',
    says: () => "is the user pool's own Region:",
    wayOut: () => another,
    cause: "The first Region is the pool's own, which its id begins with.",
    example: undefined,
  }),
  callsRegion: diagnosis({
    after: 'routing.failover.secondaryRegion "eu-west-1"',
    says: () => "is the Region of the calls:",
    wayOut: () => another,
    cause: "The domain is managed in the Region of the input `region`, so that it can't fail over to it.",
    example: undefined,
  }),
  regionApart: diagnosis({
    after: 'routing.failover.secondaryRegion "cn-north-1"',
    says: ({ poolsRegion }: Apart) =>
      `is in another partition than the user pool, which is in ${poolsRegion}:`,
    wayOut: () => "a pool has no replica there",
    cause: "The partitions of AWS, such as China's, know nothing of each other.",
    example: { poolsRegion: "us-east-1" },
  }),
  noHealthCheck: diagnosis({
    after: 'routing.failover.primaryRoute53HealthCheckId ""',
    says: () => "is empty:",
    wayOut: () => "give the id of the Route 53 health check of the pool's own Region",
    cause: "A failover needs the health check that decides when it happens.",
    example: undefined,
  }),
  healthCheckArn: diagnosis({
    after:
      'routing.failover.primaryRoute53HealthCheckId "arn:aws:route53:::healthcheck/abcdef11-2222-3333-4444-555555fedcba"',
    says: () => "is an ARN:",
    wayOut: ({ id }: { id: string }) => `give the id alone, ${JSON.stringify(id)}`,
    cause: "The API takes the id. Of a health check in the same program that is the output `id`.",
    example: { id: "abcdef11-2222-3333-4444-555555fedcba" },
  }),
  healthCheckTooLong: diagnosis({
    after: `routing.failover.primaryRoute53HealthCheckId "${"x".repeat(65)}"`,
    says: ({ length }: { length: number }) => `has ${length} characters;`,
    wayOut: () => "the service takes at most 64",
    cause: "The API's constraint on `PrimaryRoute53HealthCheckId`.",
    example: { length: 65 },
  }),
};

export const timeoutReasons = {
  noDuration: diagnosis({
    after: 'timeouts.create "1"',
    says: () => "is not a duration:",
    wayOut: () => 'use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    cause: "Durations are written as in Pulumi's own `customTimeouts`, which don't reach a dynamic provider.",
    example: undefined,
  }),
  none: diagnosis({
    after: 'timeouts.update "0s"',
    says: () => "is no time at all:",
    wayOut: () => "give more than 0",
    cause:
      "A step that may take no time would always fail. To not wait until a domain is ACTIVE, set `waitForDeployment: false`.",
    example: undefined,
  }),
  tooLong: diagnosis({
    after: 'timeouts.update "25h"',
    says: () => "is longer than a day:",
    wayOut: () => "give at most 24h",
    cause:
      "No step of a domain takes longer than hours; a run that waits for days is one that nobody looks at.",
    example: undefined,
  }),
};

/** What is taken, and may not be meant. */
export const inputWarnings = {
  govCloudCertificate: diagnosis({
    after: certificate(
      "arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/11111111-1111-4111-8111-111111111111",
    ),
    says: () =>
      "is in the GovCloud partition, whose user guide says that custom domains are not supported there",
    cause: "AWS GovCloud (US) user guide, Amazon Cognito.",
    unsaid: "Use a prefix domain there, unless AWS has told you otherwise.",
    example: undefined,
  }),
  chinaCertificate: diagnosis({
    after: certificate(
      "arn:aws-cn:acm:cn-northwest-1:123456789012:certificate/11111111-1111-4111-8111-111111111111",
    ),
    says: () => "is in the China partition, where the certificate's Region could not be checked:",
    wayOut: () => "see the Amazon Cognito guide for China",
    cause: "In China other rules hold than that of us-east-1, and they could not be tried.",
    example: undefined,
  }),
  oldTls: diagnosis({
    after: 'customDomainConfig.securityPolicy "TLS_V1"',
    says: () => "lets browsers sign in over TLS 1.0 and 1.1, which are deprecated (RFC 8996):",
    wayOut: () => "prefer TLS_V1_2_2021",
    cause: "The policy takes every version from TLS 1.0 on.",
    example: undefined,
  }),
  notPoolsRegion: diagnosis({
    after: 'region "eu-west-1"',
    says: ({ poolsRegion }: Apart) => `is not the Region in the user pool's id, ${poolsRegion}:`,
    wayOut: () => "right where the pool has a replica there; otherwise leave region out",
    cause: "Without `region`, the calls go to the Region that the pool's id begins with.",
    example: { poolsRegion: "us-east-1" },
  }),
};
