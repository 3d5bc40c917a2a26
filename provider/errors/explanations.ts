import { isThrottled, type Operation, type ServiceError } from "./service-error";
import { type Settings, stackSettings } from "./settings";

/** What the call was about, for wording. */
export interface Subject {
  /** None where it was about a user pool, or about all. */
  domain?: string;
  userPoolId?: string;
  region: string;
  /** What whoever reads it can set. @default a stack's */
  settings?: Settings;
}

/**
 * The text for a person: what failed, what the service said, what to do about it, and what support asks for. Secrets
 * can't be in it: it is made of the subject and of what the service answered.
 */
export function explain(error: ServiceError, subject: Subject): string {
  const about = { domain: "the domain", settings: stackSettings, ...subject };
  const said = closed(error.message.replace(sdksHint, ""));
  const heading = `${headingOf(error.operation, about)} in ${subject.region} failed: ${said}`;
  const advice = explanations.find(({ when }) => when(error))?.advice(about);
  return [heading, advice, referenceOf(error)].filter(Boolean).join(" ");
}

/** What support asks for. */
export function referenceOf({ operation, exception, requestId }: ServiceError): string {
  const parts = [operation, exception, requestId && `request ${requestId}`];
  return `(${parts.filter(Boolean).join(", ")})`;
}

function headingOf(operation: Operation, { domain, userPoolId }: About): string {
  const where = userPoolId === undefined ? domain : `${domain} on user pool ${userPoolId}`;
  switch (operation) {
    case "CreateUserPoolDomain":
      return `Creating the domain ${where}`;
    case "DescribeUserPoolDomain":
      return `Reading the domain ${where}`;
    case "UpdateUserPoolDomain":
      return `Updating the domain ${where}`;
    case "DeleteUserPoolDomain":
      return `Deleting the domain ${where}`;
    case "DescribeUserPool":
      return `Reading the user pool ${userPoolId}`;
    case "ListUserPools":
      return "Listing the user pools";
    case "GetCallerIdentity":
      return `Checking the AWS account for the domain ${where}`;
  }
}

/** What the AWS SDK adds about an answer that it can't read, for who has the error as an object. */
const sdksHint = /\s*Deserialization error: to see the raw response, inspect the hidden field .*$/s;

