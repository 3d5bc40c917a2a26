import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import type { Stack } from "@pulumi/pulumi/automation";
import { holdersIn, Locked, recover, withLock } from "../../../../examples/fleet/locks";

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

const { pid: dead } = spawnSync(process.execPath, ["--version"]);

/** What the CLI says of a stack whose lock a process has. It was taken so many seconds from now. */
function lock(pid: number, second: number, host = hostname()): string {
  const since = new Date(Math.ceil(Date.now() / 1000 + second) * 1000).toISOString();
  return `the stack is currently locked by 1 lock(s).\n  a.json: created by root@${host} (pid ${pid}) at ${since}`;
}

/** Says nothing while it breaks locks. */
async function quietly<T>(task: () => Promise<T>): Promise<T> {
  const { error: say } = console;
  console.error = () => {};
  try {
    return await task();
  } finally {
    console.error = say;
  }
}

describe("the lock of a stack that is to be recovered", () => {
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
    const error = await quietly(() => recover(stack as unknown as Stack).catch((caught: unknown) => caught));
    return { done, error };
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

  it("is broken where its holder's id is another's since, as after a reboot; only Linux tells", async () => {
    const anHourAgo = lock(process.pid, -3600);
    const { done } = await recovered(anHourAgo, anHourAgo);
    assert.equal(done.includes("broken"), process.platform === "linux");
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

  it("is left alone where its holder is of another machine, where that id says nothing", async () => {
    const { done, error } = await recovered(lock(dead, 1, "elsewhere"));
    assert.deepEqual(done, ["refused"]);
    assert.ok(error instanceof Locked);
    assert.match(error.message, /root@elsewhere \(pid \d+\)/);
  });

  it("is left alone where one of its holders is of another machine", async () => {
    const both = `${lock(dead, 1)}\n${lock(dead, 1, "elsewhere")}`;
    assert.deepEqual((await recovered(both)).done, ["refused"]);
  });
});

describe("a command that takes a stack's lock", () => {
  /** What was done with a stack whose lock was left behind, where the command is told to end at one of the steps. */
  async function done(stopAt?: string): Promise<string[]> {
    const log: string[] = [];
    const stopping = new AbortController();
    const step = (name: string) => {
      log.push(name);
      if (name === stopAt) stopping.abort();
    };
    const locked = lock(dead, 1);
    let isLocked = true;
    const stack = {
      name: `unit-test-command-${process.pid}`,
      async refresh({ signal }: { signal: AbortSignal }) {
        step("refresh");
        assert.equal(signal, stopping.signal);
        if (isLocked) throw new Error(locked);
      },
      async cancel() {
        isLocked = false;
        step("cancel");
      },
    };
    const command = async () => {
      step("command");
      if (isLocked) throw new Error(locked);
    };
    const ended = withLock(stack as unknown as Stack, command, stopping.signal);
    await quietly(() => ended.catch(() => log.push("ended")));
    return log;
  }

  it("is begun again once the lock is broken, and the state recovered", async () => {
    assert.deepEqual(await done(), ["command", "refresh", "refresh", "cancel", "refresh", "command"]);
  });

  it("isn't begun again if it was told to end meanwhile", async () => {
    assert.deepEqual(await done("cancel"), ["command", "refresh", "refresh", "cancel", "ended"]);
    assert.deepEqual(await done("refresh"), ["command", "refresh", "ended"]);
    assert.deepEqual(await done("command"), ["command", "ended"]);
  });

  it("isn't begun at all if it was told to end before", async () => {
    let isBegun = false;
    const command = async () => {
      isBegun = true;
    };
    await assert.rejects(withLock({} as Stack, command, AbortSignal.abort()), { name: "AbortError" });
    assert.ok(!isBegun);
  });
});
