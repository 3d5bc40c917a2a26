import { type BadConfiguration, type Configuration, configured } from "./table";

const keys = (given: Configuration) => ({
  "aws:accessKey": "AKIAIOSFODNN7EXAMPLE",
  "aws:secretKey": "secret",
  ...given,
});
const role = "arn:aws:iam::123456789012:role/deployer";
const assuming = (given: object) => configured("assumeRoles", [{ roleArn: role, ...given }]);
const byToken = (given: object) => configured("assumeRoleWithWebIdentity", { roleArn: role, ...given });

const regions: BadConfiguration[] = [
  [
    "a Region by its place",
    configured("region", "Ireland"),
    {
      "aws:region":
        'The stack configuration aws:region is "Ireland"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:region <value>',
    },
  ],
  [
    "a Region in upper case",
    configured("region", "EU-WEST-1"),
    {
      "aws:region":
        'The stack configuration aws:region is "EU-WEST-1"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:region <value>',
    },
  ],
  [
    "a Region with a blank",
    configured("region", "eu-west-1 "),
    {
      "aws:region":
        'The stack configuration aws:region is "eu-west-1 "; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:region <value>',
    },
  ],
  [
    "a Region with a trailing newline",
    configured("region", "eu-west-1\n"),
    {
      "aws:region":
        'The stack configuration aws:region is "eu-west-1\\n"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:region <value>',
    },
  ],
  [
    "an availability zone",
    configured("region", "eu-west-1a"),
    {
      "aws:region":
        'The stack configuration aws:region is "eu-west-1a"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:region <value>',
    },
  ],
  [
    "a Region with a look-alike",
    configured("region", "\u0435u-west-1"),
    {
      "aws:region":
        'The stack configuration aws:region is "\u0435u-west-1"; expected the name of an AWS Region such as eu-west-1. It holds "\u0435" (U+0435). Set it with: pulumi config set aws:region <value>',
    },
  ],
  [
    "a Region that would lead elsewhere",
    configured("region", "evil.example.com/#"),
    {
      "aws:region":
        'The stack configuration aws:region is "evil.example.com/#"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:region <value>',
    },
  ],
  [
    "a Region of a megabyte",
    configured("region", "e".repeat(1_000_000)),
    {
      "aws:region":
        'The stack configuration aws:region is "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee… (1000000 characters); expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:region <value>',
    },
  ],
  [
    "no Region for STS",
    configured("stsRegion", "global"),
    {
      "aws:stsRegion":
        'The stack configuration aws:stsRegion is "global"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:stsRegion <value>',
    },
  ],
  ["an empty Region, which is none", configured("region", ""), {}],
  [
    "STS in a Region by its place",
    configured("stsRegion", "Ireland"),
    {
      "aws:stsRegion":
        'The stack configuration aws:stsRegion is "Ireland"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:stsRegion <value>',
    },
  ],
  [
    "STS in upper case",
    configured("stsRegion", "US-EAST-1"),
    {
      "aws:stsRegion":
        'The stack configuration aws:stsRegion is "US-EAST-1"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:stsRegion <value>',
    },
  ],
  [
    "STS in an availability zone",
    configured("stsRegion", "us-east-1a"),
    {
      "aws:stsRegion":
        'The stack configuration aws:stsRegion is "us-east-1a"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:stsRegion <value>',
    },
  ],
  [
    "STS in a Region with a trailing newline",
    configured("stsRegion", "us-east-1\n"),
    {
      "aws:stsRegion":
        'The stack configuration aws:stsRegion is "us-east-1\\n"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:stsRegion <value>',
    },
  ],
  [
    "STS in a Region that would lead elsewhere",
    configured("stsRegion", "us-east-1.evil.example.com"),
    {
      "aws:stsRegion":
        'The stack configuration aws:stsRegion is "us-east-1.evil.example.com"; expected the name of an AWS Region such as eu-west-1. Set it with: pulumi config set aws:stsRegion <value>',
    },
  ],
];

