import assert from "node:assert/strict";
import { supportedKeys } from "../../provider/aws/configuration";
import { useCloud } from "./support/cloud";
import { everythingShown } from "./support/outcome";
import { javascript, type Program } from "./support/programs";
import type { Outcome } from "./support/stack";
import { outcomeOf, useStack } from "./support/story";

// The engine ends a preview with the first resource that is wrong, and shows all that is wrong with it: so each
// preview has one domain, with as much wrong as it can hold.
describe("bad input, as it comes through the real engine", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => domainOf("{}"));

  const previewOf = (args: string) =>
    outcomeOf(async () => {
      await stack.write(domainOf(args));
      return stack.preview();
    });

  describe("text that isn't what it looks like, and values of other types", () => {
    const preview = previewOf(`{
      domain: "my-\\u0430pp\\u200b",
      userPoolId: "us-east-1_AbCdEf123\\r\\n",
      customDomainConfig: ["arn:aws:acm:us-east-1:123456789012:certificate/one"],
      managedLoginVersion: Number.NaN,
      routing: { failover: { secondaryRegion: "us-east-1a", primaryRoute53HealthCheckId: 7 } },
      region: "us-east-\\uff11",
      timeouts: { create: 60, update: "1.5 h", delete: new Date(0) },
      waitForDeployment: "false",
      adoptExisting: 1,
    }`);

    it("is told of each property, exactly", () => {
      assert.deepEqual(toldOf(preview), {
        domain:
          'domain "my-\u0430pp\\u{200b}" has the character "\u0430" (U+0430): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
        userPoolId:
          'userPoolId "us-east-1_AbCdEf123\\r\\n" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
        customDomainConfig:
          'customDomainConfig is ["arn:aws:acm:us-east-1:123456789012:certificate/one"]; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)',
        managedLoginVersion:
          "managedLoginVersion is NaN; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
        "routing.failover.secondaryRegion":
          'routing.failover.secondaryRegion "us-east-1a" is not the name of an AWS Region such as eu-west-1',
        "routing.failover.primaryRoute53HealthCheckId":
          'routing.failover.primaryRoute53HealthCheckId is 7; expected a string. The Route 53 health check that decides it. For example "abcdef11-2222-3333-4444-555555fedcba".',
        region:
          'region "us-east-\uff11" is not the name of an AWS Region such as eu-west-1. It holds "\uff11" (U+FF11)',
        "timeouts.create":
          'timeouts.create is 60; expected a string. Until the domain is ACTIVE. For example "60m".',
        "timeouts.update":
          'timeouts.update "1.5 h" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
        "timeouts.delete":
          'timeouts.delete is {}; expected a string. Until the domain is gone. For example "60m".',
        waitForDeployment:
          'waitForDeployment is "false"; expected true or false (from stack configuration: config.requireBoolean)',
        adoptExisting:
          "adoptExisting is 1; expected true or false (from stack configuration: config.requireBoolean)",
      });
    });

    it("comes before any call", () => assert.deepEqual(preview.calls, []));
  });

  describe("properties that there are none", () => {
    const long = `"${"k".repeat(99)}… (1000000 characters)`;
    const preview = previewOf(`{
      domain: () => "my-app",
      userPoolId: null,
      certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/one",
      "userPoolId\\u200b": "us-east-1_AbCdEf123",
      constructor: "x",
      ["k".repeat(1_000_000)]: "x",
      timeouts: { Create: "1h" },
      regoin: JSON.parse('{"a":'.repeat(300) + "1" + "}".repeat(300)),
    }`);

    it("is told of each property, exactly", () => {
      assert.deepEqual(toldOf(preview), {
        certificateArn:
          "certificateArn is not a property of a user pool domain; did you mean customDomainConfig.certificateArn? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
        constructor:
          "constructor is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
        [long]: `${long} is not a property of a user pool domain. Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting`,
        regoin:
          "regoin is not a property of a user pool domain; did you mean region? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting",
        '"userPoolId\\u{200b}"':
          '"userPoolId\\u{200b}" is not a property of a user pool domain; did you mean userPoolId? Known here: domain, userPoolId, customDomainConfig, managedLoginVersion, routing, region, timeouts, waitForDeployment, adoptExisting',
        domain:
          "domain is missing. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
        userPoolId:
          'userPoolId is missing. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
        "timeouts.Create":
          "timeouts.Create is not a property of a user pool domain; did you mean timeouts.create? Known here: create, update, delete",
      });
    });
  });

  describe("values beside others that are not known yet", () => {
    const preview = previewOf(`{
      domain: 7,
      userPoolId: later,
      customDomainConfig: later,
      routing: { failover: { secondaryRegion: later, primaryRoute53HealthCheckId: "" } },
      timeouts: { create: later, update: "5" },
    }`);

    it("is told of what can be known, exactly", () => {
      assert.deepEqual(toldOf(preview), {
        domain:
          "domain is 7; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
        "routing.failover.primaryRoute53HealthCheckId":
          'routing.failover.primaryRoute53HealthCheckId "" is empty: give the id of the Route 53 health check of the pool\'s own Region',
        "timeouts.update":
          'timeouts.update "5" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
      });
    });
  });

  describe("a secret in the place of another value", () => {
    const preview = outcomeOf(async () => {
      await stack.configureSecret("pool", "hunter2 of the configuration");
      await stack.configureSecret("aws:httpsProxy", "http://me:hunter2%40proxy.example.com:3128");
      await stack.write(domainOf(`{ domain: "my-app", userPoolId: config.requireSecret("pool") }`));
      return stack.preview();
    });

    it("is told of, exactly", () => {
      assert.deepEqual(toldOf(preview), {
        "aws:httpsProxy":
          'The stack configuration aws:httpsProxy is "***@proxy.example.com:3128"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpsProxy <value>',
        userPoolId:
          'userPoolId isn\'t right, and not shown here, since a secret is part of it; expected a string. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
      });
    });

    it("isn't shown", () => assert.doesNotMatch(everythingShown(preview), /hunter2/));
  });
});

