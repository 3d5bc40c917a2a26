import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Spread } from "../../provider/usual-durations";

/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** How many standard deviations above its median a normal distribution has 19 of 20 cases below it. */
const late = 1.6449;

/** So many durations of a log-normal distribution, in milliseconds, the shortest first. */
export function durationsOf(spread: Spread, count: number, chance: Chance): number[] {
  const deviation = Math.log(spread.late / spread.median) / late;
  const durations = Array.from(
    { length: count },
    () => spread.median * Math.exp(deviation * standardNormal(chance)),
  );
  return durations.sort((one, other) => one - other);
}

/** By Box and Muller. */
function standardNormal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
