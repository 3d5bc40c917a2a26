import type * as aws from "@pulumi/aws";
import type { UserPoolDomain } from "../provider";
import type { SharedArgs } from "./args";
import type { HostedZone } from "./hosted-zone";
import type { Scope } from "./scope";

/** Lead the domain's name to its login page, over IPv4 and IPv6. */
export function aliasRecords(
  { name, transform }: Scope,
  zone: HostedZone,
  domainName: SharedArgs["domain"],
  { cloudFrontDistribution, cloudFrontHostedZoneId }: UserPoolDomain,
): aws.route53.Record[] {
  return (["A", "AAAA"] as const).map((type) =>
    zone.record(transform.aliasRecord, `${name}-${type.toLowerCase()}`, {
      name: zone.holding(domainName),
      type,
      aliases: [
        {
          name: cloudFrontDistribution,
          zoneId: cloudFrontHostedZoneId,
          // Route 53 can't evaluate the health of a CloudFront distribution.
          evaluateTargetHealth: false,
        },
      ],
    }),
  );
}
