import { areApart, regionOfInputs } from "../region";
import { regionRule } from "./region";
import type { Rule } from "./rule";

/** Source: Amazon Cognito API reference, FailoverType. */
export const secondaryRegionRule: Rule = (secondary, inputs) => {
  if (secondary.length > 32) return `has ${secondary.length} characters; the service takes 5 to 32`;
  const problem = regionRule(secondary, inputs);
  if (problem) return problem;
  const primary = regionOfInputs(inputs);
  if (secondary === primary) {
    return "is the user pool's own Region: a failover goes to another Region that holds a replica of the pool";
  }
  if (secondary === inputs["region"]) {
    return "is the Region of the calls: a failover goes to another Region that holds a replica of the pool";
  }
  return primary !== undefined && areApart(secondary, primary)
    ? `is in another partition than the user pool, which is in ${primary}: a pool has no replica there`
    : undefined;
};

/** Source: Amazon Cognito API reference, FailoverType. */
export const healthCheckIdRule: Rule = (id) => {
  if (id.length === 0) return "is empty: give the id of the Route 53 health check of the pool's own Region";
  if (id.startsWith("arn:")) {
    const last = id.split("/").at(-1);
    return `is an ARN: give the id alone, ${JSON.stringify(last)}`;
  }
  return id.length > 64 ? `has ${id.length} characters; the service takes at most 64` : undefined;
};
