import assert from "node:assert/strict";
import { useCloud } from "./support/cloud";
import { prefixDomain } from "./support/domains";
import { assertSucceeded } from "./support/outcome";
import { domainProgram } from "./support/programs";
import { outcomeOf, useStack } from "./support/story";

const secretKey = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";
/** What the environment would otherwise lead to. */
const nothingUseful = {
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: undefined,
  AWS_ENDPOINT_URL_STS: undefined,
  AWS_REGION: undefined,
  AWS_DEFAULT_REGION: undefined,
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
};

describe("access to AWS that stands in the stack configuration", () => {
  const cloud = useCloud();
  const stack = useStack(
    cloud,
    () => domainProgram(prefixDomain(cloud, { userPoolId: cloud.emulator.createPool().id })),
    () => nothingUseful,
  );
  const up = outcomeOf(async () => {
    await stack.configure({
      "aws:region": "us-east-1",
      "aws:accessKey": "AKIAI44QH8DHBEXAMPLE",
      "aws:endpoints[0].cognitoidp": cloud.emulator.endpoint,
      "aws:endpoints[0].sts": cloud.emulator.endpoint,
      "aws:assumeRoles[0].roleArn": "arn:aws:iam::123456789012:role/deploy",
    });
    await stack.configureSecret("aws:secretKey", secretKey);
    return stack.up();
  });

  it("is used, with the role on top of the keys", () => {
    assertSucceeded(up);
    const [assumeRole, create] = up.calls;
    assert.deepEqual(
      [assumeRole?.operation, assumeRole?.accessKeyId],
      ["AssumeRole", "AKIAI44QH8DHBEXAMPLE"],
    );
    assert.equal(create?.operation, "CreateUserPoolDomain");
    assert.match(create?.accessKeyId ?? "", /^ASIA/);
  });

  // The engine copies the stack configuration into the state of its default provider: secret values encrypted.
  it("leaves no readable credentials in the state", async () => {
    const { text } = await stack.state();
    assert.ok(!text.includes(secretKey), text);
    assert.ok(!text.includes(up.calls[1]?.accessKeyId ?? secretKey), text);
  });

  it("leaves no word of it in the domain's own state", async () => {
    const { inputs, outputs } = (await stack.state()).resource("login");
    assert.doesNotMatch(JSON.stringify([inputs, outputs]), /AKIA|ASIA|127\.0\.0\.1|role\/deploy/);
  });
});
