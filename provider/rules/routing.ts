import { areApart, regionOfInputs } from "../region";
import { failoverReasons as reasons } from "./diagnostics";
import { regionRule } from "./region";
import type { Rule } from "./rule";

/** Source: Amazon Cognito API reference, FailoverType. */
export const secondaryRegionRule: Rule = (secondary, inputs) => {
  if (secondary.length > 32) return reasons.regionTooLong({ length: secondary.length });
  const problem = regionRule(secondary, inputs);
  if (problem) return problem;
  const primary = regionOfInputs(inputs);
  if (secondary === primary) return reasons.poolsRegion();
  if (secondary === inputs["region"]) return reasons.callsRegion();
  return primary !== undefined && areApart(secondary, primary)
    ? reasons.regionApart({ poolsRegion: primary })
    : undefined;
};

/** Source: Amazon Cognito API reference, FailoverType. */
export const healthCheckIdRule: Rule = (id) => {
  if (id.length === 0) return reasons.noHealthCheck();
  if (id.startsWith("arn:")) return reasons.healthCheckArn({ id: id.split("/").at(-1) ?? "" });
  return id.length > 64 ? reasons.healthCheckTooLong({ length: id.length }) : undefined;
};
