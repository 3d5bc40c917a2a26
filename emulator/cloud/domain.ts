/** A prefix domain is served under `amazoncognito.com`, a custom domain under a name and certificate of its owner's. */
export type DomainKind = "prefix" | "custom";
/** As Describe tells it; the API reference documents it as `Status` of DomainDescriptionType. */
export type DomainStatus = "CREATING" | "ACTIVE" | "UPDATING" | "DELETING" | "FAILED";
/** The lowest TLS version that a custom domain takes: 1.0, 1.2 or 1.3. */
export type SecurityPolicy = "TLS_V1" | "TLS_V1_2_2021" | "TLS_V1_3_2025";

/** Where requests to a custom domain go while its pool's Region is unhealthy. */
export interface Failover {
  /** A Region with a replica of the pool, such as `us-west-2`. */
  readonly secondaryRegion: string;
  /** The Route 53 health check that decides it. */
  readonly primaryRoute53HealthCheckId: string;
}

/** What a custom domain has and a prefix domain doesn't. */
export interface CustomDomainConfiguration {
  /** The ARN of its ACM certificate. */
  readonly certificateArn: string;
  /** TLS_V1_2_2021 where no request named one, which is an assumption. */
  readonly securityPolicy: SecurityPolicy;
}

/** What a create or an update sets, whole. */
export interface DomainConfiguration {
  /** Custom domains have one, prefix domains don't. */
  readonly customDomainConfig?: CustomDomainConfiguration;
  /** 1 for the hosted UI (classic), 2 for managed login. */
  readonly managedLoginVersion: number;
  /** Left out: requests are not routed to a replica. */
  readonly failover?: Failover;
}

/** What a domain was created as. */
export interface DomainOwner {
  /** The prefix (`my-app`), or of a custom domain the DNS name (`auth.example.com`). */
  readonly name: string;
  /** Custom where it was created with a certificate. */
  readonly kind: DomainKind;
  /** The pool that it signs people in to. */
  readonly userPoolId: string;
  /** Where it was created: the Region of the user pool, or of one of its replicas. */
  readonly region: string;
  /** The account of the pool, twelve digits. */
  readonly accountId: string;
}

/** What a domain is, whatever it is going through. */
export interface DomainFacts extends DomainOwner, DomainConfiguration {
  /** Such as `d3a8kfj2m9x0qz.cloudfront.net`; a custom domain that is created again gets another. */
  readonly cloudFrontDistribution: string;
  /** Such as `aws-cognito-prod-iad-assets`; of the Region. */
  readonly s3Bucket: string;
  /** The second of the last change in UTC, as `YYYYMMDDhhmmss`. */
  readonly version: string;
}

/** A domain as it is at one moment. */
export interface Domain extends DomainFacts {
  /** By the emulator's clock, and without the delay of reads. */
  readonly status: DomainStatus;
}

/** A change made past the API, in the console as it were. What is left out stays. */
export interface DomainPatch {
  /** CREATING, UPDATING and DELETING stay until they are patched again. */
  status?: DomainStatus;
  /** Another pool, as if the domain had been deleted and made again there. */
  userPoolId?: string;
  /** The account of that pool, twelve digits. */
  accountId?: string;
  /** For custom domains. */
  certificateArn?: string;
  /** For custom domains. */
  securityPolicy?: SecurityPolicy;
  /** 1 or 2. */
  managedLoginVersion?: number;
  /** For custom domains; null removes it. */
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
