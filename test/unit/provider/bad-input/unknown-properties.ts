import { unknownValue } from "../../../../provider/unknown";
import { certificate } from "../support";
import { type BadInput, custom, prefix } from "./table";

const and = (name: string, ...values: unknown[]) => prefix({ [name]: values.length === 0 ? "x" : values[0] });

export const unknownProperties: BadInput[] = [
  [
    "upper case first, as in the API",
    and("Domain"),
    {
      Domain:
        "Domain is not a property of a user pool domain; did you mean domain? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "upper case",
    and("REGION"),
    {
      REGION:
        "REGION is not a property of a user pool domain; did you mean region? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "snake case",
    and("user_pool_id"),
    {
      user_pool_id:
        "user_pool_id is not a property of a user pool domain; did you mean userPoolId? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "two letters changed round",
    and("regoin"),
    {
      regoin:
        "regoin is not a property of a user pool domain; did you mean region? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "upper case last",
    and("userPoolID"),
    {
      userPoolID:
        "userPoolID is not a property of a user pool domain; did you mean userPoolId? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "one letter short",
    and("timeout"),
    {
      timeout:
        "timeout is not a property of a user pool domain; did you mean timeouts? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "the beginning alone",
    and("customDomain"),
    {
      customDomain:
        "customDomain is not a property of a user pool domain; did you mean customDomainConfig? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "the certificate where @pulumi/aws has it",
    and("certificateArn"),
    {
      certificateArn:
        "certificateArn is not a property of a user pool domain; did you mean customDomainConfig.certificateArn? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "a security policy a level too high",
    and("securityPolicy"),
    {
      securityPolicy:
        "securityPolicy is not a property of a user pool domain; did you mean customDomainConfig.securityPolicy? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "a failover a level too high",
    and("failover", {}),
    {
      failover:
        "failover is not a property of a user pool domain; did you mean routing.failover? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "a secondary Region two levels too high",
    and("secondaryRegion"),
    {
      secondaryRegion:
        "secondaryRegion is not a property of a user pool domain; did you mean routing.failover.secondaryRegion? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "a domain within customDomainConfig",
    custom({ customDomainConfig: { certificateArn: certificate("a"), domain: "x" } }),
    {
      "customDomainConfig.domain":
        "customDomainConfig.domain is not a property of a user pool domain; did you mean domain? Known here: certificateArn, securityPolicy",
    },
  ],
  [
    "the certificate as Terraform has it",
    and("certificate_arn"),
    {
      certificate_arn:
        "certificate_arn is not a property of a user pool domain; did you mean customDomainConfig.certificateArn? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "an output",
    and("status", "ACTIVE"),
    { status: "status is an output of a user pool domain, and can't be set: remove it" },
  ],
  [
    "every output at once, as of another domain",
    prefix({
      cloudFrontDistribution: "d111111abcdef8.cloudfront.net",
      cloudFrontHostedZoneId: "Z2FDTNDATAQYW2",
      baseUrl: "https://auth.example.com",
      version: "20260618",
      s3Bucket: "aws-cognito-prod",
      awsAccountId: "123456789012",
    }),
    {
      cloudFrontDistribution:
        "cloudFrontDistribution is an output of a user pool domain, and can't be set: remove it",
      cloudFrontHostedZoneId:
        "cloudFrontHostedZoneId is an output of a user pool domain, and can't be set: remove it",
      baseUrl: "baseUrl is an output of a user pool domain, and can't be set: remove it",
      version: "version is an output of a user pool domain, and can't be set: remove it",
      s3Bucket: "s3Bucket is an output of a user pool domain, and can't be set: remove it",
      awsAccountId: "awsAccountId is an output of a user pool domain, and can't be set: remove it",
    },
  ],
  [
    "an output as @pulumi/aws spells it",
    and("cloudfrontDistribution"),
    {
      cloudfrontDistribution:
        "cloudfrontDistribution is an output of a user pool domain, and can't be set: remove it",
    },
  ],
  [
    "an output within an object, where there is none",
    custom({ customDomainConfig: { certificateArn: certificate("a"), status: "ISSUED" } }),
    {
      "customDomainConfig.status":
        "customDomainConfig.status is not a property of a user pool domain. Known here: certificateArn, securityPolicy",
    },
  ],
  ["an output that is null", and("status", null), {}],
  [
    "tags",
    and("tags", {}),
    {
      tags: "tags is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "an empty name",
    and(""),
    {
      '""': '"" is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting',
    },
  ],
  [
    "a name with a line break",
    and("a\nb"),
    {
      '"a\\nb"':
        '"a\\nb" is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting',
    },
  ],
  [
    "a name with a zero-width space",
    and("userPoolId\u200b"),
    {
      '"userPoolId\\u{200b}"':
        '"userPoolId\\u{200b}" is not a property of a user pool domain; did you mean userPoolId? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting',
    },
  ],
  [
    "a name with a look-alike",
    and("dom\u0430in"),
    {
      '"dom\u0430in"':
        '"dom\u0430in" is not a property of a user pool domain; did you mean domain? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting',
    },
  ],
  [
    "a very long name",
    and("k".repeat(1_000_000)),
    {
      '"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (1000000 characters)':
        '"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (1000000 characters) is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting',
    },
  ],
  [
    "a name of every object: constructor",
    and("constructor"),
    {
      constructor:
        "constructor is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "a name of every object: toString",
    and("toString"),
    {
      toString:
        "toString is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "a name of every object: hasOwnProperty",
    and("hasOwnProperty"),
    {
      hasOwnProperty:
        "hasOwnProperty is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "a name of every object: __proto__",
    JSON.parse('{"domain":"my-app","userPoolId":"us-east-1_AbCdEf123","__proto__":{"region":"x"}}'),
    {
      ["__proto__"]:
        "__proto__ is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "a name of every object within an object",
    prefix({ timeouts: JSON.parse('{"__proto__":"1h"}') }),
    {
      "timeouts.__proto__":
        "timeouts.__proto__ is not a property of a user pool domain. Known here: create, update, delete",
    },
  ],
  [
    "a list of Pulumi's own",
    and("__defaults", []),
    {
      __defaults:
        "__defaults is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "the mark of an asset",
    and("4dabf18193072939515e22adb298388d"),
    {
      "4dabf18193072939515e22adb298388d":
        "4dabf18193072939515e22adb298388d is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "an unknown value",
    and("regoin", unknownValue),
    {
      regoin:
        "regoin is not a property of a user pool domain; did you mean region? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "deep nesting",
    and("region2", JSON.parse(`${'{"a":'.repeat(1000)}1${"}".repeat(1000)}`)),
    {
      region2:
        "region2 is not a property of a user pool domain; did you mean region? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
  [
    "deep nesting in a known one",
    prefix({ domain: JSON.parse(`${'{"a":'.repeat(1000)}1${"}".repeat(1000)}`) }),
    {
      domain:
        'domain is {"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":… (6001 characters); expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).',
    },
  ],
  ["undefined, which is none", and("regoin", undefined), {}],
  ["null, which is none", and("regoin", null), {}],
  [
    "several at once",
    prefix({ domian: "x", userpoolid: "y" }),
    {
      domian:
        "domian is not a property of a user pool domain; did you mean domain? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
      userpoolid:
        "userpoolid is not a property of a user pool domain; did you mean userPoolId? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
    },
  ],
];
