import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import type { Stack } from "@pulumi/pulumi/automation";
import { holdersIn, Locked, recover } from "../../../../examples/fleet/locks";

describe("an error of the CLI", () => {
  it("names who holds the lock, once each", () => {
    const message = [
      "error: the stack is currently locked by 2 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.",
      "  postgres://****:****@127.0.0.1/.pulumi/locks/organization/cognito-fleet/shard-1/a.json: created by root@build-7 (pid 12) at 2026-11-26T20:44:41Z",
      "  postgres://****:****@127.0.0.1/.pulumi/locks/organization/cognito-fleet/shard-1/b.json: created by ann@laptop.local (pid 3456) at 2026-11-26T20:44:42Z",
    ].join("\n");
    assert.deepEqual(holdersIn(`${message}\n${message}`), [
      { user: "root", host: "build-7", pid: 12, since: "2026-11-26T20:44:41Z" },
      { user: "ann", host: "laptop.local", pid: 3456, since: "2026-11-26T20:44:42Z" },
    ]);
  });

  it("names nobody where the backend doesn't, such as Pulumi Cloud", () => {
    assert.deepEqual(holdersIn("error: [409] Conflict: Another update is currently in progress."), []);
  });

  it("is none about a lock otherwise", () => {
    assert.equal(holdersIn("error: update failed"), undefined);
  });
});

describe("the lock of a stack that is to be recovered", () => {
  const { pid: dead } = spawnSync(process.execPath, ["--version"]);
  const lock = (pid: number, second: number) =>
    `the stack is currently locked by 1 lock(s).\n  a.json: created by root@${hostname()} (pid ${pid}) at 2026-11-26T20:44:0${second}Z`;

  /** What was done with a stack that refuses with these locks, one after the other, and then is free. */
  async function recovered(...locks: string[]): Promise<{ done: string[]; error: unknown }> {
    const done: string[] = [];
    const stack = {
      name: `unit-test-${process.pid}`,
      async refresh() {
        const message = locks.shift();
        done.push(message ? "refused" : "refreshed");
        if (message) throw new Error(message);
      },
      async cancel() {
        done.push("broken");
      },
    };
    const { error: say } = console;
    console.error = () => {};
    try {
      const error = await recover(stack as unknown as Stack).catch((caught: unknown) => caught);
      return { done, error };
    } finally {
      console.error = say;
    }
  }

  it("is broken where it is still there after its holder was seen to be dead", async () => {
    const { done, error } = await recovered(lock(dead, 1), lock(dead, 1));
    assert.deepEqual(done, ["refused", "refused", "broken", "refreshed"]);
    assert.equal(error, undefined);
  });

  it("is left alone where it is another's by then", async () => {
    const { done, error } = await recovered(lock(dead, 1), lock(dead, 2));
    assert.deepEqual(done, ["refused", "refused"]);
    assert.ok(error instanceof Locked);
  });

  it("is let be where it is free by then", async () => {
    const { done } = await recovered(lock(dead, 1));
    assert.deepEqual(done, ["refused", "refreshed"]);
  });

  it("is left alone where its holder lives", async () => {
    const { done, error } = await recovered(lock(process.pid, 1));
    assert.deepEqual(done, ["refused"]);
    assert.ok(error instanceof Locked);
  });

  it("may be another's as soon as it is broken, and then isn't a failure", async () => {
    const { error } = await recovered(lock(dead, 1), lock(dead, 1), lock(process.pid, 2));
    assert.ok(error instanceof Locked);
  });
});
