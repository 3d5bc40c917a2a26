import { closest } from "fastest-levenshtein";
import { parseDuration } from "../duration";
import { ConfigurationError } from "../errors/diagnostic";

/** How to reach AWS, as the stack's `aws:*` configuration says it. Names and meanings are those of `@pulumi/aws`. */
export interface AwsConfiguration {
  region?: string;
  profile?: string;
  accessKey?: string;
  secretKey?: string;
  token?: string;
  assumeRoles?: AssumeRole[];
  assumeRoleWithWebIdentity?: AssumeRoleWithWebIdentity;
  /** Addresses by service; `cognitoidp` (or `cognitoidentityprovider`) and `sts` count here. */
  endpoints?: Record<string, string>;
  maxRetries?: number;
  retryMode?: "standard" | "adaptive";
  useFipsEndpoint?: boolean;
  useDualstackEndpoint?: boolean;
  sharedConfigFile?: string;
  sharedCredentialsFile?: string;
  customCaBundle?: string;
  insecure?: boolean;
  httpProxy?: string;
  httpsProxy?: string;
  noProxy?: string;
  allowedAccountIds?: string[];
  forbiddenAccountIds?: string[];
  stsRegion?: string;
}

export interface AssumeRole {
  roleArn: string;
  sessionName?: string;
  externalId?: string;
  /** Seconds. */
  duration?: number;
  policy?: string;
  policyArns?: string[];
  sourceIdentity?: string;
  tags?: Record<string, string>;
  transitiveTagKeys?: string[];
}

export interface AssumeRoleWithWebIdentity {
  roleArn: string;
  sessionName?: string;
  webIdentityToken?: string;
  webIdentityTokenFile?: string;
  /** Seconds. */
  duration?: number;
  policy?: string;
  policyArns?: string[];
}

/**
 * Reads and checks the stack configuration, where every value is a string and objects are JSON. A key that would
 * change how AWS is reached and isn't supported is an error: it must not be passed over in silence.
 */
export function readAwsConfiguration(stackConfiguration: Readonly<Record<string, string>>): AwsConfiguration {
  const configuration: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(stackConfiguration)) {
    const name = key.startsWith("aws:") ? key.slice("aws:".length) : undefined;
    if (name === undefined || Object.hasOwn(withoutEffect, name)) continue;
    const read = Object.hasOwn(readers, name) ? readers[name as keyof typeof readers] : undefined;
    if (!read) throw unsupported(name);
    Object.assign(configuration, read(value, key));
  }
  requireBoth(configuration, "accessKey", "secretKey");
  return configuration;
}

type Reader = (value: string, key: string) => Partial<AwsConfiguration>;

const readers = {
  region: (value) => ({ region: value }),
  profile: (value) => ({ profile: value }),
  accessKey: (value) => ({ accessKey: value }),
  secretKey: (value) => ({ secretKey: value }),
  token: (value) => ({ token: value }),
  assumeRoles: (value, key) => ({ assumeRoles: list(value, key).map((role) => assumeRole(role, key)) }),
  // Before version 7, @pulumi/aws took one role under this name.
  assumeRole: (value, key) => ({ assumeRoles: [assumeRole(json(value, key), key)] }),
  assumeRoleWithWebIdentity: (value, key) => ({
    assumeRoleWithWebIdentity: webIdentity(json(value, key), key),
  }),
  endpoints: (value, key) => ({ endpoints: endpoints(value, key) }),
  maxRetries: (value, key) => ({ maxRetries: wholeNumber(value, key) }),
  retryMode: (value, key) => ({ retryMode: oneOf(["standard", "adaptive"], value, key) }),
  useFipsEndpoint: (value, key) => ({ useFipsEndpoint: boolean(value, key) }),
  useDualstackEndpoint: (value, key) => ({ useDualstackEndpoint: boolean(value, key) }),
  sharedConfigFiles: (value, key) => ({ sharedConfigFile: onlyFile(value, key) }),
  sharedCredentialsFiles: (value, key) => ({ sharedCredentialsFile: onlyFile(value, key) }),
  customCaBundle: (value) => ({ customCaBundle: value }),
  insecure: (value, key) => ({ insecure: boolean(value, key) }),
  httpProxy: (value, key) => ({ httpProxy: url(value, key) }),
  httpsProxy: (value, key) => ({ httpsProxy: url(value, key) }),
  noProxy: (value) => ({ noProxy: value }),
  allowedAccountIds: (value, key) => ({ allowedAccountIds: accountIds(value, key) }),
  forbiddenAccountIds: (value, key) => ({ forbiddenAccountIds: accountIds(value, key) }),
  stsRegion: (value) => ({ stsRegion: value }),
} satisfies Record<string, Reader>;

