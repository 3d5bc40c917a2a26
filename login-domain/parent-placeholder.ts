import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { nobodysAddress, parentOf } from "../provider/parent-domain";
import type { SharedArgs } from "./args";
import type { HostedZone } from "./hosted-zone";
import type { Scope } from "./scope";

/** An A record for the domain's parent, without which the service creates no custom domain. */
export function parentPlaceholder(
  { name, transform }: Scope,
  zone: HostedZone,
  domain: SharedArgs["domain"],
): aws.route53.Record {
  return zone.record(transform.parentPlaceholder, `${name}-parent-placeholder`, {
    name: zone.holding(pulumi.output(domain).apply(parentOf)),
    type: "A",
    records: [nobodysAddress],
    ttl: 300,
  });
}
