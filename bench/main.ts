import { describeRate, memoryWith, startTime } from "./emulator/measures";
import { inPairs, type Pairs, type Spread } from "./pairs";

/** Measures the embedded Cognito beside the least that Node.js can do, and what it promises. */
async function main(): Promise<void> {
  console.log("Each is measured in turns with what it is compared to: median (lowest to highest).\n");
  tell({
    what: "Describe calls a second, over 10 connections",
    ours: "the emulator",
    theirs: "a bare node:http server",
    promise: { least: 3000 },
    figures: await inPairs(
      5,
      () => describeRate("emulator", 4),
      () => describeRate("bare", 4),
    ),
  });
  tell({
    what: "Milliseconds from the call until it listens, after import",
    ours: "the emulator",
    theirs: "a bare node:http server",
    promise: { most: 50 },
    figures: await inPairs(
      9,
      () => startTime("emulator"),
      () => startTime("bare"),
    ),
  });
  tell({
    what: "MB of memory at the most, while domains are created over HTTP",
    ours: "the emulator with 10,000",
    theirs: "the emulator with 1",
    promise: { most: 200 },
    figures: await inPairs(
      3,
      () => memoryWith(10_000),
      () => memoryWith(1),
    ),
  });
}

interface Finding {
  what: string;
  ours: string;
  theirs: string;
  /** What the median of ours has to be. */
  promise: { least: number; most?: undefined } | { most: number; least?: undefined };
  figures: Pairs;
}

function tell({ what, ours, theirs, promise, figures }: Finding): void {
  console.log(what);
  const { median } = figures.ours;
  const isKept = promise.least === undefined ? median <= promise.most : median >= promise.least;
  const promised = promise.least === undefined ? `at most ${promise.most}` : `at least ${promise.least}`;
  console.log(`  ${ours}: ${shown(figures.ours)}; promised ${promised}${isKept ? "" : ": BROKEN"}`);
  if (!isKept) process.exitCode = 1;
  console.log(`  ${theirs}: ${shown(figures.theirs)}`);
  console.log(`  ratio: ${shown(figures.ratio)}\n`);
}

function shown({ lowest, median, highest }: Spread): string {
  return `${round(median)} (${round(lowest)} to ${round(highest)})`;
}

function round(figure: number): string {
  return Number(figure.toPrecision(3)).toLocaleString("en-US");
}

void main();
