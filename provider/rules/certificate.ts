import { areApart, isRegionName, partitionOf, regionOfInputs } from "../region";
import { inputWarnings, certificateReasons as reasons } from "./diagnostics";
import type { Rule } from "./rule";

const arnPattern =
  /^arn:(?<partition>[^:]+):(?<service>[^:]*):(?<region>[^:]*):(?<account>[^:]*):(?<resource>.+)$/;

/**
 * CloudFront serves custom domains and reads certificates in us-east-1 only. In the China and GovCloud partitions
 * other rules hold, so there only the shape is checked.
 *
 * Source: Amazon Cognito API reference, CustomDomainConfigType; developer guide, "Using your own domain".
 */
export const certificateArnRule: Rule = (arn, inputs) => {
  if (arn.length < 20 || arn.length > 2048) return reasons.length({ length: arn.length });
  const parts = arnPattern.exec(arn)?.groups;
  if (!parts) return reasons.noArn();
  const { partition = "", region = "" } = parts;
  if (!/^aws(-[a-z]+)*$/.test(partition)) return reasons.partition({ partition });
  if (parts["service"] !== "acm" || !parts["resource"]?.startsWith("certificate/")) {
    return reasons.ofAnotherService();
  }
  if (!/^\d{12}$/.test(parts["account"] ?? "")) return reasons.account();
  if (!/^certificate\/[\w+=/,.@-]+$/.test(parts["resource"])) return reasons.id();
  if (partition === "aws" && region !== "us-east-1") return reasons.region({ region });
  if (!isRegionName(region)) return reasons.noRegion();
  if ((partition === "aws-cn" || partition === "aws-us-gov") && partition !== partitionOf(region)) {
    return reasons.mismatched({ region, partition });
  }
  const poolsRegion = regionOfInputs(inputs);
  return poolsRegion !== undefined && areApart(region, poolsRegion)
    ? reasons.apart({ poolsRegion })
    : undefined;
};

/** What is known of custom domains outside the partition `aws`, for people who use one there. */
export const certificateArnWarning: Rule = (arn) => {
  switch (arnPattern.exec(arn)?.groups?.["partition"]) {
    case "aws-us-gov":
      return inputWarnings.govCloudCertificate();
    case "aws-cn":
      return inputWarnings.chinaCertificate();
    default:
      return undefined;
  }
};
