/** Where the emulator's time comes from. Tests pass one that they move by hand. */
export interface Clock {
  /** The present, in milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
