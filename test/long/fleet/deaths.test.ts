import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { count } from "../../e2e/support/calls";
import { assertSucceeded } from "../../e2e/support/outcome";
import { ended, familyOf, killAll } from "../../e2e/support/processes";
import type { Run } from "../../e2e/support/run";
import { tenantRows } from "../../support/fleet";
import {
  assertMadeOnce,
  created,
  domainsIn,
  killWithFamily,
  resultOf,
  useFleet,
  useSite,
  workersOf,
} from "./support";

// The rows of "When something dies" in docs/fleet.md. Those of `reshard` and of the backend have files of their own.
describe("a fleet", () => {
  const site = useSite();

  describe("with a worker that is killed in the middle, and all that it had started", () => {
    const rows = tenantRows(24);
    const fleet = useFleet(site, "worker_killed", rows);
    const up = {} as Run;
    before(async function () {
      this.timeout("4m");
      const running = fleet.start("up --shards 3 --workers 3");
      await created(fleet, 6);
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
    const rows = tenantRows(24);
    const fleet = useFleet(site, "all_killed", rows);
    before(async function () {
      this.timeout("2m");
      const running = fleet.start("up --shards 3 --workers 3");
      await created(fleet, 6);
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
      assert.equal(status.stdout.match(/; done$/gm)?.length, 3, status.stdout);
    });
  });

  describe("whose command alone is killed", () => {
    const rows = tenantRows(12);
    const fleet = useFleet(site, "command_killed", rows);
    before(async function () {
      this.timeout("2m");
      const running = fleet.start("up --shards 3 --workers 1");
      await created(fleet, 3);
      const workers = workersOf(running);
      process.kill(running.pid, "SIGKILL");
      await Promise.all(workers.map(ended));
    });
    const next = resultOf(fleet, "up");

    it("is left by its workers with what was under way done, and no lock", () => {
      assertSucceeded(next);
      assert.doesNotMatch(next.stderr, /left behind/);
      assert.match(next.stdout, /[1-9]\d* created, .* [1-9]\d* unchanged/);
    });

    it("has nothing made twice", () => assertMadeOnce(fleet, rows));
  });

  describe("whose command is told to end", () => {
    const rows = tenantRows(16);
    const fleet = useFleet(site, "told_to_end", rows);

    /** Begins a command and ends it once so many calls of an operation were made. */
    async function endedEarly(command: string, operation: string, calls: number, end: (pid: number) => void) {
      const before = count(fleet.emulator.calls, operation);
      const running = fleet.start(command);
      while (count(fleet.emulator.calls, operation) < before + calls) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      end(running.pid);
      return running.ended;
    }

    const up = {} as Run;
    before("fleet up, and Ctrl-C", async function () {
      this.timeout("2m");
      // To all processes of the terminal.
      const run = endedEarly("up --shards 4 --workers 2", "Create", 3, (pid) => process.kill(-pid, "SIGINT"));
      Object.assign(up, await run);
    });
    const next = resultOf(fleet, "up");
    it("says what is left, and that the same again goes on", () => {
      assert.equal(up.exitCode, 130);
      assert.match(up.stdout, /[1-9]\d* created/);
      assert.match(up.stdout, /^[1-9]\d* × Stopped before its end\.\n.*\n {4}the same again goes on/m);
    });

    it("is brought up by the next, which finds no lock", () => {
      assertSucceeded(next);
      assert.doesNotMatch(next.stderr, /left behind/);
      assertMadeOnce(fleet, rows);
    });

    describe("while it destroys", () => {
      const destroy = {} as Run;
      let left: string[];
      before("fleet destroy, and SIGTERM", async function () {
        this.timeout("2m");
        const command = "destroy --yes --workers 1 --parallel 1";
        const run = endedEarly(command, "Delete", 1, (pid) => process.kill(pid, "SIGTERM"));
        Object.assign(destroy, await run);
        left = domainsIn(fleet);
      });
      const again = resultOf(fleet, "destroy --yes");

      it("begins no further shard, and keeps its domains", () => {
        assert.equal(destroy.exitCode, 130);
        assert.ok(left.length >= 8, `${left.length} of 16 are left`);
        assert.match(destroy.stdout, new RegExp(`not done: ${left.length}, in \\d shards$`, "m"));
      });

      it("is gone after the next", () => {
        assertSucceeded(again);
        assert.deepEqual(domainsIn(fleet), []);
      });
    });
  });

  describe("with a lock of another machine", () => {
    const rows = tenantRows(8);
    const fleet = useFleet(site, "elsewhere", rows, { inFiles: true });
    before("bring it up, and take a lock as another machine does", async function () {
      this.timeout("1m");
      assertSucceeded(await fleet.run("up --shards 2"));
      const folder = path.join(fleet.states, ".pulumi/locks/organization/cognito-fleet/shard-1");
      await mkdir(folder, { recursive: true });
      const lock = { pid: 12, username: "ann", hostname: "elsewhere", timestamp: "2026-11-26T20:44:41Z" };
      await writeFile(path.join(folder, "00000000-0000-4000-8000-000000000000.json"), JSON.stringify(lock));
    });
    const up = resultOf(fleet, "up --all --wait 0");

    it("leaves that shard alone, and does the other", () => {
      assert.equal(up.exitCode, 1);
      assert.match(up.stderr, /shard-1: locked/);
      assert.match(up.stderr, /shard-2: done/);
      assert.doesNotMatch(up.stderr, /broken/);
    });

    it("says who has it", () => assert.match(up.stdout, /It is locked by ann@elsewhere \(pid 12\)\./));

    describe("that is broken as the summary says", () => {
      const canceled = {} as Run;
      before(async function () {
        this.timeout("1m");
        const [, command = ""] = /pulumi (cancel .*), and then/.exec(up.stdout) ?? [];
        Object.assign(canceled, await fleet.pulumi(command));
      });
      const after = resultOf(fleet, "up --all");

      it("is brought up", () => {
        assertSucceeded(canceled);
        assertSucceeded(after);
        assertMadeOnce(fleet, rows);
      });
    });
  });
});
