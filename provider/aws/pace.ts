import type { Clock } from "../clock";
import { isThrottled } from "../errors/service-error";
import { aroundEachAttempt } from "./middleware";

/** Lets calls through no faster than the service takes them. What that is, it learns from what is throttled. */
export interface Pace {
  /** Resolves when a call may be made, in the order of asking. */
  turn(): Promise<Turn>;
}

/** A call's leave to be made; how it went is to be told. */
export interface Turn {
  taken(): void;
  throttled(): void;
}

// In calls a second. The service gives a new account 15 changes and 20 reads of domains ("Quotas in Amazon Cognito" in
// the developer guide). From there it goes up quickly until something is throttled, so that whoever has been granted more
// doesn't wait for what isn't needed.
const firstRate = 15;
const lowestRate = 0.5;

/**
 * How far the pace may run ahead of an even one after a time without calls, in milliseconds: by a second's calls, as
 * the quotas are given, until what is throttled shows that there is less.
 */
const firstBurst = 1000;
const burst = 200;

/** @param clock where time comes from */
export function createPace(clock: Clock): Pace {
  const waiting: ((isHeldUp: boolean) => void)[] = [];
  /** When the latest calls were taken, as far back as a second. */
  const taken: number[] = [];
  /** How many that were held up have been taken since the latest was throttled. */
  let inARow = 0;
  let rate = firstRate;
  let next = clock.now() - firstBurst;
  let loweredAt = Number.NEGATIVE_INFINITY;
  let isLimitKnown = false;
  let isRunning = false;

  return {
    async turn() {
      const isHeldUp = await new Promise<boolean>((resolve) => {
        waiting.push(resolve);
        void giveTurns();
      });
      const sentAt = clock.now();
      return {
        taken() {
          taken.push(clock.now());
          forgetOlder();
          // A pace that holds nobody up is raised by nobody: what would be too fast hasn't been tried.
          if (!isHeldUp) return;
          inARow += 1;
          rate *= isLimitKnown ? (inARow > manyInARow ? confidently : carefully) : quickly;
        },
        throttled() {
          // What was sent before the rate was lowered says nothing about what it is now.
          if (sentAt <= loweredAt) return;
          forgetOlder();
          const recently = taken.length;
          rate = lowered(isLimitKnown ? rate : Math.max(firstRate, recently), recently);
          isLimitKnown = true;
          inARow = 0;
          loweredAt = clock.now();
        },
      };
    },
  };

  /** Gives one turn after the other. The rate may change while the next is waited for. */
  async function giveTurns(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let first = waiting.shift(); first; first = waiting.shift()) {
      const isHeldUp = clock.now() < next;
      while (clock.now() < next) await clock.sleep(next - clock.now());
      next = Math.max(next, clock.now() - (isLimitKnown ? burst : firstBurst)) + 1000 / rate;
      first(isHeldUp);
    }
    isRunning = false;
  }

  function forgetOlder(): void {
    while ((taken[0] ?? Number.POSITIVE_INFINITY) < clock.now() - 1000) taken.shift();
  }
}

/** Has every attempt of a client's calls wait for its turn. */
export function keepPace(stack: unknown, pace: Pace): void {
  aroundEachAttempt(stack, "keepPace", async (attempt) => {
    const turn = await pace.turn();
    try {
      const answer = await attempt();
      turn.taken();
      return answer;
    } catch (error) {
      if (isThrottled({ exception: (error as Error).name })) turn.throttled();
      throw error;
    }
  });
}

/** Before anything was throttled, every call that was held up and is taken raises the rate by so much. */
const quickly = 2;
/** From then on: about one call in twenty-five finds out where the limit is now. */
const carefully = 1.008;
/** Where so many in a row were taken, more than it takes to meet the limit again, it has risen. */
const manyInARow = 40;
const confidently = 1.04;

/** A little below what was just taken; but one throttled call neither halves the rate nor leaves it nearly as it was. */
function lowered(rate: number, taken: number): number {
  return Math.max(lowestRate, rate / 2, Math.min(rate * 0.9, taken * 0.9));
}
