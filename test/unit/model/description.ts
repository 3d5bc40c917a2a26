import type { Domain } from "../../../emulator/index";
import type { Values } from "../../../provider/values";

/** The outputs that a domain should have, told without the provider's help. */
export function outputsOf(domain: Domain): Values {
  const { name, kind, region, customDomainConfig, failover } = domain;
  return {
    domain: name,
    userPoolId: domain.userPoolId,
    region,
    status: domain.status,
    managedLoginVersion: domain.managedLoginVersion,
    ...(customDomainConfig && { customDomainConfig }),
    ...(failover && { routing: { failover } }),
    baseUrl: kind === "custom" ? `https://${name}` : `https://${name}.auth.${region}.amazoncognito.com`,
    cloudFrontDistribution: domain.cloudFrontDistribution,
    ...(kind === "custom" && { cloudFrontHostedZoneId: "Z2FDTNDATAQYW2" }),
    version: domain.version,
    s3Bucket: domain.s3Bucket,
    awsAccountId: domain.accountId,
  };
}
