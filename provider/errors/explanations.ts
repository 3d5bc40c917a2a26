import { nobodysAddress, parentOf } from "../parent-domain";
import { type Diagnosis, diagnosis, type Wording } from "./diagnosis";
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
export function explain(error: ServiceError, subject: Subject): Wording {
  const about = { domain: "the domain", settings: stackSettings, ...subject };
  const known = Object.values(explanations).find(({ when }) => when(error));
  return (known?.tells ?? unexplained)({ error, about });
}

/** What support asks for. */
export function referenceOf({ operation, exception, requestId }: Failure): string {
  const parts = [operation, exception, requestId && `request ${requestId}`];
  return `(${parts.filter(Boolean).join(", ")})`;
}

/** A call that did not succeed, as far as it is told. */
type Failure = Pick<ServiceError, "operation" | "exception" | "message" | "requestId">;

type About = Subject & Required<Pick<Subject, "domain" | "settings">>;

interface FailedCall {
  readonly error: Failure;
  readonly about: About;
}

/** What is known about a failure: how it is recognized, why it is, and what to do. */
interface Explanation {
  when(error: ServiceError): boolean;
  readonly tells: Diagnosis<FailedCall>;
  /** One that it is told of. */
  readonly example: Failure;
}

function explanation({
  when,
  advice,
  cause,
  said,
  by = "InvalidParameterException",
  to = "CreateUserPoolDomain",
  isAnswer = true,
}: {
  when: Explanation["when"];
  advice(about: About): string;
  cause: string;
  /** What an example says, which exception of which operation. */
  said: string;
  by?: string;
  to?: Operation;
  /** Whether AWS says it, which numbers its answers, and not the SDK or the network. */
  isAnswer?: boolean;
}): Explanation {
  const requestId = isAnswer ? exampleRequest : undefined;
  const example = { operation: to, exception: by, message: said, requestId };
  const words = said.replace(sdksHint, "");
  const tells = diagnosis({
    heading: by === "InvalidParameterException" || words.includes(by) ? words : `${by}: ${words}`,
    says: ({ error, about }: FailedCall) => wordsOf(error, about),
    wayOut: ({ about }) => advice(about),
    reference: ({ error }) => referenceOf(error),
    cause,
    example: { error: example, about: exampleSubject },
  });
  return { when, tells, example };
}

const exampleSubject: About = {
  domain: "auth.example.com",
  userPoolId: "us-east-1_AbCdEf123",
  region: "us-east-1",
  settings: stackSettings,
};
const exampleRequest = "2f4d7c9a-0000-4000-8000-123456789012";

