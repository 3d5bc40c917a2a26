/** Where time enters: the real one here, one that tests drive elsewhere. */
export interface Clock {
  /** Milliseconds, counted from whenever: for how long something takes. */
  now(): number;
  /** Milliseconds since 1970: for what others date. It can be set while something is under way. */
  timeOfDay(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  // Not the time of day, which can be set back in the middle of a wait.
  now: () => performance.now(),
  timeOfDay: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
