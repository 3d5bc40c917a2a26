import assert from "node:assert/strict";
import type { DomainInputs } from "../../../provider/inputs";
import { Unsettled } from "../../../provider/lifecycle/settle";
import { updateDomain } from "../../../provider/lifecycle/update";
import type { DomainState } from "../../../provider/state";
import {
  certificate,
  customInputs,
  descriptionOf,
  prefixInputs,
  type Script,
  scripted,
  serviceError,
  stateOf,
} from "./support";

const renewed = (given: Partial<DomainInputs> = {}) =>
  customInputs({ customDomainConfig: { certificateArn: certificate("b") }, ...given });

function update(held: DomainState, wanted: DomainInputs, script: Script) {
  const service = scripted(script);
  return { ...service, outcome: updateDomain(held, wanted, service.surroundings) };
}

describe("An update", () => {
  it("makes 1 Describe, 1 Update, and Describe until done", async () => {
    const { outcome, operations } = update(stateOf(customInputs()), renewed(), {
      describe: [
        descriptionOf(customInputs()),
        descriptionOf(renewed(), { Status: "UPDATING" }),
        descriptionOf(renewed()),
      ],
    });
    assert.equal((await outcome).customDomainConfig?.certificateArn, certificate("b"));
    assert.deepEqual(operations(), ["Describe", "Update", "Describe", "Describe"]);
  });

  it("lays what is wanted over what is really there, not over what state remembers", async () => {
    const live = customInputs({ managedLoginVersion: 2 });
    const { outcome, calls } = update(stateOf(customInputs()), renewed(), {
      describe: [descriptionOf(live), descriptionOf(renewed({ managedLoginVersion: 2 }))],
    });
    await outcome;
    assert.deepEqual(calls[1], {
      operation: "UpdateUserPoolDomain",
      request: {
        Domain: "auth.example.com",
        UserPoolId: live.userPoolId,
        ManagedLoginVersion: 2,
        CustomDomainConfig: { CertificateArn: certificate("b"), SecurityPolicy: "TLS_V1_2_2021" },
      },
    });
  });

  it("doesn't believe an ACTIVE that still shows the old values", async () => {
    const { outcome, operations } = update(stateOf(customInputs()), renewed(), {
      describe: [descriptionOf(customInputs()), descriptionOf(customInputs()), descriptionOf(renewed())],
    });
    await outcome;
    assert.deepEqual(operations(), ["Describe", "Update", "Describe", "Describe"]);
  });

  it("calls nothing when only Pulumi's own settings change", async () => {
    const { outcome, operations } = update(
      stateOf(prefixInputs()),
      prefixInputs({ timeouts: { delete: "5m" } }),
      {},
    );
    assert.deepEqual((await outcome).timeouts, { delete: "5m" });
    assert.equal((await outcome).baseUrl, "https://my-app.auth.us-east-1.amazoncognito.com");
    assert.deepEqual(operations(), []);
  });

  it("forgets a setting that the program left out", async () => {
    const held = stateOf(prefixInputs({ timeouts: { delete: "5m" }, adoptExisting: true }));
    const state = await update(held, prefixInputs(), {}).outcome;
    assert.equal(state.timeouts, undefined);
    assert.equal(state.adoptExisting, undefined);
  });

  it("goes on where an earlier one stopped: no second Update when the change has come into force", async () => {
    const held = stateOf(renewed(), { Status: "UPDATING" });
    const { outcome, operations } = update(held, renewed(), { describe: [descriptionOf(renewed())] });
    assert.equal((await outcome).status, "ACTIVE");
    assert.deepEqual(operations(), ["Describe"]);
  });

  it("waits for a change under way before it makes its own", async () => {
    const busy = descriptionOf(customInputs(), { Status: "UPDATING" });
    const { outcome, operations } = update(stateOf(customInputs()), renewed(), {
      describe: [busy, busy, descriptionOf(customInputs()), descriptionOf(renewed())],
    });
    await outcome;
    assert.deepEqual(operations(), ["Describe", "Describe", "Describe", "Update", "Describe"]);
  });

  it("makes its own call after that wait also where the service doesn't report what is asked", async () => {
    const silent = { CustomDomainConfig: undefined as never };
    const busy = descriptionOf(customInputs(), { Status: "CREATING", ...silent });
    const { outcome, operations } = update(stateOf(customInputs()), renewed(), {
      describe: [busy, descriptionOf(customInputs(), silent), descriptionOf(renewed(), silent)],
    });
    await outcome;
    assert.deepEqual(operations(), ["Describe", "Describe", "Update", "Describe"]);
  });

  it("doesn't record as made what it never came to ask for", async () => {
    const busy = descriptionOf(customInputs(), { Status: "UPDATING" });
    const { outcome } = update(stateOf(customInputs()), renewed({ timeouts: { update: "1m" } }), {
      describe: [busy],
    });
    const error = await outcome.catch((reason) => reason);
    assert.ok(error instanceof Unsettled);
    assert.equal(error.state.customDomainConfig?.certificateArn, certificate("a"));
    assert.match(error.message, /was found busy with an earlier change/);
  });

  it("records what it asked for where the program doesn't wait and nothing can be seen", async () => {
    const { outcome } = update(stateOf(customInputs()), renewed({ waitForDeployment: false }), {
      describe: [descriptionOf(customInputs()), serviceError("TooManyRequestsException")],
    });
    const state = await outcome;
    assert.equal(state.customDomainConfig?.certificateArn, certificate("b"));
    assert.equal(state.status, "UPDATING");
  });

  it("is tried again while the service allows no more calls, to look or to change", async () => {
    const throttled = () => serviceError("TooManyRequestsException", "Rate exceeded");
    const { outcome, operations } = update(stateOf(customInputs()), renewed(), {
      update: [throttled()],
      describe: [throttled(), descriptionOf(customInputs()), descriptionOf(renewed())],
    });
    await outcome;
    assert.deepEqual(operations(), ["Describe", "Describe", "Update", "Update", "Describe"]);
  });

  it("doesn't plan against what was there before a change that an earlier run didn't wait for", async () => {
    const held = stateOf(renewed(), { Status: "UPDATING" });
    const { outcome, operations } = update(held, customInputs(), {
      describe: [descriptionOf(customInputs()), descriptionOf(renewed()), descriptionOf(customInputs())],
    });
    await outcome;
    assert.deepEqual(operations(), ["Describe", "Describe", "Update", "Describe"]);
  });

  describe("of what an earlier run changed, with a timeout shorter than reads may lag", () => {
    const held = stateOf(renewed(), { Status: "UPDATING" });
    const timeouts = { update: "10s" };

    it("asks for what is wanted, though that seems to be there already, and leaves the rest to the next run", async () => {
      const { outcome, operations } = update(held, customInputs({ timeouts }), {
        describe: [descriptionOf(customInputs())],
      });
      const error = await outcome.catch((reason) => reason);
      assert.ok(error instanceof Unsettled);
      assert.match(error.message, /whether that is in force can't be told yet/);
      assert.equal(error.state.status, "UPDATING");
      assert.equal(error.state.customDomainConfig?.certificateArn, certificate("a"));
      assert.ok(operations().includes("Update"));
    });

    it("says that it can't be seen yet, rather than that it is gone", async () => {
      const { outcome, operations } = update(held, customInputs({ timeouts }), { describe: [undefined] });
      await assert.rejects(
        outcome,
        /can't be seen yet: reads lag behind, and timeouts\.update leaves no time/,
      );
      assert.ok(!operations().includes("Update"));
    });
  });

  it("is tried again while something else is changing the domain", async () => {
    const { outcome, operations, lines } = update(stateOf(customInputs()), renewed(), {
      update: [serviceError("ConcurrentModificationException"), undefined],
      describe: [descriptionOf(customInputs()), descriptionOf(renewed())],
    });
    await outcome;
    assert.deepEqual(operations(), ["Describe", "Update", "Update", "Describe"]);
    assert.match(lines[0] ?? "", /still busy with another change; trying again/);
  });

  it("keeps what it asked for where the answer was lost: it may have taken effect", async () => {
    const lost = serviceError("ECONNRESET", "socket hang up", {
      operation: "UpdateUserPoolDomain",
      mayHaveTakenEffect: true,
    });
    const { outcome } = update(stateOf(customInputs()), renewed(), {
      update: [lost],
      describe: [descriptionOf(customInputs())],
    });
    const error = await outcome.catch((reason) => reason);
    assert.ok(error instanceof Unsettled);
    assert.match(
      error.message,
      /socket hang up\..* The change may have been made all the same: run pulumi up again/,
    );
    assert.equal(error.state.status, "UPDATING");
    assert.equal(error.state.customDomainConfig?.certificateArn, certificate("b"));
  });

  it("says that a domain is gone, and what brings it back", async () => {
    const { outcome, operations } = update(stateOf(customInputs()), renewed(), { describe: [undefined] });
    await assert.rejects(outcome, /auth\.example\.com is gone.*pulumi refresh.*creates it again/);
    assert.deepEqual(operations(), ["Describe"]);
  });

  for (const [whose, description] of [
    ["pool", descriptionOf(customInputs({ userPoolId: "us-east-1_Other0001" }))],
    ["account", descriptionOf(customInputs(), { AWSAccountId: "999999999999" })],
  ] as const) {
    it(`never touches a domain of another ${whose}`, async () => {
      const { outcome, operations } = update(stateOf(customInputs()), renewed(), { describe: [description] });
      await assert.rejects(outcome, /left untouched/);
      assert.deepEqual(operations(), ["Describe"]);
    });
  }

  it("doesn't try to update a domain that FAILED", async () => {
    const { outcome, operations } = update(stateOf(customInputs()), renewed(), {
      describe: [descriptionOf(customInputs(), { Status: "FAILED" })],
    });
    const error = await outcome.catch((reason) => reason);
    assert.ok(error instanceof Unsettled);
    assert.match(
      error.message,
      /can't be updated: its status is "FAILED" on the service's side\. The next pulumi up/,
    );
    assert.equal(error.state.status, "FAILED");
    assert.deepEqual(operations(), ["Describe"]);
  });

  it("says, when the change ends in FAILED, how to keep sign-in where it still works", async () => {
    const { outcome } = update(stateOf(customInputs()), renewed(), {
      describe: [descriptionOf(customInputs()), descriptionOf(renewed(), { Status: "FAILED" })],
    });
    await assert.rejects(
      outcome,
      /was updated .* but is FAILED: .* The next pulumi up replaces the domain, with sign-in down meanwhile\. If sign-in still works there, don't run it: put the domain right by hand .* and run pulumi refresh\.$/,
    );
  });

  it("keeps what it asked for when the change doesn't come into force, for the next run to go on from", async () => {
    const { outcome } = update(stateOf(customInputs()), renewed({ timeouts: { update: "2m" } }), {
      describe: [
        descriptionOf(customInputs()),
        ...Array(200).fill(descriptionOf(customInputs(), { Status: "UPDATING" })),
      ],
    });
    const error = await outcome.catch((reason) => reason);
    assert.ok(error instanceof Unsettled);
    assert.equal(error.state.status, "UPDATING");
    assert.equal(error.state.customDomainConfig?.certificateArn, certificate("b"));
    assert.match(error.message, /was updated .* but is UPDATING, and not ACTIVE after 2 min/);
  });

  it("keeps what it asked for when reads don't show it by the timeout", async () => {
    const { outcome } = update(stateOf(customInputs()), renewed({ timeouts: { update: "5s" } }), {
      describe: [descriptionOf(customInputs())],
    });
    const error = await outcome.catch((reason) => reason);
    assert.ok(error instanceof Unsettled);
    assert.match(error.message, /but after 5 s, the update timeout, the service reports something else/);
    assert.equal(error.state.status, "UPDATING");
    assert.equal(error.state.customDomainConfig?.certificateArn, certificate("b"));
  });

  it("reports routing that the service didn't take", async () => {
    const routing = { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check-1" } };
    const { outcome } = update(stateOf(customInputs()), customInputs({ routing }), {
      describe: [descriptionOf(customInputs())],
    });
    await assert.rejects(
      outcome,
      /routing\.failover\.secondaryRegion is none where "us-west-2" was asked for/,
    );
  });
});
