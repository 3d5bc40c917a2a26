import assert from "node:assert/strict";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { shardOf } from "../../examples/fleet/shards";
import { count } from "../e2e/support/calls";
import { type Cloud, useCloud } from "../e2e/support/cloud";
import { hermeticEnvironment, usersNode } from "../e2e/support/environment";
import { newFolder } from "../e2e/support/installation";
import { assertSucceeded } from "../e2e/support/outcome";
import { familyOf, killAll, type Process } from "../e2e/support/processes";
import { type Run, type Running, run, runOrThrow, start } from "../e2e/support/run";
import { asCsv, createPools, type TenantRow, tenantRows } from "../support/fleet";
import { type Postgres, startPostgres } from "../support/postgres";

/** Long enough for a run to be caught in the middle. */
const durations = {
  prefix: { create: 1_000, update: 100, delete: 100, nameRelease: 50 },
  custom: { create: 2_000, update: 100, delete: 100, nameRelease: 50 },
};

describe("the fleet", () => {
  const site = {} as Site;

  before("install the example, and start what keeps its states", async function () {
    this.timeout("5m");
    site.example = await copyOfExample();
    site.postgres = await startPostgres();
    if (!site.postgres) console.warn("PostgreSQL is not installed: the fleet's states are kept in files.");
  });
  after(() => site.postgres?.stop());

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

    describe("on the way to 5 shards", () => {
      before("kill it in the middle", async function () {
        this.timeout("2m");
        const resharding = fleet.start("reshard --shards 5");
        await resharding.said("has taken in");
        await killWithFamily(resharding);
      });
      const back = resultOf(fleet, "reshard --shards 4");
      const after = resultOf(fleet, "up");

      it("is taken back to 4, whatever has moved already", () => {
        assertSucceeded(back);
        assertSucceeded(after);
        for (const { calls } of [back, after]) assertOnlyReads(calls);
        assert.match(after.stdout, /39 tenants in 4 shards/);
        assert.match(after.stdout, /39 unchanged/);
      });
    });

    describe("shared out over 6 shards", () => {
      const listed = rows.slice(1).map((row, index) => (index === 0 ? { ...row, tenant: "renamed" } : row));
      const moving = listed.filter(({ tenant }) => shardOf(tenant, 4) !== shardOf(tenant, 6)).length;
      const killed = {} as { stderr: string };
      before("kill it in the middle", async function () {
        this.timeout("2m");
        const resharding = fleet.start("reshard --shards 6");
        await resharding.said("has taken in");
        await killWithFamily(resharding);
        killed.stderr = (await resharding.ended).stderr;
      });
      const refused = resultOf(fleet, "up");
      const other = resultOf(fleet, "reshard --shards 7");
      const finished = resultOf(fleet, "reshard");
      const after = resultOf(fleet, "up");

      it("moves only those that must move", () => {
        assert.match(killed.stderr, new RegExp(`^${moving} of 39 domains move`));
      });

      it("is refused any other command until it is finished", () => {
        assert.match(refused.stderr, /finish that with `fleet reshard --shards 6`/);
        assert.match(other.stderr, /finish that with `fleet reshard --shards 6`/);
      });

      it("is finished by the next, although it was killed", () => assertSucceeded(finished));

      it("breaks the locks that were left behind, and says so", () => {
        assert.match(other.stderr + finished.stderr, /layout: its lock was left behind, and is broken/);
      });

      it("calls nothing that changes anything", () => {
        for (const { calls } of [refused, other, finished, after]) assertOnlyReads(calls);
      });

      it("changes nothing in the next up", () => {
        assertSucceeded(after);
        assert.match(after.stdout, /39 tenants in 6 shards/);
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

  describe("with a worker that is killed in the middle, and all that it had started", () => {
    const rows = tenantRows(40);
    const fleet = useFleet(site, "worker_killed", rows);
    const up = {} as Run;
    before(async function () {
      this.timeout("4m");
      const running = fleet.start("up --shards 4 --workers 4");
      await created(fleet, 10);
      const [worker] = workersOf(running);
      assert.ok(worker);
      killAll(familyOf(worker.pid));
      Object.assign(up, await running.ended);
    });

    it("is brought up by the others", () => {
      assertSucceeded(up);
      assert.match(up.stderr, /shard-\d: its lock was left behind, and is broken/);
    });

    it("has nothing made twice", () => assertMadeOnce(fleet, rows));
  });

  describe("whose command is killed in the middle, and all that it had started", () => {
    const rows = tenantRows(40);
    const fleet = useFleet(site, "all_killed", rows);
    before(async function () {
      this.timeout("2m");
      const running = fleet.start("up --shards 4 --workers 4");
      await created(fleet, 10);
      await killWithFamily(running);
    });
    const next = resultOf(fleet, "up");
    const status = resultOf(fleet, "status");

    it("is brought up by the next run, locks that were left behind included", () => {
      assertSucceeded(next);
      assert.match(next.stderr, /shard-\d: its lock was left behind, and is broken/);
    });

    it("has nothing made twice", () => assertMadeOnce(fleet, rows));

    it("has nothing left to do", () => {
      assert.equal(status.stdout.match(/; done$/gm)?.length, 4, status.stdout);
    });
  });

  describe("brought up by two commands at once", () => {
    const rows = tenantRows(40);
    const fleet = useFleet(site, "two_commands", rows);
    let both: Run[];
    before(async function () {
      this.timeout("4m");
      const command = "up --shards 8 --workers 2";
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

/** What all fleets share. */
interface Site {
  /** The folder of the example. */
  example: string;
  /** Left out where none is installed. */
  postgres: Postgres | undefined;
}

interface Fleet extends Cloud {
  /** Replaces the list. */
  write(tenants: readonly TenantRow[]): Promise<void>;
  /** Runs a command as a person types it, such as `up --workers 2`. */
  run(command: string): Promise<Run>;
  start(command: string): Running;
}

/** A fleet for the surrounding `describe`: a cloud, a list of tenants and a backend of its own. */
function useFleet(site: Site, name: string, rows: readonly TenantRow[]): Fleet {
  const cloud = useCloud({ durations });
  const fleet = {} as Fleet;
  before(async () => {
    createPools(cloud.emulator, rows);
    const folder = await newFolder(`fleet-${name}`);
    const list = path.join(folder, "tenants.csv");
    const backend = site.postgres?.backend(name) ?? `file://${folder}`;
    const options = {
      directory: site.example,
      environment: hermeticEnvironment({ ...cloud.emulator.environment, PULUMI_BACKEND_URL: backend }),
    };
    const args = (command: string): string[] => {
      const tenants = command.startsWith("destroy") ? [] : ["--tenants", list];
      return ["-r", "ts-node/register/transpile-only", "main.ts", ...command.split(" "), ...tenants];
    };
    Object.assign(fleet, cloud, {
      write: (tenants: readonly TenantRow[]) => writeFile(list, asCsv(tenants)),
      run: (command: string) => run(usersNode(), args(command), options),
      start: (command: string) => start(usersNode(), args(command), { ...options, ownGroup: true }),
    });
    await fleet.write(rows);
  });
  return fleet;
}

interface Result extends Run {
  calls: Cloud["emulator"]["calls"];
}

/** Runs a command once for the surrounding `describe`. */
function resultOf(fleet: Fleet, command: string): Result {
  const result = {} as Result;
  before(`fleet ${command}`, async function () {
    this.timeout("4m");
    const before = fleet.emulator.calls.length;
    Object.assign(result, await fleet.run(command));
    result.calls = fleet.emulator.calls.slice(before);
  });
  return result;
}

/** The example as somebody copies it, installed; what lies above it already isn't installed again. */
async function copyOfExample(): Promise<string> {
  const folder = await newFolder("fleet");
  const source = path.join(__dirname, "../../examples/fleet");
  for (const file of await readdir(source)) {
    if (!["node_modules", ".work"].includes(file)) await cp(path.join(source, file), path.join(folder, file));
  }
  const manifestFile = path.join(folder, "package.json");
  const { dependencies } = JSON.parse(await readFile(manifestFile, "utf8")) as {
    dependencies: Record<string, string>;
  };
  const above = ["@pulumi/pulumi", "pulumi-cognito-domain", "typescript"];
  const missing = Object.entries(dependencies).filter(([name]) => !above.includes(name));
  await writeFile(manifestFile, JSON.stringify({ private: true, dependencies: Object.fromEntries(missing) }));
  const quietly = ["--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  await runOrThrow(
    "npm",
    ["install", "--prefer-offline", "--ignore-scripts", "--legacy-peer-deps", ...quietly],
    {
      directory: folder,
      environment: process.env,
    },
  );
  return folder;
}

function domainsIn({ emulator }: Cloud): string[] {
  return emulator
    .snapshot()
    .domains.map(({ facts }) => facts.name)
    .toSorted();
}

function assertOnlyReads(calls: Result["calls"]): void {
  assert.deepEqual(
    calls.filter(({ operation }) => operation !== "DescribeUserPoolDomain"),
    [],
  );
}

function assertMadeOnce(fleet: Fleet, rows: readonly TenantRow[]): void {
  const made = fleet.emulator.calls.filter(
    ({ operation, outcome }) => operation === "CreateUserPoolDomain" && !outcome.error,
  );
  assert.equal(made.length, rows.length);
  assert.equal(count(fleet.emulator.calls, "Delete"), 0);
  assert.deepEqual(domainsIn(fleet), rows.map(({ domain }) => domain).toSorted());
}

/** Ends once so many have been created. */
async function created({ emulator }: Cloud, number: number): Promise<void> {
  while (count(emulator.calls, "Create") < number) await new Promise((resolve) => setTimeout(resolve, 50));
}

function workersOf({ pid }: Running): Process[] {
  return familyOf(pid).filter(({ command }) => command.includes("worker.ts"));
}

/** As when the machine stops. */
async function killWithFamily(running: Running): Promise<void> {
  killAll(familyOf(running.pid));
  await running.ended;
}
