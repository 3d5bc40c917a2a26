import assert from "node:assert/strict";
import { exampleCalled } from "../support/examples";
import { commandsOn } from "../support/markdown";
import { useAwsPlugin } from "./support/aws-plugin";
import { useCloud } from "./support/cloud";
import { useExample } from "./support/example-stack";
import { assertSucceeded } from "./support/outcome";
import { outcomeOf } from "./support/story";

describe("examples/custom-domain, deployed where nothing is but the zone and an address of its parent", () => {
  const example = exampleCalled("custom-domain");
  const cloud = useCloud({ certificates: [], dns: { "example.com": ["192.0.2.1"] } });
  const stack = useExample(example, cloud, useAwsPlugin(cloud));

  describe("the first up", () => {
    const up = outcomeOf(async () => {
      const commands = commandsOn(example.text("README.md")).filter((line) => !line.startsWith("pulumi up"));
      for (const command of commands) assertSucceeded(await stack.paste(command));
      return stack.up();
    });

    it("has the certificate issued before the domain is created", () => {
      assertSucceeded(up);
      const { status, customDomainConfig } = cloud.emulator.domain("auth.example.com") ?? {};
      assert.equal(status, "ACTIVE");
      assert.deepEqual(cloud.emulator.snapshot().outside.certificates, [customDomainConfig?.certificateArn]);
    });

    it("has the certificate in us-east-1, and the pool where the stack is", async () => {
      const { resource } = await stack.state();
      assert.match(resource("certificate").id, /^arn:aws:acm:us-east-1:/);
      assert.match(resource("users").id, /^eu-west-1_/);
    });

    it("leads the name to CloudFront", async () => {
      const { resource } = await stack.state();
      const target = {
        name: cloud.emulator.domain("auth.example.com")?.cloudFrontDistribution,
        zoneId: "Z2FDTNDATAQYW2",
        evaluateTargetHealth: false,
      };
      for (const [record, type] of [["login-a", "A"] as const, ["login-aaaa", "AAAA"] as const]) {
        const { outputs } = resource(record);
        assert.deepEqual(
          [outputs["fqdn"], outputs["type"], outputs["aliases"]],
          ["auth.example.com", type, [target]],
        );
      }
    });

    it("gives the address of the sign-in page", async () => {
      const state = await stack.state();
      assert.equal(
        state.outputs["signIn"],
        `https://auth.example.com/login?client_id=${state.resource("app").id}&response_type=code&redirect_uri=https%3A%2F%2Fapp.example.com%2Fsigned-in`,
      );
    });
  });

  describe("another up", () => {
    const up = outcomeOf(() => stack.up("--expect-no-changes"));

    it("changes nothing", () => assertSucceeded(up));
  });

  describe("the destroy", () => {
    const destroy = outcomeOf(() => stack.destroy());

    it("leaves nothing, in an order that AWS takes", () => {
      assertSucceeded(destroy);
      const { domains, pools, outside } = cloud.emulator.snapshot();
      assert.deepEqual([domains, pools, outside.certificates], [[], [], []]);
    });
  });
});
