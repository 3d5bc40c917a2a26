import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import { haveDone } from "../../../../examples/fleet/crew";
import { nothing, type Outcome, type ToWorker } from "../../../../examples/fleet/protocol";

/** A worker process that answers each shard as it is told to. */
class FakeWorker extends EventEmitter {
  readonly pid = 1;
  exitCode: number | null = null;
  readonly signalCode = null;
  connected = true;
  shards = 0;

  constructor(private readonly onShard: (worker: FakeWorker) => void) {
    super();
  }

  send(message: ToWorker): void {
    if (!("stack" in message)) return;
    this.shards += 1;
    setImmediate(() => this.onShard(this));
  }

  answer(outcome: Outcome): void {
    this.emit("message", { outcome });
  }

  die(): void {
    this.exitCode = 1;
    this.connected = false;
    this.emit("exit", 1, null);
  }

  disconnect(): void {
    this.connected = false;
  }
}

describe("the crew", () => {
  const done: Outcome = { kind: "done", counts: nothing };

  /** Has shards done by one worker after the other. */
  async function crewOf(workers: FakeWorker[], ...stacks: string[]): Promise<string[]> {
    const waiting = [...workers];
    const outcomes = await haveDone(
      stacks,
      {
        setup: { command: "up", tenants: [], shards: 1, parallel: 1, deletes: [] },
        workers: 1,
        patience: 60_000,
        pause: 1,
        stopped: new AbortController().signal,
        onProgress: () => {},
        onEnd: () => {},
      },
      () => {
        const next = waiting.shift();
        assert.ok(next, "no further worker was to be started");
        return next as unknown as ChildProcess;
      },
    );
    return stacks.map((stack) => outcomes.get(stack)?.kind ?? "");
  }

  it("has one worker do one shard after the other", async () => {
    const worker = new FakeWorker((self) => self.answer(done));
    assert.deepEqual(await crewOf([worker], "shard-1", "shard-2"), ["done", "done"]);
    assert.equal(worker.shards, 2);
  });

  it("gives a shard to another worker where one died of it, once", async () => {
    const mortal = () => new FakeWorker((self) => self.die());
    const healthy = new FakeWorker((self) => self.answer(done));
    assert.deepEqual(await crewOf([mortal(), healthy], "shard-1"), ["done"]);
    assert.deepEqual(await crewOf([mortal(), mortal()], "shard-1"), ["died"]);
  });

  it("gives no shard to a worker that died between two", async () => {
    const idle = new FakeWorker((self) => {
      self.answer({ kind: "locked", counts: nothing, why: "Somebody is at work on it." });
      // While the shard is waited for.
      setImmediate(() => self.die());
    });
    const healthy = new FakeWorker((self) => self.answer(done));
    assert.deepEqual(await crewOf([idle, healthy], "shard-1"), ["done"]);
    assert.deepEqual([idle.shards, healthy.shards], [1, 1]);
  });

  it("takes a worker that couldn't be started for one that died", async () => {
    const unborn = new FakeWorker((self) => {
      self.exitCode = -11;
      self.emit("error", new Error("spawn EAGAIN"));
    });
    const healthy = new FakeWorker((self) => self.answer(done));
    assert.deepEqual(await crewOf([unborn, healthy], "shard-1"), ["done"]);
  });
});
