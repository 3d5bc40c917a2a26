import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { useCloud } from "./support/cloud";
import { certificateArn, customDomain } from "./support/domains";
import { assertSucceeded, everythingShown, operationsOfEngine } from "./support/outcome";
import { javascript, type Program } from "./support/programs";
import type { Outcome } from "./support/stack";
import { outcomeOf, useStack } from "./support/story";

const secret = certificateArn("5ec2e7");
const foundSecret = certificateArn("f00d");
const nextSecret = certificateArn("0e57");

describe("a certificate that is secret", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  const stack = useStack(cloud, () => {
    wanted = customDomain(cloud);
    return programWith(secret);
  });

  function programWith(certificate: string): Program {
    const { domain, userPoolId } = wanted;
    return javascript(
      `exports.login = new UserPoolDomain("login", {
         ...${JSON.stringify({ domain, userPoolId })},
         customDomainConfig: { certificateArn: pulumi.secret("${certificate}") },
       });`,
    );
  }

  async function assertKeptSecret(): Promise<void> {
    const { text, resource } = await stack.state();
    const { inputs, outputs } = resource("login");
    for (const values of [inputs, outputs]) {
      assert.match(JSON.stringify(values["customDomainConfig"]), /"ciphertext"/);
    }
    assertHidden(text);
  }

  function assertNotShown(outcome: Outcome): void {
    assertHidden(everythingShown(outcome));
  }

  function assertHidden(text: string): void {
    for (const hidden of [secret, foundSecret, nextSecret]) assert.ok(!text.includes(hidden), text);
  }

  describe("in a create", () => {
    const up = outcomeOf(() => stack.up());

    it("reaches the service", () => {
      assertSucceeded(up);
      const live = cloud.emulator.domain("auth.example.com");
      assert.equal(live?.customDomainConfig?.certificateArn, secret);
    });

    it("is encrypted in the state, among inputs and outputs", assertKeptSecret);
    it("is not shown", () => assertNotShown(up));
  });

  describe("in an up without a change", () => {
    const up = outcomeOf(() => stack.up());

    it("leads to no update", () => assert.deepEqual(operationsOfEngine(up), ["same login"]));
  });

  describe("in a refresh that finds another one", () => {
    const refresh = outcomeOf(() => {
      cloud.emulator.changeDomain("auth.example.com", { certificateArn: foundSecret });
      return stack.refresh("--diff");
    });

    it("is encrypted in the state, among inputs and outputs", async () => {
      assertSucceeded(refresh);
      await assertKeptSecret();
    });

    it("is not shown", () => assertNotShown(refresh));
  });

  describe("in an update", () => {
    const up = outcomeOf(async () => {
      await stack.write(programWith(nextSecret));
      return stack.up("--diff");
    });

    it("reaches the service", () => {
      assertSucceeded(up);
      const live = cloud.emulator.domain("auth.example.com");
      assert.equal(live?.customDomainConfig?.certificateArn, nextSecret);
    });

    it("is encrypted in the state, among inputs and outputs", assertKeptSecret);
    it("is not shown", () => assertNotShown(up));
  });
});
