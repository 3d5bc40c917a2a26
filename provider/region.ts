/** The AWS partition that a Region belongs to: its ARNs' second part. */
export type Partition = "aws" | "aws-cn" | "aws-us-gov";

const regionPattern = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

export function isRegionName(text: string): boolean {
  return regionPattern.test(text);
}

/** The Region in front of a user pool's id (`eu-west-1_AbC` → `eu-west-1`); none where a server numbers pools otherwise. */
export function regionOfUserPool(userPoolId: string): string | undefined {
  const prefix = userPoolId.slice(0, userPoolId.lastIndexOf("_"));
  return isRegionName(prefix) ? prefix : undefined;
}

export function partitionOf(region: string): Partition {
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return "aws";
}

/**
 * Where a prefix domain's pages are. GovCloud's have a host of their own (AWS GovCloud (US) user guide, Amazon
 * Cognito); China's end in .cn (Public Suffix List).
 */
export function prefixDomainUrl(prefix: string, region: string): string {
  switch (partitionOf(region)) {
    case "aws":
      return `https://${prefix}.auth.${region}.amazoncognito.com`;
    case "aws-us-gov":
      return `https://${prefix}.auth-fips.${region}.amazoncognito.com`;
    case "aws-cn":
      return `https://${prefix}.auth.${region}.amazoncognito.com.cn`;
  }
}

/**
 * The Route 53 hosted zone that every CloudFront alias record names.
 *
 * Source: Route 53 API reference, AliasTarget; Amazon CloudFront in China, alias records.
 */
export function cloudFrontHostedZoneId(region: string): string {
  return partitionOf(region) === "aws-cn" ? "Z3RFFRIM2A3IF5" : "Z2FDTNDATAQYW2";
}
