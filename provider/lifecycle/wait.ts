import type { Clock } from "../clock";

/** The step that is waited for. */
export interface Wait<T> {
  /** Looks once, within so many milliseconds. Undefined: not yet. What it throws ends the wait. */
  look(within: number): Promise<T | undefined>;
  /** Milliseconds from the beginning of the step in which it usually ends. */
  usual: { from: number; to: number };
  /** When the step began, on the clock. */
  startedAt: number;
  /** When the wait gives up, on the clock. */
  deadline: number;
  /** Hears of every look that came too early. */
  onWaiting?(elapsed: number): void;
}

const secondMs = 1_000;
/** The last look may take this long past the deadline, so that a step that ended just in time is seen. */
const lastLook = 5 * secondMs;

/** Looks until there is something to see; undefined when the deadline comes first. Never outlasts it by more than 5 s. */
export async function waitFor<T>(wait: Wait<T>, clock: Clock, random: () => number): Promise<T | undefined> {
  for (;;) {
    const found = await wait.look(Math.max(wait.deadline - clock.now(), lastLook));
    if (found !== undefined) return found;
    const remaining = wait.deadline - clock.now();
    if (remaining <= 0) return undefined;
    const elapsed = clock.now() - wait.startedAt;
    wait.onWaiting?.(elapsed);
    await clock.sleep(Math.min(pauseAfter(elapsed, wait.usual, random()), remaining));
  }
}

const shortestPause = 500;
const longestPause = 60 * secondMs;

/**
 * How long to pause: exponential at first, and never past the time from which the step may well be over; from there
 * on so often that the end is noticed within a fortieth of the usual span, or 3 % of the time that it took. Up to a
 * tenth is added or taken at random, so that many waits don't look in step.
 */
export function pauseAfter(elapsed: number, usual: { from: number; to: number }, random: number): number {
  const dense = Math.min(Math.max((usual.to - usual.from) / 40, elapsed * 0.03), longestPause);
  const pause = elapsed < usual.from ? Math.min(elapsed, usual.from - elapsed) : Math.min(elapsed, dense);
  return Math.max(pause, shortestPause) * (0.9 + 0.2 * random);
}