/** Keys of `@pulumi/aws` that can't change what happens to a user pool domain, each with the reason. */
const withoutEffect: Readonly<Record<string, string>> = {
  defaultTags: "a user pool domain has no tags",
  ignoreTags: "a user pool domain has no tags",
  tagPolicyCompliance: "a user pool domain has no tags",
  s3UsEast1RegionalEndpoint: "S3 is not called",
  s3UsePathStyle: "S3 is not called",
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

function unsupported(name: string): ConfigurationError {
  const advice =
    otherWays[name] ??
    `did you mean aws:${closest(name, Object.keys(readers))}? Supported: ${Object.keys(readers).join(", ")}`;
  return new ConfigurationError(
    `aws:${name}`,
    `The stack configuration sets aws:${name}, which user pool domains don't support: ${advice}. Remove it with: pulumi config rm aws:${name}`,
  );
}

function invalid(key: string, value: string, expected: string): ConfigurationError {
  return new ConfigurationError(
    key,
    `The stack configuration ${key} is ${JSON.stringify(value)}; expected ${expected}. Set it with: pulumi config set ${key} <value>`,
  );
}

function requireBoth(configuration: Record<string, unknown>, first: string, second: string): void {
  if ((configuration[first] === undefined) === (configuration[second] === undefined)) return;
  const [set, missing] = configuration[first] === undefined ? [second, first] : [first, second];
  throw new ConfigurationError(
    `aws:${missing}`,
    `The stack configuration sets aws:${set} without aws:${missing}: set both (pulumi config set --secret), or neither`,
  );
}

function boolean(value: string, key: string): boolean {
  return oneOf(["true", "false"], value, key) === "true";
}

function oneOf<T extends string>(allowed: readonly T[], value: string, key: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw invalid(key, value, allowed.join(" or "));
  return found;
}

function wholeNumber(value: string, key: string): number {
  if (!/^\d{1,3}$/.test(value)) throw invalid(key, value, "a whole number from 0 to 999");
  return Number(value);
}

function url(value: string, key: string): string {
  if (!URL.canParse(value))
    throw invalid(key, redactUrl(value), "an address such as http://proxy.example.com:3128");
  return value;
}

/** A proxy's address can hold a password. */
function redactUrl(value: string): string {
  return value.replace(/\/\/[^@/]*@/, "//***@");
}

function json(value: string, key: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    // The value may hold a secret, such as a web identity token, so it is not repeated.
    throw new ConfigurationError(
      key,
      `The stack configuration ${key} is not valid JSON. Set its parts with: pulumi config set --path '${key}.<part>' <value>`,
    );
  }
}

function list(value: string, key: string): unknown[] {
  const parsed = json(value, key);
  if (!Array.isArray(parsed))
    throw invalid(key, value, `a list: pulumi config set --path '${key}[0]' <value>`);
  return parsed;
}

/** Numbers lose leading zeros on their way through `pulumi config set --path`; account ids have 12 digits. */
function accountIds(value: string, key: string): string[] {
  return list(value, key).map((entry) => {
    const id = String(entry).padStart(12, "0");
    if (!/^\d{12}$/.test(id)) throw invalid(key, value, "account ids of 12 digits");
    return id;
  });
}

function onlyFile(value: string, key: string): string {
  const [file, ...others] = list(value, key);
  if (typeof file !== "string" || others.length > 0) {
    throw invalid(key, value, "a list of exactly one file, which is what the AWS SDK for JavaScript reads");
  }
  return file;
}

