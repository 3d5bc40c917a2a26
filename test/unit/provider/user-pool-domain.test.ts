import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { UserPoolDomain, type UserPoolDomainArgs } from "../../../provider";
import { propertyTable } from "../../../provider/properties";
import { resolved } from "../../support/resolved";
import { customInputs } from "./support";

describe("The resource", () => {
  const registered: pulumi.runtime.MockResourceArgs[] = [];

  before(async () => {
    await pulumi.runtime.setMocks({
      newResource(args) {
        registered.push(args);
        return {
          id: args.inputs["domain"] ?? args.id,
          state: { ...args.inputs, baseUrl: "https://auth.example.com" },
        };
      },
      call: () => ({}),
    });
  });

  it("registers with the plugin for dynamic resources, by a line that names the installed provider", async () => {
    const domain = new UserPoolDomain("login", customInputs());
    assert.equal(await resolved(domain.id), "auth.example.com");
    const [{ type, inputs } = assert.fail()] = registered;
    assert.equal(type, "pulumi-nodejs:dynamic/cognito:UserPoolDomain");
    assert.equal(
      inputs["__provider"],
      "exports.handler = () => require('pulumi-cognito-domain/provider').provider",
    );
    assert.deepEqual({ ...inputs, __provider: undefined }, { ...customInputs(), __provider: undefined });
  });

  it("takes outputs of other resources, however deep", async () => {
    const domain = new UserPoolDomain("nested", {
      domain: pulumi.output("auth.example.com"),
      userPoolId: pulumi.output("us-east-1_A"),
      customDomainConfig: pulumi.output({ certificateArn: "arn" }),
      routing: {
        failover: { secondaryRegion: pulumi.output("eu-west-1"), primaryRoute53HealthCheckId: "c" },
      },
      timeouts: { create: pulumi.output("5m") },
      managedLoginVersion: pulumi.output(undefined),
      region: undefined,
    });
    // @ts-expect-error: what is required may not be undefined
    const incomplete: UserPoolDomainArgs = { domain: undefined, userPoolId: "us-east-1_A" };
    assert.ok(incomplete);
    assert.equal((await resolved(domain.customDomainConfig))?.certificateArn, "arn");
    assert.equal((await resolved(domain.routing))?.failover?.secondaryRegion, "eu-west-1");
  });

  it("tells the check which inputs are secret, however deep, and nothing where none is", async () => {
    const secretsOf = async (name: string, args: UserPoolDomainArgs) => {
      await resolved(new UserPoolDomain(name, args).id);
      return registered.find((resource) => resource.name === name)?.inputs["__secrets"];
    };
    const given = {
      domain: "auth.example.com",
      userPoolId: pulumi.secret("us-east-1_A"),
      customDomainConfig: { certificateArn: pulumi.output(pulumi.secret("arn")) },
      routing: pulumi.output({ failover: { secondaryRegion: pulumi.secret("eu-west-1") } }) as never,
    };
    assert.deepEqual(await secretsOf("hiding", given), [
      "userPoolId",
      "customDomainConfig.certificateArn",
      "routing",
    ]);
    assert.equal(await secretsOf("open", customInputs()), undefined);
  });

  it("has every input and output as a property, given or not", async () => {
    const domain = new UserPoolDomain("full", customInputs());
    const outputs = [
      "baseUrl",
      "status",
      "cloudFrontDistribution",
      "cloudFrontHostedZoneId",
      "version",
      "s3Bucket",
      "awsAccountId",
    ];
    for (const name of [...Object.keys(propertyTable), ...outputs]) {
      assert.ok(pulumi.Output.isInstance((domain as unknown as Record<string, unknown>)[name]), name);
    }
    assert.equal(await resolved(domain.baseUrl), "https://auth.example.com");
  });

  it("can be looked up by name, and recognised", async () => {
    const domain = UserPoolDomain.get("found", "auth.example.com", { region: "eu-west-1" });
    assert.equal(await resolved(domain.id), "auth.example.com");
    assert.equal(UserPoolDomain.isInstance(domain), true);
    assert.equal(UserPoolDomain.isInstance({}), false);
    assert.equal(UserPoolDomain.isInstance(undefined), false);
  });
});
