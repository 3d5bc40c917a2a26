import type { Clock } from "../clock";
import type { Spread } from "../usual-durations";

/** The step that is waited for. */
export interface Wait<T> {
  /** Looks once, within so many milliseconds. Undefined: not yet. What it throws ends the wait. */
  look(within: number): Promise<T | undefined>;
  rhythm: Rhythm;
  /** When the step began, on the clock. */
  startedAt: number;
  /** When the wait gives up, on the clock. */
  deadline: number;
  /** Hears of every look that came too early. */
  onWaiting?(elapsed: number): void;
}

/** How often a wait looks. */
export interface Rhythm {
  /** Milliseconds from the beginning of the step until which its end is unlikely, and looks are few. */
  denseFrom: number;
  /** The shortest pause from then on, in milliseconds. */
  shortestPause: number;
}

const secondMs = 1_000;
/** The last look may take this long past the deadline, so that a step that ended just in time is seen. */
const lastLook = 5 * secondMs;

/** How many waits pause in this process now. They share what the service allows. */
let pausing = 0;

/** Looks until there is something to see; undefined when the deadline comes first. Never outlasts it by more than 5 s. */
export async function waitFor<T>(wait: Wait<T>, clock: Clock, random: () => number): Promise<T | undefined> {
  for (;;) {
    const found = await wait.look(Math.max(wait.deadline - clock.now(), lastLook));
    if (found !== undefined) return found;
    const remaining = wait.deadline - clock.now();
    if (remaining <= 0) return undefined;
    const elapsed = clock.now() - wait.startedAt;
    wait.onWaiting?.(elapsed);
    pausing += 1;
    try {
      await clock.sleep(Math.min(pauseAfter(elapsed, wait.rhythm, pausing, random()), remaining));
    } finally {
      pausing -= 1;
    }
  }
}

/** The end of a step is to be noticed within this share of the time that it took, or within 2 s if that is longer. */
const allowedLag = { share: 0.03, least: 2 * secondMs };

/**
 * The rhythm in which the end of a step that takes so long is noticed in time in 19 of 20 cases, with few looks: the one
 * case is the earliest, since a look then costs as much as any, and is the least likely to see the end.
 */
export function rhythmFor({ median, late }: Spread): Rhythm {
  // Of a log-normal distribution: by the factor by which one case in 20 is above the median, one is below it.
  return { denseFrom: median ** 2 / late, shortestPause: allowedLag.least };
}

const firstPause = secondMs;
/** Of a wait that is alone: so little is known of how long the service takes. */
const longestPause = 30 * secondMs;
/** The share of the early time that a pause in it takes at the most: the service may have become twice as quick. */
const earlyPause = 1 / 6;
/** Looks a second by all waits together: half of the 20 reads that the service gives a new account, see aws/pace.ts. */
const sharedLooks = 10;
/** The share of a pause that is added at the most, so that many waits don't look in step. */
const jitter = 0.05;

/**
 * How long to pause. While it is early, each look comes at four times the time of the one before, or after a sixth of the
 * early time, in case the service is quicker than usual; from then on a pause is as long as the lag that is allowed.
 * Where many waits are under way, each looks more seldom, so that together they keep to their budget, though never after
 * more than twice the time.
 */
export function pauseAfter(
  elapsed: number,
  { denseFrom, shortestPause }: Rhythm,
  waits: number,
  random: number,
): number {
  const growing = 3 * elapsed;
  const early = Math.min(denseFrom - elapsed, denseFrom * earlyPause);
  const dense = Math.max(elapsed * allowedLag.share, shortestPause) / (1 + jitter);
  const pause = Math.min(growing, elapsed < denseFrom ? early : dense, longestPause);
  const shared = Math.min((waits * secondMs) / sharedLooks, elapsed);
  return Math.max(pause, firstPause, shared) * (1 + jitter * random);
}
