import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { count, operations } from "./support/calls";
import { useCloud } from "./support/cloud";
import { customDomain, otherCertificate } from "./support/domains";
import { assertSucceeded } from "./support/outcome";
import { domainProgram } from "./support/programs";
import { outcomeOf, useStack } from "./support/story";

describe("faults on the way", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  const stack = useStack(cloud, () => {
    wanted = customDomain(cloud);
    return domainProgram(wanted);
  });

  describe("a create whose connection breaks after it took effect", () => {
    const up = outcomeOf(() => {
      cloud.emulator.inject({ operation: "CreateUserPoolDomain", drop: "after" });
      return stack.up();
    });

    it("ends in one domain, which the state knows", async () => {
      assertSucceeded(up);
      const taken = up.calls.filter(
        ({ operation, outcome }) => operation === "CreateUserPoolDomain" && !outcome.error,
      );
      assert.equal(taken.length, 1);
      assert.equal((await stack.state()).resource("login").id, "auth.example.com");
      assert.equal(cloud.emulator.domain("auth.example.com")?.status, "ACTIVE");
    });
  });

  describe("an update while the service is busy with another change", () => {
    const up = outcomeOf(async () => {
      const error = { name: "ConcurrentModificationException" };
      cloud.emulator.inject({ operation: "UpdateUserPoolDomain", times: 2, error });
      wanted = { ...wanted, customDomainConfig: { certificateArn: otherCertificate } };
      await stack.write(domainProgram(wanted));
      return stack.up();
    });

    it("is tried again until it is taken", () => {
      assertSucceeded(up);
      assert.equal(count(up.calls, "Update"), 3);
      const live = cloud.emulator.domain("auth.example.com");
      assert.equal(live?.customDomainConfig?.certificateArn, otherCertificate);
    });
  });

  describe("a throttled replacement", () => {
    const up = outcomeOf(async () => {
      const error = { name: "TooManyRequestsException" };
      cloud.emulator.inject({ operation: "DeleteUserPoolDomain", times: 2, error });
      cloud.emulator.inject({ operation: "CreateUserPoolDomain", times: 3, error });
      cloud.emulator.inject({ operation: "DescribeUserPoolDomain", times: 2, error });
      await stack.write(domainProgram({ ...wanted, domain: "signin.example.com" }));
      return stack.up();
    });

    it("is tried again until it is done", () => {
      assertSucceeded(up);
      assert.deepEqual([count(up.calls, "Delete"), count(up.calls, "Create")], [3, 4]);
      assert.deepEqual(operations(up.calls).at(-1), "Describe");
    });
  });
});
