import assert from "node:assert/strict";
import { inVirtualTime } from "../../../bench/waiting/virtual-time";
import { createPace, type Pace } from "../../../provider/aws/pace";
import type { Clock } from "../../../provider/clock";

interface Scene {
  clock: Clock;
  pace: Pace;
  /** How many calls a second the service takes, with as many at once after a pause; it throttles the rest. */
  allow(callsPerSecond: number): void;
  /** Makes so many calls, so many at once, each again until it is taken; an answer takes so many milliseconds. */
  make(
    calls: number,
    options?: { atOnce?: number; latency?: number },
  ): Promise<{ made: number; seconds: number }>;
}

/** Plays a scene of one client, whose time passes only while everybody waits. */
async function play(limit: number, scene: (on: Scene) => Promise<void>): Promise<void> {
  await inVirtualTime((clock) => {
    const pace = createPace(clock);
    let allowed = limit;
    let tokens = limit;
    let at = clock.now();

    const takes = (): boolean => {
      if (allowed === Number.POSITIVE_INFINITY) return true;
      tokens = Math.min(Math.max(1, allowed), tokens + ((clock.now() - at) / 1000) * allowed);
      at = clock.now();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    };

    const make: Scene["make"] = async (calls, { atOnce = calls, latency = 0 } = {}) => {
      let left = calls;
      let made = 0;
      const startedAt = clock.now();
      const makeOne = async (): Promise<void> => {
        for (;;) {
          const turn = await pace.turn();
          made += 1;
          const isTaken = takes();
          if (latency > 0) await clock.sleep(latency);
          if (isTaken) return turn.taken();
          turn.throttled();
        }
      };
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (left > 0) {
            left -= 1;
            await makeOne();
          }
        }),
      );
      return { made, seconds: (clock.now() - startedAt) / 1000 };
    };

    const allow = (callsPerSecond: number): void => {
      allowed = callsPerSecond;
    };
    return [scene({ clock, pace, allow, make })];
  });
}

describe("the pace of a client", () => {
  for (const limit of [1, 5, 10, 25, 50]) {
    it(`keeps to a limit of ${limit} a second, with everything asked for at once`, async () => {
      await play(limit, async ({ make }) => {
        const { made, seconds } = await make(1000);
        assert.ok(made <= 1100, `${made} calls were made for 1000`);
        assert.ok(seconds <= (1000 / limit) * 1.15, `${seconds} s`);
      });
    });
  }

  for (const limit of [5, 10, 25]) {
    it(`keeps to a limit of ${limit} a second, where answers take a tenth of a second`, async () => {
      await play(limit, async ({ make }) => {
        const { made, seconds } = await make(2000, { atOnce: 16, latency: 100 });
        assert.ok(made <= 2200, `${made} calls were made for 2000`);
        assert.ok(seconds <= (2000 / limit) * 1.15, `${seconds} s`);
      });
    });
  }

  it("holds nobody up for long where there is no limit", async () => {
    await play(Number.POSITIVE_INFINITY, async ({ make }) => {
      const { seconds } = await make(1000);
      assert.ok(seconds < 0.5, `${seconds} s`);
    });
  });

  it("makes the first calls of a small stack without a wait", async () => {
    await play(1000, async ({ make }) => assert.equal((await make(10)).seconds, 0));
  });

  for (const { from, to, latency, longest } of [
    { from: 2, to: 20, latency: 0, longest: 75 },
    { from: 5, to: 25, latency: 0, longest: 47 },
    { from: 5, to: 25, latency: 100, longest: 47 },
    { from: 1, to: 25, latency: 100, longest: 95 },
  ]) {
    it(`goes faster soon once the limit rises from ${from} to ${to}, where answers take ${latency} ms`, async () => {
      await play(from, async ({ allow, make }) => {
        const options = { atOnce: 16, latency };
        await make(500, options);
        allow(to);
        const { made, seconds } = await make(1000, options);
        assert.ok(seconds <= longest, `${seconds} s, where ${1000 / to} are the least`);
        assert.ok(made <= 1100, `${made} calls were made for 1000`);
      });
    });
  }

  it("recovers from a time in which others used up nearly all that there is", async () => {
    await play(0.05, async ({ allow, make }) => {
      await make(3);
      allow(15);
      const { made, seconds } = await make(1000);
      assert.ok(seconds <= 180, `${seconds} s, where 67 are the least`);
      assert.ok(made <= 1100, `${made} calls were made for 1000`);
    });
  });

  it("goes slower once the limit falls, however long there was none", async () => {
    await play(Number.POSITIVE_INFINITY, async ({ allow, make }) => {
      await make(20_000, { atOnce: 16, latency: 100 });
      allow(5);
      const { made } = await make(500, { atOnce: 16, latency: 100 });
      assert.ok(made <= 650, `${made} calls were made for 500`);
    });
  });

  it("gives turns in the order of asking", async () => {
    await play(5, async ({ pace }) => {
      const order: number[] = [];
      await Promise.all(
        Array.from({ length: 40 }, async (_none, number) => {
          await pace.turn();
          order.push(number);
        }),
      );
      assert.deepEqual(order, Array.from(order.keys()));
    });
  });

  it("takes what is throttled at once, of calls sent before it knew, for one sign of the limit", async () => {
    await play(5, async ({ pace, clock }) => {
      const together = await Promise.all([pace.turn(), pace.turn(), pace.turn()]);
      for (const turn of together) turn.throttled();
      const before = clock.now();
      await pace.turn();
      await pace.turn();
      // Half of the first 15 a second, and not an eighth.
      assert.ok(clock.now() - before < 400, `${clock.now() - before} ms`);
    });
  });

  it("never stops, however often it is throttled", async () => {
    await play(5, async ({ pace, clock }) => {
      for (let call = 0; call < 50; call += 1) (await pace.turn()).throttled();
      const before = clock.now();
      await pace.turn();
      assert.ok(clock.now() - before <= 2000, `${clock.now() - before} ms`);
    });
  });
});
