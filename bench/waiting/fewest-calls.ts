import { countUntil } from "./percentiles";

/** The lag that counts as in time for a step that took so many milliseconds. */
export type AllowedLag = (duration: number) => number;

/**
 * A bound that no schedule of looks can beat: the fewest calls a wait, on average, with which that share of waits is
 * noticed in time, for a schedule that knows beforehand how the durations are distributed, though not which one is next.
 *
 * A look at a time costs a call in all waits that are longer, and sees in time those that ended shortly before it. Which
 * looks to take, at what price for a wait that is noticed in time, is found exactly, the latest first; and at each price
 * the outcome is a lower bound (weak duality), so that the highest is one, too.
 *
 * @param durations the shortest first
 */
export function fewestCalls(durations: readonly number[], share: number, allowed: AllowedLag): number {
  const times = timesUpTo(durations[durations.length - 1] ?? 0);
  const ended = times.map((time) => countUntil(durations, time) / durations.length);
  /** For each time the look that comes so late after it as is just in time, rounded so that the bound stays one. */
  const nextLook = times.map((time) =>
    Math.min(Math.ceil(Math.log((time + allowed(time)) / firstTime) / stepOfTimes) + 1, times.length - 1),
  );

  function boundAt(price: number): number {
    const gains = new Float64Array(times.length);
    for (let at = times.length - 2; at >= 0; at -= 1) {
      const look = nextLook[at] ?? 0;
      const seen = (ended[look] ?? 0) - (ended[at] ?? 0);
      const cost = 1 - (ended[look] ?? 0);
      gains[at] = Math.max(gains[at + 1] ?? 0, price * seen - cost + (gains[look] ?? 0));
    }
    return share * price - (gains[0] ?? 0);
  }

  // The call that sees the end is made in every wait.
  return 1 + highest(boundAt, 0, 1_000);
}

const firstTime = 10;
const stepOfTimes = 0.0005;

/** From 10 ms on, each 0.05 % after the one before. */
function timesUpTo(last: number): number[] {
  const count = Math.ceil(Math.log(last / firstTime) / stepOfTimes) + 2;
  return Array.from({ length: count }, (_none, index) => firstTime * Math.exp(stepOfTimes * index));
}

/** The highest value of a function that rises and then falls. */
function highest(of: (at: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let round = 0; round < 30; round += 1) {
    const [lower, upper] = [low + (high - low) / 3, high - (high - low) / 3];
    if (of(lower) < of(upper)) low = lower;
    else high = upper;
  }
  return of((low + high) / 2);
}
