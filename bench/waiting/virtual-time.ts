import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../provider/clock";
import { countUntil } from "./percentiles";

/** Runs tasks side by side on a clock that goes to the next moment at which one of them wakes, once all of them sleep. */
export async function inVirtualTime(tasks: (clock: Clock) => readonly Promise<unknown>[]): Promise<void> {
  let now = 0;
  /** When somebody wakes, the first one first, and who. */
  const moments: number[] = [];
  const sleepers: (() => void)[] = [];
  const clock: Clock = {
    now: () => now,
    timeOfDay: () => now,
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        const until = now + Math.max(0, milliseconds);
        const place = countUntil(moments, until);
        moments.splice(place, 0, until);
        sleepers.splice(place, 0, resolve);
      }),
  };

  let isOver = false;
  const all = Promise.all(tasks(clock)).finally(() => {
    isOver = true;
  });
  for (;;) {
    // By then whoever is awake has come to a pause: nothing in here waits for anything but the clock.
    await setImmediate();
    if (isOver) return void (await all);
    now = moments.shift() ?? now;
    sleepers.shift()?.();
  }
}

/** A clock for a single task, or for what is beside the time of a story: sleeping takes no time. */
export function clockOfOne(): Clock {
  let now = 0;
  return {
    now: () => now,
    timeOfDay: () => now,
    async sleep(milliseconds) {
      now += milliseconds;
    },
  };
}
