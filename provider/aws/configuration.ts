import { distance } from "fastest-levenshtein";
import { ConfigurationError } from "../errors/diagnostic";
import { nearest } from "../nearest";
import { shownName } from "../shown";
import {
  accountId,
  boolean,
  byName,
  credential,
  file,
  json,
  list,
  object,
  oneOf,
  onlyFile,
  proxyAddress,
  type Read,
  type Reader,
  regionName,
  roleArn,
  seconds,
  serviceAddress,
  text,
  wholeNumber,
} from "./configuration-values";

/** How to reach AWS, as the stack's `aws:*` configuration says it. Names and meanings are those of `@pulumi/aws`. */
export type AwsConfiguration = { [Key in keyof typeof keys]?: Read<(typeof keys)[Key]> };
export type AssumeRole = Read<typeof assumeRole>;
export type AssumeRoleWithWebIdentity = Read<typeof assumeRoleWithWebIdentity>;

/**
 * Reads and checks the stack configuration, where every value is a string and objects are JSON. A key that would
 * change how AWS is reached and isn't supported is an error: it must not be passed over in silence.
 */
export function readAwsConfiguration(stackConfiguration: Readonly<Record<string, string>>): AwsConfiguration {
  const given = new Map<string, string>();
  for (const [key, value] of Object.entries(stackConfiguration)) {
    const name = key.startsWith("aws:") ? key.slice("aws:".length) : undefined;
    if (name !== undefined && !Object.hasOwn(withoutEffect, name)) given.set(name, value);
  }
  const configuration: Record<string, unknown> = {};
  for (const [name, value] of given) {
    if (name === "assumeRole") continue;
    if (!isSupported(name)) throw unsupported(name);
    // Empty is as good as not set, but for a proxy, where it means none.
    if (value === "" && keys[name] !== proxyAddress) continue;
    const read = keys[name](value, `aws:${name}`);
    // So is a list of nothing: no allowed account doesn't mean that none is allowed (hashicorp/aws-sdk-go-base).
    if (!Array.isArray(read) || read.length > 0) configuration[name] = read;
  }
  const olderRole = given.get("assumeRole");
  if (olderRole) configuration["assumeRoles"] = readOlderRole(olderRole, given);
  requireWhole(configuration);
  return configuration;
}

const assumeRole = object(
  { roleArn },
  {
    sessionName: text,
    externalId: text,
    duration: seconds,
    policy: text,
    policyArns: list(text),
    sourceIdentity: text,
    tags: byName(text),
    transitiveTagKeys: list(text),
  },
);

const webIdentity = object(
  { roleArn },
  {
    sessionName: text,
    webIdentityToken: credential,
    webIdentityTokenFile: file,
    duration: seconds,
    policy: text,
    policyArns: list(text),
  },
);

const assumeRoleWithWebIdentity: Reader<Read<typeof webIdentity>> = (value, key) => {
  const role = webIdentity(value, key);
  if ((role.webIdentityToken === undefined) !== (role.webIdentityTokenFile === undefined)) return role;
  throw new ConfigurationError(
    key,
    `The stack configuration ${key} needs exactly one of webIdentityToken and webIdentityTokenFile`,
  );
};

/** Of all services that `@pulumi/aws` has, these two are called; Cognito goes by two names. */
const endpoints: Reader<Record<string, string>> = (value, key) => {
  const entries = Array.isArray(value) ? value : [value];
  const merged = Object.assign({}, ...list(byName(serviceAddress))(entries, key));
  // A name that is only nearly right would send the calls to AWS itself.
  const mistaken = Object.keys(merged).find((name) => isMistaken(name));
  if (mistaken === undefined) return merged;
  throw new ConfigurationError(
    key,
    `The stack configuration ${key} has ${JSON.stringify(mistaken)}, which is no service's name. Amazon Cognito user pools are cognitoidp, and STS is sts: pulumi config set --path '${key}[0].cognitoidp' <address>`,
  );
};

function isMistaken(name: string): boolean {
  if (cognitoNames.has(name) || name === "sts") return false;
  const lower = name.toLowerCase();
  return lower === "sts" || lower.includes("cognito") || distance(lower, "cognitoidp") <= 3;
}

const cognitoNames = new Set(["cognitoidp", "cognitoidentityprovider", "cognitoidentity", "cognitosync"]);

