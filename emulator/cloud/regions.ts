// What the names of their Regions begin with, after botocore's partitions.json. All others are of "aws".
const partitions = {
  "cn-": "aws-cn",
  "us-gov-": "aws-us-gov",
  "eusc-": "aws-eusc",
  "us-iso-": "aws-iso",
  "us-isob-": "aws-iso-b",
  "eu-isoe-": "aws-iso-e",
  "us-isof-": "aws-iso-f",
} as const;

export type Partition = "aws" | (typeof partitions)[keyof typeof partitions];

export function partitionOf(region: string): Partition {
  const [, partition] = Object.entries(partitions).find(([start]) => region.startsWith(start)) ?? [];
  return partition ?? "aws";
}

/** Whether the text has a Region's shape, such as `eu-central-1` or `us-gov-west-1`. */
export function looksLikeRegion(text: string): boolean {
  return /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/.test(text);
}
