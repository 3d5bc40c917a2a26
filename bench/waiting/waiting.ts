import { type Spread, stepDurations } from "../../provider/usual-durations";
import type { Part, Table, Target } from "../findings";
import { grounds, observations } from "./durations";
import { mean, percentile } from "./percentiles";
import { fixed, ours, type Step, terraform } from "./pollers";
import {
  fewestInTime,
  fixedCallsInTime,
  leastLagWith,
  leastRatio,
  sampled,
  timesAsLong,
  type Waits,
  waits,
} from "./waits";
import { fixedAtOnce, oursAtOnce, readsASecond, terraformAtOnce, type WaitsAtOnce } from "./waits-at-once";

const count = 5_000;
const sizes = [10, 100, 1_000];

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
  const others: OtherService[] = [];
  for (const step of steps.filter(({ kind, name }) => kind === "custom" && name !== "delete"))
    for (const factor of factors) others.push(await otherService(step, factor));
  tell("many waits at once");
  const crowds: Crowd[] = [];
  for (const size of sizes) {
    crowds.push({
      size,
      ours: await oursAtOnce(size),
      fixed: await fixedAtOnce(size),
      terraform: await terraformAtOnce(size),
    });
  }
  return {
    title: "Waiting",
    about: [
      "The create, update and delete of this package, whole, on a virtual clock, beside polling every 10 s and the waiter of Terraform's AWS provider; all of them wait for the same durations, drawn from log-normal distributions.",
      "**These are the distributions that this package's rhythm was tuned for**, and no step of the service has been measured: what becomes of it where they are wrong is in a table of its own.",
      "A wait is in time when its end is noticed within 3 % of its duration, or within 2 s.",
      "In time in 19 of 20 cases **and** with at most a third of the calls of fixed polling, which was the target, is more than any schedule can do: the fewest calls that being in time takes are a lower bound for every schedule, even one that knows the distribution. So **the target of a third is missed** for a single wait. The lag is kept, and the calls have that bound as their target instead; they fall to a third, and less, where calls are scarce: with many waits at once.",
    ].join(" "),
    tables: [
      tableOfDurations,
      tableOfObservations,
      tableOfLags(rows),
      tableOfBounds(rows),
      tableOfOtherServices(others),
      tableOfCrowds(crowds),
      ...crowds.slice(-1).map(tableOfRates),
    ],
    targets: [
      ...rows.flatMap(targetsOf),
      ...others.flatMap(otherTargets),
      ...crowds.slice(-1).flatMap(crowdTargets),
    ],
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

const factors = [0.5, 1, 2] as const;

/** A service that takes so many times as long as it is taken for. */
interface OtherService {
  readonly step: Step;
  readonly factor: (typeof factors)[number];
  readonly ours: Waits;
  readonly fixed: Waits;
  readonly terraform: Waits;
}

async function otherService(step: Step, factor: OtherService["factor"]): Promise<OtherService> {
  const durations = sampled(timesAsLong(factor, stepDurations[step.kind][step.name]), count / 5);
  return {
    step,
    factor,
    ours: await waits(ours, step, durations),
    fixed: await waits(fixed, step, durations),
    terraform: await waits(terraform, step, durations),
  };
}

function tableOfOtherServices(services: readonly OtherService[]): Table {
  const row = ({ step, factor }: OtherService, waiter: string, found: Waits): string[] => [
    nameOf(step),
    `${factor}`,
    waiter,
    seconds(found.medianLag),
    seconds(found.lateLag),
    percent(found.lateShare),
    found.lateByAllowed.toFixed(2),
    found.calls.toFixed(1),
  ];
  return {
    caption: `If the service takes so many times as long as this package takes for granted: ${(count / 5).toLocaleString("en-US")} waits each`,
    note: "Where the service is quicker than that, the earliest of its steps end while this package still looks seldom. Then it isn't in time in 19 of 20 cases, and neither is anybody else; what is asked of it is not to be worse than fixed polling in both the lag and the calls. Where the service is slower, this package looks more often than it had to, and is to be in time as ever.",
    columns: [
      ...["Step", "Times as long", "Waiter", "Lag, median", "Lag, 95th percentile"],
      ...["Lag by duration, 95th percentile", "Lag by what is allowed, 95th percentile", "Calls"],
    ],
    rows: services.flatMap((service) => [
      row(service, "this package", service.ours),
      row(service, "every 10 s", service.fixed),
      row(service, "Terraform", service.terraform),
    ]),
  };
}

function otherTargets({ step, factor, ours, fixed }: OtherService): Target[] {
  const name = `${nameOf(step)} that takes ${factor} times as long`;
  if (factor === 0.5) {
    return [
      {
        what: `${name}: by fixed polling's, the less of lag (95th percentile, by what is allowed) and calls`,
        figure: leastRatio(ours, fixed),
        bound: { atMost: 1 },
      },
    ];
  }
  if (factor === 2) {
    return [
      {
        what: `${name}: lag by what is allowed, 95th percentile`,
        figure: ours.lateByAllowed,
        bound: { atMost: 1 },
      },
    ];
  }
  return [];
}

/** So many waits at once. */
interface Crowd {
  readonly size: number;
  readonly ours: WaitsAtOnce;
  readonly fixed: WaitsAtOnce;
  readonly terraform: WaitsAtOnce;
}

function tableOfCrowds(crowds: readonly Crowd[]): Table {
  const row = (size: number, waiter: string, found: WaitsAtOnce): string[] => [
    size.toLocaleString("en-US"),
    waiter,
    found.waits.length.toLocaleString("en-US"),
    found.calls.length.toLocaleString("en-US"),
    percent(throttledShare(found)),
    seconds(percentile(50, found.waits.map(lagOf))),
    seconds(lateLag(found)),
  ];
  return {
    caption: `Creates of custom domains at once, from a service that takes ${readsASecond} reads a second`,
    note: "The other two look again when their next look is due where one was throttled; what an SDK would retry before that is left out. Neither Pulumi nor Terraform has so many under way unless it is told to (`--parallel`, `-parallelism`).",
    columns: ["Waits", "Waiter", "Ended", "Calls", "Throttled", "Lag, median", "Lag, 95th percentile"],
    rows: crowds.flatMap(({ size, ours, fixed, terraform }) => [
      row(size, "this package", ours),
      row(size, "every 10 s", fixed),
      row(size, "Terraform", terraform),
    ]),
  };
}

const span = 5 * 60_000;

function tableOfRates({ size, ours, fixed, terraform }: Crowd): Table {
  const spans = Array.from({ length: 8 }, (_none, index) => index);
  const rate = ({ calls }: WaitsAtOnce, index: number, onlyTaken: boolean): string => {
    const within = calls.filter(
      ({ at, isTaken }) => Math.floor(at / span) === index && (isTaken || !onlyTaken),
    );
    return (within.length / (span / 1000)).toFixed(1);
  };
  return {
    caption: `Calls a second of ${size.toLocaleString("en-US")} waits, and in brackets how many the service took`,
    columns: ["From minute", "this package", "every 10 s", "Terraform"],
    rows: spans.map((index) => [
      `${(index * span) / 60_000}`,
      ...[ours, fixed, terraform].map(
        (found) => `${rate(found, index, false)} (${rate(found, index, true)})`,
      ),
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

function crowdTargets({ size, ours, fixed }: Crowd): Target[] {
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

function throttledShare({ calls }: WaitsAtOnce): number {
  return mean(calls.map(({ isTaken }) => (isTaken ? 0 : 1)));
}

function lateLag({ waits }: WaitsAtOnce): number {
  return percentile(95, waits.map(lagOf));
}

function lagOf({ lag }: WaitsAtOnce["waits"][number]): number {
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