const profiles: BadConfiguration[] = [
  [
    "a profile that is a blank line",
    configured("profile", "\n"),
    {
      "aws:profile":
        "The stack configuration aws:profile isn't what is expected: the name of a profile, without line breaks and other characters that can't be seen (it is not shown here). Set it with: pulumi config set aws:profile <value>",
    },
  ],
  [
    "a profile with a trailing newline",
    configured("profile", "ops\n"),
    {
      "aws:profile":
        "The stack configuration aws:profile isn't what is expected: the name of a profile, without line breaks and other characters that can't be seen (it is not shown here). Set it with: pulumi config set aws:profile <value>",
    },
  ],
  [
    "a profile with a tab",
    configured("profile", "my\tops"),
    {
      "aws:profile":
        "The stack configuration aws:profile isn't what is expected: the name of a profile, without line breaks and other characters that can't be seen (it is not shown here). Set it with: pulumi config set aws:profile <value>",
    },
  ],
  [
    "a profile with a zero-width space",
    configured("profile", "ops\u200b"),
    {
      "aws:profile":
        "The stack configuration aws:profile isn't what is expected: the name of a profile, without line breaks and other characters that can't be seen (it is not shown here). Set it with: pulumi config set aws:profile <value>",
    },
  ],
  [
    "a profile with a zero byte",
    configured("profile", "ops\0"),
    {
      "aws:profile":
        "The stack configuration aws:profile isn't what is expected: the name of a profile, without line breaks and other characters that can't be seen (it is not shown here). Set it with: pulumi config set aws:profile <value>",
    },
  ],
  [
    "a profile with a line of a file after it",
    configured("profile", `ops]\nrole_arn = ${"r".repeat(1_000_000)}`),
    {
      "aws:profile":
        "The stack configuration aws:profile isn't what is expected: the name of a profile, without line breaks and other characters that can't be seen (it is not shown here). Set it with: pulumi config set aws:profile <value>",
    },
  ],
  ["a profile with a blank inside", configured("profile", "my ops"), {}],
  ["a profile in another script", configured("profile", "\u7d44"), {}],
];

const keysAndTokens: BadConfiguration[] = [
  [
    "an access key alone",
    configured("accessKey", "AKIAIOSFODNN7EXAMPLE"),
    {
      "aws:secretKey":
        "The stack configuration sets aws:accessKey without aws:secretKey: set both (pulumi config set --secret), or neither",
    },
  ],
  [
    "a secret key alone",
    configured("secretKey", "hunter2"),
    {
      "aws:accessKey":
        "The stack configuration sets aws:secretKey without aws:accessKey: set both (pulumi config set --secret), or neither",
    },
  ],
  [
    "a token alone",
    configured("token", "hunter2"),
    {
      "aws:accessKey":
        "The stack configuration sets aws:token without aws:accessKey: set both (pulumi config set --secret), or neither",
    },
  ],
  [
    "an access key with a trailing newline",
    keys({ "aws:accessKey": "AKIAIOSFODNN7EXAMPLE\n" }),
    {
      "aws:accessKey":
        "The stack configuration aws:accessKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:accessKey <value>",
    },
  ],
  [
    "a secret key with a trailing newline",
    keys({ "aws:secretKey": "hunter2\n" }),
    {
      "aws:secretKey":
        "The stack configuration aws:secretKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:secretKey <value>",
    },
  ],
  [
    "a secret key with a blank first",
    keys({ "aws:secretKey": " hunter2" }),
    {
      "aws:secretKey":
        "The stack configuration aws:secretKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:secretKey <value>",
    },
  ],
  [
    "a secret key with a zero-width space",
    keys({ "aws:secretKey": "hunter2\u200b" }),
    {
      "aws:secretKey":
        "The stack configuration aws:secretKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:secretKey <value>",
    },
  ],
  [
    "a token of two lines",
    keys({ "aws:token": "hunter2\r\nhunter2" }),
    {
      "aws:token":
        "The stack configuration aws:token is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:token <value>",
    },
  ],
  [
    "an access key of two lines",
    keys({ "aws:accessKey": "AKIAIOSFODNN7\r\nEXAMPLE" }),
    {
      "aws:accessKey":
        "The stack configuration aws:accessKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:accessKey <value>",
    },
  ],
  [
    "an access key with a look-alike",
    keys({ "aws:accessKey": "AKIAIOSFODNN7\u0415XAMPLE" }),
    {
      "aws:accessKey":
        "The stack configuration aws:accessKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:accessKey <value>",
    },
  ],
  [
    "an access key that is a blank",
    keys({ "aws:accessKey": " " }),
    {
      "aws:accessKey":
        "The stack configuration aws:accessKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:accessKey <value>",
    },
  ],
  [
    "an access key of 129 characters",
    keys({ "aws:accessKey": "A".repeat(129) }),
    {
      "aws:accessKey":
        "The stack configuration aws:accessKey has 129 characters; expected 1 to 128 (it is not shown here). Set it with: pulumi config set aws:accessKey <value>",
    },
  ],
  [
    "an access key of a megabyte",
    keys({ "aws:accessKey": "A".repeat(1_000_000) }),
    {
      "aws:accessKey":
        "The stack configuration aws:accessKey has 1000000 characters; expected 1 to 128 (it is not shown here). Set it with: pulumi config set aws:accessKey <value>",
    },
  ],
  [
    "a secret key with a zero byte",
    keys({ "aws:secretKey": "hunter2\0" }),
    {
      "aws:secretKey":
        "The stack configuration aws:secretKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:secretKey <value>",
    },
  ],
  [
    "a secret key in full-width letters",
    keys({ "aws:secretKey": "\uff48unter2" }),
    {
      "aws:secretKey":
        "The stack configuration aws:secretKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:secretKey <value>",
    },
  ],
  [
    "a secret key of a megabyte and a newline",
    keys({ "aws:secretKey": `${"hunter2".repeat(150_000)}\n` }),
    {
      "aws:secretKey":
        "The stack configuration aws:secretKey is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:secretKey <value>",
    },
  ],
  [
    "a token with a blank inside",
    keys({ "aws:token": "hunter2 hunter2" }),
    {
      "aws:token":
        "The stack configuration aws:token is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:token <value>",
    },
  ],
  [
    "a token with a tab first",
    keys({ "aws:token": "\thunter2" }),
    {
      "aws:token":
        "The stack configuration aws:token is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:token <value>",
    },
  ],
  [
    "a token with a look-alike",
    keys({ "aws:token": "hunt\u0435r2" }),
    {
      "aws:token":
        "The stack configuration aws:token is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:token <value>",
    },
  ],
  [
    "a token of a megabyte and a newline",
    keys({ "aws:token": `${"hunter2".repeat(150_000)}\n` }),
    {
      "aws:token":
        "The stack configuration aws:token is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set aws:token <value>",
    },
  ],
];