const keys = {
  region: regionName,
  profile: text,
  accessKey: credential,
  secretKey: credential,
  token: credential,
  assumeRoles: json(list(assumeRole), "[0].roleArn"),
  assumeRoleWithWebIdentity: json(assumeRoleWithWebIdentity, ".roleArn"),
  endpoints: json(endpoints, "[0].cognitoidp"),
  maxRetries: wholeNumber,
  retryMode: oneOf("standard", "adaptive"),
  useFipsEndpoint: boolean,
  useDualstackEndpoint: boolean,
  sharedConfigFiles: json(onlyFile, "[0]"),
  sharedCredentialsFiles: json(onlyFile, "[0]"),
  customCaBundle: file,
  insecure: boolean,
  httpProxy: proxyAddress,
  httpsProxy: proxyAddress,
  noProxy: text,
  allowedAccountIds: json(list(accountId), "[0]"),
  forbiddenAccountIds: json(list(accountId), "[0]"),
  stsRegion: regionName,
} satisfies Record<string, Reader<unknown>>;

/** Keys of `@pulumi/aws` that can't change what happens to a user pool domain, each with the reason. */
const withoutEffect: Readonly<Record<string, string>> = {
  defaultTags: "a user pool domain has no tags",
  ignoreTags: "a user pool domain has no tags",
  tagPolicyCompliance: "a user pool domain has no tags",
  s3UsEast1RegionalEndpoint: "S3 is not called",
  s3UsePathStyle: "S3 is not called",
  s3ForcePathStyle: "S3 is not called",
  skipCredentialsValidation: "credentials are not validated ahead of the first call",
  skipRegionValidation: "a Region is not looked up in a list",
  skipRequestingAccountId: "the account is only asked for where accounts are allowed or forbidden",
  skipMetadataApiCheck: "the metadata service is only asked when nothing else gave credentials",
};

/** Keys of `@pulumi/aws` that would matter and aren't supported, each with the way to say the same. */
const otherWays: Readonly<Record<string, string>> = {
  ec2MetadataServiceEndpoint: "set the environment variable AWS_EC2_METADATA_SERVICE_ENDPOINT instead",
  ec2MetadataServiceEndpointMode:
    "set the environment variable AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE instead",
  tokenBucketRateLimiterCapacity:
    "use aws:maxRetries and aws:retryMode to say how throttled calls are retried",
  userAgents: "set the environment variable AWS_SDK_UA_APP_ID instead",
};

function isSupported(name: string): name is keyof typeof keys {
  return Object.hasOwn(keys, name);
}

function unsupported(name: string): ConfigurationError {
  const advice = (Object.hasOwn(otherWays, name) ? otherWays[name] : undefined) ?? supportedInstead(name);
  const key = shownName(`aws:${name}`);
  return new ConfigurationError(
    key,
    `The stack configuration sets ${key}, which user pool domains don't support: ${advice}. Remove it with: pulumi config rm ${key}`,
  );
}

function supportedInstead(name: string): string {
  const supported = Object.keys(keys);
  const meant = nearest(name, supported);
  return `${meant === undefined ? "supported are" : `did you mean aws:${meant}? Supported:`} ${supported.join(", ")}`;
}

/** Before version 7, `@pulumi/aws` took one role, and under this name. */
function readOlderRole(value: string, given: ReadonlyMap<string, string>): AssumeRole[] {
  if (!given.get("assumeRoles")) return [json(assumeRole, ".roleArn")(value, "aws:assumeRole")];
  throw new ConfigurationError(
    "aws:assumeRole",
    "The stack configuration sets both aws:assumeRoles and the older aws:assumeRole. Remove the older: pulumi config rm aws:assumeRole",
  );
}

/** Half a pair of keys, or a token alone, would be passed over, and other credentials than the meant ones be used. */
function requireWhole({ accessKey, secretKey, token }: AwsConfiguration): void {
  const given = accessKey ?? secretKey ?? token;
  if (given === undefined || (accessKey !== undefined && secretKey !== undefined)) return;
  const missing = accessKey === undefined ? "accessKey" : "secretKey";
  const set = accessKey !== undefined ? "accessKey" : secretKey !== undefined ? "secretKey" : "token";
  throw new ConfigurationError(
    `aws:${missing}`,
    `The stack configuration sets aws:${set} without aws:${missing}: set both (pulumi config set --secret), or neither`,
  );
}
