import assert from "node:assert/strict";
import type { DomainInputs } from "../../../provider/inputs";
import { type Found, readDomain } from "../../../provider/lifecycle/read";
import type { DomainState } from "../../../provider/state";
import {
  certificate,
  customInputs,
  descriptionOf,
  prefixInputs,
  type Script,
  scripted,
  stateOf,
} from "./support";

async function read(held: Partial<DomainState>, script: Script, domain = "auth.example.com") {
  const { surroundings, operations } = scripted(script);
  const found = await readDomain(domain, held, surroundings);
  assert.deepEqual(operations(), ["Describe"]);
  return found;
}

/** Of a domain that the run before didn't wait for. */
async function readBusy(status: "CREATING" | "UPDATING", inputs: DomainInputs, script: Script) {
  const { surroundings, clock } = scripted(script);
  const held = stateOf(inputs, { Status: status });
  return { found: await readDomain(inputs.domain, held, surroundings), took: clock.now() };
}

function there(found: Found) {
  assert.equal(found.outcome, "there");
  return found as Extract<Found, { outcome: "there" }>;
}

describe("A read", () => {
  it("gives state and no inputs when nothing has changed", async () => {
    const held = stateOf(customInputs());
    assert.deepEqual(await read(held, { describe: [descriptionOf(customInputs())] }), {
      outcome: "there",
      state: held,
    });
  });

  it("shows what somebody else changed, in the inputs too", async () => {
    const live = customInputs({ customDomainConfig: { certificateArn: certificate("b") } });
    const { state, inputs } = there(await read(stateOf(customInputs()), { describe: [descriptionOf(live)] }));
    assert.equal(state.customDomainConfig?.certificateArn, certificate("b"));
    assert.deepEqual(inputs, live);
  });

  it("doesn't make an input of what the program left to the service", async () => {
    const found = there(
      await read(
        stateOf(prefixInputs()),
        { describe: [descriptionOf(prefixInputs({ managedLoginVersion: 2 }))] },
        "my-app",
      ),
    );
    assert.equal(found.state.managedLoginVersion, 2);
    assert.equal(found.inputs, undefined);
  });

  it("sees a failover that was added, and one that was removed", async () => {
    const routing = { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check-1" } };
    const added = await read(stateOf(customInputs()), {
      describe: [descriptionOf(customInputs({ routing }))],
    });
    assert.deepEqual(there(added).inputs?.routing, routing);
    const removed = await read(stateOf(customInputs({ routing })), {
      describe: [descriptionOf(customInputs())],
    });
    assert.equal(there(removed).state.routing, undefined);
    assert.ok(there(removed).inputs);
  });

  it("doesn't take for drift what a server leaves out", async () => {
    const held = stateOf(customInputs({ managedLoginVersion: 2 }));
    const bare = { Domain: "auth.example.com", UserPoolId: held.userPoolId, Status: "ACTIVE" as const };
    const found = there(await read(held, { describe: [bare] }));
    assert.equal(found.inputs, undefined);
    assert.equal(found.state.managedLoginVersion, 2);
  });

  it("finds that a domain is gone", async () => {
    assert.deepEqual(await read(stateOf(customInputs()), { describe: [undefined] }), { outcome: "gone" });
  });

  it("finds that the name is somebody else's", async () => {
    const foreign = descriptionOf(customInputs({ userPoolId: "us-east-1_Other0001" }));
    assert.deepEqual(await read(stateOf(customInputs()), { describe: [foreign] }), {
      outcome: "foreign",
      owner: "user pool us-east-1_Other0001",
    });
  });

  it("doesn't take for another account what is no account id: a server for tests makes one up at every call", async () => {
    const held = stateOf(customInputs(), { AWSAccountId: "afff811c-6a9b-4a94-ac66-d579beb85bc4" });
    const description = descriptionOf(customInputs(), {
      AWSAccountId: "9d924829-3052-46b1-b02e-767da0b1a9e8",
    });
    assert.equal((await read(held, { describe: [description] })).outcome, "there");
  });

  it("looks up a domain of which nothing but the name is known", async () => {
    const { state } = there(await read({}, { describe: [descriptionOf(customInputs())] }));
    assert.equal(state.userPoolId, "us-east-1_AbCdEf123");
    assert.equal(state.customDomainConfig?.certificateArn, certificate("a"));
  });

  describe("of a domain that the run before didn't wait for", () => {
    const changed = customInputs({ customDomainConfig: { certificateArn: certificate("b") } });
    const foreign = descriptionOf(customInputs({ userPoolId: "us-east-1_Other0001" }));

    it("looks again where reads don't know it yet", async () => {
      const describe = [undefined, undefined, descriptionOf(customInputs())];
      const { found } = await readBusy("CREATING", customInputs(), { describe });
      assert.equal(there(found).state.status, "ACTIVE");
    });

    it("looks again where reads still show what it was before", async () => {
      const describe = [descriptionOf(customInputs()), foreign, descriptionOf(changed)];
      const { found } = await readBusy("UPDATING", changed, { describe });
      assert.equal(there(found).state.customDomainConfig?.certificateArn, certificate("b"));
      assert.equal(there(found).inputs, undefined);
    });

    it("takes the change that is under way as it is", async () => {
      const describe = [descriptionOf(customInputs(), { Status: "UPDATING" })];
      const { found, took } = await readBusy("UPDATING", changed, { describe });
      assert.equal(there(found).state.status, "UPDATING");
      assert.equal(took, 0);
    });

    for (const [what, seen, outcome] of [
      ["gone", undefined, "gone"],
      ["somebody else's", foreign, "foreign"],
      ["as somebody else has changed it", descriptionOf(customInputs()), "there"],
    ] as const) {
      it(`believes after a minute that it is ${what}`, async () => {
        const { found, took } = await readBusy("UPDATING", changed, { describe: [seen] });
        assert.equal(found.outcome, outcome);
        assert.ok(took >= 60_000 && took < 70_000, `${took} ms`);
      });
    }
  });
});
