import { isRegionName } from "../region";
import type { Rule } from "./rule";

/** Source: Amazon Cognito API reference, UserPoolIdType. */
export const userPoolIdRule: Rule = (id) => {
  if (!/^[\w-]+_[0-9a-zA-Z]+$/.test(id)) {
    return "is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool's id, not its name or ARN)";
  }
  if (id.length > 55) return `has ${id.length} characters; the service takes at most 55`;
  const region = id.slice(0, id.lastIndexOf("_"));
  if (!isRegionName(region) && isRegionName(region.toLowerCase())) {
    return `has upper-case letters in its Region: write ${JSON.stringify(id.replace(region, region.toLowerCase()))}`;
  }
  return undefined;
};
