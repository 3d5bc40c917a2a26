/**
 * What the service says when it refuses, word for word as users reported it in public issue trackers, except
 * where a comment says that the wording is ours. Faults can be injected with them:
 * `inject({ operation: "CreateUserPoolDomain", error: { name: "InvalidParameterException", message: messages.rootUnresolved } })`.
 */
export const messages = {
  /** A create: the parent of a custom domain, `example.com` say, has no A record. */
  rootUnresolved:
    "Custom domain is not a valid subdomain: Was not able to resolve the root domain, please ensure an A record exists for the root domain.",
  /** The same of a parent that isn't the root, and of one that is a top-level domain. */
  parentUnresolved:
    "Custom domain is not a valid subdomain: Was not able to resolve a DNS A record for the parent domain or domain parent is a top-level domain.",
  /** A create: the pool has a domain of that kind already. */
  poolHasDomain: "User pool already has a domain configured.",
  /** A create: a domain of the same pool has the name, or it lingers after a delete. */
  domainExists: "Domain already exists.",
  /** A create: another pool, of whatever account, has the name. */
  domainOfAnotherPool: "Domain already associated with another user pool.",
  /** A delete of a user pool that still has a domain. */
  poolStillHasDomain: "User pool cannot be deleted. It has a domain configured that should be deleted first.",
  /** A create: another CloudFront distribution has the name. The emulator knows no others, so only a fault says it. */
  cnameTaken: "One or more of the CNAMEs you provided are already associated with a different resource.",
  /** A create or update of a custom domain: the certificate isn't in ACM, or is in the wrong Region. */
  certificateNotUsable:
    "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain. (Service: AmazonCloudFront; Status Code: 400; Error Code: InvalidViewerCertificate; Proxy: null)",
  /** A create: a prefix with a dot. */
  invalidCharacter:
    "The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$",
  /** A create: the prefix holds `aws`, `amazon` or `cognito`. */
  reservedWord: (word: string) => `Domain cannot contain reserved word: ${word}`,
  /** An update of a custom domain that leaves the certificate out. */
  notConvertible: "Cannot convert custom domain to prefix domain.",
  /** An update of a prefix domain that gives it a certificate. */
  noCustomDomain: "User pool should have a custom domain associated, failed to update the certificate.",
  /** An update or delete: the pool has no such domain, or there is no such pool. */
  noSuchDomain: "No such domain or user pool exists.",
  /** A create or update with managed login, of a pool on the Lite plan. */
  managedLoginNotInLite:
    "The following feature is not available for the LITE pricing tier configured: Managed Login Version 2",
  /** Of a pool that isn't there, or is of another account or Region. */
  userPoolNotFound: (userPoolId: string) => `User pool ${userPoolId} does not exist.`,
  /** A call too many, as a fault or beyond the quotas. */
  rateExceeded: "Rate exceeded",

  // Our wording from here: the service's own isn't known.
  /** An update or delete while another step is under way. Our wording. */
  domainIsBusy: (domain: string, status: string) =>
    `Domain ${domain} can't be changed while its status is ${status}.`,
  /** A create beyond the quotas. Our wording. */
  limitExceeded: (what: string, limit: number, region: string) =>
    `The limit of ${limit} ${what} in ${region} is reached.`,
  /** A change where the pool has only a replica. Our wording. */
  notInReplica: (region: string) =>
    `The operation isn't enabled in ${region}, which has a replica of the user pool.`,
  /** A failover to where the pool has no replica. Our wording. */
  noReplicaInRegion: (userPoolId: string, region: string) =>
    `User pool ${userPoolId} has no replica in ${region}.`,
  /** A list that is gone on with a token that isn't of the emulator. Our wording. */
  badToken: "The pagination token is invalid.",
  /** A failover of a prefix domain. Our wording. */
  routingNeedsCustomDomain: "Routing is only supported for custom domains.",
  /** A branding version other than 1 and 2. Our wording. */
  unknownManagedLoginVersion: (version: number) =>
    `Invalid managed login version: ${version}. It must be 1 or 2.`,
} as const;