const roles: BadConfiguration[] = [
  [
    "roles that are no JSON",
    configured("assumeRoles", "deployer"),
    {
      "aws:assumeRoles":
        "The stack configuration aws:assumeRoles is not valid JSON. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a role outside of a list",
    configured("assumeRoles", { roleArn: role }),
    {
      "aws:assumeRoles":
        "The stack configuration aws:assumeRoles is not a list. Set it with: pulumi config set --path 'aws:assumeRoles[0]' <value>",
    },
  ],
  [
    "roles that are null",
    configured("assumeRoles", "null"),
    {
      "aws:assumeRoles":
        "The stack configuration aws:assumeRoles is not a list. Set it with: pulumi config set --path 'aws:assumeRoles[0]' <value>",
    },
  ],
  [
    "a role that is null",
    configured("assumeRoles", [null]),
    {
      "aws:assumeRoles[0]":
        "The stack configuration aws:assumeRoles[0] is not an object. Set it with: pulumi config set --path 'aws:assumeRoles[0].<part>' <value>",
    },
  ],
  [
    "a role that is an ARN",
    configured("assumeRoles", [role]),
    {
      "aws:assumeRoles[0]":
        "The stack configuration aws:assumeRoles[0] is not an object. Set it with: pulumi config set --path 'aws:assumeRoles[0].<part>' <value>",
    },
  ],
  [
    "a role with nothing in it",
    configured("assumeRoles", [{}]),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is missing. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a role's ARN that is empty",
    assuming({ roleArn: "" }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is \"\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a role's ARN that is null",
    assuming({ roleArn: null }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is null; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a role's name for its ARN",
    assuming({ roleArn: "deployer" }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is \"deployer\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a user's ARN",
    assuming({ roleArn: "arn:aws:iam::123456789012:user/me" }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is \"arn:aws:iam::123456789012:user/me\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "an assumed role's ARN",
    assuming({ roleArn: "arn:aws:sts::123456789012:assumed-role/deployer/me" }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is \"arn:aws:sts::123456789012:assumed-role/deployer/me\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a role's ARN with a trailing newline",
    assuming({ roleArn: `${role}\n` }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is \"arn:aws:iam::123456789012:role/deployer\\n\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a role's ARN with a short account",
    assuming({ roleArn: "arn:aws:iam::1234:role/deployer" }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is \"arn:aws:iam::1234:role/deployer\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a role's ARN of a megabyte",
    assuming({ roleArn: "r".repeat(1_000_000) }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is \"rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr… (1000000 characters); expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a second role that is wrong",
    configured("assumeRoles", [{ roleArn: role }, { roleArn: "x" }]),
    {
      "aws:assumeRoles[1].roleArn":
        "The stack configuration aws:assumeRoles[1].roleArn is \"x\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[1].roleArn' <value>",
    },
  ],
  [
    "a role with a misspelt part",
    assuming({ externalID: "hunter2" }),
    {
      "aws:assumeRoles[0]":
        'The stack configuration aws:assumeRoles[0] has "externalID", which is not a part of it. It can have: roleArn, sessionName, externalId, duration, policy, policyArns, sourceIdentity, tags, transitiveTagKeys',
    },
  ],
  [
    "a role with a part of every object",
    assuming({ constructor: "x" }),
    {
      "aws:assumeRoles[0]":
        'The stack configuration aws:assumeRoles[0] has "constructor", which is not a part of it. It can have: roleArn, sessionName, externalId, duration, policy, policyArns, sourceIdentity, tags, transitiveTagKeys',
    },
  ],
  [
    "a role with __proto__",
    { "aws:assumeRoles": `[{"roleArn":"${role}","__proto__":{}}]` },
    {
      "aws:assumeRoles[0]":
        'The stack configuration aws:assumeRoles[0] has "__proto__", which is not a part of it. It can have: roleArn, sessionName, externalId, duration, policy, policyArns, sourceIdentity, tags, transitiveTagKeys',
    },
  ],
  [
    "a session's name that is an object",
    assuming({ sessionName: {} }),
    {
      "aws:assumeRoles[0].sessionName":
        "The stack configuration aws:assumeRoles[0].sessionName is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
    },
  ],
  [
    "a policy that is an object",
    assuming({ policy: { Version: "2012-10-17" } }),
    {
      "aws:assumeRoles[0].policy":
        "The stack configuration aws:assumeRoles[0].policy is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].policy' <value>",
    },
  ],
  [
    "policies that are no list",
    assuming({ policyArns: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
    {
      "aws:assumeRoles[0].policyArns":
        "The stack configuration aws:assumeRoles[0].policyArns is not a list. Set it with: pulumi config set --path 'aws:assumeRoles[0].policyArns[0]' <value>",
    },
  ],
  [
    "tags that are a list",
    assuming({ tags: ["a"] }),
    {
      "aws:assumeRoles[0].tags":
        "The stack configuration aws:assumeRoles[0].tags is not an object. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.<part>' <value>",
    },
  ],
  [
    "a tag that is null",
    assuming({ tags: { a: null } }),
    {
      "aws:assumeRoles[0].tags.a":
        "The stack configuration aws:assumeRoles[0].tags.a is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.a' <value>",
    },
  ],
  [
    "an external id that is a fraction",
    assuming({ externalId: 1.5 }),
    {
      "aws:assumeRoles[0].externalId":
        "The stack configuration aws:assumeRoles[0].externalId is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].externalId' <value>",
    },
  ],
  [
    "a session as long as a number",
    assuming({ duration: 3600 }),
    {
      "aws:assumeRoles[0].duration":
        "The stack configuration aws:assumeRoles[0].duration is 3600; expected a duration such as \"1h\", from 15m to 12h. Set it with: pulumi config set --path 'aws:assumeRoles[0].duration' <value>",
    },
  ],
  [
    "a session without a unit",
    assuming({ duration: "3600" }),
    {
      "aws:assumeRoles[0].duration":
        'The stack configuration aws:assumeRoles[0].duration is "3600"; expected a duration such as "1h", from 15m to 12h. Set it with: pulumi config set --path \'aws:assumeRoles[0].duration\' <value>',
    },
  ],
  [
    "a session of 14 minutes",
    assuming({ duration: "14m" }),
    {
      "aws:assumeRoles[0].duration":
        'The stack configuration aws:assumeRoles[0].duration is "14m"; expected a duration such as "1h", from 15m to 12h. Set it with: pulumi config set --path \'aws:assumeRoles[0].duration\' <value>',
    },
  ],
  [
    "a session of 100 milliseconds",
    assuming({ duration: "100ms" }),
    {
      "aws:assumeRoles[0].duration":
        'The stack configuration aws:assumeRoles[0].duration is "100ms"; expected a duration such as "1h", from 15m to 12h. Set it with: pulumi config set --path \'aws:assumeRoles[0].duration\' <value>',
    },
  ],
  [
    "a session of 13 hours",
    assuming({ duration: "13h" }),
    {
      "aws:assumeRoles[0].duration":
        'The stack configuration aws:assumeRoles[0].duration is "13h"; expected a duration such as "1h", from 15m to 12h. Set it with: pulumi config set --path \'aws:assumeRoles[0].duration\' <value>',
    },
  ],
  [
    "a negative session",
    assuming({ duration: "-1h" }),
    {
      "aws:assumeRoles[0].duration":
        'The stack configuration aws:assumeRoles[0].duration is "-1h"; expected a duration such as "1h", from 15m to 12h. Set it with: pulumi config set --path \'aws:assumeRoles[0].duration\' <value>',
    },
  ],
  [
    "the older role beside the roles",
    { ...assuming({}), ...configured("assumeRole", { roleArn: role }) },
    {
      "aws:assumeRole":
        "The stack configuration sets both aws:assumeRoles and the older aws:assumeRole. Remove the older: pulumi config rm aws:assumeRole",
    },
  ],
  [
    "the older role that is wrong",
    configured("assumeRole", { roleArn: "x" }),
    {
      "aws:assumeRole.roleArn":
        "The stack configuration aws:assumeRole.roleArn is \"x\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRole.roleArn' <value>",
    },
  ],
  [
    "a web identity without a token",
    byToken({}),
    {
      "aws:assumeRoleWithWebIdentity":
        "The stack configuration aws:assumeRoleWithWebIdentity needs exactly one of webIdentityToken and webIdentityTokenFile",
    },
  ],
  [
    "a web identity with a token and a file",
    byToken({ webIdentityToken: "hunter2", webIdentityTokenFile: "f" }),
    {
      "aws:assumeRoleWithWebIdentity":
        "The stack configuration aws:assumeRoleWithWebIdentity needs exactly one of webIdentityToken and webIdentityTokenFile",
    },
  ],
  [
    "a web identity with an empty token",
    byToken({ webIdentityToken: "" }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityToken":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityToken is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityToken' <value>",
    },
  ],
  [
    "a web identity with a token of two lines",
    byToken({ webIdentityToken: "hunter2\nhunter2" }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityToken":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityToken is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityToken' <value>",
    },
  ],
  [
    "a web identity in a list",
    configured("assumeRoleWithWebIdentity", [{ webIdentityToken: "hunter2" }]),
    {
      "aws:assumeRoleWithWebIdentity":
        "The stack configuration aws:assumeRoleWithWebIdentity is not an object. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.<part>' <value>",
    },
  ],
  [
    "a web identity that is no JSON",
    configured("assumeRoleWithWebIdentity", "{webIdentityToken: hunter2"),
    {
      "aws:assumeRoleWithWebIdentity":
        "The stack configuration aws:assumeRoleWithWebIdentity is not valid JSON. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.roleArn' <value>",
    },
  ],
  [
    "a role's ARN for a policy's",
    assuming({ policyArns: [role] }),
    {
      "aws:assumeRoles[0].policyArns[0]":
        "The stack configuration aws:assumeRoles[0].policyArns[0] is \"arn:aws:iam::123456789012:role/deployer\"; expected the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess. Set it with: pulumi config set --path 'aws:assumeRoles[0].policyArns[0]' <value>",
    },
  ],
  [
    "a role's ARN of more than 2048 characters",
    assuming({ roleArn: `arn:aws:iam::123456789012:role/${"p".repeat(2017)}/deployer` }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is \"arn:aws:iam::123456789012:role/pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp… (2057 characters); expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a role's ARN with a blank in its path",
    assuming({ roleArn: "arn:aws:iam::123456789012:role/my team/deployer" }),
    {
      "aws:assumeRoles[0].roleArn":
        "The stack configuration aws:assumeRoles[0].roleArn is \"arn:aws:iam::123456789012:role/my team/deployer\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoles[0].roleArn' <value>",
    },
  ],
  [
    "a role's ARN under a path of unusual characters",
    assuming({ roleArn: "arn:aws:iam::123456789012:role/team:a!/deployer" }),
    {},
  ],
];

const accounts: BadConfiguration[] = [
  [
    "accounts that are no list",
    configured("allowedAccountIds", "123456789012"),
    {
      "aws:allowedAccountIds":
        "The stack configuration aws:allowedAccountIds is not a list. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
  [
    "accounts that are no JSON",
    configured("allowedAccountIds", "123456789012,210987654321"),
    {
      "aws:allowedAccountIds":
        "The stack configuration aws:allowedAccountIds is not valid JSON. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
  [
    "an account that is empty",
    configured("allowedAccountIds", [""]),
    {
      "aws:allowedAccountIds[0]":
        "The stack configuration aws:allowedAccountIds[0] is \"\"; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
  [
    "an account of 5 digits",
    configured("allowedAccountIds", ["12345"]),
    {
      "aws:allowedAccountIds[0]":
        "The stack configuration aws:allowedAccountIds[0] is \"12345\"; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
  [
    "an account of 13 digits",
    configured("forbiddenAccountIds", ["1234567890123"]),
    {
      "aws:forbiddenAccountIds[0]":
        "The stack configuration aws:forbiddenAccountIds[0] is \"1234567890123\"; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:forbiddenAccountIds[0]' <value>",
    },
  ],
  [
    "an account with hyphens",
    configured("forbiddenAccountIds", ["1234-5678-9012"]),
    {
      "aws:forbiddenAccountIds[0]":
        "The stack configuration aws:forbiddenAccountIds[0] is \"1234-5678-9012\"; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:forbiddenAccountIds[0]' <value>",
    },
  ],
  [
    "an account that is null",
    configured("forbiddenAccountIds", [null]),
    {
      "aws:forbiddenAccountIds[0]":
        "The stack configuration aws:forbiddenAccountIds[0] is null; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:forbiddenAccountIds[0]' <value>",
    },
  ],
  [
    "an account that is a list",
    configured("allowedAccountIds", [[]]),
    {
      "aws:allowedAccountIds[0]":
        "The stack configuration aws:allowedAccountIds[0] is []; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
  [
    "an account that is a list of one",
    configured("allowedAccountIds", [[123456789012]]),
    {
      "aws:allowedAccountIds[0]":
        "The stack configuration aws:allowedAccountIds[0] is [123456789012]; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
  [
    "an account that is a negative number",
    configured("allowedAccountIds", [-1]),
    {
      "aws:allowedAccountIds[0]":
        "The stack configuration aws:allowedAccountIds[0] is -1; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
  [
    "an account that is a fraction",
    configured("allowedAccountIds", [1.5]),
    {
      "aws:allowedAccountIds[0]":
        "The stack configuration aws:allowedAccountIds[0] is 1.5; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
  [
    "an account's ARN",
    configured("allowedAccountIds", ["arn:aws:iam::123456789012:root"]),
    {
      "aws:allowedAccountIds[0]":
        "The stack configuration aws:allowedAccountIds[0] is \"arn:aws:iam::123456789012:root\"; expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
  ["an account that lost its leading zeros as a number", configured("allowedAccountIds", [1234567890]), {}],
  [
    "an account of a megabyte",
    configured("forbiddenAccountIds", ["1".repeat(1_000_000)]),
    {
      "aws:forbiddenAccountIds[0]":
        "The stack configuration aws:forbiddenAccountIds[0] is \"111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111… (1000000 characters); expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:forbiddenAccountIds[0]' <value>",
    },
  ],
  [
    "an account with a look-alike",
    configured("forbiddenAccountIds", ["12345678901\uff12"]),
    {
      "aws:forbiddenAccountIds[0]":
        'The stack configuration aws:forbiddenAccountIds[0] is "12345678901\uff12"; expected an account id of 12 digits. It holds "\uff12" (U+FF12). Set it with: pulumi config set --path \'aws:forbiddenAccountIds[0]\' <value>',
    },
  ],
  [
    "an account of a megabyte that is allowed",
    configured("allowedAccountIds", ["1".repeat(1_000_000)]),
    {
      "aws:allowedAccountIds[0]":
        "The stack configuration aws:allowedAccountIds[0] is \"111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111… (1000000 characters); expected an account id of 12 digits. Set it with: pulumi config set --path 'aws:allowedAccountIds[0]' <value>",
    },
  ],
];

export const configuredAccess = [...regions, ...profiles, ...keysAndTokens, ...roles, ...accounts];
