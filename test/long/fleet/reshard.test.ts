import assert from "node:assert/strict";
import { shardOf } from "../../../examples/fleet/shards";
import { count } from "../../e2e/support/calls";
import { assertSucceeded } from "../../e2e/support/outcome";
import type { Run } from "../../e2e/support/run";
import { tenantRows } from "../../support/fleet";
import {
  assertMadeOnce,
  assertOnlyReads,
  created,
  killedAt,
  killWithFamily,
  overtaken,
  type Result,
  resultOf,
  useFleet,
  useSite,
} from "./support";

describe("a fleet that is resharded", () => {
  const site = useSite();
  const slow = {
    prefix: { create: 8_000, update: 100, delete: 100, nameRelease: 50 },
    custom: { create: 8_000, update: 100, delete: 100, nameRelease: 50 },
  };

  describe("and killed", () => {
    const rows = tenantRows(24);
    const fleet = useFleet(site, "reshard_killed", rows);
    before(async function () {
      this.timeout("2m");
      assertSucceeded(await fleet.run("up --shards 2"));
    });

    describe("while shards take in what moves", () => {
      const moving = rows.filter(({ tenant }) => shardOf(tenant, 2) !== shardOf(tenant, 3)).length;
      const killed = killedAt(fleet, "reshard --shards 3", "has taken in");
      const refused = resultOf(fleet, "up");
      const other = resultOf(fleet, "reshard --shards 5");
      const back = resultOf(fleet, "reshard --shards 2");

      it("moves only those that must move", () => {
        assert.match(killed.stderr, new RegExp(`^${moving} of 24 domains move$`, "m"));
      });

      it("is refused any other command until it is finished", () => {
        assert.match(refused.stderr, /finish that with `fleet reshard --shards 3`/);
        assert.match(other.stderr, /finish that with `fleet reshard --shards 3`/);
      });

      it("is taken back to 2, whatever has moved already, and no domain is touched", () => {
        assertSucceeded(back);
        for (const { calls } of [refused, other, back]) assertOnlyReads(calls);
      });

      it("breaks the locks that were left behind, and says so", () => {
        assert.match(other.stderr + back.stderr, /layout: its lock was left behind, and is broken/);
      });
    });

    describe("while shards let go of what has moved", () => {
      killedAt(fleet, "reshard --shards 3 --workers 1", "has let go of");
      const status = resultOf(fleet, "status");
      const refused = resultOf(fleet, "up");
      const finished = resultOf(fleet, "reshard");
      const after = resultOf(fleet, "up");

      it("has some that are in both states, and is refused any other command", () => {
        assert.match(status.stdout, /[1-9]\d* to be moved/);
        assert.match(refused.stderr, /finish that with `fleet reshard --shards 3`/);
      });

      it("is finished by the next, and no domain is touched", () => {
        assertSucceeded(finished);
        assertSucceeded(after);
        for (const { calls } of [refused, finished, after]) assertOnlyReads(calls);
        assert.match(after.stdout, /24 tenants in 3 shards/);
        assert.match(after.stdout, /24 unchanged/);
      });
    });
  });

  describe("while a worker is at work on a shard", () => {
    const rows = tenantRows(8);
    const fleet = useFleet(site, "reshard_waits", rows, { durations: slow });
    const results = {} as { up: Run; resharded: Run };
    before(async function () {
      this.timeout("3m");
      const up = fleet.start("up --shards 2 --workers 1");
      await created(fleet, 1);
      results.resharded = await fleet.run("reshard --shards 3");
      results.up = await up.ended;
    });
    const after = resultOf(fleet, "up");

    it("is moved once that worker has ended", () => {
      assertSucceeded(results.resharded);
      assert.match(results.resharded.stderr, /^The move is announced/);
    });

    it("has the next shard refused, by the worker under the lock", () => {
      assert.equal(results.up.exitCode, 1);
      assert.match(results.up.stdout, /× The tenants are being moved to other shards: run `fleet reshard`/);
    });

    it("has each domain made once in the end", () => {
      assertSucceeded(after);
      assert.match(after.stdout, /8 tenants in 3 shards/);
      assertMadeOnce(fleet, rows);
    });
  });

  describe("between the look of an `up` and its lock", () => {
    const rows = tenantRows(12);
    const fleet = useFleet(site, "reshard_between", rows);
    const up = {} as Result;
    before(async function () {
      this.timeout("3m");
      assertSucceeded(await fleet.run("up --shards 2"));
      const ended = await overtaken(fleet, "up --all", async () => {
        assertSucceeded(await fleet.run("reshard --shards 4"));
      });
      Object.assign(up, ended);
    });

    it("has nothing deleted by that `up`, although its program declares nothing", () => {
      assert.equal(up.exitCode, 1);
      assert.match(up.stdout, /12 × The tenants are being moved/);
      assertOnlyReads(up.calls);
      assertMadeOnce(fleet, rows);
    });
  });

  describe("and killed while it waits for a worker, who leaves what can't be moved", () => {
    const rows = tenantRows(8);
    const fleet = useFleet(site, "reshard_unmovable", rows, { durations: slow });
    const up = {} as Run;
    before(async function () {
      this.timeout("3m");
      fleet.emulator.inject({ operation: "CreateUserPoolDomain", times: 1, domainStatus: "FAILED" });
      const running = fleet.start("up --shards 2 --workers 1");
      await created(fleet, 1);
      const resharding = fleet.start("reshard --shards 3");
      await resharding.said("The move is announced");
      await killWithFamily(resharding);
      Object.assign(up, await running.ended);
    });
    const refused = resultOf(fleet, "up");
    const unmovable = resultOf(fleet, "reshard");
    const mended = resultOf(fleet, "up --deletes 1");
    const moved = resultOf(fleet, "reshard --shards 3");
    const after = resultOf(fleet, "up");

    it("is refused an `up`, which says to finish it or to take it back", () => {
      assert.match(refused.stderr, /finish that with `fleet reshard --shards 3`, or take it back with/);
    });

    it("is refused the move by the next `reshard`, which takes the announcement back", () => {
      assert.equal(unmovable.exitCode, 1);
      assert.match(unmovable.stderr, /run `fleet up` first\. Nothing is moved\.$/m);
    });

    it("is mended by an `up`, and moved after that", () => {
      for (const result of [mended, moved, after]) assertSucceeded(result);
      assert.match(after.stdout, /8 tenants in 3 shards/);
      assert.match(after.stdout, /8 unchanged/);
      assert.equal(count(after.calls, "Create"), 0);
    });
  });
});
