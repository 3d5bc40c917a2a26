import { isRegionName } from "../region";
import { userPoolIdReasons as reasons } from "./diagnostics";
import type { Rule } from "./rule";

/** Source: Amazon Cognito API reference, UserPoolIdType. */
export const userPoolIdRule: Rule = (id) => {
  if (!/^[\w-]+_[0-9a-zA-Z]+$/.test(id)) return reasons.noId();
  if (id.length > 55) return reasons.tooLong({ length: id.length });
  const region = id.slice(0, id.lastIndexOf("_"));
  return !isRegionName(region) && isRegionName(region.toLowerCase())
    ? reasons.upperCaseRegion({ lower: id.replace(region, region.toLowerCase()) })
    : undefined;
};
