import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { InHostedZone, SharedArgs } from "./args";
import type { Scope } from "./scope";
import { transformed } from "./transform";

/** Belongs to nobody: an address for documentation (RFC 5737, TEST-NET-2). */
const nowhere = "198.51.100.1";

/** An A record for the domain's parent, without which the service creates no custom domain. */
export function parentPlaceholder(
  { name, parent, transform }: Scope,
  { domain, hostedZoneId }: Pick<SharedArgs & InHostedZone, "domain" | "hostedZoneId">,
): aws.route53.Record {
  return new aws.route53.Record(
    ...transformed(
      transform.parentPlaceholder,
      `${name}-parent-placeholder`,
      { zoneId: hostedZoneId, name: parentOf(domain), type: "A", records: [nowhere], ttl: 300 },
      { parent },
    ),
  );
}

function parentOf(domain: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.output(domain).apply((domain) => domain.slice(domain.indexOf(".") + 1));
}
