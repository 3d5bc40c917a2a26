import assert from "node:assert/strict";
import { count } from "../../e2e/support/calls";
import { assertSucceeded } from "../../e2e/support/outcome";
import { type TenantRow, tenantRows } from "../../support/fleet";
import { assertOnlyReads, domainsIn, resultOf, useFleet, useSite } from "./support";

describe("the fleet", () => {
  const site = useSite();

  describe("of 40 tenants, brought up by 4 workers", () => {
    const rows = tenantRows(40);
    const fleet = useFleet(site, "life", rows);
    const up = resultOf(fleet, "up --shards 4 --workers 4");

    it("has each domain created once", () => {
      assertSucceeded(up);
      assert.equal(count(up.calls, "Create"), 40);
      assert.deepEqual(domainsIn(fleet), rows.map(({ domain }) => domain).toSorted());
    });

    it("is told of in one summary", () => {
      assert.match(up.stdout, /^up: 40 tenants in 4 shards, \d+ s\n {2}40 created, 0 updated/);
    });

    describe("once more", () => {
      const again = resultOf(fleet, "up");

      it("calls nothing", () => {
        assertSucceeded(again);
        assert.deepEqual(again.calls, []);
        assert.match(again.stdout, /40 unchanged/);
      });
    });

    describe("without one of its tenants", () => {
      const [gone, ...others] = rows as [TenantRow, ...TenantRow[]];
      before(() => fleet.write(others));
      const refused = resultOf(fleet, "up --deletes 0");
      const without = resultOf(fleet, "up");

      it("is left alone where no domain may be deleted", () => {
        assert.equal(refused.exitCode, 1);
        assert.match(
          refused.stderr,
          /1 whose tenants the list has no more, such as tenant-0001 \(shop-0001\)/,
        );
        assert.deepEqual(refused.calls, []);
      });

      it("deletes that domain, and touches no other", () => {
        assertSucceeded(without);
        const touched = without.calls.map(({ request }) => (request as { Domain?: string }).Domain);
        assert.deepEqual([...new Set(touched)], [gone.domain]);
        assert.deepEqual(domainsIn(fleet), others.map(({ domain }) => domain).toSorted());
      });
    });

    describe("with a tenant renamed as another was", () => {
      const [second, third, ...others] = rows.slice(1) as [TenantRow, TenantRow, ...TenantRow[]];
      before(() =>
        fleet.write([{ ...second, tenant: third.tenant }, { ...third, tenant: "newcomer" }, ...others]),
      );
      const refused = resultOf(fleet, "reshard");

      it("isn't resharded, and is told of both domains", () => {
        assert.equal(refused.exitCode, 1);
        assert.match(refused.stderr, /shop-0002, .* can't become tenant-0003 .*that is shop-0003/);
        assert.deepEqual(refused.calls, []);
      });
    });

    describe("with a tenant renamed", () => {
      const renamed = rows.slice(1).map((row, index) => (index === 0 ? { ...row, tenant: "renamed" } : row));
      before(() => fleet.write(renamed));
      const refused = resultOf(fleet, "up");
      const moved = resultOf(fleet, "reshard");
      const after = resultOf(fleet, "up");

      it("deletes nothing, and says what to do", () => {
        assert.equal(refused.exitCode, 1);
        assert.match(refused.stderr, /Run `fleet reshard`/);
        assert.deepEqual(refused.calls, []);
      });

      it("has it under its new name, with no call to change anything", () => {
        assertSucceeded(moved);
        assertSucceeded(after);
        for (const { calls } of [moved, after]) assertOnlyReads(calls);
        assert.match(after.stdout, /39 unchanged/);
      });
    });

    describe("destroyed", () => {
      const destroyed = resultOf(fleet, "destroy --yes");

      it("is gone", () => {
        assertSucceeded(destroyed);
        assert.deepEqual(domainsIn(fleet), []);
      });
    });
  });

  describe("where the service refuses some", () => {
    const rows = tenantRows(12);
    const fleet = useFleet(site, "refused", rows);
    const reserved = "Domain cannot contain reserved word: aws";
    before(() => {
      for (const [domain, message] of [
        ["shop-0001", reserved],
        ["shop-0002", reserved],
        ["shop-0003", "No."],
      ]) {
        const error = { name: "InvalidParameterException", message: message ?? "" };
        fleet.emulator.inject({
          operation: "CreateUserPoolDomain",
          domain: domain ?? "",
          times: "always",
          error,
        });
      }
    });
    const up = resultOf(fleet, "up --shards 2");

    it("has the others", () => {
      assert.equal(up.exitCode, 1);
      assert.match(up.stdout, /9 created/);
    });

    it("is told of by cause, the most frequent first, with an example", () => {
      const [, first = "", second = ""] = up.stdout.split("\n\n");
      assert.match(
        first,
        /^2 × .*reserved word: aws.*InvalidParameterException\)\n {4}such as tenant-000[12], in shard/,
      );
      assert.match(
        second,
        /^1 × .*No\..*\n {4}such as tenant-0003, in shard-\d\n.*fleet up --shard shard-\d/,
      );
      assert.doesNotMatch(first.split("\n")[0] ?? "", /shop-|tenant-|us-east-1_/);
    });
  });
});
