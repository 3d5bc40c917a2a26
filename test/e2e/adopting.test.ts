import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { count, operations } from "./support/calls";
import { useCloud } from "./support/cloud";
import { customDomain, otherCertificate, prefixDomain } from "./support/domains";
import { assertExplained, assertSucceeded } from "./support/outcome";
import { domainProgram } from "./support/programs";
import { somebodyCreates } from "./support/somebody";
import { outcomeOf, useStack } from "./support/story";

describe("a domain that exists already on the same pool", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  const stack = useStack(cloud, () => {
    wanted = customDomain(cloud);
    return domainProgram(wanted);
  });
  before(() =>
    somebodyCreates(cloud, { ...wanted, customDomainConfig: { certificateArn: otherCertificate } }),
  );

  describe("without adoptExisting", () => {
    const up = outcomeOf(() => stack.up());

    it("is an error that names the two ways on", () => {
      assertExplained(
        up,
        /exists already/,
        /set adoptExisting: true/,
        /aws cognito-idp delete-user-pool-domain --domain auth\.example\.com/,
      );
    });

    it("is left as it is", async () => {
      assert.deepEqual(operations(up.calls), ["Create", "Describe"]);
      assert.equal(
        cloud.emulator.domain("auth.example.com")?.customDomainConfig?.certificateArn,
        otherCertificate,
      );
      assert.deepEqual((await stack.state()).resources, []);
    });
  });

  describe("with adoptExisting", () => {
    const up = outcomeOf(async () => {
      await stack.write(domainProgram({ ...wanted, adoptExisting: true }));
      return stack.up();
    });

    it("is taken over", async () => {
      assertSucceeded(up);
      assert.equal((await stack.state()).resource("login").id, "auth.example.com");
    });

    it("is brought to what the program says with one update, and not created anew", () => {
      assert.deepEqual([count(up.calls, "Update"), count(up.calls, "Delete")], [1, 0]);
      assert.deepEqual(
        cloud.emulator.domain("auth.example.com")?.customDomainConfig?.certificateArn,
        wanted.customDomainConfig?.certificateArn,
      );
    });

    it("is recorded as it is then", async () => {
      const { outputs } = (await stack.state()).resource("login");
      assert.deepEqual(outputs["customDomainConfig"], {
        ...wanted.customDomainConfig,
        securityPolicy: "TLS_V1_2_2021",
      });
      assert.equal(outputs["userPoolId"], wanted.userPoolId);
      assert.equal(outputs["status"], "ACTIVE");
    });
  });

  describe("once it is taken over", () => {
    const preview = outcomeOf(() => stack.preview("--expect-no-changes"));
    const withoutTheFlag = outcomeOf(async () => {
      await stack.write(domainProgram(wanted));
      return stack.up();
    });

    it("is as the program has it", () => assertSucceeded(preview));

    it("needs the flag no more, and no call to take it out", () => {
      assertSucceeded(withoutTheFlag);
      assert.deepEqual(
        withoutTheFlag.steps.map(({ op }) => op),
        ["update"],
      );
      assert.deepEqual(withoutTheFlag.calls, []);
    });
  });
});

describe("a domain that exists on another pool", () => {
  const cloud = useCloud();
  const places = [
    ["of the same account", "us-east-1_Other1", "123456789012"],
    ["of another account", "us-east-1_Theirs1", "999999999999"],
  ] as const;

  for (const [where, itsPool, accountId] of places) {
    describe(where, () => {
      const stack = useStack(cloud, () => {
        cloud.emulator.createPool({ id: itsPool, accountId });
        cloud.emulator.createDomain({ domain: nameFor(accountId), userPoolId: itsPool });
        return domainProgram(prefixDomain(cloud, { domain: nameFor(accountId), adoptExisting: true }));
      });
      const up = outcomeOf(() => stack.up());

      it("isn't adopted, and the error says where it is and what to do", () => {
        assertExplained(
          up,
          new RegExp(`${nameFor(accountId)} exists already in us-east-1, on user pool ${itsPool};`),
          /never taken over: delete it there first, or choose another name/,
        );
      });

      it("is left as it is, and is in no state", async () => {
        assert.deepEqual(operations(up.calls), ["Create", "Describe"]);
        assert.equal(cloud.emulator.domain(nameFor(accountId))?.userPoolId, itsPool);
        assert.deepEqual((await stack.state()).resources, []);
      });
    });
  }

  function nameFor(accountId: string): string {
    return `shop-${accountId}`;
  }
});
