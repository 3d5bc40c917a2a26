import { findEngine } from "../../tools/engine/find-engine";
import { totalOf } from "../emulator/running";
import type { Findings, Part, Samples, Table, Target } from "../findings";
import { median, ratioOf } from "../pairs";
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

interface Size {
  readonly domains: number;
  /** How often whole lives are measured. The textbook takes most of the time, and is far from its targets. */
  readonly rounds: number;
  readonly roundsOfTextbook: number;
  /** How often what can be repeated is measured in each of them. */
  readonly repeats: number;
}

const sizes: readonly Size[] = [
  { domains: 1, rounds: 3, roundsOfTextbook: 3, repeats: 3 },
  { domains: 100, rounds: 3, roundsOfTextbook: 3, repeats: 3 },
  { domains: 500, rounds: 3, roundsOfTextbook: 1, repeats: 3 },
  { domains: 1_000, rounds: 1, roundsOfTextbook: 1, repeats: 1 },
];

/** Everything that was measured of a number of domains. */
type Measurements = Record<Subject, Record<Operation, Measured[]>> & {
  /** Refreshes of the floor with one Describe each through the SDK, and nothing else: the least that one can do. */
  floorThatLooks: Measured[];
};

/** This package, beside the least and beside the textbook, through the real engine. */
export const engine: Part = async (tell) => {
  const measured = new Map<number, Measurements>();
  for (const size of sizes) {
    const measurements = nothingMeasured();
    for (let round = 1; round <= size.rounds; round += 1) {
      const inRound = subjects.filter((subject) => subject !== "textbook" || round <= size.roundsOfTextbook);
      await measureRound(size, inRound, measurements, (operation) =>
        tell(`${operation} of ${size.domains}, round ${round} of ${size.rounds}`),
      );
    }
    measured.set(size.domains, measurements);
  }
  return findings(measured);
};

/** One life of each stack, in turns, so that what else the machine does falls on all of them. */
async function measureRound(
  { domains, repeats }: Size,
  inRound: readonly Subject[],
  measurements: Measurements,
  tell: (operation: Operation) => void,
): Promise<void> {
  const pulumi = await findEngine();
  const stages: [Subject, Stage][] = [];
  try {
    for (const subject of inRound) stages.push([subject, await openStage(pulumi, subject, domains)]);
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
    about: [
      "Each command run by the real engine, on the embedded Cognito where nothing takes time: *ours*; the *floor*, a dynamic resource with the same properties whose provider does nothing at all; and the *textbook*, a dynamic provider that Pulumi serializes into every resource, as its guide shows, making the same calls through the SDK, with a client for each.",
      `In turns, in one run; the figures are medians. A ratio is the median of those of each pair that was measured in one turn, since what slows the machine down for a while falls on both of a pair, and not on both medians. ${sizes.map(wordedSize).join("; ")}.`,
    ].join(" "),
    tables: [
      timeTable("Wall time, in seconds", measured, ({ seconds }) => seconds),
      timeTable("CPU time of all processes together, in seconds", measured, ({ cpu }) => cpu),
      growthTable(measured),
      memoryTable(measured),
      stateTable(measured),
      callTable(of(measured, 500), 500),
    ],
    targets: [...targetsAt500(of(measured, 500)), ...growthTargets(measured)],
    samples: samplesOf(measured),
  };
}

function wordedSize({ domains, rounds, roundsOfTextbook, repeats }: Size): string {
  const lives = (count: number): string => (count === 1 ? "one whole life" : `${count} whole lives`);
  const textbook = roundsOfTextbook === rounds ? "" : ` (${roundsOfTextbook} of the textbook)`;
  const repeated = repeats === 1 ? "" : `, in each of them ${repeats} times preview, no change and refresh`;
  const counted = `${domains.toLocaleString("en-US")} ${domains === 1 ? "domain" : "domains"}`;
  return `${counted}: ${lives(rounds)}${textbook}${repeated}`;
}

function timeTable(
  caption: string,
  measured: ReadonlyMap<number, Measurements>,
  figureOf: (one: Measured) => number,
): Table {
  return {
    caption,
    columns: [
      ...["Domains", "Command", "Ours", "Floor", "Textbook"],
      ...["Ours ÷ floor", "of each pair", "Pairs", "Textbook ÷ ours"],
    ],
    rows: [...measured].flatMap(([domains, measurements]) =>
      operations.map((operation) => {
        const figures = (subject: Subject): number[] => measurements[subject][operation].map(figureOf);
        const [ours, floor, textbook] = subjects.map((subject) => median(figures(subject))) as Three;
        const pairs = figures("ours").length;
        const toFloor = ratioOf(figures("ours"), figures("floor"));
        const spread = pairs === 1 ? "–" : `${toFloor.lowest.toFixed(2)} to ${toFloor.highest.toFixed(2)}`;
        const ofTextbook = ratioOf(figures("textbook"), figures("ours")).median;
        return [domains, operation, ours, floor, textbook, toFloor.median, spread, pairs, ofTextbook];
      }),
    ),
  };
}

