import { type Spread, stepDurations } from "../../provider/usual-durations";
import type { Part, Table, Target } from "../findings";
import { grounds, observations } from "./durations";
import { type Fleet, fixedFleet, ourFleet, readsASecond } from "./fleet";
import { mean, percentile } from "./percentiles";
import { fixed, ours, type Step, terraform } from "./pollers";
import { fewestInTime, fixedCallsInTime, leastLagWith, sampled, type Waits, waits } from "./waits";

const count = 5_000;
const fleetSizes = [10, 100, 1_000];

const steps: readonly Step[] = (["prefix", "custom"] as const).flatMap((kind) =>
  (["create", "update", "delete"] as const).map((name) => ({ kind, name })),
);

/** How soon the end of a step is noticed, and with how many calls: by this package, fixed polling and Terraform. */
export const waiting: Part = async (tell) => {
  const rows: StepFindings[] = [];
  for (const step of steps) {
    tell(`${count.toLocaleString("en-US")} waits each for the ${nameOf(step)}`);
    rows.push(await findingsOf(step));
  }
  tell("waits for a service that is quicker or slower than assumed");
  const otherwise = await tableOfOtherServices();
  tell("many waits at once");
  const fleets: Fleets[] = [];
  for (const size of fleetSizes)
    fleets.push({ size, ours: await ourFleet(size), fixed: await fixedFleet(size) });
  return {
    title: "Waiting",
    about: [
      "The create, update and delete of this package, whole, on a virtual clock, beside polling every 10 s and the waiter of Terraform's AWS provider; all of them wait for the same durations, drawn from log-normal distributions.",
      "A wait is in time when its end is noticed within 3 % of its duration, or within 2 s.",
      "In time in 19 of 20 cases **and** with at most a third of the calls of fixed polling, which was the target, is more than any schedule can do: the fewest calls that being in time takes are a lower bound for every schedule, even one that knows the distribution. So **the target of a third is missed** for a single wait. The lag is kept, and the calls have that bound as their target instead; they fall to a third, and less, where calls are scarce: with many waits at once.",
    ].join(" "),
    tables: [
      tableOfDurations,
      tableOfObservations,
      tableOfLags(rows),
      tableOfBounds(rows),
      otherwise,
      tableOfFleets(fleets),
      ...fleets.slice(-1).map(tableOfRates),
    ],
    targets: [...rows.flatMap(targetsOf), ...fleets.slice(-1).flatMap(fleetTargets)],
  };
};

interface StepFindings {
  readonly step: Step;
  readonly ours: Waits;
  readonly fixed: Waits;
  readonly terraform: Waits;
  /** Calls of fixed polling that is in time. */
  readonly fixedInTime: number;
  readonly fewest: number;
  readonly leastLag: number | undefined;
}

async function findingsOf(step: Step): Promise<StepFindings> {
  const durations = sampled(stepDurations[step.kind][step.name], count);
  const byFixed = await waits(fixed, step, durations);
  return {
    step,
    ours: await waits(ours, step, durations),
    fixed: byFixed,
    terraform: await waits(terraform, step, durations),
    fixedInTime: await fixedCallsInTime(step, durations),
    ...boundsOf(stepDurations[step.kind][step.name], byFixed.calls / 3),
  };
}

/** Of more durations than there are waits: a schedule that knew a few beforehand could make use of the gaps between them. */
function boundsOf(spread: Spread, calls: number): Pick<StepFindings, "fewest" | "leastLag"> {
  const durations = sampled(spread, 50_000);
  return { fewest: fewestInTime(durations), leastLag: leastLagWith(calls, durations) };
}

const tableOfDurations: Table = {
  caption: "What is assumed of the durations",
  columns: ["Step", "Median", "95th percentile", "Observed", "Assumed"],
  rows: steps.map((step) => {
    const { median, late } = stepDurations[step.kind][step.name];
    const { observed, assumed } = grounds[step.kind][step.name];
    return [nameOf(step), seconds(median), seconds(late), observed, assumed];
  }),
};

const tableOfObservations: Table = {
  caption: "What has been observed: not one of these is the time of a single step",
  columns: ["What", "Time", "Source"],
  rows: observations.map(({ what, time, source }) => [what, time, source]),
};

function tableOfLags(rows: readonly StepFindings[]): Table {
  const row = (step: Step, poller: string, found: Waits): string[] => [
    nameOf(step),
    poller,
    seconds(found.medianLag),
    seconds(found.lateLag),
    percent(found.lateShare),
    found.lateByAllowed <= 1 ? "yes" : "no",
    found.calls.toFixed(1),
  ];
  return {
    caption: `Lag and calls of ${count.toLocaleString("en-US")} waits each`,
    columns: [
      "Step",
      "Waiter",
      "Lag, median",
      "Lag, 95th percentile",
      "Lag by duration, 95th percentile",
      "In time in 19 of 20",
      "Calls",
    ],
    rows: rows.flatMap(({ step, ...found }) => [
      row(step, "this package", found.ours),
      row(step, "every 10 s", found.fixed),
      row(step, "Terraform", found.terraform),
    ]),
  };
}

function tableOfBounds(rows: readonly StepFindings[]): Table {
  return {
    caption: "Calls, and what the best schedule could do",
    columns: [
      "Step",
      "This package",
      "By polling's every 10 s",
      "Fixed polling that is in time",
      "Fewest for being in time, of any schedule",
      "By polling's every 10 s",
      "Least lag by duration, of any schedule with a third of polling's every 10 s",
    ],
    rows: rows.map(({ step, ours, fixed, fixedInTime, fewest, leastLag }) => [
      nameOf(step),
      ours.calls.toFixed(1),
      (ours.calls / fixed.calls).toFixed(2),
      fixedInTime.toFixed(1),
      fewest.toFixed(1),
      (fewest / fixed.calls).toFixed(2),
      leastLag === undefined ? "more than the duration" : percent(leastLag),
    ]),
  };
}

