import { distance } from "fastest-levenshtein";

/**
 * The known name that a mistaken one was probably meant to be, upper case or not; none where no name is near. A third
 * of a name may be missing, as in `customDomain` for `customDomainConfig`.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  return known
    .map((each) => ({ each, apart: distance(wanted, each.toLowerCase()) }))
    .filter(({ each, apart }) => apart <= Math.max(2, Math.max(each.length, wanted.length) / 3))
    .toSorted((one, other) => one.apart - other.apart)[0]?.each;
}
