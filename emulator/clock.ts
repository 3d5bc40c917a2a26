import { unfit } from "./diagnostics";
import { UnfitValue } from "./unfit-value";

/** Where the emulator's time comes from. */
export interface Clock {
  /** The present, in milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved, so that a test needs not wait. */
export interface VirtualClock extends Clock {
  /**
   * Moves it on.
   *
   * @param milliseconds 0 or more
   * @throws TypeError for less
   */
  advance(milliseconds: number): void;
}

/**
 * A clock for tests, which stands still until `advance` is called.
 *
 * @param start milliseconds since 1970, by default 2026-07-01T00:00Z
 */
export function virtualClock(start = Date.UTC(2026, 6, 1)): VirtualClock {
  let now = start;
  return {
    now: () => now,
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new UnfitValue(unfit.timeBackwards({ milliseconds }));
      now += milliseconds;
    },
  };
}