function closed(message: string): string {
  const text = message.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

type About = Subject & Required<Pick<Subject, "domain" | "settings">>;

interface Explanation {
  when(error: ServiceError): boolean;
  advice(about: About): string;
}

const says =
  (pattern: RegExp): Explanation["when"] =>
  (error) =>
    pattern.test(error.message);

const is =
  (...exceptions: string[]): Explanation["when"] =>
  (error) =>
    exceptions.includes(error.exception);

/**
 * What to do about each known message, then about each exception; the first that fits is told. The messages are those
 * that users of the service reported in public issue trackers. What can be said to any command speaks of "the
 * command"; what is only known of a create or an update may speak of `pulumi up`.
 */
export const explanations: readonly Explanation[] = [
  {
    // An error that gives itself no name is `Unknown` to the SDK.
    when: (error) => says(sdksHint)(error) || is("Unknown")(error),
    advice: ({ settings: { proxy, endpoint } }) =>
      `The answer couldn't be read: what came back isn't what AWS sends. Often a proxy, the sign-in page of a network or a wrong endpoint is why: check the network, ${proxy} and ${endpoint}, and run the command again.`,
  },
  {
    when: says(
      /resolve the root domain|resolve a DNS A record for the parent domain|parent is a top-level domain/i,
    ),
    advice: ({ domain }) => {
      const parent = domain.slice(domain.indexOf(".") + 1);
      return `The service insists that the parent of a custom domain has a DNS A record: create one for ${parent} (any address will do, such as 198.51.100.1) and wait until it resolves, then run pulumi up again. The parent may not be a top-level domain.`;
    },
  },
  {
    when: says(/User pool already has a domain configured/i),
    advice: ({ userPoolId }) =>
      `A pool holds one prefix domain and one custom domain. See which it holds with: aws cognito-idp describe-user-pool --user-pool-id ${userPoolId ?? "<pool>"} --query 'UserPool.[Domain,CustomDomain]'. Delete that domain, or bring it under this resource with the same name and adoptExisting: true.`,
  },
  {
    when: says(/Domain already exists|Domain already associated with another user pool/i),
    advice: () =>
      "The name belongs to a domain, in this account or another. Choose another name, or delete that domain first; if it is on this user pool, adoptExisting: true takes it over. If it was deleted minutes ago, its name is still being released: run pulumi up again later.",
  },
  {
    when: says(/has a domain configured that should be deleted first/i),
    advice: ({ domain }) =>
      `A user pool can't be deleted while it has a domain: delete ${domain} first. In a Pulumi program, pass the pool's own id output as userPoolId, so that the domain is deleted before its pool.`,
  },
  {
    when: says(/CNAMEs you provided are already associated/i),
    advice: ({ domain }) =>
      `Another CloudFront distribution serves ${domain}: remove it from that distribution's alternate domain names (aws cloudfront list-conflicting-aliases finds it, also across accounts). After the delete of a custom domain of this name CloudFront needs some minutes to let go of it: run pulumi up again then.`,
  },
  {
    when: says(/InvalidViewerCertificate|SSL certificate doesn't exist/i),
    advice: () =>
      "customDomainConfig.certificateArn must be an ACM certificate in us-east-1 of the same account, with status ISSUED, that names the domain and carries its whole chain. A certificate validated moments ago can need some minutes: make the domain depend on its aws.acm.CertificateValidation, or run pulumi up again.",
  },
  {
    when: says(/contains an invalid character/i),
    advice: () =>
      "A prefix is 1 to 63 characters of a-z, 0-9 and hyphens, with no hyphen at either end. A DNS name needs customDomainConfig.certificateArn.",
  },
  {
    when: says(/reserved word/i),
    advice: () => "A prefix may not hold aws, amazon or cognito: choose another.",
  },
  {
    when: says(/Cannot convert custom domain to prefix domain/i),
    advice: () =>
      "The update was sent without the certificate that the custom domain needs: set customDomainConfig.certificateArn. To turn it into a prefix domain, change the domain's name as well; that replaces it.",
  },
  {
    when: says(/should have a custom domain associated/i),
    advice: ({ domain }) =>
      `${domain} is a prefix domain on the service's side, or is gone: run pulumi refresh, then pulumi up.`,
  },
  {
    when: says(/No such domain or user pool exists/i),
    advice: ({ domain, userPoolId }) =>
      `${domain} isn't on user pool ${userPoolId ?? "that was given"} any more: run pulumi refresh, and pulumi up creates it again.`,
  },
  {
    when: (error) =>
      is("FeatureUnavailableInTierException")(error) ||
      says(/not available for the LITE pricing tier/i)(error),
    advice: ({ userPoolId }) =>
      `Move the pool to the Essentials or Plus plan (aws cognito-idp update-user-pool --user-pool-id ${userPoolId ?? "<pool>"} --user-pool-tier ESSENTIALS …; the call resets what it isn't given), or set managedLoginVersion: 1.`,
  },
  {
    when: says(/Member must have length less than or equal to 63/i),
    advice: ({ domain }) => `${domain} has ${domain.length} characters; the service takes at most 63.`,
  },
  {
    when: is("ResourceNotFoundException"),
    advice: ({ userPoolId, region }) =>
      `Is there a user pool${userPoolId === undefined ? "" : ` ${userPoolId}`} in ${region}, in the account of these credentials? Check userPoolId, region and aws:profile; after the pool was deleted, remove the domain from the program.`,
  },
  {
    when: is("LimitExceededException"),
    advice: () =>
      "The account's quota for user pool domains is used up: delete domains that aren't needed, or ask for more in Service Quotas (Amazon Cognito user pools, custom domains per account).",
  },
  {
    when: is("ConcurrentModificationException"),
    advice: () =>
      "Something else is changing the domain or its pool, and it didn't end within the timeout. Find it (another stack, the console, a script), then run the command again.",
  },
  {
    when: isThrottled,
    advice: ({ settings }) =>
      `The account's rate for this operation is used up, and the retries with it. Run the command again ${settings.patience}.`,
  },
  {
    when: is("OperationNotEnabledException"),
    advice: ({ region }) =>
      `The operation isn't enabled for this user pool in ${region}. On a replicated user pool, work in its primary Region: set region.`,
  },
  {
    // STS says it so, Cognito says AccessDeniedException.
    when: is("AccessDenied"),
    advice: ({ settings }) =>
      `STS refused the role: may the credentials call sts:AssumeRole on it, does the role's trust policy name them, and does it ask for an externalId? See ${settings.role}.`,
  },
  {
    when: is("NotAuthorizedException", "AccessDeniedException"),
    advice: ({ settings }) =>
      `The credentials may not do this. ${settings.permissions} Check who is calling with: aws sts get-caller-identity.`,
  },
  {
    when: is(
      "UnrecognizedClientException",
      "InvalidClientTokenId",
      "InvalidSignatureException",
      "SignatureDoesNotMatch",
      "IncompleteSignatureException",
      "MissingAuthenticationTokenException",
    ),
    advice: ({ settings }) =>
      `AWS doesn't know these credentials. Check ${settings.credentials}; with a local server, check the endpoint.`,
  },
  {
    when: is("ExpiredTokenException", "ExpiredToken", "RequestExpired"),
    advice: () =>
      "The credentials have expired: sign in again (aws sso login), or renew the token, and run the command again.",
  },
  {
    when: (error) => is("CredentialsProviderError", "TokenProviderError")(error) && says(/SSO/)(error),
    advice: ({ settings }) =>
      `Sign in again with: aws sso login --profile <name of ${settings.profile}>, then run the command again.`,
  },
  {
    when: is("IDPRejectedClaim", "InvalidIdentityToken", "InvalidIdentityTokenException"),
    advice: ({ settings }) =>
      `STS refused the web identity token: is it still valid, and does the role's trust policy name its issuer, audience and subject? See ${settings.webIdentity}.`,
  },
  {
    when: is("ENOENT"),
    advice: ({ settings }) =>
      `A file that the credentials are read from is missing: see ${settings.webIdentityFile}.`,
  },
  {
    when: (error) => /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_CERT_)/.test(error.exception),
    advice: ({ settings }) =>
      `The endpoint's TLS certificate isn't trusted here: name the file of its certificate authority in ${settings.certificateAuthority}, as behind a proxy that opens TLS.`,
  },
  {
    when: is("CredentialsProviderError", "TokenProviderError"),
    advice: ({ settings }) => `No credentials were found. Give them ${settings.waysToGiveCredentials}.`,
  },
  {
    when: is(
      "InternalErrorException",
      "InternalFailure",
      "InternalServerError",
      "ServiceUnavailable",
      "ServiceUnavailableException",
    ),
    advice: () =>
      "The service had an internal error, and the retries met it too: run the command again later.",
  },
  {
    when: is("InvalidParameterException", "ValidationException", "SerializationException"),
    advice: () => "The service refuses a value: compare it with what the message allows, and correct it.",
  },
  {
    when: is("UnknownOperationException"),
    advice: ({ settings }) =>
      `The endpoint doesn't know the operation: is ${settings.endpoint} or AWS_ENDPOINT_URL right?`,
  },
  {
    when: (error) =>
      is(
        "ECONNREFUSED",
        "ECONNRESET",
        "ENOTFOUND",
        "EAI_AGAIN",
        "EHOSTUNREACH",
        "ENETUNREACH",
        "EPIPE",
        "ETIMEDOUT",
        "TimeoutError",
      )(error),
    advice: ({ region, settings: { proxy, endpoint } }) =>
      `There was no answer from AWS in ${region}: check the network, ${proxy}, ${endpoint}, AWS_ENDPOINT_URL (does a local server that was named there still run?), and that the Region exists. Then run the command again.`,
  },
];
