import * as aws from "@pulumi/aws";
import type { UserPoolDomain } from "../provider";
import type { InHostedZone, SharedArgs } from "./args";
import type { Scope } from "./scope";
import { transformed } from "./transform";

/** Lead the domain's name to its login page, over IPv4 and IPv6. */
export function aliasRecords(
  { name, parent, transform }: Scope,
  args: Pick<SharedArgs & InHostedZone, "domain" | "hostedZoneId">,
  domain: UserPoolDomain,
): aws.route53.Record[] {
  const distribution = {
    name: domain.cloudFrontDistribution,
    zoneId: domain.cloudFrontHostedZoneId,
    // Route 53 can't evaluate the health of a CloudFront distribution.
    evaluateTargetHealth: false,
  };
  return (["A", "AAAA"] as const).map(
    (type) =>
      new aws.route53.Record(
        ...transformed(
          transform.aliasRecord,
          `${name}-${type.toLowerCase()}`,
          { zoneId: args.hostedZoneId, name: args.domain, type, aliases: [distribution] },
          { parent },
        ),
      ),
  );
}
