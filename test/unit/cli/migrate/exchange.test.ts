import assert from "node:assert/strict";
import { type Exchange, prepareExchange } from "../../../../cli/migrate/exchange";
import type { PulumiState } from "../../../../cli/migrate/pulumi-state";
import { successorsOf } from "../../../../cli/migrate/successor";
import { descriptionOf, held, newLoginUrn, oldLogin, pool, serviceWith, stateWith } from "./support";

/** Prepares the exchange in a stack whose state is these, one after the other. */
function prepareIn(...states: PulumiState[]): Promise<Exchange> {
  const exports = states.map((state) => JSON.stringify(state));
  return prepareExchange({
    pulumi: {
      exportState: async () => (exports.length > 1 ? exports.shift() : exports[0]) ?? "",
      configuration: async () => ({}),
    },
    lookAt: (olds) => successorsOf(olds, serviceWith(descriptionOf(held)).connect),
    newId: () => "new-id",
  });
}

describe("the exchange of old domains for new", () => {
  it("is of the state as it is", async () => {
    const state = stateWith(pool, oldLogin());
    const { migrated } = await prepareIn(state);
    assert.deepEqual([...(migrated?.successors.values() ?? [])], [newLoginUrn]);
  });

  it("is none where there are no old ones", async () => {
    const state = stateWith(pool);
    assert.deepEqual(await prepareIn(state), { state });
  });

  it("is none in a state that changes meanwhile", async () => {
    await assert.rejects(
      prepareIn(stateWith(pool, oldLogin()), stateWith(oldLogin())),
      /^Error: The state has changed while it was read, and nothing was begun\./,
    );
  });

  it("is none while something is unfinished", async () => {
    await assert.rejects(prepareIn(stateWith(oldLogin({ delete: true }))), /isn't finished: pulumi up/);
    const { deployment, ...rest } = stateWith(oldLogin());
    const pending_operations = [{ resource: { urn: pool.urn }, type: "creating" }];
    await assert.rejects(
      prepareIn({ ...rest, deployment: { ...deployment, pending_operations } }),
      /was begun and hasn't come to its end/,
    );
  });
});
