import type { Rule } from "./rule";

/** Source: Amazon Cognito API reference, UserPoolIdType. */
export const userPoolIdRule: Rule = (id) => {
  if (id.length > 55) return `has ${id.length} characters; the service takes at most 55`;
  if (!/^[\w-]+_[0-9a-zA-Z]+$/.test(id)) {
    return "is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool's id, not its name or ARN)";
  }
  return undefined;
};
