import assert from "node:assert/strict";
import type { DomainKind, EmulatorOptions, StepDurations } from "../../../emulator/index";
import {
  around,
  create,
  custom,
  describeDomain,
  outcomeOf,
  prefix,
  remove,
  statusOf,
  update,
  useEmulator,
} from "./support";

const kinds = [
  ["prefix", prefix],
  ["custom", custom],
] as const;

const quick = {
  prefix: { create: 1000, update: 500, delete: 500, nameRelease: 500 },
  custom: { create: 3000, update: 2000, delete: 1500, nameRelease: 2000 },
};
const realistic = {
  prefix: { create: 30_000, update: 30_000, delete: 10_000, nameRelease: 120_000 },
  custom: { create: 600_000, update: 300_000, delete: 120_000, nameRelease: 300_000 },
};

const taking: [title: string, options: EmulatorOptions, expected: Durations][] = [
  ["unless something else is asked for", {}, quick],
  ['that are "quick"', { durations: "quick" }, quick],
  ['that are "realistic"', { durations: "realistic" }, realistic],
  ["ten times as fast", { durations: "realistic", speed: 10 }, timesAsLong(realistic, 1 / 10)],
  ["half as fast", { speed: 0.5 }, timesAsLong(quick, 2)],
  [
    "that are given for one kind",
    { durations: { prefix: realistic.prefix } },
    { ...quick, prefix: realistic.prefix },
  ],
  [
    "that is given for one step",
    { durations: { custom: { update: 7 } } },
    { ...quick, custom: { ...quick.custom, update: 7 } },
  ],
  [
    "that is given, twice as fast",
    { durations: { custom: { update: 14 } }, speed: 2 },
    { ...timesAsLong(quick, 1 / 2), custom: { ...timesAsLong(quick, 1 / 2).custom, update: 7 } },
  ],
];

describe("the time that steps take", () => {
  for (const [title, options, expected] of taking) {
    describe(title, () => {
      const bench = useEmulator(options);
      for (const [kind, request] of kinds) {
        const steps = expected[kind];
        const active = async () => {
          const input = request(bench.emulator.createPool().id);
          await create(bench, input);
          bench.clock.advance(steps.create);
          return input;
        };
        const deleted = async () => {
          const input = await active();
          await remove(bench, input.Domain, input.UserPoolId);
          return input;
        };

        it(`is ${steps.create} ms for the creation of a ${kind} domain`, async () => {
          const input = request(bench.emulator.createPool().id);
          await create(bench, input);
          const status = () => statusOf(bench, input.Domain);
          assert.deepEqual(await around(bench, steps.create, status), ["CREATING", "ACTIVE"]);
        });

        it(`is ${steps.update} ms for an update of a ${kind} domain`, async () => {
          const input = await active();
          await update(bench, input);
          const status = () => statusOf(bench, input.Domain);
          assert.deepEqual(await around(bench, steps.update, status), ["UPDATING", "ACTIVE"]);
        });

        it(`is ${steps.delete} ms for the deletion of a ${kind} domain`, async () => {
          const input = await deleted();
          const status = () => statusOf(bench, input.Domain);
          assert.deepEqual(await around(bench, steps.delete, status), ["DELETING", undefined]);
        });

        it(`is ${steps.nameRelease} ms more until the name of a ${kind} domain is free`, async () => {
          const input = await deleted();
          bench.clock.advance(steps.delete);
          const again = () => outcomeOf(create(bench, input));
          assert.deepEqual(await around(bench, steps.nameRelease, again), [
            "Domain already exists.",
            "taken",
          ]);
        });
      }
    });
  }
});

describe("steps that take no time", () => {
  const none = { create: 0, update: 0, delete: 0, nameRelease: 0 };
  const bench = useEmulator({ durations: { prefix: none, custom: none } });

  for (const [kind, request] of kinds) {
    it(`leave a ${kind} domain ACTIVE at once after it is created`, async () => {
      const input = request(bench.emulator.createPool().id);
      await create(bench, input);
      assert.equal(await statusOf(bench, input.Domain), "ACTIVE");
    });

    it(`leave a ${kind} domain ACTIVE at once after an update`, async () => {
      const input = request(bench.emulator.createPool().id);
      await create(bench, input);
      await update(bench, { ...input, ManagedLoginVersion: 2 });
      const { Status, ManagedLoginVersion } = await describeDomain(bench, input.Domain);
      assert.deepEqual({ Status, ManagedLoginVersion }, { Status: "ACTIVE", ManagedLoginVersion: 2 });
    });

    it(`leave nothing of a ${kind} domain at once after it is deleted`, async () => {
      const input = request(bench.emulator.createPool().id);
      await create(bench, input);
      await remove(bench, input.Domain, input.UserPoolId);
      assert.deepEqual(await describeDomain(bench, input.Domain), {});
    });

    it(`leave the name of a deleted ${kind} domain free at once`, async () => {
      const input = request(bench.emulator.createPool().id);
      await create(bench, input);
      await remove(bench, input.Domain, input.UserPoolId);
      assert.equal(await outcomeOf(create(bench, input)), "taken");
    });
  }
});

describe("a step that takes for ever", () => {
  const bench = useEmulator({ durations: { prefix: { create: Number.POSITIVE_INFINITY } } });

  it("never ends", async () => {
    await create(bench, prefix(bench.emulator.createPool().id));
    bench.clock.advance(100 * 365 * 86_400_000);
    assert.equal(await statusOf(bench, "shop"), "CREATING");
  });
});

type Durations = Record<DomainKind, StepDurations>;

function timesAsLong({ prefix, custom }: Durations, factor: number): Durations {
  const times = (steps: StepDurations) => ({
    create: steps.create * factor,
    update: steps.update * factor,
    delete: steps.delete * factor,
    nameRelease: steps.nameRelease * factor,
  });
  return { prefix: times(prefix), custom: times(custom) };
}
