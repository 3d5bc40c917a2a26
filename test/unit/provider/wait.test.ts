import assert from "node:assert/strict";
import { pauseAfter, type Rhythm, rhythmFor, waitFor } from "../../../provider/lifecycle/wait";
import { stepDurations } from "../../../provider/usual-durations";
import { virtualClock } from "./support";

const second = 1_000;
const minute = 60 * second;

const { prefix, custom } = stepDurations;
const customCreate = rhythmFor(custom.create);

/** Waits for something that happens at a time, and tells when it was noticed and how often was looked. */
async function waitForEventAt(time: number, rhythm: Rhythm, deadline = 60 * minute, chance = 0.5) {
  const clock = virtualClock();
  let looks = 0;
  const found = await waitFor(
    {
      rhythm,
      startedAt: 0,
      deadline,
      async look() {
        looks += 1;
        return clock.now() >= time ? clock.now() : undefined;
      },
    },
    clock,
    () => chance,
  );
  return { noticedAt: found, looks, endedAt: clock.now() };
}

describe("A wait", () => {
  it("looks at once", async () => {
    assert.deepEqual(await waitForEventAt(0, customCreate), { noticedAt: 0, looks: 1, endedAt: 0 });
  });

  for (const [kind, steps] of Object.entries({ prefix, custom })) {
    for (const [name, spread] of Object.entries(steps)) {
      for (const time of [spread.median / 2, spread.median, spread.late, 1.7 * spread.late]) {
        it(`notices the ${name} of a ${kind} domain after ${time / second} s within 3 % or 2 s`, async () => {
          for (const chance of [0, 0.5, 0.999]) {
            const { noticedAt } = await waitForEventAt(time, rhythmFor(spread), 60 * minute, chance);
            const lag = (noticedAt ?? Number.POSITIVE_INFINITY) - time;
            assert.ok(lag <= Math.max(0.03 * time, 2 * second), `${lag} ms late`);
          }
        });
      }
    }
  }

  it("looks seldom while it is too early for a custom domain", async () => {
    const { looks } = await waitForEventAt(2.5 * minute, customCreate);
    assert.ok(looks <= 11, `${looks} looks`);
  });

  it("notices a custom domain that is there much sooner than usual within half a minute", async () => {
    for (let time = 0; time < custom.create.median / 3; time += 1234) {
      const { noticedAt } = await waitForEventAt(time, customCreate);
      const lag = (noticedAt ?? Number.POSITIVE_INFINITY) - time;
      assert.ok(lag <= Math.min(3 * time + second, 30 * second) * 1.05, `${lag} ms after ${time} ms`);
    }
  });

  it("ends at the deadline, with a last look", async () => {
    const { noticedAt, endedAt } = await waitForEventAt(Number.POSITIVE_INFINITY, customCreate, 20 * minute);
    assert.equal(noticedAt, undefined);
    assert.equal(endedAt, 20 * minute);
    assert.equal((await waitForEventAt(20 * minute, customCreate, 20 * minute)).noticedAt, 20 * minute);
  });

  it("that is alone never pauses for less than 1 s or more than 31.5 s, whatever the elapsed time and chance", () => {
    for (const spread of [...Object.values(prefix), ...Object.values(custom)]) {
      for (let elapsed = 0; elapsed < 120 * minute; elapsed += 777) {
        for (const random of [0, 0.5, 0.999]) {
          const pause = pauseAfter(elapsed, rhythmFor(spread), 1, random);
          assert.ok(pause >= second && pause <= 31.5 * second, `${pause} ms after ${elapsed} ms`);
        }
      }
    }
  });

  it("doesn't look in step with other waits", () => {
    assert.notEqual(
      pauseAfter(10 * minute, customCreate, 1, 0.1),
      pauseAfter(10 * minute, customCreate, 1, 0.9),
    );
  });

  it("that is one of 1,000 pauses for at least 100 s, so that together they look 10 times a second", () => {
    assert.ok(pauseAfter(10 * minute, customCreate, 1_000, 0) >= 100 * second);
  });

  it("that is one of 1,000 still notices what takes seconds after twice the time", () => {
    assert.ok(pauseAfter(3 * second, rhythmFor(prefix.create), 1_000, 0.999) <= 3.15 * second);
  });

  it("counts those that pause at the same time, and not those that have ended", async () => {
    const rhythm = rhythmFor(prefix.create);
    const sleepers: (() => void)[] = [];
    const waitOnce = (clock: ReturnType<typeof virtualClock>): Promise<true | undefined> => {
      let looks = 0;
      const look = async (): Promise<true | undefined> => (looks++ > 0 ? true : undefined);
      return waitFor({ rhythm, startedAt: -minute, deadline: minute, look }, clock, () => 0);
    };
    const pauseOfOneMore = async (): Promise<number> => {
      const clock = virtualClock();
      await waitOnce(clock);
      return Math.round(clock.slept[0] ?? 0);
    };
    const asleep = { ...virtualClock(), sleep: () => new Promise<void>((wake) => sleepers.push(wake)) };
    const waits = Array.from({ length: 100 }, () => waitOnce(asleep));
    await Promise.resolve();
    assert.equal(sleepers.length, 100);
    assert.equal(await pauseOfOneMore(), 10_100);
    for (const wake of sleepers) wake();
    await Promise.all(waits);
    assert.equal(await pauseOfOneMore(), 1_905);
  });
});