/** Of each subject. */
type Three = [number, number, number];

function memoryTable(measured: ReadonlyMap<number, Measurements>): Table {
  return {
    caption: "The most memory that a process held over the whole life of so many domains, in MB",
    columns: ["Domains", "Process", "Ours", "Floor", "Textbook", "Ours ÷ floor", "Textbook ÷ ours"],
    rows: [...measured].flatMap(([domains, measurements]) =>
      roles.map((role) => {
        const [ours, floor, textbook] = subjects.map((subject) =>
          Math.max(
            ...operations.flatMap((operation) =>
              measurements[subject][operation].map(({ memory }) => memory[role]),
            ),
          ),
        ) as Three;
        return [domains, role, ours, floor, textbook, ours / floor, textbook / ours];
      }),
    ),
  };
}

function samplesOf(measured: ReadonlyMap<number, Measurements>): Samples[] {
  const samples: Samples[] = [];
  const add = (of: string, all: readonly Measured[]): void => {
    samples.push(
      { of: `${of}: seconds`, figures: inSeconds(all) },
      { of: `${of}: seconds of CPU time`, figures: all.map(({ cpu }) => cpu) },
    );
  };
  for (const [domains, measurements] of measured) {
    for (const operation of operations)
      for (const subject of subjects)
        add(`${operation} of ${domains}, ${subject}`, measurements[subject][operation]);
    add(`refresh of ${domains}, the floor with one Describe each`, measurements.floorThatLooks);
  }
  return samples;
}

function stateTable(measured: ReadonlyMap<number, Measurements>): Table {
  return {
    caption: "Bytes of state for each resource",
    columns: ["Domains", "Ours", "Floor", "Textbook", "Ours ÷ floor", "Textbook ÷ ours"],
    rows: [...measured].map(([domains, measurements]) => {
      const [ours, floor, textbook] = subjects.map(
        (subject) => stateBytes(measurements, subject) / domains,
      ) as Three;
      return [domains, ours, floor, textbook, ours / floor, textbook / ours];
    }),
  };
}

/** The calls that each domain needs, going by what the API asks for. */
const needed: Record<Operation, Calls> = {
  preview: {},
  create: { Create: 1, Describe: 1 },
  "no change": {},
  refresh: { Describe: 1 },
  update: { Update: 1, Describe: 1 },
  destroy: { Delete: 1, Describe: 1 },
};

/** What is called beside that, so that nobody's change is overwritten that was made behind Pulumi's back. */
const guards: Partial<Record<Operation, Calls>> = { update: { Describe: 1 } };

type Calls = Readonly<Record<string, number>>;

function callTable(measurements: Measurements, domains: number): Table {
  const ofAll = (calls: Calls): Calls =>
    Object.fromEntries(Object.entries(calls).map(([name, each]) => [name, each * domains]));
  return {
    caption: `Calls for ${domains} domains`,
    note: "Needed is what the API asks for: the change, and one look at whether it is in force. An update looks before as well: the service replaces what it isn't given, and what somebody has changed behind Pulumi's back would be lost.",
    columns: ["Command", "Made", "Needed", "The look before"],
    rows: operations.map((operation) => [
      operation,
      worded(mostCalls(measurements, operation)),
      worded(ofAll(needed[operation])),
      worded(ofAll(guards[operation] ?? {})),
    ]),
  };
}

/** Of all the times that it was measured. */
function mostCalls(measurements: Measurements, operation: Operation): Calls {
  const all = measurements.ours[operation].map(({ calls }) => calls);
  return all.reduce((most, calls) => (totalOf(calls) > totalOf(most) ? calls : most), {});
}

function worded(calls: Readonly<Record<string, number>>): string {
  const parts = Object.entries(calls).map(([operation, count]) => `${count} ${operation}`);
  return parts.length === 0 ? "none" : parts.sort().join(" + ");
}

