/**
 * What the service says when it refuses, word for word as users reported it in public issue trackers, except
 * where a comment says that the wording is ours. Faults can be injected with them:
 * `inject({ operation: "CreateUserPoolDomain", error: { name: "InvalidParameterException", message: messages.rootUnresolved } })`.
 */
export const messages = {
  /** The parent of a custom domain, example.com say, has no A record. */
  rootUnresolved:
    "Custom domain is not a valid subdomain: Was not able to resolve the root domain, please ensure an A record exists for the root domain.",
  /** Of a parent that isn't the root, and of one that is a top-level domain. */
  parentUnresolved:
    "Custom domain is not a valid subdomain: Was not able to resolve a DNS A record for the parent domain or domain parent is a top-level domain.",
  poolHasDomain: "User pool already has a domain configured.",
  domainExists: "Domain already exists.",
  domainOfAnotherPool: "Domain already associated with another user pool.",
  poolStillHasDomain: "User pool cannot be deleted. It has a domain configured that should be deleted first.",
  /** Another CloudFront distribution has the name. The emulator knows no others, so only a fault says it. */
  cnameTaken: "One or more of the CNAMEs you provided are already associated with a different resource.",
  certificateNotUsable:
    "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain. (Service: AmazonCloudFront; Status Code: 400; Error Code: InvalidViewerCertificate; Proxy: null)",
  invalidCharacter:
    "The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$",
  reservedWord: (word: string) => `Domain cannot contain reserved word: ${word}`,
  notConvertible: "Cannot convert custom domain to prefix domain.",
  noCustomDomain: "User pool should have a custom domain associated, failed to update the certificate.",
  noSuchDomain: "No such domain or user pool exists.",
  managedLoginNotInLite:
    "The following feature is not available for the LITE pricing tier configured: Managed Login Version 2",
  userPoolNotFound: (userPoolId: string) => `User pool ${userPoolId} does not exist.`,
  rateExceeded: "Rate exceeded",

  // Our wording from here: the service's own isn't known.
  domainIsBusy: (domain: string, status: string) =>
    `Domain ${domain} can't be changed while its status is ${status}.`,
  limitExceeded: (what: string, limit: number, region: string) =>
    `The limit of ${limit} ${what} in ${region} is reached.`,
  notInReplica: (region: string) =>
    `The operation isn't enabled in ${region}, which has a replica of the user pool.`,
  noReplicaInRegion: (userPoolId: string, region: string) =>
    `User pool ${userPoolId} has no replica in ${region}.`,
  badToken: "The pagination token is invalid.",
  routingNeedsCustomDomain: "Routing is only supported for custom domains.",
  unknownManagedLoginVersion: (version: number) =>
    `Invalid managed login version: ${version}. It must be 1 or 2.`,
} as const;
