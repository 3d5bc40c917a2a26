import { type BadConfiguration, configured } from "./table";

/** Keys that there are none of, or that a domain can't have. */
export const configurationKeys: BadConfiguration[] = [
  [
    "a misspelt key",
    configured("regoin", "eu-west-1"),
    {
      "aws:regoin":
        "The stack configuration sets aws:regoin, which user pool domains don't support: did you mean aws:region? Supported: region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm aws:regoin",
    },
  ],
  [
    "a key in upper case",
    configured("REGION", "eu-west-1"),
    {
      "aws:REGION":
        "The stack configuration sets aws:REGION, which user pool domains don't support: did you mean aws:region? Supported: region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm aws:REGION",
    },
  ],
  [
    "a key of Terraform's spelling",
    configured("secret_key", "x"),
    {
      "aws:secret_key":
        "The stack configuration sets aws:secret_key, which user pool domains don't support: did you mean aws:secretKey? Supported: region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm aws:secret_key",
    },
  ],
  [
    "a key that is like none",
    configured("tags", "x"),
    {
      "aws:tags":
        "The stack configuration sets aws:tags, which user pool domains don't support: supported are region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm aws:tags",
    },
  ],
  [
    "an empty key",
    configured("", "x"),
    {
      "aws:":
        "The stack configuration sets aws:, which user pool domains don't support: supported are region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm aws:",
    },
  ],
  [
    "a key with a blank",
    configured("region ", "x"),
    {
      '"aws:region "':
        'The stack configuration sets "aws:region ", which user pool domains don\'t support: did you mean aws:region? Supported: region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm "aws:region "',
    },
  ],
  [
    "a key with a zero-width space",
    configured("region\u200b", "x"),
    {
      '"aws:region\\u{200b}"':
        'The stack configuration sets "aws:region\\u{200b}", which user pool domains don\'t support: did you mean aws:region? Supported: region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm "aws:region\\u{200b}"',
    },
  ],
  [
    "a key with a look-alike",
    configured("r\u0435gion", "x"),
    {
      '"aws:r\u0435gion"':
        'The stack configuration sets "aws:r\u0435gion", which user pool domains don\'t support: did you mean aws:region? Supported: region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm "aws:r\u0435gion"',
    },
  ],
  [
    "a very long key",
    configured("k".repeat(1_000_000), "x"),
    {
      '"aws:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (1000004 characters)':
        'The stack configuration sets "aws:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (1000004 characters), which user pool domains don\'t support: supported are region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm "aws:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (1000004 characters)',
    },
  ],
  [
    "a key of every object: constructor",
    configured("constructor", "x"),
    {
      "aws:constructor":
        "The stack configuration sets aws:constructor, which user pool domains don't support: supported are region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm aws:constructor",
    },
  ],
  [
    "a key of every object: toString",
    configured("toString", "x"),
    {
      "aws:toString":
        "The stack configuration sets aws:toString, which user pool domains don't support: supported are region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm aws:toString",
    },
  ],
  [
    "a key of every object: __proto__",
    JSON.parse('{"aws:__proto__":"x"}'),
    {
      "aws:__proto__":
        "The stack configuration sets aws:__proto__, which user pool domains don't support: supported are region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm aws:__proto__",
    },
  ],
  [
    "a key with another way to say it",
    configured("ec2MetadataServiceEndpoint", "http://[fd00:ec2::254]"),
    {
      "aws:ec2MetadataServiceEndpoint":
        "The stack configuration sets aws:ec2MetadataServiceEndpoint, which user pool domains don't support: set the environment variable AWS_EC2_METADATA_SERVICE_ENDPOINT instead. Remove it with: pulumi config rm aws:ec2MetadataServiceEndpoint",
    },
  ],
  [
    "a key with another way to say it, as a list",
    configured("userAgents", [{ productName: "x" }]),
    {
      "aws:userAgents":
        "The stack configuration sets aws:userAgents, which user pool domains don't support: set the environment variable AWS_SDK_UA_APP_ID instead. Remove it with: pulumi config rm aws:userAgents",
    },
  ],
  ["a key that can't matter", configured("defaultTags", { tags: { a: "b" } }), {}],
  ["another namespace", { "AWS:region": "earth", "aws-native:region": "earth", region: "earth" }, {}],
  [
    "a mode with another way to say it",
    configured("ec2MetadataServiceEndpointMode", "IPv6"),
    {
      "aws:ec2MetadataServiceEndpointMode":
        "The stack configuration sets aws:ec2MetadataServiceEndpointMode, which user pool domains don't support: set the environment variable AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE instead. Remove it with: pulumi config rm aws:ec2MetadataServiceEndpointMode",
    },
  ],
  [
    "a limit with another way to say it",
    configured("tokenBucketRateLimiterCapacity", "10000"),
    {
      "aws:tokenBucketRateLimiterCapacity":
        "The stack configuration sets aws:tokenBucketRateLimiterCapacity, which user pool domains don't support: use aws:maxRetries and aws:retryMode to say how throttled calls are retried. Remove it with: pulumi config rm aws:tokenBucketRateLimiterCapacity",
    },
  ],
  [
    "several keys that are wrong, all told of",
    { ...configured("region", "Ireland"), ...configured("maxRetries", "many"), ...configured("regoin", "x") },
    {
      "aws:region":
        'The stack configuration aws:region is "Ireland"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:region <value>\nThe stack configuration aws:maxRetries is "many"; expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>\nThe stack configuration sets aws:regoin, which user pool domains don\'t support: did you mean aws:region? Supported: region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion. Remove it with: pulumi config rm aws:regoin',
    },
  ],
];
