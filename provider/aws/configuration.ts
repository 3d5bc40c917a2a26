import { distance } from "fastest-levenshtein";
import { together, type Wording } from "../errors/diagnosis";
import { ConfigurationError } from "../errors/diagnostic";
import { nearest } from "../nearest";
import { shownName } from "../shown";
import { certificateBundle, onlyFile } from "./configuration-files";
import {
  boolean,
  byName,
  json,
  list,
  oneOf,
  type Read,
  type Reader,
  wholeNumber,
} from "./configuration-reader";
import { type AssumeRole, assumeRole, assumeRoleWithWebIdentity } from "./configuration-roles";
import {
  accountId,
  credential,
  credentialOf,
  hostList,
  profileName,
  proxyAddress,
  regionName,
  serviceAddress,
} from "./configuration-values";
import { stackConfiguration } from "./diagnostics";

/** How to reach AWS, as the stack's `aws:*` configuration says it. Names and meanings are those of `@pulumi/aws`. */
export type AwsConfiguration = { [Key in keyof typeof supportedKeys]?: Read<(typeof supportedKeys)[Key]> };

/**
 * Reads and checks the stack configuration, where every value is a string and objects are JSON. A key that would
 * change how AWS is reached and isn't supported is an error: it must not be passed over in silence.
 *
 * @throws ConfigurationError that tells everything that is wrong, a line for each key
 */
export function readAwsConfiguration(stackConfiguration: Readonly<Record<string, string>>): AwsConfiguration {
  const given = keysThatMatter(stackConfiguration);
  const configuration: AwsConfiguration = {};
  const problems: ConfigurationError[] = [];
  for (const [name, value] of given) {
    try {
      Object.assign(configuration, readKey(name, value, given));
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      problems.push(error);
    }
  }
  const [problem, ...others] = problems;
  if (problem) throw others.length === 0 ? problem : asOne([problem, ...others]);
  requireWhole(configuration);
  return configuration;
}

function keysThatMatter(stackConfiguration: Readonly<Record<string, string>>): Map<string, string> {
  const names = Object.entries(stackConfiguration).flatMap(([key, value]) =>
    key.startsWith("aws:") ? [[key.slice("aws:".length), value] as const] : [],
  );
  return new Map(names.filter(([name]) => !Object.hasOwn(withoutEffect, name)));
}

function readKey(name: string, value: string, given: ReadonlyMap<string, string>): AwsConfiguration {
  if (name === "assumeRole") return value === "" ? {} : { assumeRoles: readOlderRole(value, given) };
  if (!isSupported(name)) throw unsupported(name);
  // Empty is as good as not set, but for a proxy, where it means none.
  if (value === "" && supportedKeys[name] !== proxyAddress) return {};
  const read = supportedKeys[name](value, `aws:${name}`);
  // So is a list of nothing: no allowed account doesn't mean that none is allowed (hashicorp/aws-sdk-go-base).
  return Array.isArray(read) && read.length === 0 ? {} : { [name]: read };
}

function asOne(problems: readonly [ConfigurationError, ...ConfigurationError[]]): ConfigurationError {
  return new ConfigurationError(problems[0].key, together(problems.map(({ message }) => message)));
}

/** Of all services that `@pulumi/aws` has, these two are called; Cognito goes by two names. */
const endpoints: Reader<Record<string, string>> = (value, key) => {
  const entries = Array.isArray(value) ? value : [value];
  const merged = Object.assign({}, ...list(byName(serviceAddress))(entries, key));
  // A name that is only nearly right would send the calls to AWS itself.
  const mistaken = Object.keys(merged).find((name) => isMistaken(name));
  if (mistaken === undefined) return merged;
  throw new ConfigurationError(key, stackConfiguration.endpointOfNoService({ key, service: mistaken }));
};

function isMistaken(name: string): boolean {
  if (cognitoNames.has(name) || name === "sts") return false;
  const lower = name.toLowerCase();
  return lower === "sts" || lower.includes("cognito") || distance(lower, "cognitoidp") <= 3;
}

const cognitoNames = new Set(["cognitoidp", "cognitoidentityprovider", "cognitoidentity", "cognitosync"]);

/** Each key with what reads it. */
export const supportedKeys = {
  region: regionName,
  profile: profileName,
  // Source: IAM API reference, AccessKey; a server for tests may have shorter ones.
  accessKey: credentialOf(1, 128),
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
  customCaBundle: certificateBundle,
  insecure: boolean,
  httpProxy: proxyAddress,
  httpsProxy: proxyAddress,
  noProxy: hostList,
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
export const unsupportedKeys: Readonly<Record<string, string>> = {
  ec2MetadataServiceEndpoint: "set the environment variable AWS_EC2_METADATA_SERVICE_ENDPOINT instead",
  ec2MetadataServiceEndpointMode:
    "set the environment variable AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE instead",
  tokenBucketRateLimiterCapacity:
    "use aws:maxRetries and aws:retryMode to say how throttled calls are retried",
  userAgents: "set the environment variable AWS_SDK_UA_APP_ID instead",
};

function isSupported(name: string): name is keyof typeof supportedKeys {
  return Object.hasOwn(supportedKeys, name);
}

function unsupported(name: string): ConfigurationError {
  const key = shownName(`aws:${name}`);
  const instead = Object.hasOwn(unsupportedKeys, name) ? unsupportedKeys[name] : undefined;
  const wording =
    instead === undefined ? unknownKey(name, key) : stackConfiguration.unsupportedKey({ key, instead });
  return new ConfigurationError(key, wording);
}

function unknownKey(name: string, key: string): Wording {
  const supported = Object.keys(supportedKeys);
  return stackConfiguration.unknownKey({ key, meant: nearest(name, supported), supported });
}

/** Before version 7, `@pulumi/aws` took one role, and under this name. */
function readOlderRole(value: string, given: ReadonlyMap<string, string>): AssumeRole[] {
  if (!given.get("assumeRoles")) return [json(assumeRole, ".roleArn")(value, "aws:assumeRole")];
  throw new ConfigurationError("aws:assumeRole", stackConfiguration.bothRoles());
}

/** Half a pair of keys, or a token alone, would be passed over, and other credentials than the meant ones be used. */
function requireWhole({ accessKey, secretKey, token }: AwsConfiguration): void {
  const given = accessKey ?? secretKey ?? token;
  if (given === undefined || (accessKey !== undefined && secretKey !== undefined)) return;
  const missing = accessKey === undefined ? "accessKey" : "secretKey";
  const set = accessKey !== undefined ? "accessKey" : secretKey !== undefined ? "secretKey" : "token";
  throw new ConfigurationError(`aws:${missing}`, stackConfiguration.incompletePair({ set, missing }));
}
