/** What a person sets to reach AWS, in words that fit into an advice. */
export interface Settings {
  profile: string;
  /** Where credentials can be given, in a few words. */
  credentials: string;
  /** All ways to give credentials to who has given none. */
  waysToGiveCredentials: string;
  role: string;
  webIdentity: string;
  webIdentityFile: string;
  proxy: string;
  endpoint: string;
  certificateAuthority: string;
  /** What to do about calls that are throttled. */
  patience: string;
  /** What the credentials must be allowed. */
  permissions: string;
}

/** Those of a stack, with the names of `@pulumi/aws`. */
export const stackSettings: Settings = {
  profile: "aws:profile",
  credentials: "aws:accessKey and aws:secretKey, or aws:profile, or the environment",
  waysToGiveCredentials:
    "in one of the ways that @pulumi/aws knows: pulumi config set aws:profile <name>, the environment (AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY), aws:assumeRoles, or the role of the machine",
  role: "aws:assumeRoles, or the profile's role_arn",
  webIdentity: "aws:assumeRoleWithWebIdentity",
  webIdentityFile: "aws:assumeRoleWithWebIdentity.webIdentityTokenFile and the files of aws:profile",
  proxy: "aws:httpsProxy",
  endpoint: "aws:endpoints (cognitoidp, sts)",
  certificateAuthority: "aws:customCaBundle or AWS_CA_BUNDLE",
  patience: "with a lower --parallel, or raise aws:maxRetries",
  permissions:
    "The package calls cognito-idp:CreateUserPoolDomain, DescribeUserPoolDomain, UpdateUserPoolDomain and DeleteUserPoolDomain; for a custom domain the caller needs cloudfront:UpdateDistribution too.",
};

/** Those of a command of `cognito-domain`, with the names of the AWS CLI. */
export const commandSettings: Settings = {
  profile: "--profile",
  credentials: "--profile, or the environment (AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY)",
  waysToGiveCredentials:
    "as the AWS CLI takes them: --profile <name>, the environment (AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY), or the role of the machine",
  role: "the profile's role_arn",
  webIdentity: "AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE, or the profile's web_identity_token_file",
  webIdentityFile: "AWS_WEB_IDENTITY_TOKEN_FILE and the files of the profile",
  proxy: "HTTPS_PROXY",
  endpoint: "--endpoint-url",
  certificateAuthority: "AWS_CA_BUNDLE",
  patience: "later, or raise AWS_MAX_ATTEMPTS",
  permissions:
    "Reading a domain needs cognito-idp:DescribeUserPoolDomain; finding domains, and whose they are, needs cognito-idp:DescribeUserPool and ListUserPools.",
};
