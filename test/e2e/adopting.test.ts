import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { count, operations } from "./support/calls";
import { useCloud } from "./support/cloud";
import { customDomain, otherCertificate } from "./support/domains";
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
  });
});