function targetsAt500(measurements: Measurements): Target[] {
  const seconds = (subject: Subject, operation: Operation): number[] =>
    inSeconds(measurements[subject][operation]);
  const toFloor = (operation: Operation, atMost: number, outOfReach?: string): Target => ({
    what: `${operation} of 500, ours ÷ floor`,
    figure: ratioOf(seconds("ours", operation), seconds("floor", operation)).median,
    bound: { atMost },
    ...(outOfReach !== undefined && { outOfReach }),
  });
  const looking = inSeconds(measurements.floorThatLooks);
  const lookingByFloor = ratioOf(looking, seconds("floor", "refresh")).median;
  const oneDescribe =
    lookingByFloor > 1.25
      ? `with one Describe each through the SDK, and nothing else, it is ${lookingByFloor.toFixed(2)}`
      : undefined;
  const whole = (subject: Subject): number =>
    operations.reduce((sum, operation) => sum + median(seconds(subject, operation)), 0);
  const calls = (operation: Operation): number => totalOf(mostCalls(measurements, operation));
  const allowed = (operation: Operation): number =>
    500 * (totalOf(needed[operation]) + totalOf(guards[operation] ?? {}));
  return [
    toFloor("create", 1.25),
    toFloor("refresh", 1.25, oneDescribe),
    {
      what: "refresh of 500, ours ÷ the floor with one Describe each",
      figure: ratioOf(seconds("ours", "refresh"), looking).median,
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
        what: `calls of ${operation} of 500, above ${guards[operation] ? "those needed and the look before" : "those needed"}`,
        figure: calls(operation) - allowed(operation),
        bound: { atMost: 0 },
      }),
    ),
  ];
}

function inSeconds(all: readonly Measured[]): number[] {
  return all.map(({ seconds }) => seconds);
}

const growing = ["create", "no change", "refresh", "update"] as const;

/** How much longer a domain takes among a thousand than among a hundred. */
interface Growth {
  /** Of what each takes: the whole time by the number of domains. */
  readonly ofEach: number;
  /** Milliseconds that one more takes, from 1 to 100 and from 1 to 1,000: what the CLI takes to start isn't in them. */
  readonly oneMoreOf100: number;
  readonly oneMoreOf1000: number;
  readonly ofOneMore: number;
}

function growthOf(
  measured: ReadonlyMap<number, Measurements>,
  subject: Subject,
  operation: Operation,
): Growth {
  const took = (domains: number): number =>
    median(inSeconds(of(measured, domains)[subject][operation])) * 1000;
  const oneMoreOf = (domains: number): number => (took(domains) - took(1)) / (domains - 1);
  return {
    ofEach: took(1_000) / 1_000 / (took(100) / 100),
    oneMoreOf100: oneMoreOf(100),
    oneMoreOf1000: oneMoreOf(1_000),
    ofOneMore: oneMoreOf(1_000) / oneMoreOf(100),
  };
}

function growthTable(measured: ReadonlyMap<number, Measurements>): Table {
  const took = (subject: Subject): string =>
    median(inSeconds(of(measured, 1_000)[subject].create)).toFixed(1);
  return {
    caption: "Growth: what a domain takes among 1,000, by what it takes among 100",
    note: `*Each* is the whole time by the number of domains; the CLI's start is in it, and weighs less with each more. *One more* leaves that out: it is what 1,000 take more than 1, by 999, beside what 100 take more than 1, by 99. With each step the engine writes the state of the whole stack anew, so that what one more takes grows with their number, whatever the provider does: of the ${took("ours")} s in which 1,000 were created, ${took("floor")} s are the floor's, whose provider does nothing.`,
    columns: [
      ...["Command", "Each, ours", "floor", "One more of 100, ours, in ms", "floor"],
      ...["One more of 1,000, ours, in ms", "floor", "1,000 ÷ 100, ours", "floor", "Ours ÷ floor"],
    ],
    rows: growing.map((operation) => {
      const ours = growthOf(measured, "ours", operation);
      const floor = growthOf(measured, "floor", operation);
      return [
        ...[operation, ours.ofEach, floor.ofEach, ours.oneMoreOf100, floor.oneMoreOf100],
        ...[ours.oneMoreOf1000, floor.oneMoreOf1000, ours.ofOneMore, floor.ofOneMore],
        ours.ofOneMore / floor.ofOneMore,
      ];
    }),
  };
}

const mostGrowth = 1.2;

function growthTargets(measured: ReadonlyMap<number, Measurements>): Target[] {
  return growing.flatMap((operation): Target[] => {
    const [ours, floor] = (["ours", "floor"] as const).map((subject) =>
      growthOf(measured, subject, operation),
    ) as [Growth, Growth];
    const byFloors: Target = {
      what: `${operation}, one more of 1,000 ÷ one more of 100, ours ÷ floor`,
      figure: ours.ofOneMore / floor.ofOneMore,
      bound: { atMost: 1.1 },
    };
    return [
      {
        what: `${operation}, time for each of 1,000 ÷ each of 100`,
        figure: ours.ofEach,
        bound: { atMost: mostGrowth },
        ...(floor.ofEach > mostGrowth && { outOfReach: `the floor's is ${floor.ofEach.toFixed(2)}` }),
      },
      ...(floor.ofOneMore > mostGrowth ? [byFloors] : []),
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