function endpoints(value: string, key: string): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const entry of [json(value, key)].flat()) {
    if (typeof entry !== "object" || entry === null) throw invalid(key, value, "a list of objects");
    for (const [service, address] of Object.entries(entry)) {
      if (typeof address !== "string" || !URL.canParse(address)) {
        throw invalid(`${key}[0].${service}`, String(address), "an address such as http://127.0.0.1:9229");
      }
      merged[service] = address;
    }
  }
  return merged;
}

function assumeRole(value: unknown, key: string): AssumeRole {
  const { roleArn, sessionName, externalId, policy, sourceIdentity, ...rest } = asObject(value, key);
  const { duration, policyArns, tags, transitiveTagKeys, ...unknown } = rest;
  refuseUnknown(unknown, key, "assumeRoles");
  return withoutUndefined({
    roleArn: requiredText(roleArn, `${key}.roleArn`),
    sessionName: text(sessionName, `${key}.sessionName`),
    externalId: text(externalId, `${key}.externalId`),
    policy: text(policy, `${key}.policy`),
    sourceIdentity: text(sourceIdentity, `${key}.sourceIdentity`),
    duration: seconds(duration, `${key}.duration`),
    policyArns: texts(policyArns, `${key}.policyArns`),
    tags: tags === undefined ? undefined : textsByName(tags, `${key}.tags`),
    transitiveTagKeys: texts(transitiveTagKeys, `${key}.transitiveTagKeys`),
  });
}

function webIdentity(value: unknown, key: string): AssumeRoleWithWebIdentity {
  const { roleArn, sessionName, webIdentityToken, webIdentityTokenFile, ...rest } = asObject(value, key);
  const { duration, policy, policyArns, ...unknown } = rest;
  refuseUnknown(unknown, key, "assumeRoleWithWebIdentity");
  if ((webIdentityToken === undefined) === (webIdentityTokenFile === undefined)) {
    throw new ConfigurationError(
      key,
      `The stack configuration ${key} needs exactly one of webIdentityToken and webIdentityTokenFile`,
    );
  }
  return withoutUndefined({
    roleArn: requiredText(roleArn, `${key}.roleArn`),
    sessionName: text(sessionName, `${key}.sessionName`),
    webIdentityToken: text(webIdentityToken, `${key}.webIdentityToken`),
    webIdentityTokenFile: text(webIdentityTokenFile, `${key}.webIdentityTokenFile`),
    duration: seconds(duration, `${key}.duration`),
    policy: text(policy, `${key}.policy`),
    policyArns: texts(policyArns, `${key}.policyArns`),
  });
}

function asObject(value: unknown, key: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new ConfigurationError(
    key,
    `The stack configuration ${key} is not an object: set its parts, such as pulumi config set --path '${key}.roleArn' <arn>`,
  );
}

function refuseUnknown(unknown: Record<string, unknown>, key: string, name: string): void {
  const [first] = Object.keys(unknown);
  if (first !== undefined) {
    throw new ConfigurationError(
      key,
      `The stack configuration ${key} has ${JSON.stringify(first)}, which is not a part of aws:${name}`,
    );
  }
}

function requiredText(value: unknown, key: string): string {
  const given = text(value, key);
  if (given === undefined) throw new ConfigurationError(key, `The stack configuration ${key} is missing`);
  return given;
}

function text(value: unknown, key: string): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  throw new ConfigurationError(key, `The stack configuration ${key} is not text`);
}

function texts(value: unknown, key: string): string[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
  throw new ConfigurationError(key, `The stack configuration ${key} is not a list of texts`);
}

function textsByName(value: unknown, key: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asObject(value, key)).map(([name, entry]) => [
      name,
      requiredText(entry, `${key}.${name}`),
    ]),
  );
}

function seconds(value: unknown, key: string): number | undefined {
  const given = text(value, key);
  const milliseconds = given === undefined ? undefined : parseDuration(given);
  if (given !== undefined && milliseconds === undefined) throw invalid(key, given, 'a duration such as "1h"');
  return milliseconds === undefined ? undefined : Math.round(milliseconds / 1000);
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never;
}
