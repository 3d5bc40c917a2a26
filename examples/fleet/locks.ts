import { createHash } from "node:crypto";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Stack } from "@pulumi/pulumi/automation";
import lockfile from "proper-lockfile";
import { isGone } from "./processes";

/** A stack that somebody else is at work on. */
export class Locked extends Error {
  override readonly name = "Locked";

  constructor(
    message: string,
    /** What to do if whoever it is is no more, where `pulumi cancel` isn't it. */
    readonly remedy?: string,
  ) {
    super(message);
  }
}

/** Who holds the lock of a stack, as a self-managed backend tells it. */
export interface Holder {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  /** When the lock was taken. */
  readonly since: string;
}

/**
 * Runs a command that takes a stack's lock. A lock that a process of this machine has left, which is no more, is
 * broken first, and the state is made to agree with the cloud again.
 *
 * @throws Locked when somebody holds it, or may hold it: a process of another machine can't be seen from here
 * @throws the reason of `stopped`, rather than to begin the command
 */
export async function withLock<T>(
  stack: Stack,
  command: () => Promise<T>,
  stopped: AbortSignal = never,
): Promise<T> {
  const unlessStopped = () => {
    stopped.throwIfAborted();
    return command();
  };
  return whileHeld(unlessStopped, async (held) => {
    if (!isLeftBehind(held)) throw held;
    await recover(stack, stopped);
    return whileHeld(unlessStopped, rethrow);
  });
}

const never = new AbortController().signal;

/** Does something again while others hold the lock that it needs, for so many milliseconds at the most. */
export async function patiently<T>(patience: number, task: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + patience; ; await sleep(2_000)) {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof Locked) || Date.now() > until) throw error;
    }
  }
}

/** Has a stack whose run was ended in the middle of something agree with the cloud again: 1 Describe of each domain. */
export async function recover(stack: Stack, stopped: AbortSignal = never): Promise<void> {
  const refresh = () => {
    stopped.throwIfAborted();
    return stack.refresh({ clearPendingCreates: true, signal: stopped });
  };
  await oneAtATime(stack.name, () =>
    // Another process here may have done it meanwhile, so the lock may be a living one's by now. Looking again and
    // breaking must not be divided: a lock is broken by the stack's name, whoever holds it.
    whileHeld(refresh, async (held) => {
      if (!isLeftBehind(held)) throw held;
      // Its holder may also have let go of it and ended before it was looked for. Then another has it now, or none.
      return whileHeld(refresh, async (still) => {
        if (!isDeepStrictEqual(still.holders, held.holders)) throw still;
        await stack.cancel();
        console.error(`${stack.name}: its lock was left behind, and is broken. ${held.message}`);
        return whileHeld(refresh, rethrow);
      });
    }),
  );
}

/** Those whom an error of the CLI names as holding the lock; undefined where it is about something else. */
export function holdersIn(message: string): Holder[] | undefined {
  if (!message.includes("the stack is currently locked by") && !message.includes("[409] Conflict"))
    return undefined;
  const named = [...message.matchAll(/created by (.+)@(.+) \(pid (\d+)\) at (\S+)/g)];
  // The Automation API says what the CLI said more than once.
  const once = new Map(
    named.map(([text, user = "", host = "", pid, since = ""]) => [
      text,
      { user, host, pid: Number(pid), since },
    ]),
  );
  return [...once.values()];
}

export function namesOf(holders: readonly Holder[]): string {
  return (
    holders.map(({ user, host, pid }) => `${user}@${host} (pid ${pid})`).join(" and ") || "another update"
  );
}

async function whileHeld<T>(
  command: () => Promise<T>,
  otherwise: (held: LockedBy) => Promise<T>,
): Promise<T> {
  try {
    return await command();
  } catch (error) {
    const holders = holdersIn((error as Error).message);
    if (!holders) throw error;
    return otherwise(new LockedBy(holders));
  }
}

class LockedBy extends Locked {
  constructor(readonly holders: readonly Holder[]) {
    super(`It is locked by ${namesOf(holders)}.`);
  }
}

function isLeftBehind({ holders }: LockedBy): boolean {
  return (
    holders.length > 0 &&
    holders.every(({ host, pid, since }) => host === hostname() && isGone(pid, Date.parse(since)))
  );
}

async function rethrow(held: LockedBy): Promise<never> {
  throw held;
}

/** Among the processes of this machine. */
async function oneAtATime<T>(stack: string, task: () => Promise<T>): Promise<T> {
  const backend = process.env["PULUMI_BACKEND_URL"] ?? "";
  const id = createHash("sha256").update(`${backend} ${stack}`).digest("hex").slice(0, 16);
  const file = path.join(tmpdir(), `cognito-fleet-${id}`);
  const release = await lockfile.lock(file, { realpath: false, stale: 20_000 }).catch((error: Error) => {
    if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
    throw new Locked("Another process of this machine is recovering it.");
  });
  try {
    return await task();
  } finally {
    await release();
  }
}
