import assert from "node:assert/strict";
import { type Run, runFleet } from "../../../../examples/fleet/fleet";
import { deploymentOf, tenant, workspaceWith } from "./builders";

describe("a run of the fleet", () => {
  /** On a fleet of two shards that have nothing yet. */
  const run = (more: Partial<Run>) =>
    runFleet({
      command: "up",
      workspace: workspaceWith({ layout: deploymentOf([], { shards: 2, most: 3 }) }),
      tenants: [tenant("acme")],
      workers: 1,
      parallel: 1,
      deletes: 0,
      patience: 0,
      stopped: new AbortController().signal,
      ...more,
    });

  it("is refused a shard that there isn't, and is told those that there are", async () => {
    // A third was there before, and may hold something still.
    const only = ["shard-2", "shard-99"];
    await assert.rejects(run({ only }), /^Error: There is no shard-99: .*shard-1 to shard-3\.$/);
    await assert.rejects(run({ only, command: "destroy" }), /There is no shard-99/);
  });

  it("begins no shard if it was told to end while it looked", async () => {
    const stopped = AbortSignal.abort(new Error("Ended."));
    await assert.rejects(run({ stopped }), /^Error: Ended\.$/);
  });
});
