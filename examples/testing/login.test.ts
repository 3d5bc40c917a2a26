import { strict as assert } from "node:assert";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation";
import { after, before, describe, it } from "mocha";
import { type Emulator, startEmulator } from "pulumi-cognito-domain/emulator";

const certificate = "arn:aws:acm:us-east-1:123456789012:certificate";

describe("our sign-in domain", function () {
  // Each test takes as long as a run or two of pulumi.
  this.timeout("2m");

  let cognito: Emulator;
  let stack: Stack;

  before(async () => {
    // A profile would go before the credentials of the emulator.
    delete process.env["AWS_PROFILE"];
    cognito = await startEmulator();
    const { id: userPoolId } = cognito.createPool();
    // The stack lives in a folder of its own, and nobody is asked for a passphrase.
    const envVars = {
      ...cognito.environment,
      PULUMI_BACKEND_URL: `file://${await mkdtemp(path.join(tmpdir(), "state-"))}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
    };
    stack = await LocalWorkspace.createOrSelectStack({ stackName: "emulated", workDir: "." }, { envVars });
    await stack.setAllConfig({
      domain: { value: "auth.example.com" },
      userPoolId: { value: userPoolId },
      certificateArn: { value: `${certificate}/one` },
    });
  });
  after(() => cognito.close());

  it("comes up, and stays as it is when nothing has changed", async () => {
    const { outputs } = await stack.up();
    assert.equal(outputs["url"]?.value, "https://auth.example.com");
    assert.equal(cognito.domain("auth.example.com")?.status, "ACTIVE");
    assert.deepEqual(Object.keys((await stack.preview()).changeSummary), ["same"]);
  });

  it("gets another certificate in place, however busy the service is", async () => {
    await stack.setConfig("certificateArn", { value: `${certificate}/two` });
    const refused = { name: "TooManyRequestsException" };
    cognito.inject({ operation: "UpdateUserPoolDomain", error: refused, times: 2 });
    const { summary } = await stack.up();
    assert.equal(summary.resourceChanges?.update, 1);
    assert.equal(
      cognito.domain("auth.example.com")?.customDomainConfig?.certificateArn,
      `${certificate}/two`,
    );
  });

  it("goes down when it is renamed, which the preview says", async () => {
    await stack.setConfig("domain", { value: "login.example.com" });
    const { changeSummary, stdout } = await stack.preview();
    assert.equal(changeSummary.replace, 1);
    assert.match(stdout, /outage: Sign-in at auth\.example\.com stops/);
  });
});
