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

  describe("that was told of no such domain, though it is there", () => {
    const noSuch = () =>
      serviceError("InvalidParameterException", "No such domain or user pool exists.", {
        operation: "DeleteUserPoolDomain",
      });
    const there = descriptionOf(customInputs());
    const refused =
      /: The service refuses to delete auth\.example\.com on user pool us-east-1_AbCdEf123 in us-east-1 \("No such domain or user pool exists\."\), and yet describes it there, with status ACTIVE\. Run the command again; .* \(DeleteUserPoolDomain, InvalidParameterException, request req-1\)$/;

    it("is done when a read lagged behind", async () => {
      await remove({ delete: [noSuch()], describe: [there, there, undefined] }).outcome;
    });

    it("ends once that can't be a read that lags behind any more, and says what the service said", async () => {
      const { outcome, clock } = remove({ delete: [noSuch()], describe: [there] });
      await assert.rejects(outcome, refused);
      assert.ok(clock.now() >= 60_000 && clock.now() < 120_000, `${clock.now()} ms`);
    });

    it("says the same when the timeout comes before", async () => {
      const inputs = customInputs({ timeouts: { delete: "30s" } });
      await assert.rejects(remove({ delete: [noSuch()], describe: [there] }, inputs).outcome, refused);
    });

    it("waits until the timeout while it is DELETING", async () => {
      const inputs = customInputs({ timeouts: { delete: "10m" } });
      const { outcome } = remove({ delete: [noSuch()], describe: [deleting] }, inputs);
      await assert.rejects(outcome, /has not come to its end after 10 min/);
    });
  });

  describe("of a domain that the run before didn't wait for", () => {
    const removeBusy = (script: Script) => {
      const service = scripted(script);
      const held = stateOf(customInputs(), { Status: "CREATING" });
      return { ...service, outcome: deleteDomain(held, service.surroundings) };
    };

    it("isn't done while reads may not know it yet", async () => {
      const { outcome, clock } = removeBusy({ describe: [undefined] });
      await outcome;
      assert.ok(clock.now() >= 60_000 && clock.now() < 120_000, `${clock.now()} ms`);
    });

    it("is done when reads knew it, and don't any more", async () => {
      const { outcome, operations } = removeBusy({ describe: [undefined, deleting, undefined] });
      await outcome;
      assert.deepEqual(operations(), ["Delete", "Describe", "Describe", "Describe"]);
    });

    it("is done where the delete, too, knows no such domain", async () => {
      const noSuch = serviceError("InvalidParameterException", "No such domain or user pool exists.");
      const { outcome, operations } = removeBusy({ delete: [noSuch], describe: [undefined] });
      await outcome;
      assert.deepEqual(operations(), ["Delete", "Describe"]);
    });
  });

  it("is done when the name has become somebody else's", async () => {
    const foreign = descriptionOf(customInputs({ userPoolId: "us-east-1_Other0001" }));
    await remove({ describe: [deleting, foreign] }).outcome;
  });

  it("is tried again while the service allows no more calls", async () => {
    const { outcome, operations } = remove({
      delete: [serviceError("TooManyRequestsException", "Rate exceeded")],
      describe: [undefined],
    });
    await outcome;
    assert.deepEqual(operations(), ["Delete", "Delete", "Describe"]);
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
    await assert.rejects(
      outcome,
      /: The delete of auth\.example\.com has not come to its end after 10 min, the delete timeout: its status is DELETING\. Run the command again to go on, or raise timeouts\.delete\.$/,
    );
    assert.ok(clock.now() <= 10 * 60_000 + 5_000);
  });

  it("fails when the service refuses", async () => {
    const { outcome } = remove({ delete: [serviceError("NotAuthorizedException")] });
    await assert.rejects(outcome, { exception: "NotAuthorizedException" });
  });
});
