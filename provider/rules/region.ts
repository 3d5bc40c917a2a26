import { areApart, isRegionName, regionOfUserPool } from "../region";
import type { Rule } from "./rule";

export const regionRule: Rule = (region) =>
  isRegionName(region) ? undefined : "is not the name of an AWS Region such as eu-west-1";

/** The Region of the calls may be that of a replica, but a pool has none in another partition. */
export const poolsRegionRule: Rule = (region, inputs) => {
  const problem = regionRule(region, inputs);
  if (problem) return problem;
  const own = poolsRegion(inputs);
  return own !== undefined && areApart(region, own)
    ? `is in another partition than the user pool, which is in ${own}: leave region out, or give a pool of that Region`
    : undefined;
};

export const poolsRegionWarning: Rule = (region, inputs) => {
  const own = poolsRegion(inputs);
  return own === undefined || own === region
    ? undefined
    : `is not the Region in the user pool's id, ${own}: right where the pool has a replica there; otherwise leave region out`;
};

function poolsRegion({ userPoolId }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof userPoolId === "string" ? regionOfUserPool(userPoolId) : undefined;
}
