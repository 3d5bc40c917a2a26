import { findEngine } from "../../tools/engine/find-engine";
import { totalOf } from "../emulator/running";
import type { Findings, Part, Table, Target } from "../findings";
import { median } from "../pairs";
import { roles } from "./family";
import {
  type Measured,
  type Operation,
  openStage,
  operations,
  type Stage,
  type Subject,
  subjects,
} from "./stage";

/** So many domains, measured in so many rounds; what can be repeated within a round is, so many times. */
const sizes = [
  { domains: 1, rounds: 3, repeats: 3 },
  { domains: 100, rounds: 3, repeats: 3 },
  { domains: 500, rounds: 1, repeats: 7 },
  { domains: 1_000, rounds: 1, repeats: 1 },
] as const;

/** Everything that was measured of a number of domains. */
type Measurements = Record<Subject, Record<Operation, Measured[]>> & {
  /** Refreshes of the floor with one Describe each through the SDK, and nothing else: the least that one can do. */
  floorThatLooks: Measured[];
};

/** This package, beside the least and beside the textbook, through the real engine. */
export const engine: Part = async (tell) => {
  const measured = new Map<number, Measurements>();
  for (const { domains, rounds, repeats } of sizes) {
    const measurements = nothingMeasured();
    for (let round = 1; round <= rounds; round += 1) {
      await measureRound(domains, repeats, measurements, (operation) =>
        tell(`${operation} of ${domains}, round ${round} of ${rounds}`),
      );
    }
    measured.set(domains, measurements);
  }
  return findings(measured);
};

/** One life of all three stacks, in turns, so that what else the machine does falls on each. */
async function measureRound(
  domains: number,
  repeats: number,
  measurements: Measurements,
  tell: (operation: Operation) => void,
): Promise<void> {
  const pulumi = await findEngine();
  const stages: [Subject, Stage][] = [];
  try {
    for (const subject of subjects) stages.push([subject, await openStage(pulumi, subject, domains)]);
    for (const operation of operations) {
      tell(operation);
      for (let time = 0; time < (repeatable.has(operation) ? repeats : 1); time += 1) {
        for (const [subject, stage] of stages) {
          measurements[subject][operation].push(await stage.run(operation));
          if (operation === "refresh" && subject === "floor")
            measurements.floorThatLooks.push(await stage.run(operation, { BENCH_FLOOR_DESCRIBES: "1" }));
        }
      }
    }
  } finally {
    for (const [, stage] of stages) await stage.close();
  }
}

/** What finds the same afterwards as before. */
const repeatable: ReadonlySet<Operation> = new Set(["preview", "no change", "refresh"]);

function nothingMeasured(): Measurements {
  const each = (): Record<Operation, Measured[]> => ({
    preview: [],
    create: [],
    "no change": [],
    refresh: [],
    update: [],
    destroy: [],
  });
  return { ours: each(), floor: each(), textbook: each(), floorThatLooks: [] };
}

function findings(measured: ReadonlyMap<number, Measurements>): Findings {
  return {
    title: "Against the floor and the textbook",
    about:
      "Each command run by the real engine, on the embedded Cognito where nothing takes time: *ours*; the *floor*, a dynamic resource with the same properties whose provider does nothing at all; and the *textbook*, a dynamic provider that Pulumi serializes into every resource, as its guide shows, making the same calls through the SDK, with a client for each. In turns, in one run, medians: with 1 and 100 domains of 3 rounds, with 500 and 1,000 of 1; preview, no change and refresh 3 times in each, with 500 7 times, and with 1,000 once.",
    tables: [
      timeTable("Wall time, in seconds", measured, ({ seconds }) => seconds),
      timeTable("CPU time of all processes together, in seconds", measured, ({ cpu }) => cpu),
      memoryTable(of(measured, 500)),
      stateTable(measured),
      callTable(of(measured, 500), 500),
    ],
    targets: [...targetsAt500(of(measured, 500)), ...growthTargets(measured)],
  };
}

function timeTable(
  caption: string,
  measured: ReadonlyMap<number, Measurements>,
  figureOf: (one: Measured) => number,
): Table {
  return {
    caption,
    columns: ["Domains", "Command", "Ours", "Floor", "Textbook", "Ours ÷ floor", "Textbook ÷ ours"],
    rows: [...measured].flatMap(([domains, measurements]) =>
      operations.map((operation) => {
        const [ours, floor, textbook] = subjects.map((subject) =>
          median(measurements[subject][operation].map(figureOf)),
        ) as [number, number, number];
        return [domains, operation, ours, floor, textbook, ours / floor, textbook / ours];
      }),
    ),
  };
}

function memoryTable(measurements: Measurements): Table {
  const most = (subject: Subject, role: (typeof roles)[number]): number =>
    Math.max(
      ...operations.flatMap((operation) =>
        measurements[subject][operation].map(({ memory }) => memory[role]),
      ),
    );
  return {
    caption: "The most memory that a process held over the whole life of 500 domains, in MB",
    columns: ["Process", "Ours", "Floor", "Textbook"],
    rows: roles.map((role) => [role, ...subjects.map((subject) => most(subject, role))]),
  };
}

