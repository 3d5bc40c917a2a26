import { isRegionName, regionOfUserPool } from "../region";
import type { Rule } from "./rule";

export const regionRule: Rule = (region) =>
  isRegionName(region) ? undefined : "is not the name of an AWS Region such as eu-west-1";

/** Source: Amazon Cognito API reference, FailoverType. */
export const secondaryRegionRule: Rule = (secondary, inputs) => {
  if (secondary.length > 32) return `has ${secondary.length} characters; the service takes 5 to 32`;
  const problem = regionRule(secondary, inputs);
  if (problem) return problem;
  return secondary === primaryRegion(inputs)
    ? "is the user pool's own Region: a failover goes to another Region that holds a replica of the pool"
    : undefined;
};

function primaryRegion({ region, userPoolId }: Readonly<Record<string, unknown>>): unknown {
  return (typeof userPoolId === "string" ? regionOfUserPool(userPoolId) : undefined) ?? region;
}

/** Source: Amazon Cognito API reference, FailoverType. */
export const healthCheckIdRule: Rule = (id) => {
  if (id.length === 0) return "is empty: give the id of the Route 53 health check of the pool's own Region";
  return id.length > 64 ? `has ${id.length} characters; the service takes at most 64` : undefined;
};
