import { isThrottled, type ServiceError } from "./service-error";

/** What the call was about, for wording. */
export interface Subject {
  domain: string;
  userPoolId?: string;
  region: string;
}

/**
 * The text for a person: what failed, what the service said, what to do about it, and what support asks for. Secrets
 * can't be in it: it is made of the subject and of what the service answered.
 */
export function explain(error: ServiceError, subject: Subject): string {
  const where = subject.userPoolId === undefined ? "" : ` on user pool ${subject.userPoolId}`;
  const heading = `${doing[error.operation]} ${subject.domain}${where} in ${subject.region} failed: ${closed(error.message)}`;
  const advice = explanations.find(({ when }) => when(error))?.advice(subject);
  const reference = [
    error.operation,
    error.exception,
    error.requestId && `request ${error.requestId}`,
  ].filter(Boolean);
  return [heading, advice, `(${reference.join(", ")})`].filter(Boolean).join(" ");
}

const doing: Record<ServiceError["operation"], string> = {
  CreateUserPoolDomain: "Creating the domain",
  DescribeUserPoolDomain: "Reading the domain",
  UpdateUserPoolDomain: "Updating the domain",
  DeleteUserPoolDomain: "Deleting the domain",
  GetCallerIdentity: "Checking the AWS account for the domain",
};

function closed(message: string): string {
  const text = message.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

interface Explanation {
  when(error: ServiceError): boolean;
  advice(subject: Subject): string;
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
 * that users of the service reported in public issue trackers.
 */
export const explanations: readonly Explanation[] = [
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
      "Something else is changing the domain or its pool, and it didn't end within the timeout. Find it (another stack, the console, a script), then run pulumi up again.",
  },
  {
    when: isThrottled,
    advice: () =>
      "The account's rate for this operation is used up, and the retries with it. Run pulumi up again with a lower --parallel, or raise aws:maxRetries.",
  },
  {
    when: is("OperationNotEnabledException"),
    advice: ({ region }) =>
      `The operation isn't enabled for this user pool in ${region}. On a replicated user pool, work in its primary Region: set region.`,
  },
  {
    // STS says it so, Cognito says AccessDeniedException.
    when: is("AccessDenied"),
    advice: () =>
      "STS refused the role: may the credentials call sts:AssumeRole on it, does the role's trust policy name them, and does it ask for an externalId? See aws:assumeRoles, or the profile's role_arn.",
  },
  {
    when: is("NotAuthorizedException", "AccessDeniedException"),
    advice: () =>
      "The credentials may not do this. The package calls cognito-idp:CreateUserPoolDomain, DescribeUserPoolDomain, UpdateUserPoolDomain and DeleteUserPoolDomain; for a custom domain the caller needs cloudfront:UpdateDistribution too. Check who is calling with: aws sts get-caller-identity.",
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
    advice: () =>
      "AWS doesn't know these credentials. Check aws:accessKey and aws:secretKey, or aws:profile, or the environment; with a local server, check the endpoint.",
  },
  {
    when: is("ExpiredTokenException", "ExpiredToken", "RequestExpired"),
    advice: () =>
      "The credentials have expired: sign in again (aws sso login), or renew the token, and run pulumi again.",
  },
  {
    when: (error) => is("CredentialsProviderError", "TokenProviderError")(error) && says(/SSO/)(error),
    advice: () => "Sign in again with: aws sso login --profile <name of aws:profile>, then run pulumi again.",
  },
  {
    when: is("IDPRejectedClaim", "InvalidIdentityToken", "InvalidIdentityTokenException"),
    advice: () =>
      "STS refused the web identity token: is it still valid, and does the role's trust policy name its issuer, audience and subject? See aws:assumeRoleWithWebIdentity.",
  },
  {
    when: is("ENOENT"),
    advice: () =>
      "A file that the credentials are read from is missing: see aws:assumeRoleWithWebIdentity.webIdentityTokenFile and the files of aws:profile.",
  },
  {
    when: (error) => /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_CERT_)/.test(error.exception),
    advice: () =>
      "The endpoint's TLS certificate isn't trusted here: name the file of its certificate authority in aws:customCaBundle or AWS_CA_BUNDLE, as behind a proxy that opens TLS.",
  },
  {
    when: is("CredentialsProviderError", "TokenProviderError"),
    advice: () =>
      "No credentials were found. Give them in one of the ways that @pulumi/aws knows: pulumi config set aws:profile <name>, the environment (AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY), aws:assumeRoles, or the role of the machine.",
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
      "The service had an internal error, and the retries met it too: run pulumi up again later. Should a create that got no answer have made the domain, that run says so, and adoptExisting: true takes it in.",
  },
  {
    when: is("InvalidParameterException", "ValidationException", "SerializationException"),
    advice: () =>
      "The service refuses a value: compare it with what the message allows, and correct the program.",
  },
  {
    when: is("UnknownOperationException"),
    advice: () =>
      "The endpoint doesn't know the operation: is aws:endpoints (cognitoidp) or AWS_ENDPOINT_URL right?",
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
    advice: ({ region }) =>
      `There was no answer from AWS in ${region}: check the network, aws:httpsProxy, aws:endpoints (cognitoidp, sts), and that the Region exists. Then run pulumi up again. Should a create that got no answer have made the domain, that run says so, and adoptExisting: true takes it in.`,
  },
];
