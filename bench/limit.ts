import { serviceQuotas } from "pulumi-cognito-domain/emulator";
import { findEngine } from "../tools/engine/find-engine";
import { totalOf } from "./emulator/running";
import { openStage, type StageOptions } from "./engine/stage";
import type { Part, Table, Target } from "./findings";

const domains = 1_000;
/** Of each domain: 1 Create and 1 Describe. */
const needed = 2 * domains;

/** What is taken, and the least number of seconds in which all that is needed can be. */
interface Limit {
  readonly name: string;
  readonly options: StageOptions;
  readonly least: number;
  /**
   * Calls a second that the floor is told of, where the engine may be slower than the limit: there is nothing else to
   * compare with.
   */
  readonly floor?: number;
}

const [before, afterwards] = [5, 25];

const limits: readonly Limit[] = [
  { name: "25 a second", options: evenly(25), least: needed / 25, floor: 25 },
  { name: "10 a second", options: evenly(10), least: needed / 10 },
  { name: "5 a second", options: evenly(5), least: needed / 5 },
  {
    name: `${before} a second, and ${afterwards} once half of the calls are taken`,
    options: { ...evenly(before), rise: { afterCalls: needed / 2, times: afterwards / before } },
    least: needed / 2 / before + needed / 2 / afterwards,
  },
  {
    name: "the service's: 15 changes and 20 reads a second, and 5 of one pool",
    options: { quotas: requestQuotas() },
    least: domains / 15,
    // For each of 15 domains a second a change and a read.
    floor: 30,
  },
];

function evenly(requestsPerSecond: number): StageOptions {
  return { quotas: { requestsPerSecond } };
}

/** Those of a new account, without the one on how many custom domains there may be. */
function requestQuotas(): NonNullable<StageOptions["quotas"]> {
  const { customDomains: _few, ...quotas } = serviceQuotas;
  return quotas;
}

/** What one `pulumi up` took for all of them. */
interface Created {
  readonly seconds: number;
  readonly made: number;
  readonly throttled: number;
  readonly secondsSinceRise: number | undefined;
}

interface Found extends Limit {
  readonly ours: Created;
  readonly byFloor: Created | undefined;
}

/** A thousand creates through the real engine, where the service throttles whatever is above so many calls a second. */
export const limit: Part = async (tell) => {
  const found: Found[] = [];
  for (const limit of limits) {
    tell(`${domains} creates at ${limit.name}`);
    const ours = await create("ours", limit.options);
    if (limit.floor !== undefined) tell(`the floor at ${limit.name}`);
    const byFloor = limit.floor === undefined ? undefined : await create("floor", {}, limit.floor);
    found.push({ ...limit, ours, byFloor });
  }
  return {
    title: "Under a limit",
    about: `${domains.toLocaleString("en-US")} domains created by one \`pulumi up\`, which fails if one of them does, on an embedded Cognito that takes so many calls a second and throttles the rest. ${needed.toLocaleString("en-US")} calls are needed. Where the engine may be slower than that, a *floor* is beside it that calls nothing, is told the limit, and waits no longer than it must. Each was measured once.`,
    tables: [timeTable(found)],
    targets: [...found.flatMap(targetsOf), ...riseTargets(found)],
  };
};

function timeTable(found: readonly Found[]): Table {
  return {
    caption: "Time and calls",
    note: "Domains are on a pool each, so that the quota for one pool is never met. Where the limit rises, it is the emulator's clock that goes faster: a burst after a pause stays that of the limit before.",
    columns: [
      ...["Calls that are taken", "The least seconds", "Seconds", "÷ least"],
      ...["Floor, ÷ least", "Ours ÷ floor", "Calls made", "÷ needed", "Throttled"],
    ],
    rows: found.map(({ name, least, ours, byFloor }) => [
      name,
      least,
      ours.seconds,
      ours.seconds / least,
      byFloor ? byFloor.seconds / least : "–",
      byFloor ? ours.seconds / byFloor.seconds : "–",
      ours.made,
      ours.made / needed,
      ours.throttled,
    ]),
  };
}

/** By the least that is needed. */
const longest = 1.15;

function targetsOf({ name, least, ours, byFloor }: Found): Target[] {
  const floorByLeast = (byFloor?.seconds ?? 0) / least;
  return [
    {
      what: `time at ${name}, ÷ the least`,
      figure: ours.seconds / least,
      bound: { atMost: longest },
      ...(floorByLeast > longest && { outOfReach: `the floor's is ${floorByLeast.toFixed(2)}` }),
    },
    ...(byFloor
      ? [
          {
            what: `time at ${name}, ours ÷ floor`,
            figure: ours.seconds / byFloor.seconds,
            bound: { atMost: longest },
          },
        ]
      : []),
    { what: `calls made at ${name}, ÷ needed`, figure: ours.made / needed, bound: { atMost: 1.1 } },
  ];
}

/**
 * What it takes to find out that the limit has risen: on a virtual clock a tenth of the time that as many calls take at
 * the new one (test/unit/aws/pace.test.ts).
 */
const findingOut = 0.1;

/** From the rise on, beside the floor's half at the limit that there is then. */
function riseTargets(found: readonly Found[]): Target[] {
  const floor = found.find(({ floor }) => floor === afterwards)?.byFloor;
  return found.flatMap(({ name, ours }) =>
    ours.secondsSinceRise === undefined || floor === undefined
      ? []
      : [
          {
            what: `time from the rise on at ${name}, ÷ half of the floor's at ${afterwards}`,
            figure: ours.secondsSinceRise / (floor.seconds / 2),
            bound: { atMost: longest + findingOut },
          },
        ],
  );
}

async function create(
  subject: "ours" | "floor",
  options: StageOptions,
  floorsCallsPerSecond?: number,
): Promise<Created> {
  const stage = await openStage(await findEngine(), subject, domains, options);
  try {
    const { seconds, calls, throttled, secondsSinceRise } = await stage.run(
      "create",
      floorsCallsPerSecond === undefined
        ? {}
        : { BENCH_FLOOR_CALLS_PER_SECOND: String(floorsCallsPerSecond) },
    );
    return { seconds, made: totalOf(calls), throttled, secondsSinceRise };
  } finally {
    await stage.close();
  }
}
