import assert from "node:assert/strict";
import { createPace } from "../../../provider/aws/pace";
import { virtualClock } from "../provider/support";

/** A service that takes so many calls a second, with as many at once after a pause, and throttles the rest. */
function serviceThatTakes(limit: number, clock: { now(): number }) {
  let allowed = limit;
  let tokens = limit;
  let at = clock.now();
  return {
    takes(): boolean {
      tokens = Math.min(allowed, tokens + ((clock.now() - at) / 1000) * allowed);
      at = clock.now();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    allow(calls: number) {
      allowed = calls;
    },
  };
}

function bench(limit: number) {
  const clock = virtualClock();
  const service = serviceThatTakes(limit, clock);
  const pace = createPace(clock);
  /** Makes so many calls, each again until it is taken. */
  const make = async (calls: number) => {
    let made = 0;
    const startedAt = clock.now();
    await Promise.all(
      Array.from({ length: calls }, async () => {
        for (;;) {
          const turn = await pace.turn();
          made += 1;
          if (service.takes()) return turn.taken();
          turn.throttled();
        }
      }),
    );
    return { made, seconds: (clock.now() - startedAt) / 1000 };
  };
  return { clock, service, pace, make };
}

describe("the pace of a client", () => {
  for (const limit of [1, 5, 10, 25, 50]) {
    it(`makes few calls in vain under a limit of ${limit} a second`, async () => {
      const { made } = await bench(limit).make(1000);
      assert.ok(made <= 1100, `${made} calls were made for 1000`);
    });

    it(`takes little longer than it must under a limit of ${limit} a second`, async () => {
      const { seconds } = await bench(limit).make(1000);
      assert.ok(seconds <= (1000 / limit) * 1.15, `${seconds} s`);
    });
  }

  it("makes the first calls of a small stack without a wait worth a word", async () => {
    const { seconds } = await bench(1000).make(3);
    assert.ok(seconds < 0.25, `${seconds} s`);
  });

  it("goes faster again once the limit rises", async () => {
    const { service, make } = bench(2);
    await make(100);
    service.allow(20);
    const { seconds } = await make(1000);
    assert.ok(seconds < 125, `${seconds} s, where 50 are the least and 500 were the old limit's`);
  });

  it("gives turns in the order of asking", async () => {
    const { pace } = bench(5);
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map(async (number) => {
        await pace.turn();
        order.push(number);
      }),
    );
    assert.deepEqual(order, [1, 2, 3, 4]);
  });

  it("takes what is throttled at once, of calls sent before it knew, for one sign of the limit", async () => {
    const { pace, clock } = bench(5);
    const together = await Promise.all([pace.turn(), pace.turn(), pace.turn()]);
    for (const turn of together) turn.throttled();
    const before = clock.now();
    await pace.turn();
    await pace.turn();
    // Half of the first 15 a second, and not an eighth.
    assert.ok(clock.now() - before < 400, `${clock.now() - before} ms`);
  });

  it("never stops, however often it is throttled", async () => {
    const { pace, clock } = bench(5);
    for (let call = 0; call < 50; call += 1) (await pace.turn()).throttled();
    const before = clock.now();
    await pace.turn();
    assert.ok(clock.now() - before <= 2000, `${clock.now() - before} ms`);
  });
});
