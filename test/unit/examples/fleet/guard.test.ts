import assert from "node:assert/strict";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { identityOf } from "../../../../examples/fleet/deletes";
import { guarded } from "../../../../examples/fleet/guard";
import { Refused } from "../../../../examples/fleet/refusal";
import { rosterOf } from "../../../../examples/fleet/roster";
import type { HeldDomain } from "../../../../examples/fleet/stacks";
import type { Tenant } from "../../../../examples/fleet/tenants";
import { deploymentOf, held, tenant, workspaceWith } from "./builders";

describe("the program of a shard", () => {
  const acme = tenant("acme");

  interface Story {
    /** What the shard holds by the time that its lock is taken. */
    holds: HeldDomain[];
    list?: Tenant[];
    /** What the command has seen that it would delete. */
    seen?: HeldDomain[];
    layout?: object;
    stopped?: AbortSignal;
  }

  /** Runs the program as the engine does, under the lock. */
  async function run({ holds, list = [], seen = [], layout = {}, stopped }: Story): Promise<void> {
    const work = {
      workspace: workspaceWith({
        layout: deploymentOf([], { shards: 1, most: 1, ...layout }),
        "shard-1": deploymentOf(holds),
      }),
      setup: {
        command: "up",
        tenants: list,
        shards: 1,
        parallel: 1,
        deletes: seen.map(identityOf),
      },
      roster: rosterOf(list, 1),
      stopped: stopped ?? new AbortController().signal,
    } as const;
    await guarded("shard-1", work, (program: PulumiFn) =>
      // The engine says only that the program failed.
      program().catch(() => {
        throw new Error("update failed");
      }),
    );
  }

  const refused = (story: Story, why: RegExp) =>
    assert.rejects(run(story), (error) => {
      assert.ok(error instanceof Refused, String(error));
      assert.match(`${error.cause}\n${error.message}`, why);
      return true;
    });

  it("has the engine delete what was seen by the command", () =>
    run({ holds: [held(acme)], seen: [held(acme)] }));

  it("refuses to have a domain deleted that another run has made meanwhile", () =>
    refused(
      { holds: [held(acme)] },
      /take the newest list.*\nacme-sign-in, which is acme, would be deleted/,
    ));

  it("refuses to have a domain replaced that another run has made meanwhile", () => {
    const list = [{ ...acme, domain: "acme-old" }];
    return refused({ holds: [held(acme)], list }, /take the newest list/);
  });

  it("refuses that also where it was to replace another domain of that tenant, or on another pool", async () => {
    const list = [{ ...acme, domain: "acme-old" }];
    for (const changed of [{ domain: "acme-older" }, { pool: "us-east-1_Older" }]) {
      await refused(
        { holds: [held(acme)], list, seen: [held({ ...acme, ...changed })] },
        /take the newest list/,
      );
    }
  });

  it("refuses where a move to other shards was announced meanwhile, whatever the shard holds", async () => {
    await refused({ holds: [], layout: { next: 2 } }, /being moved to other shards: run `fleet reshard`/);
    await refused({ holds: [], layout: { next: 1 } }, /being moved to other shards/);
  });

  it("refuses where a move to other shards has come to its end meanwhile", () =>
    refused({ holds: [], layout: { shards: 2 } }, /being moved to other shards/));

  it("refuses where a domain was moved in meanwhile", () => {
    const list = [{ ...acme, tenant: "renamed" }];
    return refused({ holds: [held(acme)], list }, /run `fleet reshard`/);
  });

  it("declares nothing once it was told to end", async () => {
    const told = run({ holds: [], list: [acme], stopped: AbortSignal.abort() });
    await assert.rejects(told, /update failed/);
  });
});
