import { areApart, isRegionName, partitionOf, regionOfInputs } from "../region";
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
  if (arn.length < 20 || arn.length > 2048) {
    return `has ${arn.length} characters; the service takes 20 to 2048. ${expected}`;
  }
  const parts = arnPattern.exec(arn)?.groups;
  if (!parts) return `is not an ARN. ${expected}`;
  const { partition = "", region = "" } = parts;
  if (!/^aws(-[a-z]+)*$/.test(partition)) {
    return `has the partition ${JSON.stringify(partition)}, which is none. ${expected}`;
  }
  if (parts["service"] !== "acm" || !parts["resource"]?.startsWith("certificate/")) {
    return `is not the ARN of an ACM certificate. ${expected}`;
  }
  if (!/^\d{12}$/.test(parts["account"] ?? "")) return `has no account of 12 digits. ${expected}`;
  if (!/^certificate\/[\w+=/,.@-]+$/.test(parts["resource"]))
    return `has no certificate id of letters, digits and hyphens. ${expected}`;
  if (partition === "aws" && region !== "us-east-1") {
    return `is a certificate in ${region || "no Region"}, but CloudFront, which serves custom domains, reads certificates in us-east-1 only: request or import the certificate there, whatever the user pool's Region`;
  }
  if (!isRegionName(region)) return `has no Region. ${expected}`;
  if ((partition === "aws-cn" || partition === "aws-us-gov") && partition !== partitionOf(region)) {
    return `names the Region ${region}, which is not in its partition ${partition}`;
  }
  const pool = regionOfInputs(inputs);
  return pool !== undefined && areApart(region, pool)
    ? `is in another partition than the user pool, which is in ${pool}: request or import a certificate there`
    : undefined;
};

const expected = "Expected arn:aws:acm:us-east-1:<account>:certificate/<id>";

/** What is known of custom domains outside the partition `aws`, for people who use one there. */
export const certificateArnWarning: Rule = (arn) => {
  switch (arnPattern.exec(arn)?.groups?.["partition"]) {
    case "aws-us-gov":
      return "is in the GovCloud partition, whose user guide says that custom domains are not supported there";
    case "aws-cn":
      return "is in the China partition, where the certificate's Region could not be checked: see the Amazon Cognito guide for China";
    default:
      return undefined;
  }
};
