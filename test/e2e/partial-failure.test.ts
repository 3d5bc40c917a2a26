import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { operations } from "./support/calls";
import { useCloud } from "./support/cloud";
import { customDomain, otherCertificate } from "./support/domains";
import { assertExplained, assertSucceeded, operationsOfEngine } from "./support/outcome";
import { domainProgram } from "./support/programs";
import { outcomeOf, useStack } from "./support/story";

const timeouts = { create: "1s", update: "1s" };

describe("a create that doesn't end within its timeout", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => domainProgram(customDomain(cloud, { timeouts })));
  before(() => cloud.emulator.inject({ operation: "CreateUserPoolDomain", domainStatus: "stuck" }));

  describe("the up that made it", () => {
    const up = outcomeOf(() => stack.up());

    it("fails, and tells how far it came and what to do", () => {
      assertExplained(up, /auth\.example\.com was created.* but is CREATING, and not ACTIVE after 1 s/);
      assertExplained(up, /Run pulumi up again.*timeouts\.update/);
    });

    it("keeps the domain in the state, with the reason", async () => {
      const { id, initErrors, outputs } = (await stack.state()).resource("login");
      assert.equal(id, "auth.example.com");
      assert.equal(outputs["status"], "CREATING");
      assert.match(initErrors?.join("\n") ?? "", /not ACTIVE after 1 s/);
    });
  });

  describe("the next up, once it is ACTIVE", () => {
    const up = outcomeOf(() => {
      cloud.emulator.changeDomain("auth.example.com", { status: "ACTIVE" });
      return stack.up();
    });

    it("looks, and creates nothing again", () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), ["update login"]);
      assert.deepEqual(operations(up.calls), ["Describe"]);
    });

    it("clears the reason from the state", async () => {
      const { initErrors, outputs } = (await stack.state()).resource("login");
      assert.deepEqual([initErrors, outputs["status"]], [undefined, "ACTIVE"]);
    });
  });
});

describe("a create that ends in FAILED", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => domainProgram(customDomain(cloud)));
  before(() => cloud.emulator.inject({ operation: "CreateUserPoolDomain", domainStatus: "FAILED" }));

  describe("the up that made it", () => {
    const up = outcomeOf(() => stack.up());

    it("fails, and tells what to look at", () => assertExplained(up, /is FAILED.*look at the certificate/));

    it("keeps the domain in the state, with the reason", async () => {
      const { outputs, initErrors } = (await stack.state()).resource("login");
      assert.equal(outputs["status"], "FAILED");
      assert.match(initErrors?.join("\n") ?? "", /is FAILED/);
    });
  });

  describe("the next up", () => {
    const up = outcomeOf(() => stack.up());

    it("replaces it because of its status", () => {
      assertSucceeded(up);
      const [, replace] = up.steps;
      assert.deepEqual([replace?.op, replace?.replaceReasons], ["replace", ["status"]]);
    });

    it("deletes it, and then creates it", () => {
      assert.deepEqual(operations(up.calls), ["Delete", "Describe", "Create", "Describe"]);
      assert.equal(cloud.emulator.domain("auth.example.com")?.status, "ACTIVE");
    });
  });
});

describe("an update that doesn't end within its timeout", () => {
  const cloud = useCloud();
  let held: DomainInputs;
  const stack = useStack(cloud, () => {
    held = customDomain(cloud, { timeouts });
    return domainProgram(held);
  });
  outcomeOf(() => stack.up());
  before(() => cloud.emulator.inject({ operation: "UpdateUserPoolDomain", domainStatus: "stuck" }));

  describe("the up that made it", () => {
    const up = outcomeOf(async () => {
      await stack.write(domainProgram({ ...held, customDomainConfig: { certificateArn: otherCertificate } }));
      return stack.up();
    });

    it("fails, and tells how far it came and what to do", () => {
      assertExplained(up, /auth\.example\.com was updated.* but is UPDATING, and not ACTIVE after 1 s/);
      assertExplained(up, /Run pulumi up again.*timeouts\.update/);
    });

    it("keeps the domain in the state, with the reason", async () => {
      const { initErrors } = (await stack.state()).resource("login");
      assert.match(initErrors?.join("\n") ?? "", /is UPDATING/);
    });
  });

  describe("the next up, once it is ACTIVE", () => {
    const up = outcomeOf(() => {
      cloud.emulator.changeDomain("auth.example.com", { status: "ACTIVE" });
      return stack.up();
    });

    it("looks, and updates nothing again", () => {
      assertSucceeded(up);
      assert.deepEqual(operations(up.calls), ["Describe"]);
    });

    it("clears the reason from the state", async () => {
      const { initErrors, outputs } = (await stack.state()).resource("login");
      assert.deepEqual([initErrors, outputs["status"]], [undefined, "ACTIVE"]);
    });
  });
});
