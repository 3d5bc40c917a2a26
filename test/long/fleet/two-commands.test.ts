import assert from "node:assert/strict";
import { count } from "../../e2e/support/calls";
import { assertSucceeded } from "../../e2e/support/outcome";
import type { Run } from "../../e2e/support/run";
import { type TenantRow, tenantRows } from "../../support/fleet";
import { assertMadeOnce, domainsIn, overtaken, type Result, useFleet, useSite } from "./support";

describe("a fleet with two commands at work", () => {
  const site = useSite();

  describe("that have one list", () => {
    const rows = tenantRows(24);
    const fleet = useFleet(site, "two_commands", rows);
    let both: Run[];
    before(async function () {
      this.timeout("4m");
      const command = "up --shards 6 --workers 2";
      both = await Promise.all([fleet.run(command), fleet.run(command)]);
    });

    it("is up for both", () => {
      for (const one of both) assertSucceeded(one);
    });

    it("has nothing made twice", () => assertMadeOnce(fleet, rows));

    it("has been made by both", () => {
      for (const { stdout } of both) assert.match(stdout, /[1-9]\d* created/);
    });
  });

  describe("of which the slower one has an older list", () => {
    const older = tenantRows(12);
    const [first, ...others] = older as [TenantRow, ...TenantRow[]];
    const renewed = { ...first, domain: `${first.domain}-new` };
    const newcomers = tenantRows(20).slice(12);
    const newer = [renewed, ...others, ...newcomers];
    const fleet = useFleet(site, "two_lists", tenantRows(20));
    const slower = {} as Result;

    before(async function () {
      this.timeout("4m");
      await fleet.write(older);
      assertSucceeded(await fleet.run("up --shards 2"));
      const ended = await overtaken(fleet, "up --all --deletes 0", async () => {
        await fleet.write(newer);
        assertSucceeded(await fleet.run("up"));
      });
      Object.assign(slower, ended);
    });

    it("keeps what the newer list has made, the domains that it has replaced included", () => {
      assert.deepEqual(domainsIn(fleet), newer.map(({ domain }) => domain).toSorted());
      assert.equal(count(slower.calls, "Delete"), 0);
      assert.equal(count(slower.calls, "Create"), 0);
    });

    it("says so to whoever has the older one, with what to do and a domain that it is about", () => {
      assert.equal(slower.exitCode, 1);
      assert.match(slower.stdout, /Another run has changed the shard meanwhile, .*take the newest list/);
      assert.match(
        slower.stdout,
        /such as shard-\d: shop-00\d\d\S*, which is tenant-00\d\d, would be deleted/,
      );
    });
  });
});
