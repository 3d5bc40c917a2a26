import { rounded } from "./findings";

/** One figure measured of two things in turns, so that what else the machine does falls on both. */
export interface Pairs {
  readonly ours: Spread;
  readonly theirs: Spread;
  /** Ours by theirs, of each pair. */
  readonly ratio: Spread;
  readonly samples: { readonly ours: readonly number[]; readonly theirs: readonly number[] };
}

export interface Spread {
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
}

/** Measures ours and theirs alternately, that many times each. */
export async function inPairs(
  times: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Pairs> {
  const samples = { ours: [] as number[], theirs: [] as number[] };
  for (let time = 0; time < times; time += 1) {
    samples.ours.push(await ours());
    samples.theirs.push(await theirs());
  }
  return {
    ours: spreadOf(samples.ours),
    theirs: spreadOf(samples.theirs),
    ratio: ratioOf(samples.ours, samples.theirs),
    samples,
  };
}

/** Of each of ours by that of theirs which was measured next to it. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Spread {
  return spreadOf(
    ours.slice(0, theirs.length).map((figure, index) => figure / (theirs[index] ?? Number.NaN)),
  );
}

export function median(figures: readonly number[]): number {
  return spreadOf(figures).median;
}

export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { lowest: at(0), median: at(0.5), highest: at(1) };
}

/** The median, and from where to where. */
export function shownSpread({ lowest, median, highest }: Spread): string {
  const shown = (figure: number): string => rounded(figure).toLocaleString("en-US");
  return `${shown(median)} (${shown(lowest)} to ${shown(highest)})`;
}
