import assert from "node:assert/strict";
import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import { readLiveDomain } from "../../../cli/live-domain";
import { ServiceError } from "../../../provider/errors/service-error";
import type { DomainInputs } from "../../../provider/inputs";
import { planChange } from "../../../provider/plan/plan";
import { scripted } from "../provider/support";

const description: DomainDescriptionType = {
  Domain: "auth.example.com",
  UserPoolId: "eu-west-1_AbCdEf123",
  AWSAccountId: "123456789012",
  CloudFrontDistribution: "d111111abcdef8.cloudfront.net",
  Version: "20260401000000",
  Status: "ACTIVE",
  CustomDomainConfig: {
    CertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/one",
    SecurityPolicy: "TLS_V1_3_2025",
  },
  ManagedLoginVersion: 2,
};

/** A service that has nothing but this. */
function serviceWith(domain: DomainDescriptionType | ServiceError | undefined) {
  const { surroundings, calls } = scripted({ describe: [domain] });
  return { client: { ...surroundings.client, region: "eu-west-1" }, calls };
}

async function live(domain = description, given?: (reported: DomainInputs) => DomainInputs) {
  const found = await readLiveDomain("auth.example.com", serviceWith(domain).client, given);
  assert.ok(found);
  return found;
}

describe("a domain as it is now", () => {
  it("is had as it is by a program that gives all that the service reports", async () => {
    const { inputs } = await live();
    assert.deepEqual(inputs, {
      domain: "auth.example.com",
      userPoolId: "eu-west-1_AbCdEf123",
      customDomainConfig: {
        certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/one",
        securityPolicy: "TLS_V1_3_2025",
      },
      managedLoginVersion: 2,
    });
  });

  it("comes with a state that holds the outputs too", async () => {
    const { state } = await live();
    assert.deepEqual(
      [state.status, state.region, state.baseUrl, state.cloudFrontDistribution, state.__defaults],
      ["ACTIVE", "eu-west-1", "https://auth.example.com", "d111111abcdef8.cloudfront.net", ["region"]],
    );
  });

  it("is planned to stay as it is", async () => {
    const { inputs, state } = await live();
    assert.equal(planChange(state, inputs).kind, "none");
  });

  it("needs its Region from the program where the pool's id doesn't begin with it", async () => {
    const local = { ...description, UserPoolId: "local_AbCdEf123" };
    assert.equal((await live(local)).inputs.region, "eu-west-1");
    assert.equal((await live()).inputs.region, undefined);
  });

  it("may have more left to the service", async () => {
    const { inputs, state } = await live(description, ({ managedLoginVersion: _, ...rest }) => rest);
    assert.equal(inputs.managedLoginVersion, undefined);
    assert.equal(state.managedLoginVersion, 2);
    assert.deepEqual(state.__defaults, ["managedLoginVersion", "region"]);
  });

  it("is looked at once", async () => {
    const { client, calls } = serviceWith(description);
    await readLiveDomain("auth.example.com", client);
    assert.deepEqual(calls, [{ operation: "DescribeUserPoolDomain", request: "auth.example.com" }]);
  });

  it("is undefined where there is none", async () => {
    assert.equal(await readLiveDomain("auth.example.com", serviceWith(undefined).client), undefined);
  });

  it("can't be told when the service refuses, and what to do is said by the names of a command's options", async () => {
    const refusal = new ServiceError({
      operation: "DescribeUserPoolDomain",
      exception: "UnrecognizedClientException",
      message: "The security token included in the request is invalid.",
    });
    await assert.rejects(readLiveDomain("auth.example.com", serviceWith(refusal).client), {
      message:
        "Reading the domain auth.example.com in eu-west-1 failed: The security token included in the request is invalid. AWS doesn't know these credentials. Check --profile, or the environment (AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY); with a local server, check the endpoint. (DescribeUserPoolDomain, UnrecognizedClientException)",
    });
  });
});
