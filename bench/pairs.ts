import { rounded } from "./findings";

/** One figure measured of two things in turns, so that what else the machine does falls on both. */
export interface Pairs {
  readonly ours: Spread;
  readonly theirs: Spread;
  /** Ours by theirs, of each pair. */
  readonly ratio: Spread;
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
  const pairs: [number, number][] = [];
  for (let time = 0; time < times; time += 1) pairs.push([await ours(), await theirs()]);
  return {
    ours: spreadOf(pairs.map(([our]) => our)),
    theirs: spreadOf(pairs.map(([, their]) => their)),
    ratio: spreadOf(pairs.map(([our, their]) => our / their)),
  };
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