describe("keys of the stack configuration that are wrong", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => domainOf('{ domain: "my-app", userPoolId: "us-east-1_AbCdEf123" }'));
  const preview = outcomeOf(async () => {
    await stack.configure({
      "aws:assumeRoles[0].roleArn": "arn:aws:iam::123456789012:role/deployer",
      "aws:assumeRoles[0].sessionName": "my deploy",
      "aws:customCaBundle": "no-such-bundle.pem",
      "aws:forbiddenAccountIds[0]": "1234567890123",
      "aws:maxRetries": "many",
      "aws:noProxy": "http://example.com",
      "aws:regoin": "eu-west-1",
    });
    return stack.preview();
  });

  it("are told of together, exactly", () => {
    const told = Object.values(toldOf(preview)).flatMap((reasons) => reasons.split("\n"));
    const supported = Object.keys(supportedKeys).join(", ");
    assert.deepEqual(told.toSorted(), [
      "The stack configuration aws:assumeRoles[0].sessionName is \"my deploy\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
      'The stack configuration aws:customCaBundle is "no-such-bundle.pem"; expected a file that can be read, but there is no such file. Set it with: pulumi config set aws:customCaBundle <value>',
      "The stack configuration aws:forbiddenAccountIds[0] is 1234567890123; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:forbiddenAccountIds[0]' <value>",
      'The stack configuration aws:maxRetries is "many"; expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>',
      'The stack configuration aws:noProxy is "http://example.com"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
      `The stack configuration sets aws:regoin, which user pool domains don't support: did you mean aws:region? Supported: ${supported}. Remove it with: pulumi config rm aws:regoin`,
    ]);
  });

  it("come before any call", () => assert.deepEqual(preview.calls, []));
});

/** A program with one domain, and with a value that no preview knows. */
function domainOf(args: string): Program {
  return javascript(
    `class Source extends pulumi.dynamic.Resource {
       constructor(name) {
         super({ create: async () => ({ id: "made", outs: { value: "x" } }) }, name, { value: undefined });
       }
     }`,
    `const later = new Source("source").value;`,
    `new UserPoolDomain("login", ${args});`,
  );
}

/** What was wrong with each property; before it the engine puts the value, whatever its length. */
function toldOf({ diagnostics }: Outcome): Record<string, string> {
  const pattern = /resource 'login': property (.*?) value [\s\S]* has a problem: ([\s\S]*)$/;
  const found = diagnostics.map(({ message }) => pattern.exec(message) ?? [message, message, message]);
  return Object.fromEntries(found.map(([, property = "", reason = ""]) => [property, reason]));
}
