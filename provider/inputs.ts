/**
 * The lowest TLS version, and with it the ciphers, that CloudFront accepts from browsers on a custom domain.
 * `TLS_V1` takes TLS 1.0 and later, `TLS_V1_2_2021` TLS 1.2 and later, `TLS_V1_3_2025` TLS 1.3 and later.
 *
 * Source: Amazon Cognito API reference, CustomDomainConfigType.
 */
export type SecurityPolicy = "TLS_V1" | "TLS_V1_2_2021" | "TLS_V1_3_2025";

// What a change of each leads to stands in properties.ts.
/**
 * What a program says about a user pool domain, with every value known. Names are the API's, in camelCase, nested
 * as in the API.
 */
export interface DomainInputs {
  /**
   * The domain's name. With `customDomainConfig` it is a DNS name of at least three labels, such as
   * `auth.example.com`; without, it is a prefix of one label, such as `my-app`, that is served at
   * `https://my-app.auth.<region>.amazoncognito.com`. 1 to 63 characters of a-z, 0-9 and hyphens (and dots in a DNS
   * name). A prefix holds none of the texts `aws`, `amazon` and `cognito`.
   *
   * A change replaces the domain: the API can't rename one.
   */
  domain: string;

  /**
   * The id of the user pool that the domain signs people in to, such as `us-east-1_AbCdEf123`; at most 55
   * characters. A pool holds at most one prefix domain and one custom domain.
   *
   * A change replaces the domain.
   */
  userPoolId: string;

  /**
   * Makes this a custom domain, served through CloudFront under a certificate of yours. Leave it out for a prefix
   * domain.
   *
   * To add or remove it replaces the domain, because a prefix can't become a custom domain; what is inside changes
   * in place.
   */
  customDomainConfig?: CustomDomainConfig;

  /**
   * The pages people see: 1 is the hosted UI (classic), 2 is managed login, which needs a pool on a plan above Lite
   * and a branding style for each app client.
   *
   * A change is made in place, and shows within 1 minute on a prefix domain and 5 minutes on a custom one.
   *
   * @default - not managed: what the service holds stays, and is shown in the output
   */
  managedLoginVersion?: 1 | 2;

  /**
   * Where requests go when the pool's Region fails, for a user pool that is replicated to a second Region. Custom
   * domains only. A change is made in place; leaving it out removes a failover that is there.
   *
   * @default - no failover
   */
  routing?: Routing;

  /**
   * The AWS Region of the calls to Cognito, such as `eu-west-1`. A change replaces the domain.
   *
   * @default - the Region in front of the user pool's id, then `aws:region`, then what the AWS SDK finds
   */
  region?: string;

  /** How long each step may take before it counts as failed. Changing them calls nothing. */
  timeouts?: Timeouts;

  /**
   * Wait until the service reports the domain ACTIVE. With `false` a create or update returns once the service has
   * taken the request, and dependent resources may start before sign-in works. A delete is always waited for.
   *
   * @default true
   */
  waitForDeployment?: boolean;

  /**
   * When the name exists already on the same user pool, take that domain over, bring it to what is written here, and
   * manage it from then on. A domain on another pool is never taken over.
   *
   * Take it out once the domain is in the state. While it is set, a resource that is moved to another stack is adopted
   * there, and then deleted by the stack that it came from.
   *
   * @default false
   */
  adoptExisting?: boolean;
}

/** What makes a domain a custom one. */
export interface CustomDomainConfig {
  /**
   * The ARN of the ACM certificate for the domain's name, in us-east-1 whatever the pool's Region, because CloudFront
   * serves it. 20 to 2,048 characters. A change is made in place and takes up to 1 hour to reach every edge.
   */
  certificateArn: string;

  /**
   * The lowest TLS version that is accepted: `TLS_V1`, `TLS_V1_2_2021` or `TLS_V1_3_2025`. A change is made in place.
   *
   * @default - not managed: what the service holds stays, and is shown in the output
   */
  securityPolicy?: SecurityPolicy;
}

/** Routing between the Regions of a replicated user pool. */
export interface Routing {
  /** The Region that takes over, and what decides that it does. Leave it out for no failover. */
  failover?: Failover;
}

/** Sends sign-in to a second Region while a Route 53 health check says that the first is unhealthy. */
export interface Failover {
  /** The Region of the pool's replica, such as `us-west-2`; 5 to 32 characters, and not the pool's own Region. */
  secondaryRegion: string;

  /** The id of the Route 53 health check of the first Region; at most 64 characters. */
  primaryRoute53HealthCheckId: string;
}

/**
 * Durations such as `"45s"`, `"20m"` or `"1h30m"`: whole or decimal numbers with the units ms, s, m and h, more than
 * none and at most 24 hours. (Pulumi's `customTimeouts` option does not reach a dynamic provider.)
 */
export interface Timeouts {
  /** From the first call until the domain is ACTIVE. @default "60m" for a custom domain, "15m" for a prefix */
  create?: string;

  /** From the first call until the change is in force. @default "60m" for a custom domain, "15m" for a prefix */
  update?: string;

  /** From the first call until the domain is gone. @default "60m" for a custom domain, "15m" for a prefix */
  delete?: string;
}
