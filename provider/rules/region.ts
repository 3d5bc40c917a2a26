import { areApart, isRegionName, regionOfUserPool } from "../region";
import { inputWarnings, regionReasons as reasons } from "./diagnostics";
import type { Rule } from "./rule";

export const regionRule: Rule = (region) => (isRegionName(region) ? undefined : reasons.noRegion());

/** The Region of the calls may be that of a replica, but a pool has none in another partition. */
export const poolsRegionRule: Rule = (region, inputs) => {
  const problem = regionRule(region, inputs);
  if (problem) return problem;
  const own = poolsRegion(inputs);
  return own !== undefined && areApart(region, own) ? reasons.apart({ poolsRegion: own }) : undefined;
};

export const poolsRegionWarning: Rule = (region, inputs) => {
  const own = poolsRegion(inputs);
  return own === undefined || own === region ? undefined : inputWarnings.notPoolsRegion({ poolsRegion: own });
};

function poolsRegion({ userPoolId }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof userPoolId === "string" ? regionOfUserPool(userPoolId) : undefined;
}
