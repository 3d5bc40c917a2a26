import assert from "node:assert/strict";
import { count, operations, requestOf } from "./support/calls";
import { useCloud } from "./support/cloud";
import { certificate, otherCertificate } from "./support/domains";
import { assertSucceeded, messagesOf, operationsOfEngine } from "./support/outcome";
import { javascript } from "./support/programs";
import { outcomeOf, useStack } from "./support/story";

describe("the life of a custom domain that stands in the stack configuration", () => {
  const cloud = useCloud();
  let userPoolId: string;
  const program = () => javascript('new UserPoolDomain("login", config.requireObject("login"));');
  const stack = useStack(cloud, program);

  before(async () => {
    userPoolId = cloud.emulator.createPool().id;
    await stack.configure({
      "login.domain": "auth.example.com",
      "login.userPoolId": userPoolId,
      "login.customDomainConfig.certificateArn": certificate,
    });
  });

  describe("the first preview", () => {
    const preview = outcomeOf(() => stack.preview());

    it("shows one create", () => {
      assertSucceeded(preview);
      assert.deepEqual(operationsOfEngine(preview), ["create login"]);
    });

    it("calls nothing", () => assert.deepEqual(preview.calls, []));
  });

  describe("the first up", () => {
    const up = outcomeOf(() => stack.up());

    it("creates the domain", () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), ["create login"]);
    });

    it("calls Create once, and Describe until it is ACTIVE", () => {
      assert.deepEqual(operations(up.calls), ["Create", "Describe"]);
    });

    it("has the domain's name as its id", async () => {
      assert.equal((await stack.state()).resource("login").id, "auth.example.com");
    });

    it("gives the inputs and what the service alone knows as outputs", async () => {
      const live = cloud.emulator.domain("auth.example.com");
      const { __defaults, __provider, ...outputs } = (await stack.state()).resource("login").outputs;
      assert.deepEqual(outputs, {
        domain: "auth.example.com",
        userPoolId,
        customDomainConfig: { certificateArn: certificate, securityPolicy: "TLS_V1_2_2021" },
        managedLoginVersion: 1,
        region: "us-east-1",
        cloudFrontDistribution: live?.cloudFrontDistribution,
        cloudFrontHostedZoneId: "Z2FDTNDATAQYW2",
        baseUrl: "https://auth.example.com",
        status: "ACTIVE",
        version: live?.version,
        s3Bucket: live?.s3Bucket,
        awsAccountId: "123456789012",
      });
    });

    it("keeps of the provider one short line, the same for ever", async () => {
      const { inputs, outputs } = (await stack.state()).resource("login");
      const line = "exports.handler = () => require('pulumi-cognito-domain/provider').provider";
      assert.deepEqual([inputs["__provider"], outputs["__provider"]], [line, line]);
    });

    it("keeps no credentials", async () => {
      const { text } = await stack.state();
      const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = cloud.emulator.environment;
      assert.ok(!text.includes(AWS_ACCESS_KEY_ID) && !text.includes(AWS_SECRET_ACCESS_KEY));
    });
  });

  describe("an up without a change", () => {
    const up = outcomeOf(() => stack.up());

    it("leaves the domain the same", () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), ["same login"]);
    });

    it("calls nothing", () => assert.deepEqual(up.calls, []));
  });

  describe("the preview of another certificate", () => {
    const preview = outcomeOf(async () => {
      await stack.configure({ "login.customDomainConfig.certificateArn": otherCertificate });
      return stack.preview();
    });

    it("shows an update in place", () => {
      assertSucceeded(preview);
      assert.deepEqual(operationsOfEngine(preview), ["update login"]);
    });

    it("tells that it takes a while and that sign-in goes on, and warns of nothing", () => {
      assert.match(
        messagesOf(preview, "info"),
        /up to 1 hour to reach every CloudFront edge.*Sign-in goes on/s,
      );
      assert.equal(messagesOf(preview, "warning"), "");
    });

    it("calls nothing", () => assert.deepEqual(preview.calls, []));
  });

  describe("the up of another certificate", () => {
    const up = outcomeOf(() => stack.up());

    it("updates the domain in place", async () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), ["update login"]);
      assert.equal((await stack.state()).resource("login").id, "auth.example.com");
    });

    it("looks, updates once, and looks until the change is in force", () => {
      assert.deepEqual(operations(up.calls), ["Describe", "Update", "Describe"]);
      assert.equal(up.calls[1]?.operation, "UpdateUserPoolDomain");
    });

    it("sends the complete configuration, because what is left out is reset", () => {
      assert.deepEqual(requestOf(up.calls, "Update"), {
        Domain: "auth.example.com",
        UserPoolId: userPoolId,
        CustomDomainConfig: { CertificateArn: otherCertificate, SecurityPolicy: "TLS_V1_2_2021" },
        ManagedLoginVersion: 1,
      });
    });
  });

  describe("the preview of another name", () => {
    const preview = outcomeOf(async () => {
      await stack.configure({ "login.domain": "signin.example.com" });
      return stack.preview();
    });

    it("shows that the old domain is deleted before the new one is created", () => {
      assertSucceeded(preview);
      assert.deepEqual(operationsOfEngine(preview), [
        "delete-replaced login",
        "replace login",
        "create-replacement login",
      ]);
    });

    it("names the domain as the reason", () => {
      const [, replace] = preview.steps;
      assert.deepEqual(replace?.replaceReasons, ["domain"]);
    });

    it("warns of the outage", () => {
      assert.match(messagesOf(preview, "warning"), /outage: Sign-in at auth\.example\.com stops/);
    });

    it("calls nothing", () => assert.deepEqual(preview.calls, []));
  });

  describe("the up of another name", () => {
    const up = outcomeOf(() => stack.up());

    it("replaces the domain", async () => {
      assertSucceeded(up);
      assert.equal((await stack.state()).resource("login").id, "signin.example.com");
    });

    it("deletes the old one, waits until it is gone, and then creates the new one", () => {
      assert.deepEqual(operations(up.calls), ["Delete", "Describe", "Create", "Describe"]);
    });

    it("leaves nothing of the old one", () => {
      assert.equal(cloud.emulator.domain("auth.example.com"), undefined);
    });
  });

  describe("a destroy that has no program to run", () => {
    const destroy = outcomeOf(async () => {
      await stack.write(javascript('throw new Error("The program was run.");'));
      return stack.destroy();
    });

    it("deletes the domain with what the state alone says of the provider", () => {
      assertSucceeded(destroy);
      assert.deepEqual(operationsOfEngine(destroy), ["delete login"]);
    });

    it("calls Delete once, and Describe until it is gone", () => {
      assert.deepEqual(operations(destroy.calls), ["Delete", "Describe"]);
      assert.equal(count(destroy.calls, "Delete"), 1);
    });

    it("leaves nothing in the state", async () => assert.deepEqual((await stack.state()).resources, []));
  });
});
