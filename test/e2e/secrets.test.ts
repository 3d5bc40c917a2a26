import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { useCloud } from "./support/cloud";
import { certificateArn, customDomain } from "./support/domains";
import { assertEncrypted } from "./support/encrypted";
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

  function programWith(certificate: string, more: Partial<DomainInputs> = {}): Program {
    const { domain, userPoolId } = wanted;
    return javascript(
      `exports.login = new UserPoolDomain("login", {
         ...${JSON.stringify({ domain, userPoolId, ...more })},
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

  describe("in a replacement", () => {
    const up = outcomeOf(async () => {
      await stack.write(programWith(nextSecret, { domain: "login.example.com" }));
      return stack.up("--diff");
    });

    it("reaches the service", () => {
      assertSucceeded(up);
      const live = cloud.emulator.domain("login.example.com");
      assert.equal(live?.customDomainConfig?.certificateArn, nextSecret);
    });

    it("is encrypted in the state, among inputs and outputs", assertKeptSecret);
    it("is not shown", () => assertNotShown(up));
  });

  describe("in an update that doesn't come to its end", () => {
    const up = outcomeOf(async () => {
      cloud.emulator.inject({ operation: "UpdateUserPoolDomain", domainStatus: "stuck" });
      await stack.write(programWith(secret, { domain: "login.example.com", timeouts: { update: "1s" } }));
      return stack.up("--diff");
    });

    it("is encrypted in the state, among inputs and outputs, beside the reason", async () => {
      const { initErrors } = (await stack.state()).resource("login");
      assert.match(initErrors?.join("\n") ?? "", /is UPDATING, and not ACTIVE/);
      await assertKeptSecret();
    });

    it("is not shown", () => {
      assert.notEqual(up.exitCode, 0);
      assertNotShown(up);
    });
  });
});

describe("a domain whose name is secret", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => {
    const { userPoolId } = customDomain(cloud);
    return javascript(
      `exports.login = new UserPoolDomain("login", { domain: pulumi.secret("whispered"), userPoolId: "${userPoolId}" });`,
    );
  });
  const up = outcomeOf(() => stack.up());

  it("has it encrypted as the input and output of that name", async () => {
    assertSucceeded(up);
    const { inputs, outputs } = (await stack.state()).resource("login");
    for (const values of [inputs, outputs]) assertEncrypted(values, ["domain"]);
  });

  // Pulumi has no secret ids, and a provider isn't told which inputs are secret: SECURITY.md says so.
  it("has it readable in its id and its address, for which the name is known to all the world", async () => {
    const { id, outputs } = (await stack.state()).resource("login");
    assert.equal(id, "whispered");
    assert.match(String(outputs["baseUrl"]), /whispered/);
  });
});

describe("a secret that is refused", () => {
  const cloud = useCloud();
  const wrong = "arn:aws:acm:eu-west-1:123456789012:certificate/unwanted";
  const programWith = (value: string): Program => {
    const { domain, userPoolId } = customDomain(cloud);
    return javascript(
      `new UserPoolDomain("login", {
         ...${JSON.stringify({ domain, userPoolId })},
         customDomainConfig: { certificateArn: ${value} },
       });`,
    );
  };

  describe("and stands in the stack configuration", () => {
    const stack = useStack(cloud, () => programWith('config.requireSecret("certificate")'));
    const preview = outcomeOf(async () => {
      await stack.configureSecret("certificate", wrong);
      return stack.preview();
    });

    it("isn't shown in the message, either", () => {
      assert.match(everythingShown(preview), /certificateArn isn't right, and not shown here/);
      assert.ok(!everythingShown(preview).includes(wrong));
    });
  });

  describe("and was made in the program", () => {
    const stack = useStack(cloud, () => programWith(`pulumi.secret("${wrong}")`));
    const preview = outcomeOf(() => stack.preview());

    it("isn't shown in the message, which says what is expected", () => {
      assert.match(everythingShown(preview), /certificateArn isn't right, and not shown here/);
      assert.match(everythingShown(preview), /The ACM certificate, in us-east-1/);
      assert.ok(!everythingShown(preview).includes(wrong));
    });
  });
});
