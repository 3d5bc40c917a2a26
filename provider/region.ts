/** The AWS partition that a Region belongs to: its ARNs' second part. */
export type Partition = "aws" | "aws-cn" | "aws-us-gov";

const regionPattern = /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;

export function isRegionName(text: string): boolean {
  return regionPattern.test(text);
}

/** The Region in front of a user pool's id (`eu-west-1_AbC` → `eu-west-1`); none where a server numbers pools otherwise. */
export function regionOfUserPool(userPoolId: string): string | undefined {
  const prefix = userPoolId.slice(0, userPoolId.lastIndexOf("_"));
  return isRegionName(prefix) ? prefix : undefined;
}

/** The Region that a resource's calls go to, as far as its inputs tell. */
export function regionOfInputs({
  region,
  userPoolId,
}: Readonly<Record<string, unknown>>): string | undefined {
  const own = typeof userPoolId === "string" ? regionOfUserPool(userPoolId) : undefined;
  if (own !== undefined) return own;
  return typeof region === "string" && isRegionName(region) ? region : undefined;
}

/** Whether two Regions are surely of different partitions; of the newer ones too little is known here. */
export function areApart(one: string, other: string): boolean {
  const isOlder = (region: string) => !/^eusc-|^(us|eu)-iso/.test(region);
  return isOlder(one) && isOlder(other) && partitionOf(one) !== partitionOf(other);
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

/** The host of a service in a Region. Source: AWS General Reference, "Service endpoints and quotas". */
export function serviceHost(service: "cognito-idp" | "sts", region: string): string {
  return `${service}.${region}.amazonaws.com${partitionOf(region) === "aws-cn" ? ".cn" : ""}`;
}

/**
 * The Route 53 hosted zone that every CloudFront alias record names.
 *
 * Source: Route 53 API reference, AliasTarget; Amazon CloudFront in China, alias records.
 */
export function cloudFrontHostedZoneId(region: string): string {
  return partitionOf(region) === "aws-cn" ? "Z3RFFRIM2A3IF5" : "Z2FDTNDATAQYW2";
}
