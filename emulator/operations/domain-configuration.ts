import type { DomainConfiguration, DomainFacts, Failover, SecurityPolicy } from "../cloud/domain";
import type { Pool } from "../cloud/pools";
import { looksLikeRegion, partitionOf } from "../cloud/regions";
import { featureUnavailableInTier, invalidParameter } from "../errors";
import { messages } from "../messages";
import type { Model } from "../model/operations";
import type { ValueOf } from "../model/shapes";
import type { Context } from "./context";

type Input = ValueOf<Model["CreateUserPoolDomain"] | Model["UpdateUserPoolDomain"]>;

// What the service takes when a request names no policy isn't published. TLS_V1_2_2021, which the API reference
// recommends, is our assumption.
const defaultSecurityPolicy: SecurityPolicy = "TLS_V1_2_2021";

/** The whole configuration that a create or an update asks for: what it leaves out takes its default. */
export function configurationOf(input: Input, pool: Pool, context: Context): DomainConfiguration {
  const { CustomDomainConfig: custom, ManagedLoginVersion: version = 1, Routing: routing } = input;
  checkManagedLoginVersion(version, pool);
  if (routing?.Failover && !custom) throw invalidParameter(messages.routingNeedsCustomDomain);
  if (routing?.Failover) checkSecondaryRegion(routing.Failover.SecondaryRegion, pool, context);
  if (custom) checkCertificate(custom.CertificateArn, pool, context);
  return {
    managedLoginVersion: version,
    ...(custom && {
      customDomainConfig: {
        certificateArn: custom.CertificateArn,
        securityPolicy: custom.SecurityPolicy ?? defaultSecurityPolicy,
      },
    }),
    ...(routing?.Failover && {
      failover: {
        secondaryRegion: routing.Failover.SecondaryRegion,
        primaryRoute53HealthCheckId: routing.Failover.PrimaryRoute53HealthCheckId,
      },
    }),
  };
}

/** What both create and update answer. */
export function answerOf(domain: DomainFacts): object {
  return {
    ManagedLoginVersion: domain.managedLoginVersion,
    ...(domain.kind === "custom" && { CloudFrontDomain: domain.cloudFrontDistribution }),
    ...routingOf(domain.failover),
  };
}

/** The Routing member as answers have it: there only when it is set. */
export function routingOf(failover: Failover | undefined): object {
  if (!failover) return {};
  return {
    Routing: {
      Failover: {
        SecondaryRegion: failover.secondaryRegion,
        PrimaryRoute53HealthCheckId: failover.primaryRoute53HealthCheckId,
      },
    },
  };
}

function checkManagedLoginVersion(version: number, pool: Pool): void {
  if (version !== 1 && version !== 2) throw invalidParameter(messages.unknownManagedLoginVersion(version));
  if (version === 2 && pool.tier === "LITE") throw featureUnavailableInTier(messages.managedLoginNotInLite);
}

// The API reference wants the replica's Region here; how a Region without one is refused isn't published.
function checkSecondaryRegion(region: string, pool: Pool, context: Context): void {
  const regions = pool.replicas && [pool.region, ...pool.replicas];
  const couldHaveOne = looksLikeRegion(region) && partitionOf(region) === partitionOf(pool.region);
  const isAnother = region !== context.region && (regions?.includes(region) ?? couldHaveOne);
  if (!isAnother) throw invalidParameter(messages.noReplicaInRegion(pool.id, region));
}

// CloudFront, which serves custom domains, looks for certificates in us-east-1. What holds in the China and
// GovCloud partitions isn't published in one place, so there any Region of the partition passes.
function checkCertificate(arn: string, pool: Pool, { outside }: Context): void {
  const [, partition, service, region = "", , resource = ""] = arn.split(":");
  const isOfThePartition = partition === partitionOf(pool.region) && partition === partitionOf(region);
  const inReach = isOfThePartition && (partition !== "aws" || region === "us-east-1");
  const isCertificate = service === "acm" && resource.startsWith("certificate/");
  if (!isCertificate || !inReach || !outside.hasCertificate(arn))
    throw invalidParameter(messages.certificateNotUsable);
}
