/** Where time enters: the real one here, one that tests drive elsewhere. */
export interface Clock {
  /** Milliseconds, counted from whenever. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  // Not the time of day, which can be set back in the middle of a wait.
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
