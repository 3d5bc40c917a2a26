import assert from "node:assert/strict";
import { count } from "./support/calls";
import { useCloud } from "./support/cloud";
import { certificate } from "./support/domains";
import { assertSucceeded, operationsOfEngine } from "./support/outcome";
import { javascript } from "./support/programs";
import { outcomeOf, useStack } from "./support/story";

describe("domains made of what another resource of the same run gives", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () =>
    javascript(
      `const values = ${JSON.stringify(valuesOfAnotherResource())};`,
      `class Source extends pulumi.dynamic.Resource {
         constructor(name, values) {
           const provider = { create: async ({ values }) => ({ id: "made", outs: values }) };
           const outputs = Object.fromEntries(Object.keys(values).map((key) => [key, undefined]));
           super(provider, name, { values, ...outputs });
         }
       }`,
      `const source = new Source("source", values);`,
      `new UserPoolDomain("prefix", {
         domain: source.prefix,
         userPoolId: source.userPoolId,
         managedLoginVersion: source.managedLoginVersion,
       });`,
      `new UserPoolDomain("members", {
         domain: source.name,
         userPoolId: source.userPoolId,
         customDomainConfig: { certificateArn: source.certificateArn, securityPolicy: source.securityPolicy },
         routing: { failover: {
           secondaryRegion: source.secondaryRegion,
           primaryRoute53HealthCheckId: source.healthCheckId,
         } },
       });`,
      `new UserPoolDomain("whole", {
         domain: pulumi.interpolate\`other-\${source.name}\`,
         userPoolId: source.otherUserPoolId,
         customDomainConfig: source.customDomainConfig,
         routing: source.routing,
       });`,
    ),
  );

  function valuesOfAnotherResource() {
    const failover = { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "health-check" };
    return {
      prefix: "shop",
      name: "auth.example.com",
      userPoolId: cloud.emulator.createPool().id,
      otherUserPoolId: cloud.emulator.createPool().id,
      managedLoginVersion: 2,
      certificateArn: certificate,
      securityPolicy: "TLS_V1_3_2025",
      secondaryRegion: failover.secondaryRegion,
      healthCheckId: failover.primaryRoute53HealthCheckId,
      customDomainConfig: { certificateArn: certificate },
      routing: { failover },
    };
  }

  describe("the first preview", () => {
    const preview = outcomeOf(() => stack.preview());

    it("shows the creates, although no value is known", () => {
      assertSucceeded(preview);
      assert.deepEqual(operationsOfEngine(preview).toSorted(), [
        "create members",
        "create prefix",
        "create source",
        "create whole",
      ]);
    });

    it("finds nothing wrong", () => assert.deepEqual(preview.diagnostics, []));
    it("calls nothing", () => assert.deepEqual(preview.calls, []));
  });

  describe("the up", () => {
    const up = outcomeOf(() => stack.up());

    it("creates each domain with the values that became known", () => {
      assertSucceeded(up);
      assert.equal(count(up.calls, "Create"), 3);
      assert.equal(cloud.emulator.domain("shop")?.managedLoginVersion, 2);
      assert.deepEqual(cloud.emulator.domain("auth.example.com")?.customDomainConfig, {
        certificateArn: certificate,
        securityPolicy: "TLS_V1_3_2025",
      });
      assert.equal(cloud.emulator.domain("other-auth.example.com")?.failover?.secondaryRegion, "us-west-2");
    });
  });
});
