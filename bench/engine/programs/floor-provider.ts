import { setTimeout } from "node:timers/promises";
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

const callsPerSecond = Number(process.env["BENCH_FLOOR_CALLS_PER_SECOND"] ?? Number.POSITIVE_INFINITY);

/**
 * Does nothing: it calls nothing, looks at nothing, and compares nothing. Where it is asked to, a create waits as long
 * as its two calls have to under a limit, or a refresh looks.
 */
export const provider: dynamic.ResourceProvider<WantedDomain, WantedDomain> = {
  async create(inputs) {
    await turn();
    await turn();
    return { id: inputs.domain, outs: outsOf(inputs) };
  },
  async update(_id, _olds, inputs) {
    return { outs: outsOf(inputs) };
  },
  ...(process.env["BENCH_FLOOR_DESCRIBES"] && { read: describing() }),
};

let next = Number.NEGATIVE_INFINITY;

/** Waits no longer than anything has to that knows the limit: a second's calls at once, then evenly. */
async function turn(): Promise<void> {
  next = Math.max(next, Date.now() - 1000) + 1000 / callsPerSecond;
  const wait = next - Date.now();
  if (wait > 0) await setTimeout(wait);
}

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
