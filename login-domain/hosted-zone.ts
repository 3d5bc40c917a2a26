import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { InHostedZone } from "./args";
import { partsThatDoNotFit } from "./diagnostics";
import { refuse } from "./refuse";
import type { Scope } from "./scope";
import { type Transform, transformed } from "./transform";

type RecordArgs = aws.route53.RecordArgs;

/** The zone in Route 53 that a component's records are made in. */
export class HostedZone {
  readonly #id: pulumi.Input<string>;
  readonly #component: string;
  readonly #opts: { readonly parent: pulumi.Resource; readonly provider?: pulumi.ProviderResource };
  readonly #zone: pulumi.Output<aws.route53.GetZoneResult>;

  constructor(
    { name, parent }: Scope,
    { hostedZoneId, dnsProvider }: Pick<InHostedZone, "hostedZoneId" | "dnsProvider">,
  ) {
    this.#id = hostedZoneId;
    this.#component = name;
    this.#opts = { parent, ...(dnsProvider && { provider: dnsProvider }) };
    this.#zone = aws.route53.getZoneOutput({ zoneId: hostedZoneId }, this.#opts);
  }

  /** A name that the zone can hold: the provider would make a record of any other below the zone's own name. */
  holding(name: pulumi.Input<string>): pulumi.Output<string> {
    return pulumi.all([name, this.#zone]).apply(([name, { name: zone, privateZone, zoneId }]) => {
      const place = { component: this.#component, name, zone, zoneId };
      if (privateZone) refuse(partsThatDoNotFit.privateZone(place));
      if (!isWithin(name, zone)) refuse(partsThatDoNotFit.outsideOfZone(place));
      return name;
    });
  }

  record(
    transform: Transform<RecordArgs> | undefined,
    resourceName: string,
    args: Omit<RecordArgs, "zoneId">,
    opts?: pulumi.CustomResourceOptions,
  ): aws.route53.Record {
    return new aws.route53.Record(
      ...transformed(transform, resourceName, { zoneId: this.#id, ...args }, { ...this.#opts, ...opts }),
    );
  }
}

function isWithin(name: string, zone: string): boolean {
  return `.${name}`.toLowerCase().endsWith(`.${zone}`.toLowerCase());
}