function wordsOf({ operation, message }: Failure, about: About): string {
  return `${headingOf(operation, about)} in ${about.region} failed: ${closed(message.replace(sdksHint, ""))}`;
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
export const explanations = {
  unreadableAnswer: explanation({
    // An error that gives itself no name is `Unknown` to the SDK.
    when: (error) => says(sdksHint)(error) || is("Unknown")(error),
    advice: ({ settings: { proxy, endpoint } }) =>
      `The answer couldn't be read: what came back isn't what AWS sends. Often a proxy, the sign-in page of a network or a wrong endpoint is why: check the network, ${proxy} and ${endpoint}, and run the command again.`,
    cause: "Something between here and AWS answered in its place.",
    said: `Unexpected token '<', "<!DOCTYPE "... is not valid JSON\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.`,
    by: "SyntaxError",
    to: "DescribeUserPoolDomain",
    isAnswer: false,
  }),
  unresolvedParent: explanation({
    when: says(
      /resolve the root domain|resolve a DNS A record for the parent domain|parent is a top-level domain/i,
    ),
    advice: ({ domain }) =>
      `The service insists that the parent of a custom domain has a DNS A record: create one for ${parentOf(domain)} (any address will do, such as ${nobodysAddress}) and wait until it resolves, then run pulumi up again. The parent may not be a top-level domain.`,
    cause:
      "Before it creates a custom domain, the service looks its parent up in DNS. Where only subdomains have records, the parent has none.",
    said: "Custom domain is not a valid subdomain: Was not able to resolve the root domain, please ensure an A record exists for the root domain.",
  }),
  poolHasDomain: explanation({
    when: says(/User pool already has a domain configured/i),
    advice: ({ userPoolId }) =>
      `A pool holds one prefix domain and one custom domain. See which it holds with: aws cognito-idp describe-user-pool --user-pool-id ${userPoolId ?? "<pool>"} --query 'UserPool.[Domain,CustomDomain]'. Delete that domain, or bring it under this resource with the same name and adoptExisting: true.`,
    cause:
      "The pool has another domain of that kind, made outside of this stack or by another resource of it.",
    said: "User pool already has a domain configured.",
  }),
  domainExists: explanation({
    when: says(/Domain already exists|Domain already associated with another user pool/i),
    advice: () =>
      "The name belongs to a domain, in this account or another. Choose another name, or delete that domain first; if it is on this user pool, adoptExisting: true takes it over. If it was deleted minutes ago, its name is still being released: run pulumi up again later.",
    cause:
      "Of a prefix there is one in a Region, whichever account has it, and CloudFront serves a custom name once.",
    said: "Domain already exists.",
  }),
  poolStillHasDomain: explanation({
    when: says(/has a domain configured that should be deleted first/i),
    advice: ({ domain }) =>
      `A user pool can't be deleted while it has a domain: delete ${domain} first. In a Pulumi program, pass the pool's own id output as userPoolId, so that the domain is deleted before its pool.`,
    cause: "The pool is deleted by something that knows nothing of its domain, or before it.",
    said: "User pool cannot be deleted. It has a domain configured that should be deleted first.",
    to: "DeleteUserPoolDomain",
  }),
  aliasTaken: explanation({
    when: says(/CNAMEs you provided are already associated/i),
    advice: ({ domain }) =>
      `Another CloudFront distribution serves ${domain}: remove it from that distribution's alternate domain names (aws cloudfront list-conflicting-aliases finds it, also across accounts). After the delete of a custom domain of this name CloudFront needs some minutes to let go of it: run pulumi up again then.`,
    cause: "CloudFront serves a name once in all of AWS, and lets go of one some minutes after its delete.",
    said: "One or more of the CNAMEs you provided are already associated with a different resource.",
  }),
  unusableCertificate: explanation({
    when: says(/InvalidViewerCertificate|SSL certificate doesn't exist/i),
    advice: () =>
      "customDomainConfig.certificateArn must be an ACM certificate in us-east-1 of the same account, with status ISSUED, that names the domain and carries its whole chain. A certificate validated moments ago can need some minutes: make the domain depend on its aws.acm.CertificateValidation, or run pulumi up again.",
    cause: "CloudFront, which serves custom domains, can't use the certificate.",
    said: "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain. (Service: AmazonCloudFront; Status Code: 400; Error Code: InvalidViewerCertificate; Proxy: null)",
  }),
  invalidCharacter: explanation({
    when: says(/contains an invalid character/i),
    advice: () =>
      "A prefix is 1 to 63 characters of a-z, 0-9 and hyphens, with no hyphen at either end. A DNS name needs customDomainConfig.certificateArn.",
    cause: "The name was not known in the preview, and turned out to be none that the service takes.",
    said: "The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$",
  }),
  reservedWord: explanation({
    when: says(/reserved word/i),
    advice: () => "A prefix may not hold aws, amazon or cognito: choose another.",
    cause: "The service keeps these texts out of prefixes, also within a word.",
    said: "Domain cannot contain reserved word: cognito",
  }),
  notConvertible: explanation({
    when: says(/Cannot convert custom domain to prefix domain/i),
    advice: () =>
      "The update was sent without the certificate that the custom domain needs: set customDomainConfig.certificateArn. To turn it into a prefix domain, change the domain's name as well; that replaces it.",
    cause:
      "An update replaces the whole configuration: one without a certificate would make a prefix domain of a custom one.",
    said: "Cannot convert custom domain to prefix domain.",
    to: "UpdateUserPoolDomain",
  }),
  noCustomDomain: explanation({
    when: says(/should have a custom domain associated/i),
    advice: ({ domain }) =>
      `${domain} is a prefix domain on the service's side, or is gone: run pulumi refresh, then pulumi up.`,
    cause: "The certificate of a domain was to be changed that has none.",
    said: "User pool should have a custom domain associated, failed to update the certificate.",
    to: "UpdateUserPoolDomain",
  }),
  noSuchDomain: explanation({
    when: says(/No such domain or user pool exists/i),
    advice: ({ domain, userPoolId }) =>
      `${domain} isn't on user pool ${userPoolId ?? "that was given"} any more: run pulumi refresh, and pulumi up creates it again.`,
    cause: "The domain was deleted outside of Pulumi, or is on another pool now.",
    said: "No such domain or user pool exists.",
    to: "UpdateUserPoolDomain",
  }),
  notInTier: explanation({
    when: (error) =>
      is("FeatureUnavailableInTierException")(error) ||
      says(/not available for the LITE pricing tier/i)(error),
    advice: ({ userPoolId }) =>
      `Move the pool to the Essentials or Plus plan (aws cognito-idp update-user-pool --user-pool-id ${userPoolId ?? "<pool>"} --user-pool-tier ESSENTIALS …; the call resets what it isn't given), or set managedLoginVersion: 1.`,
    cause: "Managed login needs a user pool on a plan above Lite.",
    said: "The following feature is not available for the LITE pricing tier configured: Managed Login Version 2",
    by: "FeatureUnavailableInTierException",
  }),
  tooLong: explanation({
    when: says(/Member must have length less than or equal to 63/i),
    advice: ({ domain }) => `${domain} has ${domain.length} characters; the service takes at most 63.`,
    cause: "The name was not known in the preview, and turned out to be longer than the service takes.",
    said: "1 validation error detected: Value at 'domain' failed to satisfy constraint: Member must have length less than or equal to 63",
  }),
  noSuchPool: explanation({
    when: is("ResourceNotFoundException"),
    advice: ({ userPoolId, region }) =>
      `Is there a user pool${userPoolId === undefined ? "" : ` ${userPoolId}`} in ${region}, in the account of these credentials? Check userPoolId, region and aws:profile; after the pool was deleted, remove the domain from the program.`,
    cause: "The id is mistyped, the pool is in another Region or account, or it was deleted.",
    said: "User pool us-east-1_AbCdEf123 does not exist.",
    by: "ResourceNotFoundException",
  }),
  quotaReached: explanation({
    when: is("LimitExceededException"),
    advice: () =>
      "The account's quota for user pool domains is used up: delete domains that aren't needed, or ask for more in Service Quotas (Amazon Cognito user pools, custom domains per account).",
    cause: "An account may have so many domains in a Region.",
    said: "The limit of 4 custom domains in us-east-1 is reached.",
    by: "LimitExceededException",
  }),
  concurrentChange: explanation({
    when: is("ConcurrentModificationException"),
    advice: () =>
      "Something else is changing the domain or its pool, and it didn't end within the timeout. Find it (another stack, the console, a script), then run the command again.",
    cause:
      "The service refuses a change while another of the domain or of its user pool is under way. It is asked again until the step's timeout is over.",
    said: "Domain auth.example.com can't be changed while its status is UPDATING.",
    by: "ConcurrentModificationException",
    to: "UpdateUserPoolDomain",
  }),
  throttled: explanation({
    when: isThrottled,
    advice: ({ settings }) =>
      `The account's rate for this operation is used up, and the retries with it. Run the command again ${settings.patience}.`,
    cause:
      "An account may make so many calls of an operation in a second, in each Region, whoever makes them. The call was made again and again, and was throttled each time.",
    said: "Rate exceeded",
    by: "TooManyRequestsException",
    to: "DescribeUserPoolDomain",
  }),
  notEnabled: explanation({
    when: is("OperationNotEnabledException"),
    advice: ({ region }) =>
      `The operation isn't enabled for this user pool in ${region}. On a replicated user pool, work in its primary Region: set region.`,
    cause: "A replicated user pool is changed in its primary Region.",
    said: "The operation isn't enabled in us-west-2, which has a replica of the user pool.",
    by: "OperationNotEnabledException",
  }),
  roleRefused: explanation({
    // STS says it so, Cognito says AccessDeniedException.
    when: is("AccessDenied"),
    advice: ({ settings }) =>
      `STS refused the role: may the credentials call sts:AssumeRole on it, does the role's trust policy name them, and does it ask for an externalId? See ${settings.role}.`,
    cause:
      "Either side has a say in who assumes a role: the policies of the credentials, and the trust policy of the role.",
    said: "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/deployer",
    by: "AccessDenied",
    to: "DescribeUserPoolDomain",
  }),
  notPermitted: explanation({
    when: is("NotAuthorizedException", "AccessDeniedException"),
    advice: ({ settings }) =>
      `The credentials may not do this. ${settings.permissions} Check who is calling with: aws sts get-caller-identity.`,
    cause:
      "The policies of the credentials, of a boundary or of the organization don't allow the call. [SECURITY](../SECURITY.md) has the least that is needed.",
    said: "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: cognito-idp:CreateUserPoolDomain",
    by: "AccessDeniedException",
  }),
  unknownCredentials: explanation({
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
    cause: "The keys are mistyped, deactivated, or those of another partition or server.",
    said: "The security token included in the request is invalid.",
    by: "UnrecognizedClientException",
    to: "DescribeUserPoolDomain",
  }),
  expiredCredentials: explanation({
    when: is("ExpiredTokenException", "ExpiredToken", "RequestExpired"),
    advice: () =>
      "The credentials have expired: sign in again (aws sso login), or renew the token, and run the command again.",
    cause:
      "Temporary credentials end after minutes to hours. A custom domain can take longer than they are good for.",
    said: "The security token included in the request is expired",
    by: "ExpiredTokenException",
    to: "DescribeUserPoolDomain",
  }),
  ssoExpired: explanation({
    when: (error) => is("CredentialsProviderError", "TokenProviderError")(error) && says(/SSO/)(error),
    advice: ({ settings }) =>
      `Sign in again with: aws sso login --profile <name of ${settings.profile}>, then run the command again.`,
    cause: "The profile signs in through IAM Identity Center, and that session has ended.",
    said: "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.",
    by: "CredentialsProviderError",
    to: "DescribeUserPoolDomain",
    isAnswer: false,
  }),
  webIdentityRefused: explanation({
    when: is("IDPRejectedClaim", "InvalidIdentityToken", "InvalidIdentityTokenException"),
    advice: ({ settings }) =>
      `STS refused the web identity token: is it still valid, and does the role's trust policy name its issuer, audience and subject? See ${settings.webIdentity}.`,
    cause: "The token is one that STS, or the trust policy of the role, doesn't take.",
    said: "Couldn't retrieve verification key from your identity provider",
    by: "InvalidIdentityToken",
    to: "DescribeUserPoolDomain",
  }),
  fileMissing: explanation({
    when: is("ENOENT"),
    advice: ({ settings }) =>
      `A file that the credentials are read from is missing: see ${settings.webIdentityFile}.`,
    cause: "A web identity's token, or a file of the profile, isn't where it is said to be.",
    said: "ENOENT: no such file or directory, open 'token'",
    by: "ENOENT",
    to: "DescribeUserPoolDomain",
    isAnswer: false,
  }),
  untrustedCertificate: explanation({
    when: (error) => /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_CERT_)/.test(error.exception),
    advice: ({ settings }) =>
      `The endpoint's TLS certificate isn't trusted here: name the file of its certificate authority in ${settings.certificateAuthority}, as behind a proxy that opens TLS.`,
    cause:
      "Who answered shows a certificate that Node.js doesn't trust: that of a proxy which opens TLS, or of a local server.",
    said: "self-signed certificate in certificate chain",
    by: "SELF_SIGNED_CERT_IN_CHAIN",
    to: "DescribeUserPoolDomain",
    isAnswer: false,
  }),
  noCredentials: explanation({
    when: is("CredentialsProviderError", "TokenProviderError"),
    advice: ({ settings }) => `No credentials were found. Give them ${settings.waysToGiveCredentials}.`,
    cause: "None of the places where credentials can be had any.",
    said: "Could not load credentials from any providers",
    by: "CredentialsProviderError",
    to: "DescribeUserPoolDomain",
    isAnswer: false,
  }),
  serviceFailed: explanation({
    when: is(
      "InternalErrorException",
      "InternalFailure",
      "InternalServerError",
      "ServiceUnavailable",
      "ServiceUnavailableException",
    ),
    advice: () =>
      "The service had an internal error, and the retries met it too: run the command again later.",
    cause: "The service is at fault, and mostly for a while only.",
    said: "Something went wrong",
    by: "InternalErrorException",
  }),
  valueRefused: explanation({
    when: is("InvalidParameterException", "ValidationException", "SerializationException"),
    advice: () => "The service refuses a value: compare it with what the message allows, and correct it.",
    cause: "A value was not known in the preview, or the service takes less than its documentation says.",
    said: "Invalid value.",
  }),
  unknownOperation: explanation({
    when: is("UnknownOperationException"),
    advice: ({ settings }) =>
      `The endpoint doesn't know the operation: is ${settings.endpoint} or AWS_ENDPOINT_URL right?`,
    cause: "The endpoint is of another service, or of a local server that doesn't have the operation.",
    said: "UnknownOperationException",
    by: "UnknownOperationException",
    to: "DescribeUserPoolDomain",
  }),
  unreachable: explanation({
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
    cause:
      "The network is away, a proxy or an endpoint is set that doesn't answer, or there is no such Region.",
    said: "connect ECONNREFUSED 127.0.0.1:9229",
    by: "ECONNREFUSED",
    to: "DescribeUserPoolDomain",
    isAnswer: false,
  }),
} satisfies Readonly<Record<string, Explanation>>;

/** What is told of all else. */
export const unexplained = diagnosis({
  heading: "Any other exception",
  says: ({ error, about }: FailedCall) => wordsOf(error, about),
  reference: ({ error }) => referenceOf(error),
  cause: "The service, or something on the way to it, said what this package knows no advice on.",
  unsaid:
    "Look the exception up in the API reference of the operation that stands at the end, and report it, so that there is advice next time. AWS support asks for the request id.",
  example: {
    error: {
      operation: "CreateUserPoolDomain",
      exception: "SomethingNewException",
      message: "Words of the service.",
      requestId: exampleRequest,
    },
    about: exampleSubject,
  },
});
