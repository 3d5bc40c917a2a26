import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { nobodysAddress, parentOf } from "../provider/parent-domain";
import type { InHostedZone, SharedArgs } from "./args";
import type { Scope } from "./scope";
import { transformed } from "./transform";

/** An A record for the domain's parent, without which the service creates no custom domain. */
export function parentPlaceholder(
  { name, parent, transform }: Scope,
  { domain, hostedZoneId }: Pick<SharedArgs & InHostedZone, "domain" | "hostedZoneId">,
): aws.route53.Record {
  return new aws.route53.Record(
    ...transformed(
      transform.parentPlaceholder,
      `${name}-parent-placeholder`,
      {
        zoneId: hostedZoneId,
        name: pulumi.output(domain).apply(parentOf),
        type: "A",
        records: [nobodysAddress],
        ttl: 300,
      },
      { parent },
    ),
  );
}
