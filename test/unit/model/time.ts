import { type VirtualClock, virtualClock } from "../../../emulator/index";
import type { Clock } from "../../../provider/clock";

/** A wait went on for longer than every timeout there is. */
export class EndlessWait extends Error {
  override readonly name = "EndlessWait";
}

/** Longer than the timeouts of all the steps that a resource goes through in one run. */
const longestRun = 4 * 60 * 60_000;
/** A wait that doesn't get on, such as one that sleeps for no time at all, ends here. */
const mostSleeps = 2_000;

/**
 * Time that passes only while everybody sleeps: when all the tasks under way do, the clock, which is the emulator's
 * too, goes to the moment at which the first of them wakes. So steps run side by side, and the same way each time.
 */
export interface Time {
  readonly clock: Clock;
  readonly emulators: VirtualClock;
  /** Runs tasks side by side. */
  together<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]>;
}

export function createTime(): Time {
  const clock = virtualClock();
  let awake = 0;
  let endless = Number.POSITIVE_INFINITY;
  let slept = 0;
  let sleepers: { until: number; wake(): void }[] = [];

  return {
    clock: { now: clock.now, timeOfDay: clock.now, sleep },
    emulators: clock,
    async together(tasks) {
      endless = clock.now() + longestRun;
      slept = 0;
      awake = tasks.length;
      return Promise.all(
        tasks.map(async (task) => {
          try {
            return await task();
          } finally {
            fallAsleep();
          }
        }),
      );
    },
  };

  function sleep(milliseconds: number): Promise<void> {
    const until = clock.now() + milliseconds;
    slept += 1;
    if (until > endless || slept > mostSleeps)
      return Promise.reject(
        new EndlessWait(`A wait doesn't end: ${slept} pauses by ${clock.now()}, the limit is ${endless}.`),
      );
    return new Promise((resolve) => {
      sleepers.push({ until, wake: resolve });
      fallAsleep();
    });
  }

  function fallAsleep(): void {
    awake -= 1;
    const first = Math.min(...sleepers.map(({ until }) => until));
    if (awake > 0 || sleepers.length === 0) return;
    clock.advance(Math.max(0, first - clock.now()));
    const next = sleepers.find(({ until }) => until === first);
    sleepers = sleepers.filter((sleeper) => sleeper !== next);
    awake += 1;
    next?.wake();
  }
}

/** Lets one task at a time through: with two requests on their way, the network would decide which comes first. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}
