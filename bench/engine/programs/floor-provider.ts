import type { dynamic } from "@pulumi/pulumi";
import type { WantedDomain } from "./wanted";

/** What a `UserPoolDomain` has beside what is asked for, as the embedded Cognito answers. */
const outputs = {
  region: "us-east-1",
  cloudFrontDistribution: "d111111abcdef8.cloudfront.net",
  cloudFrontHostedZoneId: "Z2FDTNDATAQYW2",
  status: "ACTIVE",
  managedLoginVersion: 1,
  version: "20261126000000",
  s3Bucket: "aws-cognito-prod-iad-assets",
  awsAccountId: "123456789012",
};

/** Those that a `UserPoolDomain` has, given or not. */
export const propertyNames = [
  ...[
    "domain",
    "userPoolId",
    "customDomainConfig",
    "routing",
    "timeouts",
    "waitForDeployment",
    "adoptExisting",
  ],
  ...Object.keys(outputs),
  "baseUrl",
];

/** Does nothing: it calls nothing, looks at nothing, and compares nothing. */
export const provider: dynamic.ResourceProvider<WantedDomain, WantedDomain> = {
  async create(inputs) {
    return { id: inputs.domain, outs: outsOf(inputs) };
  },
  async update(_id, _olds, inputs) {
    return { outs: outsOf(inputs) };
  },
};

function outsOf(inputs: WantedDomain): WantedDomain {
  return { ...inputs, ...outputs, baseUrl: `https://${inputs.domain}` } as WantedDomain;
}
