import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { count } from "./support/calls";
import { useCloud } from "./support/cloud";
import { certificate, customDomain, otherCertificate } from "./support/domains";
import { assertExplained, assertSucceeded, operationsOfEngine } from "./support/outcome";
import { javascript, type Program } from "./support/programs";
import { somebodyCreates } from "./support/somebody";
import { outcomeOf, useStack } from "./support/story";

describe("Pulumi's resource options", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  const stack = useStack(cloud, () => {
    wanted = customDomain(cloud);
    return programWith("login", wanted, `{ parent: site, protect: true }`);
  });

  function programWith(name: string, args: DomainInputs, options: string): Program {
    return javascript(
      'const site = new pulumi.ComponentResource("test:index:Site", "site");',
      `new UserPoolDomain("${name}", ${JSON.stringify(args)}, ${options});`,
    );
  }

  describe("parent", () => {
    const up = outcomeOf(() => stack.up());

    it("puts the domain below a component", async () => {
      assertSucceeded(up);
      const { parent } = (await stack.state()).resource("login");
      assert.match(parent ?? "", /::test:index:Site::site$/);
    });
  });

  describe("protect", () => {
    const destroy = outcomeOf(() => stack.destroy());

    it("keeps the domain from being destroyed", async () => {
      assertExplained(destroy, /cannot be deleted/);
      assert.equal((await stack.state()).resource("login").protect, true);
    });

    it("calls nothing", () => assert.deepEqual(destroy.calls, []));
  });

  describe("ignoreChanges on the certificate, and aliases for another name in the program", () => {
    const up = outcomeOf(async () => {
      const changed = { ...wanted, customDomainConfig: { certificateArn: otherCertificate } };
      const options = `{
        parent: site,
        ignoreChanges: ["customDomainConfig.certificateArn"],
        aliases: [{ name: "login" }],
      }`;
      await stack.write(programWith("signin", changed, options));
      return stack.up();
    });

    it("leave the domain the same", () => {
      assertSucceeded(up);
      assert.deepEqual(
        operationsOfEngine(up).filter((operation) => operation.endsWith("signin")),
        ["same signin"],
      );
      assert.equal(
        cloud.emulator.domain("auth.example.com")?.customDomainConfig?.certificateArn,
        certificate,
      );
    });

    it("call nothing", () => assert.deepEqual(up.calls, []));

    it("have the state know it by its new name alone", async () => {
      const { resource } = await stack.state();
      assert.equal(resource("signin").id, "auth.example.com");
      assert.throws(() => resource("login"));
    });
  });
});

describe("UserPoolDomain.get", () => {
  const cloud = useCloud();
  let theirs: DomainInputs;
  const stack = useStack(cloud, () =>
    javascript(
      'const { baseUrl, userPoolId, status } = UserPoolDomain.get("theirs", "auth.example.com");',
      "module.exports = { baseUrl, userPoolId, status };",
    ),
  );
  before(async () => {
    theirs = customDomain(cloud);
    await somebodyCreates(cloud, theirs);
  });

  describe("in an up", () => {
    const up = outcomeOf(() => stack.up());

    it("gives the outputs of a domain that is managed elsewhere", async () => {
      assertSucceeded(up);
      assert.deepEqual((await stack.state()).outputs, {
        baseUrl: "https://auth.example.com",
        userPoolId: theirs.userPoolId,
        status: "ACTIVE",
      });
    });

    it("is an error where there is none of the name, in a preview too", async () => {
      await stack.write(javascript('UserPoolDomain.get("typo", "auht.example.com");'));
      assertExplained(await stack.preview(), /There is no domain auht\.example\.com in us-east-1/);
    }).timeout("1m");

    it("looks once", () => {
      assert.deepEqual([up.calls.length, count(up.calls, "Describe")], [1, 1]);
    });
  });

  describe("in a destroy", () => {
    const destroy = outcomeOf(() => stack.destroy());

    it("leaves the domain alone", () => {
      assertSucceeded(destroy);
      assert.deepEqual(destroy.calls, []);
    });
  });
});