function stateTable(measured: ReadonlyMap<number, Measurements>): Table {
  return {
    caption: "Bytes of state for each resource",
    columns: ["Domains", "Ours", "Floor", "Textbook", "Ours ÷ floor", "Textbook ÷ ours"],
    rows: [...measured].map(([domains, measurements]) => {
      const [ours, floor, textbook] = subjects.map(
        (subject) => stateBytes(measurements, subject) / domains,
      ) as [number, number, number];
      return [domains, ours, floor, textbook, ours / floor, textbook / ours];
    }),
  };
}

/** The calls that each domain needs, going by what the API asks for. */
const needed: Record<Operation, Readonly<Record<string, number>>> = {
  preview: {},
  create: { Create: 1, Describe: 1 },
  "no change": {},
  refresh: { Describe: 1 },
  update: { Describe: 2, Update: 1 },
  destroy: { Delete: 1, Describe: 1 },
};

function callTable(measurements: Measurements, domains: number): Table {
  return {
    caption: `Calls for ${domains} domains, and the least that it takes: an update looks before and after`,
    columns: ["Command", "Made", "The least"],
    rows: operations.map((operation) => [
      operation,
      worded(measurements.ours[operation].at(-1)?.calls ?? {}),
      worded(
        Object.fromEntries(Object.entries(needed[operation]).map(([name, each]) => [name, each * domains])),
      ),
    ]),
  };
}

function worded(calls: Readonly<Record<string, number>>): string {
  const parts = Object.entries(calls).map(([operation, count]) => `${count} ${operation}`);
  return parts.length === 0 ? "none" : parts.sort().join(" + ");
}

function targetsAt500(measurements: Measurements): Target[] {
  const seconds = (subject: Subject, operation: Operation): number =>
    median(measurements[subject][operation].map((one) => one.seconds));
  const toFloor = (operation: Operation, atMost: number, outOfReach?: string): Target => ({
    what: `${operation} of 500, ours ÷ floor`,
    figure: seconds("ours", operation) / seconds("floor", operation),
    bound: { atMost },
    ...(outOfReach !== undefined && { outOfReach }),
  });
  const looking = median(measurements.floorThatLooks.map((one) => one.seconds));
  const lookingByFloor = looking / seconds("floor", "refresh");
  const oneDescribe =
    lookingByFloor > 1.25
      ? `with one Describe each through the SDK, and nothing else, it is ${lookingByFloor.toFixed(2)}`
      : undefined;
  const whole = (subject: Subject): number =>
    operations.reduce((sum, operation) => sum + seconds(subject, operation), 0);
  const calls = (operation: Operation): number => totalOf(measurements.ours[operation].at(-1)?.calls ?? {});
  const least = (operation: Operation): number => 500 * totalOf(needed[operation]);
  return [
    toFloor("create", 1.25),
    toFloor("refresh", 1.25, oneDescribe),
    {
      what: "refresh of 500, ours ÷ the floor with one Describe each",
      figure: seconds("ours", "refresh") / looking,
      bound: { atMost: 1.25 },
    },
    toFloor("update", 1.25),
    toFloor("no change", 1.05),
    {
      what: "state of 500, ours ÷ floor",
      figure: stateBytes(measurements, "ours") / stateBytes(measurements, "floor"),
      bound: { atMost: 1.3 },
    },
    {
      what: "state of 500, textbook ÷ ours",
      figure: stateBytes(measurements, "textbook") / stateBytes(measurements, "ours"),
      bound: { atLeast: 5 },
    },
    {
      what: "all commands with 500 together, textbook ÷ ours",
      figure: whole("textbook") / whole("ours"),
      bound: { atLeast: 1.7 },
    },
    ...operations.map(
      (operation): Target => ({
        what: `calls of ${operation} of 500, above the least`,
        figure: calls(operation) - least(operation),
        bound: { atMost: 0 },
      }),
    ),
  ];
}

/** How much longer each domain takes among a thousand than among a hundred; the floor shows what of it is the engine's. */
function growthTargets(measured: ReadonlyMap<number, Measurements>): Target[] {
  const each = (domains: number, subject: Subject, operation: Operation): number =>
    median(of(measured, domains)[subject][operation].map(({ seconds }) => seconds)) / domains;
  return (["create", "no change", "refresh", "update"] as const).flatMap((operation): Target[] => {
    const growth = (subject: Subject): number =>
      each(1_000, subject, operation) / each(100, subject, operation);
    const target = {
      what: `${operation}, time for each of 1,000 ÷ each of 100`,
      figure: growth("ours"),
      bound: { atMost: 1.2 },
    };
    if (growth("floor") <= 1.2) return [target];
    // The engine writes the whole state with every step.
    return [
      { ...target, outOfReach: `the floor's is ${growth("floor").toFixed(2)}` },
      {
        what: `the same by the floor's`,
        figure: growth("ours") / growth("floor"),
        bound: { atMost: 1.1 },
      },
    ];
  });
}

function stateBytes(measurements: Measurements, subject: Subject): number {
  return median(measurements[subject].create.map((one) => one.stateBytes));
}

function of(measured: ReadonlyMap<number, Measurements>, domains: number): Measurements {
  const found = measured.get(domains);
  if (!found) throw new Error(`Nothing was measured of ${domains} domains.`);
  return found;
}
