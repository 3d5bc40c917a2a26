import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { operations, requestOf } from "./support/calls";
import { useCloud } from "./support/cloud";
import { customDomain, prefixDomain } from "./support/domains";
import { assertSucceeded, messagesOf, operationsOfEngine } from "./support/outcome";
import { domainProgram } from "./support/programs";
import { outcomeOf, useStack } from "./support/story";

describe("moving a domain", () => {
  const cloud = useCloud();
  let held: DomainInputs;
  const stack = useStack(cloud, () => {
    held = prefixDomain(cloud);
    return domainProgram(held);
  });
  const move = (to: () => DomainInputs) =>
    outcomeOf(async () => {
      held = to();
      await stack.write(domainProgram(held));
      return stack.up();
    });
  outcomeOf(() => stack.up());

  describe("from a prefix to a custom domain of the same pool", () => {
    const up = move(() => customDomain(cloud, { userPoolId: held.userPoolId }));

    it("creates the new one first and deletes the old one afterwards", () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), [
        "create-replacement login",
        "replace login",
        "delete-replaced login",
      ]);
      assert.deepEqual(operations(up.calls), ["Create", "Describe", "Delete", "Describe"]);
    });

    it("says that there is no gap", () => {
      assert.match(messagesOf(up, "warning"), /there is no gap/);
    });
  });

  describe("to another pool under the same name", () => {
    const up = move(() => customDomain(cloud));

    it("deletes the old one first, because the name exists only once", () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), [
        "delete-replaced login",
        "replace login",
        "create-replacement login",
      ]);
      assert.deepEqual(operations(up.calls), ["Delete", "Describe", "Create", "Describe"]);
    });

    it("deletes it from the pool it was on and creates it on the other", () => {
      const [, replace] = up.steps;
      assert.deepEqual(requestOf(up.calls, "Delete"), {
        Domain: "auth.example.com",
        UserPoolId: replace?.old?.inputs["userPoolId"],
      });
      assert.equal(cloud.emulator.domain("auth.example.com")?.userPoolId, held.userPoolId);
    });
  });
});
