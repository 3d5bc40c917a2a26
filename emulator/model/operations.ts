import type { StringShape, StructureShape } from "./shapes";

// The service publishes this pattern for a domain, without a dot, although its documentation has custom domains
// written with periods and the service takes them: hence `accepts` (see also terraform-linters/
// tflint-ruleset-aws, which dropped its rule for this reason).
const label = "[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?";

const domain = {
  type: "string",
  min: 1,
  max: 63,
  pattern: `^${label}$`,
  accepts: `^${label}(?:\\.${label})*$`,
} as const satisfies StringShape;

const userPoolId = {
  type: "string",
  min: 1,
  max: 55,
  pattern: "[\\w-]+_[0-9a-zA-Z]+",
} as const satisfies StringShape;

const customDomainConfig = {
  type: "structure",
  required: ["CertificateArn"],
  members: {
    CertificateArn: {
      type: "string",
      min: 20,
      max: 2048,
      pattern:
        "arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?",
    },
    SecurityPolicy: { type: "string", enum: ["TLS_V1", "TLS_V1_2_2021", "TLS_V1_3_2025"] },
  },
} as const satisfies StructureShape;

const routing = {
  type: "structure",
  required: [],
  members: {
    Failover: {
      type: "structure",
      required: ["SecondaryRegion", "PrimaryRoute53HealthCheckId"],
      members: {
        SecondaryRegion: { type: "string", min: 5, max: 32 },
        PrimaryRoute53HealthCheckId: { type: "string", max: 64 },
      },
    },
  },
} as const satisfies StructureShape;

const domainConfiguration = {
  type: "structure",
  required: ["Domain", "UserPoolId"],
  members: {
    Domain: domain,
    UserPoolId: userPoolId,
    ManagedLoginVersion: { type: "integer" },
    CustomDomainConfig: customDomainConfig,
    Routing: routing,
  },
} as const satisfies StructureShape;

const onlyUserPoolId = {
  type: "structure",
  required: ["UserPoolId"],
  members: { UserPoolId: userPoolId },
} as const satisfies StructureShape;

/**
 * The inputs of Cognito's operations, as data. The domain operations are complete, after the model published with
 * botocore 1.44.5 (cognito-idp, 2016-04-18). Of the pool operations only what the emulator uses is here, after
 * the Amazon Cognito API reference; other members are ignored.
 */
export const model = {
  CreateUserPoolDomain: domainConfiguration,
  DescribeUserPoolDomain: { type: "structure", required: ["Domain"], members: { Domain: domain } },
  UpdateUserPoolDomain: domainConfiguration,
  DeleteUserPoolDomain: {
    type: "structure",
    required: ["Domain", "UserPoolId"],
    members: { Domain: domain, UserPoolId: userPoolId },
  },
  CreateUserPool: {
    type: "structure",
    required: ["PoolName"],
    members: {
      PoolName: {
        type: "string",
        min: 1,
        max: 128,
        pattern: "[\\w\\s+=,.@-]+",
        // In the service's language \s is these six, in this one it has the spaces of all scripts.
        accepts: "[\\w \\t\\n\\x0B\\f\\r+=,.@-]+",
      },
      UserPoolTier: { type: "string", enum: ["LITE", "ESSENTIALS", "PLUS"] },
    },
  },
  DescribeUserPool: onlyUserPoolId,
  ListUserPools: {
    type: "structure",
    required: ["MaxResults"],
    members: {
      // Left out it is refused as a 0 (aws-sdk-js-v3 issue 2335).
      MaxResults: { type: "integer", min: 1, max: 60, default: 0 },
      NextToken: { type: "string", min: 1, pattern: "[\\S]+" },
    },
  },
  DeleteUserPool: onlyUserPoolId,
} as const satisfies Record<string, StructureShape>;

export type Model = typeof model;
