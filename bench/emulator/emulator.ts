import type { Findings, Part, Target } from "../findings";
import { inPairs, type Pairs, shownSpread } from "../pairs";
import { describeRate, memoryWith, startTime } from "./measures";

/** The embedded Cognito beside the least that Node.js can do. */
export const emulator: Part = async (tell) => {
  tell("Describe calls a second");
  const rate = await inPairs(
    5,
    () => describeRate("emulator", 4),
    () => describeRate("bare", 4),
  );
  tell("the time until it listens");
  const start = await inPairs(
    9,
    () => startTime("emulator"),
    () => startTime("bare"),
  );
  tell("memory with 10,000 domains");
  const memory = await inPairs(
    3,
    () => memoryWith(10_000),
    () => memoryWith(1),
  );
  return findings(rate, start, memory);
};

function findings(rate: Pairs, start: Pairs, memory: Pairs): Findings {
  const row = (what: string, { ours, theirs, ratio }: Pairs): string[] => [
    what,
    ...[ours, theirs, ratio].map(shownSpread),
  ];
  const rateName = "Describe calls a second, over 10 connections";
  const startName = "milliseconds from the call until it listens, after import";
  const memoryName = "MB at the most, while 10,000 domains are created over HTTP; beside it, 1 domain";
  const targets: Target[] = [
    { what: rateName, figure: rate.ours.median, bound: { atLeast: 3_000 } },
    { what: startName, figure: start.ours.median, bound: { atMost: 50 } },
    { what: memoryName, figure: memory.ours.median, bound: { atMost: 200 } },
  ];
  return {
    title: "The embedded Cognito",
    about:
      "The emulator and a bare `node:http` server that always gives the same answer, each in a process of its own, measured in turns.",
    tables: [
      {
        caption: "Median (lowest to highest)",
        columns: ["", "the emulator", "the bare server", "ratio"],
        rows: [row(rateName, rate), row(startName, start), row(memoryName, memory)],
      },
    ],
    targets,
    samples: [
      { name: rateName, pairs: rate },
      { name: startName, pairs: start },
      { name: memoryName, pairs: memory },
    ].flatMap(({ name, pairs: { samples } }) => [
      { of: name, figures: samples.ours },
      { of: `${name}: of what is beside it`, figures: samples.theirs },
    ]),
  };
}
