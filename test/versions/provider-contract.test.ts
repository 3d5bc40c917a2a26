import assert from "node:assert/strict";
import type { Call } from "../../emulator/index";
import type { DomainInputs } from "../../provider/inputs";
import { sdkPackages } from "../../tools/versions/packages";
import { operations } from "../e2e/support/calls";
import { useCloud } from "../e2e/support/cloud";
import { certificateArn, customDomain, importEntry, otherCertificate } from "../e2e/support/domains";
import { assertExplained, assertSucceeded, messagesOf, operationsOfEngine } from "../e2e/support/outcome";
import { javascript } from "../e2e/support/programs";
import { somebodyCreates } from "../e2e/support/somebody";
import type { Outcome } from "../e2e/support/stack";
import { outcomeOf, useStack } from "../e2e/support/story";
import { useUserAgents } from "./user-agents";
import { versionOf } from "./version-of";

describe("the contract with Pulumi's plugin for dynamic resources", () => {
  const cloud = useCloud();
  const userAgents = useUserAgents();
  const stack = useStack(
    cloud,
    () => javascript(),
    () => noAccess,
  );
  const secret = certificateArn("5ec2e7");
  let login: DomainInputs;
  let members: DomainInputs;
  let slow: DomainInputs;

  before("give access by the stack configuration alone", async function () {
    this.timeout("1m");
    login = customDomain(cloud, { domain: "login.example.com" });
    members = customDomain(cloud, { domain: "members.example.com" });
    slow = customDomain(cloud, { domain: "slow.example.com", timeouts: { create: "1s" } });
    const { endpoint } = cloud.emulator;
    await stack.configure({
      "aws:region": "us-east-1",
      "aws:accessKey": "AKIAI44QH8DHBEXAMPLE",
      "aws:secretKey": "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY",
      "aws:endpoints[0].cognitoidp": endpoint,
      "aws:endpoints[0].sts": endpoint,
      "aws:allowedAccountIds[0]": "123456789012",
      "aws:assumeRoles[0].roleArn": "arn:aws:iam::123456789012:role/deploy",
    });
  });

  describe("a check that fails", () => {
    const preview = outcomeOf(async () => {
      await stack.write(javascript(declare("login", { ...login, domain: "Login.example.com" })));
      return stack.preview();
    });

    it("is shown with the property and the reason", () => {
      assertExplained(preview, /property domain .*: domain "Login\.example\.com" has upper-case letters/);
    });
  });

  describe("the preview of a domain whose inputs are outputs of another", () => {
    const preview = outcomeOf(async () => {
      await stack.write(
        javascript(
          declare("login", login, `customDomainConfig: { certificateArn: pulumi.secret("${secret}") }`),
          `const later = (value) => login.version.apply(() => value);`,
          `const members = ${JSON.stringify(members)};`,
          `new UserPoolDomain("members", {
             domain: later(members.domain),
             userPoolId: later(members.userPoolId),
             customDomainConfig: { certificateArn: later(members.customDomainConfig.certificateArn) },
             managedLoginVersion: later(1),
           });`,
          `exports.node = process.versions.node;`,
          `exports.pulumi = require("@pulumi/pulumi/package.json").version;`,
          // Of the user agents they can't be taken: 3.1169.0 calls itself 3.1168.0 there.
          `const { createRequire } = require("node:module");`,
          `const load = createRequire(require.resolve("pulumi-cognito-domain/provider"));`,
          `exports.sdk = ${JSON.stringify(sdkPackages)}.map((name) => load(name + "/package.json").version);`,
        ),
      );
      return stack.preview();
    });

    it("shows its create, and finds nothing wrong with what isn't known", () => {
      assertSucceeded(preview);
      assert.deepEqual(operationsOfEngine(preview), ["create login", "create members"]);
      assert.equal(messagesOf(preview, "error"), "");
    });

    it("calls nothing", () => assert.deepEqual(preview.calls, []));
  });

  describe("a create", () => {
    const up = outcomeOf(() => stack.up());

    it("runs the program on the Node.js and the Pulumi of this cell", async () => {
      assertSucceeded(up);
      const { outputs } = await stack.state();
      assert.deepEqual([outputs["node"], outputs["pulumi"]], [versionOf("node"), versionOf("pulumi")]);
    });

    it("runs the provider on the Node.js of this cell", () => {
      assert.ok(userAgents.size > 0);
      for (const userAgent of userAgents) {
        assert.ok(userAgent.includes(` md/nodejs#${versionOf("node")} `), userAgent);
      }
    });

    it("has the provider load the AWS SDK of this cell", async () => {
      const { outputs } = await stack.state();
      assert.deepEqual(
        outputs["sdk"],
        sdkPackages.map(() => versionOf("sdk")),
      );
    });

    it("makes each domain with the values that became known", () => {
      for (const { domain, userPoolId } of [login, members]) {
        assert.deepEqual(operationsOn(domain, up), ["Create", "Describe"]);
        assert.equal(cloud.emulator.domain(domain)?.userPoolId, userPoolId);
      }
    });

    it("has the access that the stack configuration gives", () => {
      const by = (wanted: string) => up.calls.find(({ operation }) => operation === wanted)?.accessKeyId;
      assert.equal(by("AssumeRole"), "AKIAI44QH8DHBEXAMPLE");
      assert.match(by("CreateUserPoolDomain") ?? "", /^ASIA/);
    });

    it("keeps one line of the provider in the state, among inputs and outputs, the same for ever", async () => {
      const { resources } = await stack.state();
      assert.equal(resources.length, 2);
      for (const { inputs, outputs } of resources) {
        assert.deepEqual([inputs["__provider"], outputs["__provider"]], [providerLine, providerLine]);
      }
    });

    it("keeps a secret input secret among the outputs", async () => {
      const { text, resource } = await stack.state();
      assert.match(JSON.stringify(resource("login").outputs["customDomainConfig"]), /"ciphertext"/);
      assert.ok(!text.includes(secret));
    });
  });

  describe("an up without a change", () => {
    const up = outcomeOf(() => stack.up());

    it("leaves everything the same, and calls nothing", () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), ["same login", "same members"]);
      assert.deepEqual(up.calls, []);
    });
  });

  describe("the preview of another certificate for one domain, and another name for the other", () => {
    const preview = outcomeOf(async () => {
      login = { ...login, customDomainConfig: { certificateArn: otherCertificate } };
      members = { ...members, domain: "club.example.com" };
      await stack.write(javascript(declare("login", login), declare("members", members)));
      return stack.preview();
    });

    it("shows an update in place, and a replacement that deletes first and names its reason", () => {
      assertSucceeded(preview);
      const steps = operationsOfEngine(preview);
      assert.ok(steps.includes("update login"));
      assert.deepEqual(
        steps.filter((step) => step.endsWith(" members")),
        ["delete-replaced members", "replace members", "create-replacement members"],
      );
      const replace = preview.steps.find(({ op }) => op === "replace");
      assert.deepEqual(replace?.replaceReasons, ["domain"]);
    });

    it("says by the engine's log what the changes mean", () => {
      assert.match(messagesOf(preview, "info"), /Changing login\.example\.com in place means:/);
      assert.match(messagesOf(preview, "warning"), /outage: Sign-in at members\.example\.com stops/);
    });

    it("calls nothing", () => assert.deepEqual(preview.calls, []));
  });

  describe("the up of both", () => {
    const up = outcomeOf(() => stack.up());

    it("updates in place", async () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOn("login.example.com", up), ["Describe", "Update", "Describe"]);
      const live = cloud.emulator.domain("login.example.com");
      assert.equal(live?.customDomainConfig?.certificateArn, otherCertificate);
    });

    it("deletes what is replaced before it creates the other", async () => {
      const both = [...callsOn("members.example.com", up), ...callsOn("club.example.com", up)];
      assert.deepEqual(operations(both.toSorted((one, other) => one.number - other.number)), [
        "Delete",
        "Describe",
        "Create",
        "Describe",
      ]);
      assert.equal((await stack.state()).resource("members").id, "club.example.com");
    });
  });

  describe("a create that fails after the domain was made", () => {
    const up = outcomeOf(async () => {
      cloud.emulator.inject({ operation: "CreateUserPoolDomain", domainStatus: "stuck" });
      await stack.write(
        javascript(declare("login", login), declare("members", members), declare("slow", slow)),
      );
      return stack.up();
    });

    it("is shown with its reason", () => {
      assertExplained(up, /slow\.example\.com was created.* but is CREATING, and not ACTIVE after 1 s/);
    });

    it("keeps the domain in the state, with the reason, the outputs and the line of the provider", async () => {
      const { id, initErrors, outputs } = (await stack.state()).resource("slow");
      assert.equal(id, "slow.example.com");
      assert.match(initErrors?.join("\n") ?? "", /not ACTIVE after 1 s/);
      assert.deepEqual([outputs["status"], outputs["__provider"]], ["CREATING", providerLine]);
    });
  });

  describe("the up after it, once it is ACTIVE", () => {
    const up = outcomeOf(() => {
      cloud.emulator.changeDomain("slow.example.com", { status: "ACTIVE" });
      return stack.up();
    });

    it("updates the domain, although no input changed", () => {
      assertSucceeded(up);
      assert.ok(operationsOfEngine(up).includes("update slow"));
      assert.deepEqual(operationsOn("slow.example.com", up), ["Describe"]);
    });

    it("clears the reason from the state", async () => {
      const { initErrors, outputs } = (await stack.state()).resource("slow");
      assert.deepEqual([initErrors, outputs["status"]], [undefined, "ACTIVE"]);
    });
  });

  describe("a refresh", () => {
    const found = certificateArn("found");
    const refresh = outcomeOf(() => {
      cloud.emulator.changeDomain("slow.example.com", { certificateArn: found });
      cloud.emulator.removeDomain("club.example.com");
      return stack.refresh();
    });

    it("reads what was changed outside of Pulumi, as inputs and as outputs", async () => {
      assertSucceeded(refresh);
      const { inputs, outputs } = (await stack.state()).resource("slow");
      for (const values of [inputs, outputs]) {
        assert.equal((values as unknown as DomainInputs).customDomainConfig?.certificateArn, found);
      }
    });

    it("drops what is gone, and keeps what isn't", async () => {
      const { resources } = await stack.state();
      assert.deepEqual(resources.map(({ id }) => id).toSorted(), ["login.example.com", "slow.example.com"]);
    });
  });

  describe("a destroy that has no program to run", () => {
    const destroy = outcomeOf(async () => {
      await stack.write(javascript('throw new Error("The program was run.");'));
      return stack.destroy();
    });

    it("deletes with what the state alone says of the provider", async () => {
      assertSucceeded(destroy);
      assert.deepEqual((await stack.state()).resources, []);
      for (const domain of ["login.example.com", "slow.example.com"]) {
        assert.deepEqual(operationsOn(domain, destroy), ["Delete", "Describe"]);
        assert.equal(cloud.emulator.domain(domain), undefined);
      }
    });
  });

  describe("an import by a file", () => {
    const imported = outcomeOf(async () => {
      await somebodyCreates(cloud, login);
      return stack.import([importEntry("login", login)]);
    });

    it("takes the domain into the state, with the line of the provider", async () => {
      assertSucceeded(imported);
      const { id, inputs, outputs } = (await stack.state()).resource("login");
      assert.equal(id, "login.example.com");
      assert.deepEqual([inputs["__provider"], outputs["__provider"]], [providerLine, providerLine]);
    });
  });

  describe("the up after it, with a look at somebody else's domain", () => {
    const up = outcomeOf(async () => {
      const elsewhere = customDomain(cloud, { domain: "elsewhere.example.com" });
      await somebodyCreates(cloud, elsewhere);
      await stack.write(
        javascript(
          declare("login", login),
          'exports.found = UserPoolDomain.get("elsewhere", "elsewhere.example.com").baseUrl;',
        ),
      );
      return stack.up();
    });

    it("leaves what was imported the same", () => {
      assertSucceeded(up);
      assert.ok(operationsOfEngine(up).includes("same login"));
      assert.deepEqual(callsOn("login.example.com", up), []);
    });

    it("reads what UserPoolDomain.get names", async () => {
      assert.deepEqual(operationsOn("elsewhere.example.com", up), ["Describe"]);
      assert.equal((await stack.state()).outputs["found"], "https://elsewhere.example.com");
    });
  });
});

/** Written out, since this is what states hold for ever. */
const providerLine = "exports.handler = () => require('pulumi-cognito-domain/provider').provider";

const noAccess = {
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: undefined,
  AWS_ENDPOINT_URL_STS: undefined,
  AWS_REGION: undefined,
  AWS_DEFAULT_REGION: undefined,
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
};

/** A statement of a program: a domain, with more inputs as expressions. */
function declare(name: string, inputs: DomainInputs, expressions = ""): string {
  return `const ${name} = new UserPoolDomain("${name}", { ...${JSON.stringify(inputs)}, ${expressions} });`;
}

function callsOn(domain: string, { calls }: Outcome): Call[] {
  return calls.filter(({ request }) => (request as { Domain?: string } | undefined)?.Domain === domain);
}

function operationsOn(domain: string, outcome: Outcome): string[] {
  return operations(callsOn(domain, outcome));
}
