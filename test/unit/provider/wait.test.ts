import assert from "node:assert/strict";
import { pauseAfter, waitFor } from "../../../provider/lifecycle/wait";
import { usualDurations } from "../../../provider/usual-durations";
import { virtualClock } from "./support";

const minute = 60_000;

/** Waits for something that happens at a time, and tells when it was noticed and how often was looked. */
async function waitForEventAt(time: number, usual: { from: number; to: number }, deadline = 60 * minute) {
  const clock = virtualClock();
  let looks = 0;
  const found = await waitFor(
    {
      usual,
      startedAt: 0,
      deadline,
      async look() {
        looks += 1;
        return clock.now() >= time ? clock.now() : undefined;
      },
    },
    clock,
    () => 0.5,
  );
  return { noticedAt: found, looks, endedAt: clock.now() };
}

describe("A wait", () => {
  it("looks at once", async () => {
    assert.deepEqual(await waitForEventAt(0, usualDurations.prefix), { noticedAt: 0, looks: 1, endedAt: 0 });
  });

  for (const [kind, time] of [
    ["prefix", 0.8 * minute],
    ["custom", 5 * minute],
    ["custom", 10 * minute],
    ["custom", 15 * minute],
    ["custom", 50 * minute],
  ] as const) {
    it(`notices a ${kind} domain after ${time / minute} minutes within 3 % or 15 s`, async () => {
      const { noticedAt, looks } = await waitForEventAt(time, usualDurations[kind]);
      const lag = (noticedAt ?? Number.POSITIVE_INFINITY) - time;
      assert.ok(lag <= Math.max(0.035 * time, 17_000), `${lag} ms late`);
      assert.ok(looks <= 90, `${looks} looks`);
    });
  }

  it("looks seldom while it is too early for a custom domain", async () => {
    const { looks } = await waitForEventAt(5 * minute, usualDurations.custom);
    assert.ok(looks <= 14, `${looks} looks`);
  });

  it("ends at the deadline, with a last look", async () => {
    const { noticedAt, endedAt } = await waitForEventAt(
      Number.POSITIVE_INFINITY,
      usualDurations.custom,
      20 * minute,
    );
    assert.equal(noticedAt, undefined);
    assert.equal(endedAt, 20 * minute);
    assert.equal(
      (await waitForEventAt(20 * minute, usualDurations.custom, 20 * minute)).noticedAt,
      20 * minute,
    );
  });

  it("never pauses for less than 450 ms or more than 66 s, whatever the elapsed time and chance", () => {
    for (const usual of Object.values(usualDurations)) {
      for (let elapsed = 0; elapsed < 120 * minute; elapsed += 777) {
        for (const random of [0, 0.5, 0.999]) {
          const pause = pauseAfter(elapsed, usual, random);
          assert.ok(
            pause >= 450 && (pause <= 66_000 || elapsed < usual.from),
            `${pause} ms after ${elapsed} ms`,
          );
        }
      }
    }
  });

  it("doesn't look in step with other waits", () => {
    assert.notEqual(
      pauseAfter(10 * minute, usualDurations.custom, 0.1),
      pauseAfter(10 * minute, usualDurations.custom, 0.9),
    );
  });
});
