import type * as Sdk from "@aws-sdk/client-cognito-identity-provider";
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

/** Does nothing: it calls nothing, looks at nothing, and compares nothing; where it is asked to, a refresh looks. */
export const provider: dynamic.ResourceProvider<WantedDomain, WantedDomain> = {
  async create(inputs) {
    return { id: inputs.domain, outs: outsOf(inputs) };
  },
  async update(_id, _olds, inputs) {
    return { outs: outsOf(inputs) };
  },
  ...(process.env["BENCH_FLOOR_DESCRIBES"] && { read: describing() }),
};

/** The least that a refresh which looks can do. */
function describing(): NonNullable<typeof provider.read> {
  // Loaded only where a refresh is to look.
  const sdk = require("@aws-sdk/client-cognito-identity-provider") as typeof Sdk;
  const client = new sdk.CognitoIdentityProviderClient({ region: outputs.region });
  return async (id, props) => {
    await client.send(new sdk.DescribeUserPoolDomainCommand({ Domain: id }));
    return { id, props: props as WantedDomain };
  };
}

function outsOf(inputs: WantedDomain): WantedDomain {
  return { ...inputs, ...outputs, baseUrl: `https://${inputs.domain}` } as WantedDomain;
}
