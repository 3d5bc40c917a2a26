import assert from "node:assert/strict";
import { assertSucceeded } from "../../e2e/support/outcome";
import type { Run } from "../../e2e/support/run";
import { tenantRows } from "../../support/fleet";
import { assertMadeOnce, created, resultOf, takeAwayStates, useFleet, useSite } from "./support";

describe("a fleet", () => {
  const site = useSite();

  describe("whose backend goes away in the middle", () => {
    const rows = tenantRows(16);
    const fleet = useFleet(site, "backend_away", rows);
    const up = {} as Run;
    const away = {} as Run;
    before(async function () {
      this.timeout("6m");
      const running = fleet.start("up --shards 2 --workers 2 --parallel 1");
      await created(fleet, 4);
      const bringBack = await takeAwayStates(site, fleet);
      Object.assign(up, await running.ended);
      Object.assign(away, await fleet.run("up"));
      await bringBack();
    });
    const next = resultOf(fleet, "up");

    it("is told of by cause, in few and short lines", () => {
      assert.equal(up.exitCode, 1);
      const causes = up.stdout.split("\n\n").slice(1);
      assert.ok(causes.length > 0 && causes.length <= 3, up.stdout);
      // What had failed to be saved in either shard has one cause.
      assert.equal(causes.filter((cause) => cause.includes("failed to save snapshot")).length, 1, up.stdout);
      for (const cause of causes) {
        assert.equal(cause.trim().split("\n").length, 3, cause);
        assert.doesNotMatch(cause, /--client|goroutine|stdout/);
      }
    });

    it("can't be begun, and says why", () => {
      assert.equal(away.exitCode, 1);
      assert.match(away.stderr, /^fleet: [^\n]*unable to [^\n]*\n$/);
    });

    it("is brought up by the next run once it is back, and has nothing made twice", () => {
      assertSucceeded(next);
      assertMadeOnce(fleet, rows);
    });
  });
});
