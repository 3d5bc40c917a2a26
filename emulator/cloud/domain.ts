import type { Model } from "../model/operations";
import type { ValueOf } from "../model/shapes";

export type DomainKind = "prefix" | "custom";
export type DomainStatus = "CREATING" | "ACTIVE" | "UPDATING" | "DELETING" | "FAILED";
export type SecurityPolicy = NonNullable<
  NonNullable<ValueOf<Model["CreateUserPoolDomain"]>["CustomDomainConfig"]>["SecurityPolicy"]
>;

export interface Failover {
  readonly secondaryRegion: string;
  readonly primaryRoute53HealthCheckId: string;
}

/** What a create or an update sets, whole. */
export interface DomainConfiguration {
  /** Custom domains have one, prefix domains don't. */
  readonly customDomainConfig?: { readonly certificateArn: string; readonly securityPolicy: SecurityPolicy };
  readonly managedLoginVersion: number;
  /** Left out: requests are not routed to a replica. */
  readonly failover?: Failover;
}

export interface DomainOwner {
  /** The prefix (`my-app`), or of a custom domain the DNS name (`auth.example.com`). */
  readonly name: string;
  readonly kind: DomainKind;
  readonly userPoolId: string;
  /** Where it was created: the Region of the user pool, or of one of its replicas. */
  readonly region: string;
  readonly accountId: string;
}

/** What a domain is, whatever it is going through. */
export interface DomainFacts extends DomainOwner, DomainConfiguration {
  /** Such as `d3a8kfj2m9x0qz.cloudfront.net`; a custom domain that is created again gets another. */
  readonly cloudFrontDistribution: string;
  readonly s3Bucket: string;
  /** The second of the last change in UTC, as `YYYYMMDDhhmmss`. */
  readonly version: string;
}

/** A domain as it is at one moment. */
export interface Domain extends DomainFacts {
  readonly status: DomainStatus;
}

/** A change made past the API, in the console as it were. What is left out stays. */
export interface DomainPatch {
  /** CREATING, UPDATING and DELETING stay until they are patched again. */
  status?: DomainStatus;
  userPoolId?: string;
  accountId?: string;
  /** For custom domains. */
  certificateArn?: string;
  /** For custom domains. */
  securityPolicy?: SecurityPolicy;
  managedLoginVersion?: number;
  /** null removes it. */
  failover?: Failover | null;
}

export function patched(facts: DomainFacts, patch: DomainPatch): DomainFacts {
  const { customDomainConfig, failover, ...rest } = facts;
  const routed = patch.failover === undefined ? failover : patch.failover;
  return {
    ...rest,
    userPoolId: patch.userPoolId ?? rest.userPoolId,
    accountId: patch.accountId ?? rest.accountId,
    managedLoginVersion: patch.managedLoginVersion ?? rest.managedLoginVersion,
    ...(customDomainConfig && {
      customDomainConfig: {
        certificateArn: patch.certificateArn ?? customDomainConfig.certificateArn,
        securityPolicy: patch.securityPolicy ?? customDomainConfig.securityPolicy,
      },
    }),
    ...(routed && { failover: routed }),
  };
}
