import type { Spread } from "../../provider/usual-durations";
import { chanceFrom, durationsOf } from "./chance";
import { type AllowedLag, fewestCalls } from "./fewest-calls";
import { mean, percentile } from "./percentiles";
import { every, type Poller, type Step } from "./pollers";

/** The lag that the target allows, for a step that took so many milliseconds: 3 % of that, or 2 s. */
export const allowedLag: AllowedLag = (duration) => Math.max(0.03 * duration, 2_000);

/** The share of waits that a target is for. */
const nearlyAll = 0.95;

/** How many waits went. Lags in milliseconds, calls a wait on average. */
export interface Waits {
  readonly medianLag: number;
  readonly lateLag: number;
  /** The 95th percentile of lag by duration. */
  readonly lateShare: number;
  /** The 95th percentile of lag by the lag that is allowed: in time if it is 1 or less. */
  readonly lateByAllowed: number;
  readonly calls: number;
}

/** How much longer than in the table the steps of a service take. */
export function timesAsLong(factor: number, { median, late }: Spread): Spread {
  return { median: median * factor, late: late * factor };
}

/** Late and calls of some waits by those of others, the less of the two: 1 or less is to be worse in one of them at most. */
export function leastRatio(some: Waits, others: Waits): number {
  return Math.min(some.lateByAllowed / others.lateByAllowed, some.calls / others.calls);
}

/** The same durations for every poller. */
export function sampled(spread: Spread, count: number): number[] {
  return durationsOf(spread, count, chanceFrom(20_260_701));
}

export async function waits(poller: Poller, step: Step, durations: readonly number[]): Promise<Waits> {
  const chance = chanceFrom(18_061_992);
  const lags: number[] = [];
  const calls: number[] = [];
  for (const duration of durations) {
    const noticed = await poller(step, duration, chance);
    lags.push(noticed.lag);
    calls.push(noticed.calls);
  }
  const byDuration = (of: AllowedLag): number[] => lags.map((lag, index) => lag / of(durations[index] ?? 0));
  return {
    medianLag: percentile(50, lags),
    lateLag: percentile(95, lags),
    lateShare: percentile(
      95,
      byDuration((duration) => duration),
    ),
    lateByAllowed: percentile(95, byDuration(allowedLag)),
    calls: mean(calls),
  };
}

/** The calls of fixed polling with the longest pause, to a tenth of a second, with which it is in time, too. */
export async function fixedCallsInTime(step: Step, durations: readonly number[]): Promise<number> {
  for (let pause = 10_000; ; pause -= 100) {
    const { lateByAllowed, calls } = await waits(every(pause), step, durations);
    if (lateByAllowed <= 1) return calls;
  }
}

/** The fewest calls with which a schedule can be in time. */
export function fewestInTime(durations: readonly number[]): number {
  return fewestCalls(durations, nearlyAll, allowedLag);
}

/** The least share of the duration that the lag can keep to with so many calls; undefined if not even with a whole. */
export function leastLagWith(calls: number, durations: readonly number[]): number | undefined {
  const isEnough = (share: number): boolean =>
    fewestCalls(durations, nearlyAll, (duration) => Math.max(share * duration, 2_000)) <= calls;
  let [low, high] = [0, 1];
  if (!isEnough(high)) return undefined;
  for (let round = 0; round < 10; round += 1) {
    const middle = (low + high) / 2;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
