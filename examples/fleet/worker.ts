import { type FromWorker, nothing, type ToWorker } from "./protocol";
import { rosterOf } from "./roster";
import { openWorkspace } from "./stacks";
import { type Work, workOn } from "./work";

// One worker: a process that does the shards it is told, one after the other.

const stopping = new AbortController();
let underWay = Promise.resolve();
let ready: Promise<Omit<Work, "stopped" | "onDomain">> | undefined;

function tell(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}

process.on("message", (message: ToWorker) => {
  if ("setup" in message) {
    const { setup } = message;
    ready = openWorkspace().then((workspace) => ({
      workspace,
      setup,
      roster: rosterOf(setup.tenants, setup.shards),
    }));
    // Told when the first shard is asked for.
    ready.catch(() => {});
  } else if ("stop" in message) {
    stopping.abort();
  } else {
    underWay = answer(message.stack);
  }
});

async function answer(stack: string): Promise<void> {
  try {
    if (!ready) throw new Error("A worker was given a shard before it was set up.");
    const onDomain = () => tell({ progress: true });
    tell({ outcome: await workOn(stack, { ...(await ready), stopped: stopping.signal, onDomain }) });
  } catch (error) {
    const { message } = error as Error;
    tell({ outcome: { kind: "failed", counts: nothing, failures: [{ message, cause: message }] } });
  }
}

// The command has no more shards, or is gone. What is under way comes to its end, so that the state has it.
process.on("disconnect", () => {
  stopping.abort();
  void underWay.then(() => process.exit());
});
