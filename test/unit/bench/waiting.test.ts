import assert from "node:assert/strict";
import { fewestCalls } from "../../../bench/waiting/fewest-calls";
import { mean, percentile } from "../../../bench/waiting/percentiles";
import { fixed, ours, type Step, terraform } from "../../../bench/waiting/pollers";
import {
  allowedLag,
  fewestInTime,
  leastRatio,
  sampled,
  timesAsLong,
  waits,
} from "../../../bench/waiting/waits";
import { fixedAtOnce, oursAtOnce } from "../../../bench/waiting/waits-at-once";
import { stepDurations } from "../../../provider/usual-durations";

// What `npm run bench -- waiting` measures, with fewer waits. Time is virtual and chance has a seed: the same each time.

const anyStep: Step = { kind: "custom", name: "create" };

describe("The waits of this package", () => {
  for (const kind of ["prefix", "custom"] as const) {
    for (const name of ["create", "update", "delete"] as const) {
      it(`notice the ${name} of a ${kind} domain within 3 % or 2 s in 19 of 20 cases`, async () => {
        const { lateByAllowed } = await waits(
          ours,
          { kind, name },
          sampled(stepDurations[kind][name], 1_000),
        );
        assert.ok(lateByAllowed <= 1, `${lateByAllowed} times the lag that is allowed`);
      });
    }
  }

  for (const name of ["create", "update"] as const) {
    it(`take at most 1.4 times the fewest calls that this takes for the ${name} of a custom domain`, async () => {
      const durations = sampled(stepDurations.custom[name], 1_000);
      const { calls } = await waits(ours, { kind: "custom", name }, durations);
      const fewest = fewestInTime(sampled(stepDurations.custom[name], 20_000));
      assert.ok(calls <= 1.4 * fewest, `${calls} calls, where ${fewest} are the fewest`);
    });
  }

  for (const name of ["create", "update"] as const) {
    const step: Step = { kind: "custom", name };
    const durationsOf = (factor: number): number[] =>
      sampled(timesAsLong(factor, stepDurations.custom[name]), 1_000);

    it(`aren't worse than fixed polling in both lag and calls where the ${name} of a custom domain takes half as long`, async () => {
      const [our, their] = [
        await waits(ours, step, durationsOf(0.5)),
        await waits(fixed, step, durationsOf(0.5)),
      ];
      assert.ok(leastRatio(our, their) <= 1, `the less of the two is ${leastRatio(our, their)}`);
    });

    it(`are in time where the ${name} of a custom domain takes twice as long`, async () => {
      const { lateByAllowed } = await waits(ours, step, durationsOf(2));
      assert.ok(lateByAllowed <= 1, `${lateByAllowed} times the lag that is allowed`);
    });
  }

  it("take at most a third of the calls of fixed polling and of its lag where 1,000 begin at once", async () => {
    const [our, their] = [await oursAtOnce(1_000), await fixedAtOnce(1_000)];
    const late = ({ waits }: typeof our): number =>
      percentile(
        95,
        waits.map(({ lag }) => lag),
      );
    assert.equal(our.waits.length, 1_000);
    assert.ok(
      our.calls.length <= their.calls.length / 3,
      `${our.calls.length} of ${their.calls.length} calls`,
    );
    assert.ok(late(our) <= late(their) / 3, `${late(our)} of ${late(their)} ms`);
    assert.ok(our.calls.filter(({ isTaken }) => !isTaken).length <= 0.05 * our.calls.length);
  });
});

describe("The bench's other waiters", () => {
  it("look every 10 s", async () => {
    assert.deepEqual(await fixed(anyStep, 25_000, Math.random), { calls: 4, lag: 5_000 });
  });

  it("look as Terraform does: at once, after 0.2, 0.4, 0.8, 1.6, 3.2 and 6.4 s, and then every 10 s", async () => {
    assert.deepEqual(await terraform(anyStep, 600, Math.random), { calls: 3, lag: 0 });
    assert.deepEqual(await terraform(anyStep, 12_600, Math.random), { calls: 7, lag: 0 });
    assert.deepEqual(await terraform(anyStep, 12_601, Math.random), { calls: 8, lag: 9_999 });
  });
});

describe("The fewest calls for being in time", () => {
  const second = (): number => 1_000;

  it("are one where each wait takes the same time", () => {
    assert.ok(Math.abs(fewestCalls([60_000, 60_000], 1, second) - 1) < 0.01);
  });

  it("are one and a half where a wait takes one of two times, which only a look after the first can tell", () => {
    const durations = Array.from({ length: 100 }, (_none, index) => (index < 50 ? 60_000 : 90_000));
    assert.ok(Math.abs(fewestCalls(durations, 1, second) - 1.5) < 0.01);
  });

  it("are no more than what schedules take that are in time", () => {
    const durations = sampled(stepDurations.custom.create, 20_000);
    const inTime = fewestInTime(durations);
    let compared = 0;
    for (const from of [1_000, 60_000, 120_000, 150_000]) {
      for (const share of [0.02, 0.025, 0.0275, 0.03]) {
        const { lateByAllowed, calls } = scheduled(durations, from, share);
        if (lateByAllowed > 1) continue;
        compared += 1;
        assert.ok(calls >= inTime, `${calls} calls are fewer than ${inTime}`);
      }
    }
    assert.ok(compared >= 10, `only ${compared} schedules are in time`);
  });

  it("are fewer where some may be late", () => {
    const durations = sampled(stepDurations.custom.create, 1_000);
    assert.ok(fewestCalls(durations, 0.5, second) < fewestCalls(durations, 0.95, second) / 2);
  });
});

/** Looks from a time on, each later than the one before by a share of the time, or by 2 s. */
function scheduled(durations: readonly number[], from: number, share: number) {
  const looks = [from];
  const last = durations[durations.length - 1] ?? 0;
  for (let look = from; look < last; looks.push(look)) look += Math.max(share * look, 2_000);
  const noticed = durations.map((duration) => {
    const index = looks.findIndex((look) => look >= duration);
    return { calls: index + 1, byAllowed: ((looks[index] ?? 0) - duration) / allowedLag(duration) };
  });
  return {
    calls: mean(noticed.map(({ calls }) => calls)),
    lateByAllowed: percentile(
      95,
      noticed.map(({ byAllowed }) => byAllowed),
    ),
  };
}