async function tableOfOtherServices(): Promise<Table> {
  const rows: string[][] = [];
  for (const name of ["create", "update"] as const) {
    for (const factor of [0.5, 1, 2]) {
      const step: Step = { kind: "custom", name };
      const durations = sampled(times(factor, stepDurations.custom[name]), count / 5);
      const [found, byFixed] = [await waits(ours, step, durations), await waits(fixed, step, durations)];
      rows.push([
        nameOf(step),
        `${factor}`,
        seconds(found.medianLag),
        seconds(found.lateLag),
        percent(found.lateShare),
        found.calls.toFixed(1),
        (found.calls / byFixed.calls).toFixed(2),
      ]);
    }
  }
  return {
    caption: "If the service takes so many times as long as this package takes for granted",
    columns: [
      "Step",
      "Times as long",
      "Lag, median",
      "Lag, 95th percentile",
      "Lag by duration, 95th percentile",
      "Calls",
      "By fixed polling's",
    ],
    rows,
  };
}

function times(factor: number, { median, late }: Spread): Spread {
  return { median: median * factor, late: late * factor };
}

/** So many waits at once. */
interface Fleets {
  readonly size: number;
  readonly ours: Fleet;
  readonly fixed: Fleet;
}

function tableOfFleets(fleets: readonly Fleets[]): Table {
  const row = (size: number, waiter: string, fleet: Fleet): string[] => [
    size.toLocaleString("en-US"),
    waiter,
    fleet.waits.length.toLocaleString("en-US"),
    fleet.calls.length.toLocaleString("en-US"),
    percent(throttledShare(fleet)),
    seconds(percentile(50, fleet.waits.map(lagOf))),
    seconds(lateLag(fleet)),
  ];
  return {
    caption: `Creates of custom domains at once, from a service that takes ${readsASecond} reads a second`,
    columns: ["Waits", "Waiter", "Ended", "Calls", "Throttled", "Lag, median", "Lag, 95th percentile"],
    rows: fleets.flatMap(({ size, ours, fixed }) => [
      row(size, "this package", ours),
      row(size, "every 10 s", fixed),
    ]),
  };
}

const span = 5 * 60_000;

function tableOfRates({ size, ours, fixed }: Fleets): Table {
  const spans = Array.from({ length: 8 }, (_none, index) => index);
  const rate = ({ calls }: Fleet, index: number, onlyTaken: boolean): string => {
    const within = calls.filter(
      ({ at, isTaken }) => Math.floor(at / span) === index && (isTaken || !onlyTaken),
    );
    return (within.length / (span / 1000)).toFixed(1);
  };
  return {
    caption: `Calls a second of ${size.toLocaleString("en-US")} waits, and in brackets how many the service took`,
    columns: ["From minute", "this package", "every 10 s"],
    rows: spans.map((index) => [
      `${(index * span) / 60_000}`,
      ...[ours, fixed].map((fleet) => `${rate(fleet, index, false)} (${rate(fleet, index, true)})`),
    ]),
  };
}

function targetsOf({ step, ours, fixed, fewest }: StepFindings): Target[] {
  const fewestByFixed = fewest / fixed.calls;
  return [
    {
      what: `calls by fixed polling's, ${nameOf(step)}`,
      figure: ours.calls / fixed.calls,
      bound: { atMost: 1 / 3 },
      ...(fewestByFixed > 1 / 3 && {
        outOfReach: `in time, any schedule takes ${fewestByFixed.toFixed(2)} at the least`,
      }),
    },
    {
      what: `lag by what is allowed, 95th percentile, ${nameOf(step)}`,
      figure: ours.lateByAllowed,
      bound: { atMost: 1 },
    },
    // Of the few looks at what takes seconds, the one at once and the one after a second are too many to compare.
    ...(fewest < 10
      ? []
      : [
          {
            what: `calls by the fewest for being in time, ${nameOf(step)}`,
            figure: ours.calls / fewest,
            bound: { atMost: 1.4 },
          },
        ]),
  ];
}

function fleetTargets({ size, ours, fixed }: Fleets): Target[] {
  const name = `${size.toLocaleString("en-US")} waits at once`;
  return [
    { what: `${name}: that came to their end`, figure: ours.waits.length, bound: { atLeast: size } },
    {
      what: `${name}: calls by fixed polling's`,
      figure: ours.calls.length / fixed.calls.length,
      bound: { atMost: 1 / 3 },
    },
    { what: `${name}: share of throttled calls`, figure: throttledShare(ours), bound: { atMost: 0.05 } },
    {
      what: `${name}: lag, 95th percentile, by fixed polling's`,
      figure: lateLag(ours) / lateLag(fixed),
      bound: { atMost: 1 / 3 },
    },
  ];
}

function throttledShare({ calls }: Fleet): number {
  return mean(calls.map(({ isTaken }) => (isTaken ? 0 : 1)));
}

function lateLag({ waits }: Fleet): number {
  return percentile(95, waits.map(lagOf));
}

function lagOf({ lag }: Fleet["waits"][number]): number {
  return lag;
}

function nameOf({ kind, name }: Step): string {
  return `${name} of a ${kind} domain`;
}

function seconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toPrecision(3)).toLocaleString("en-US")} s`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2)).toLocaleString("en-US")} %`;
}
