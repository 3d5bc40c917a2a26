import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type FromWorker, nothing, type Outcome, type Setup, type ToWorker } from "./protocol";

export interface Crew {
  readonly setup: Setup;
  readonly workers: number;
  /** For how long a shard is waited for that others are at work on, in milliseconds. */
  readonly patience: number;
  /** How long to wait before such a shard is tried again, in milliseconds. */
  readonly pause: number;
  /** Begin nothing more, and bring what is under way to its end. */
  readonly stopped: AbortSignal;
  readonly onProgress: (stack: string) => void;
  readonly onEnd: (stack: string, outcome: Outcome) => void;
}

/** Has shards done by worker processes, each by the next that is free. */
export async function haveDone(
  stacks: readonly string[],
  crew: Crew,
  start = startWorker,
): Promise<Map<string, Outcome>> {
  const queue: Task[] = stacks.map((stack) => ({ stack, notBefore: 0, deaths: 0 }));
  const outcomes = new Map<string, Outcome>();

  async function workThrough(): Promise<void> {
    let worker: ChildProcess | undefined;
    for (;;) {
      const task = await nextOf(queue, crew.stopped);
      if (!task) break;
      // One may have been killed since its last shard.
      if (!worker || !isFit(worker)) worker = start(crew.setup, crew.stopped);
      const outcome = await doneBy(worker, task.stack, () => crew.onProgress(task.stack));
      const again = retry(task, outcome, crew);
      if (again) queue.push(again);
      else {
        outcomes.set(task.stack, outcome);
        crew.onEnd(task.stack, outcome);
      }
    }
    if (worker?.connected) worker.disconnect();
  }

  const seats = Math.min(crew.workers, stacks.length);
  await Promise.all(Array.from({ length: seats }, workThrough));
  return outcomes;
}

interface Task {
  readonly stack: string;
  /** When it may be tried, in milliseconds since 1970. */
  readonly notBefore: number;
  /** When somebody else was first seen at work on it. */
  readonly lockedSince?: number;
  /** How many workers have died of it, or just at it. */
  readonly deaths: number;
}

async function nextOf(queue: Task[], stopped: AbortSignal): Promise<Task | undefined> {
  while (queue.length > 0 && !stopped.aborted) {
    const index = queue.findIndex(({ notBefore }) => notBefore <= Date.now());
    if (index >= 0) return queue.splice(index, 1)[0];
    // All that is left is others' for now.
    await sleep(200);
  }
  return undefined;
}

/** The task for the end of the queue, where it is worth another attempt. */
function retry(task: Task, outcome: Outcome, { patience, pause, stopped }: Crew): Task | undefined {
  if (stopped.aborted) return undefined;
  const now = Date.now();
  if (outcome.kind === "died") {
    return task.deaths === 0 ? { ...task, deaths: 1, notBefore: now } : undefined;
  }
  if (outcome.kind !== "locked") return undefined;
  const { lockedSince = now } = task;
  return now - lockedSince < patience ? { ...task, lockedSince, notBefore: now + pause } : undefined;
}

function startWorker(setup: Setup, stopped: AbortSignal): ChildProcess {
  const worker = fork(path.join(__dirname, "worker.ts"), {
    // In a process group of its own: Ctrl-C would go to the CLI that it runs as well, which the worker tells itself,
    // and a CLI that is told twice breaks off.
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  send(worker, { setup });
  const stop = () => send(worker, { stop: true });
  stopped.addEventListener("abort", stop);
  worker.once("exit", () => stopped.removeEventListener("abort", stop));
  // Whoever waits for it is told by it, too. Unheard, it would end the command.
  worker.on("error", () => {});
  return worker;
}

function isFit({ pid, exitCode, signalCode, connected }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null && connected;
}

function doneBy(worker: ChildProcess, stack: string, onProgress: () => void): Promise<Outcome> {
  return new Promise((resolve) => {
    const listeners = {
      message(message: FromWorker) {
        if ("progress" in message) onProgress();
        else end(message.outcome);
      },
      exit: (code: number | null, killedBy: string | null) => died(killedBy ?? `exit code ${code}`),
      // It couldn't be started.
      error: ({ message }: Error) => died(message),
    };
    const died = (by: string) =>
      end({
        kind: "died",
        counts: nothing,
        why: `A worker was ended by ${by} while it was at work on it.`,
      });
    const end = (outcome: Outcome) => {
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
      resolve(outcome);
    };
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
    send(worker, { stack });
  });
}

function send(worker: ChildProcess, message: ToWorker): void {
  // One that is dead is found to be by its exit.
  if (worker.connected) worker.send(message, () => {});
}
