import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { operations } from "./support/calls";
import { useCloud } from "./support/cloud";
import { customDomain, importEntry } from "./support/domains";
import { assertSucceeded } from "./support/outcome";
import { domainProgram } from "./support/programs";
import { somebodyCreates } from "./support/somebody";
import { outcomeOf, useStack } from "./support/story";

describe("a domain that is imported with nothing but its inputs", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  const stack = useStack(cloud, () => {
    wanted = customDomain(cloud);
    return domainProgram(wanted);
  });
  before(() => somebodyCreates(cloud, wanted));
  const imported = outcomeOf(() => stack.import([importEntry("login", wanted)]));

  it("is in the state, without a call", async () => {
    assertSucceeded(imported);
    assert.deepEqual(imported.calls, []);
    assert.equal((await stack.state()).resource("login").id, wanted.domain);
  });

  describe("the next preview", () => {
    const preview = outcomeOf(() => stack.preview("--expect-no-changes"));

    it("shows no change", () => {
      assertSucceeded(preview);
      assert.deepEqual(preview.diagnostics, []);
    });
  });

  describe("a refresh", () => {
    const refresh = outcomeOf(() => stack.refresh());

    it("fills in what the service knows, by one look", async () => {
      assertSucceeded(refresh);
      assert.deepEqual(operations(refresh.calls), ["Describe"]);
      const { outputs } = (await stack.state()).resource("login");
      assert.equal(outputs["status"], "ACTIVE");
      assert.equal(outputs["region"], "us-east-1");
    });
  });

  describe("its destroy", () => {
    const destroy = outcomeOf(() => stack.destroy());

    it("deletes it", () => {
      assertSucceeded(destroy);
      assert.equal(cloud.emulator.domain(wanted.domain), undefined);
    });
  });
});
