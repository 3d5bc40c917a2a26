import assert from "node:assert/strict";
import { deleteDomain } from "../../../provider/lifecycle/delete";
import { customInputs, descriptionOf, type Script, scripted, serviceError, stateOf } from "./support";

const deleting = descriptionOf(customInputs(), { Status: "DELETING" });

function remove(script: Script, inputs = customInputs()) {
  const service = scripted(script);
  return { ...service, outcome: deleteDomain(stateOf(inputs), service.surroundings) };
}

describe("A delete", () => {
  it("makes 1 Delete, and Describe until the domain is gone", async () => {
    const { outcome, calls, operations } = remove({ describe: [deleting, undefined] });
    await outcome;
    assert.deepEqual(operations(), ["Delete", "Describe", "Describe"]);
    assert.deepEqual(calls[0]?.request, { Domain: "auth.example.com", UserPoolId: "us-east-1_AbCdEf123" });
  });

  for (const error of [
    serviceError("InvalidParameterException", "No such domain or user pool exists."),
    serviceError("ResourceNotFoundException", "User pool us-east-1_AbCdEf123 does not exist."),
  ]) {
    it(`is done when the service says "${error.message}"`, async () => {
      const { outcome, operations } = remove({ delete: [error], describe: [undefined] });
      await outcome;
      assert.deepEqual(operations(), ["Delete", "Describe"]);
    });
  }

  it("waits also when it was told of no such domain by a retry of an attempt that took effect", async () => {
    const { outcome, operations } = remove({
      delete: [serviceError("InvalidParameterException", "No such domain or user pool exists.")],
      describe: [deleting, undefined],
    });
    await outcome;
    assert.deepEqual(operations(), ["Delete", "Describe", "Describe"]);
  });

  it("is done when the name has become somebody else's", async () => {
    const foreign = descriptionOf(customInputs({ userPoolId: "us-east-1_Other0001" }));
    await remove({ describe: [deleting, foreign] }).outcome;
  });

  it("is tried again while something else is changing the domain", async () => {
    const { outcome, operations } = remove({
      delete: [serviceError("ConcurrentModificationException"), undefined],
      describe: [undefined],
    });
    await outcome;
    assert.deepEqual(operations(), ["Delete", "Delete", "Describe"]);
  });

  it("goes on when looking fails for the moment", async () => {
    const { outcome } = remove({ describe: [serviceError("EAI_AGAIN"), undefined] });
    await outcome;
  });

  it("ends with the timeout, and says what was seen", async () => {
    const inputs = customInputs({ timeouts: { delete: "10m" } });
    const { outcome, clock } = remove({ describe: [deleting] }, inputs);
    await assert.rejects(outcome, /not gone after 10 min, the delete timeout: its status is DELETING/);
    assert.ok(clock.now() <= 10 * 60_000 + 5_000);
  });

  it("fails when the service refuses", async () => {
    const { outcome } = remove({ delete: [serviceError("NotAuthorizedException")] });
    await assert.rejects(outcome, { exception: "NotAuthorizedException" });
  });
});
