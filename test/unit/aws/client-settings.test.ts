import assert from "node:assert/strict";
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolDomainCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { clientSettings } from "../../../provider/aws/client-settings";
import type { AwsConfiguration } from "../../../provider/aws/configuration";
import { messageOf, noAwsVariables, useProcessEnvironment } from "./support";

const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" };

/** The SDK's own client with the settings of a configuration. */
async function client(
  configuration: AwsConfiguration,
  region = "us-east-1",
  environment: NodeJS.ProcessEnv = {},
) {
  const settings = await clientSettings("cognitoidp", configuration, region, environment);
  return new CognitoIdentityProviderClient({ ...settings, credentials });
}

/** Where the client sends a request, and as what it introduces itself; nothing is sent. */
async function requestOf(sender: CognitoIdentityProviderClient) {
  const seen: { hostname: string; headers: Record<string, string> }[] = [];
  const command = new DescribeUserPoolDomainCommand({ Domain: "shop" });
  command.middlewareStack.add(
    () =>
      async ({ request }) => {
        seen.push(request as (typeof seen)[number]);
        return { output: { $metadata: {} }, response: {} } as never;
      },
    { step: "finalizeRequest", priority: "low" },
  );
  await sender.send(command);
  return seen[0] ?? assert.fail("Nothing was sent.");
}

describe("the settings of a client", () => {
  useProcessEnvironment(() => noAwsVariables);
  const hostOf = async (...given: Parameters<typeof client>) =>
    (await requestOf(await client(...given))).hostname;

  it("lead to the Region's endpoint", async () => {
    assert.equal(await hostOf({}, "eu-west-1"), "cognito-idp.eu-west-1.amazonaws.com");
  });

  it("lead to the FIPS endpoint with aws:useFipsEndpoint", async () => {
    assert.equal(await hostOf({ useFipsEndpoint: true }), "cognito-idp-fips.us-east-1.amazonaws.com");
  });

  it("reach the SDK with aws:useDualstackEndpoint", async () => {
    const { config } = await client({ useDualstackEndpoint: true, useFipsEndpoint: false });
    assert.deepEqual([await config.useDualstackEndpoint(), await config.useFipsEndpoint()], [true, false]);
  });

  for (const name of ["cognitoidp", "cognitoidentityprovider"]) {
    it(`lead to the address that aws:endpoints has for ${name}`, async () => {
      assert.equal(
        await hostOf({ endpoints: { [name]: "http://cognito.example.test" } }),
        "cognito.example.test",
      );
    });
  }

  it("try ten times when nothing says how often", async () => {
    assert.equal(await (await client({})).config.maxAttempts(), 10);
  });

  it("try as often as aws:maxRetries says, which counts attempts", async () => {
    assert.equal(await (await client({ maxRetries: 4 })).config.maxAttempts(), 4);
  });

  it("leave the number of attempts to AWS_MAX_ATTEMPTS", async () => {
    const settings = await clientSettings("cognitoidp", {}, "us-east-1", { AWS_MAX_ATTEMPTS: "7" });
    assert.equal("maxAttempts" in settings, false);
  });

  it("retry as aws:retryMode says", async () => {
    const { config } = await client({ retryMode: "adaptive" });
    const strategy = await config.retryStrategy();
    assert.equal("mode" in strategy && strategy.mode, "adaptive");
  });

  it("introduce the package to the service", async () => {
    const { headers } = await requestOf(await client({}));
    assert.match(headers["user-agent"] ?? "", /pulumi-cognito-domain/);
  });

  it("can't be made with an endpoint in the environment that is no address", async () => {
    for (const variable of ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "AWS_ENDPOINT_URL"]) {
      const message = await messageOf(client({}, "us-east-1", { [variable]: "localhost:4566" }));
      assert.match(message, new RegExp(`environment variable ${variable} is no address`));
    }
  });

  it("don't mind such an endpoint where the environment says to ignore it", async () => {
    const environment = { AWS_ENDPOINT_URL: "localhost:4566", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" };
    assert.equal(await hostOf({}, "us-east-1", environment), "cognito-idp.us-east-1.amazonaws.com");
  });
});
