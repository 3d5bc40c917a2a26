import { type BadConfiguration, configured } from "./table";

const role = "arn:aws:iam::123456789012:role/deployer";
const byToken = (given: object) =>
  configured("assumeRoleWithWebIdentity", { roleArn: role, webIdentityToken: "hunter2", ...given });

export const configuredWebIdentities: BadConfiguration[] = [
  [
    "a web identity's role that is missing",
    configured("assumeRoleWithWebIdentity", { webIdentityToken: "hunter2" }),
    {
      "aws:assumeRoleWithWebIdentity.roleArn":
        "The stack configuration aws:assumeRoleWithWebIdentity.roleArn is missing. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.roleArn' <value>",
    },
  ],
  [
    "a web identity's role that is empty",
    byToken({ roleArn: "" }),
    {
      "aws:assumeRoleWithWebIdentity.roleArn":
        "The stack configuration aws:assumeRoleWithWebIdentity.roleArn is \"\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.roleArn' <value>",
    },
  ],
  [
    "a web identity's role by its name",
    byToken({ roleArn: "deployer" }),
    {
      "aws:assumeRoleWithWebIdentity.roleArn":
        "The stack configuration aws:assumeRoleWithWebIdentity.roleArn is \"deployer\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.roleArn' <value>",
    },
  ],
  [
    "a web identity's provider for its role",
    byToken({ roleArn: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }),
    {
      "aws:assumeRoleWithWebIdentity.roleArn":
        "The stack configuration aws:assumeRoleWithWebIdentity.roleArn is \"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com\"; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.roleArn' <value>",
    },
  ],
  [
    "a web identity's role that is a list",
    byToken({ roleArn: [role] }),
    {
      "aws:assumeRoleWithWebIdentity.roleArn":
        "The stack configuration aws:assumeRoleWithWebIdentity.roleArn is [\"arn:aws:iam::123456789012:role/deployer\"]; expected the ARN of a role such as arn:aws:iam::123456789012:role/deployer. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.roleArn' <value>",
    },
  ],
  [
    "a web identity with a misspelt part",
    byToken({ roleARN: "hunter2" }),
    {
      "aws:assumeRoleWithWebIdentity":
        'The stack configuration aws:assumeRoleWithWebIdentity has "roleARN", which is not a part of it. It can have: roleArn, sessionName, webIdentityToken, webIdentityTokenFile, duration, policy, policyArns',
    },
  ],
  [
    "a web identity with a part that only roles have",
    byToken({ externalId: "hunter2" }),
    {
      "aws:assumeRoleWithWebIdentity":
        'The stack configuration aws:assumeRoleWithWebIdentity has "externalId", which is not a part of it. It can have: roleArn, sessionName, webIdentityToken, webIdentityTokenFile, duration, policy, policyArns',
    },
  ],
  [
    "a web identity that is null",
    configured("assumeRoleWithWebIdentity", "null"),
    {
      "aws:assumeRoleWithWebIdentity":
        "The stack configuration aws:assumeRoleWithWebIdentity is not an object. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.<part>' <value>",
    },
  ],
  [
    "a token of three characters",
    byToken({ webIdentityToken: "hu2" }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityToken":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityToken has 3 characters; expected 4 to 20000 (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityToken' <value>",
    },
  ],
  [
    "a token of a megabyte",
    byToken({ webIdentityToken: "hunter2".repeat(150_000) }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityToken":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityToken has 1050000 characters; expected 4 to 20000 (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityToken' <value>",
    },
  ],
  [
    "a token that is an object",
    byToken({ webIdentityToken: { value: "hunter2" } }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityToken":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityToken is not text. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityToken' <value>",
    },
  ],
  [
    "a token with a look-alike",
    byToken({ webIdentityToken: "hunt\u0435r2" }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityToken":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityToken is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityToken' <value>",
    },
  ],
  ["a token of 20,000 characters", byToken({ webIdentityToken: "h".repeat(20_000) }), {}],
  [
    "a token's file that is empty",
    byToken({ webIdentityToken: undefined, webIdentityTokenFile: "" }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityTokenFile":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityTokenFile isn't what is expected: the path of a file, without line breaks (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityTokenFile' <value>",
    },
  ],
  [
    "a token's file with a line break",
    byToken({ webIdentityToken: undefined, webIdentityTokenFile: "/run/token\n" }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityTokenFile":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityTokenFile isn't what is expected: the path of a file, without line breaks (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityTokenFile' <value>",
    },
  ],
  [
    "a token's file with a zero byte",
    byToken({ webIdentityToken: undefined, webIdentityTokenFile: "/run/token\0" }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityTokenFile":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityTokenFile isn't what is expected: the path of a file, without line breaks (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityTokenFile' <value>",
    },
  ],
  [
    "a token's file that is a list",
    byToken({ webIdentityToken: undefined, webIdentityTokenFile: ["/run/token"] }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityTokenFile":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityTokenFile is not text. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityTokenFile' <value>",
    },
  ],
  [
    "a token's file that is null",
    byToken({ webIdentityToken: undefined, webIdentityTokenFile: null }),
    {
      "aws:assumeRoleWithWebIdentity.webIdentityTokenFile":
        "The stack configuration aws:assumeRoleWithWebIdentity.webIdentityTokenFile is not text. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.webIdentityTokenFile' <value>",
    },
  ],
  [
    "a token's file that isn't there yet, as before a deploy",
    byToken({ webIdentityToken: undefined, webIdentityTokenFile: "/run/no-such-token" }),
    {},
  ],
  [
    "its session's name that is empty",
    byToken({ sessionName: "" }),
    {
      "aws:assumeRoleWithWebIdentity.sessionName":
        "The stack configuration aws:assumeRoleWithWebIdentity.sessionName is \"\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.sessionName' <value>",
    },
  ],
  [
    "its session's name with a blank",
    byToken({ sessionName: "my deploy" }),
    {
      "aws:assumeRoleWithWebIdentity.sessionName":
        "The stack configuration aws:assumeRoleWithWebIdentity.sessionName is \"my deploy\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.sessionName' <value>",
    },
  ],
  [
    "its session's name of 65 characters",
    byToken({ sessionName: "s".repeat(65) }),
    {
      "aws:assumeRoleWithWebIdentity.sessionName":
        "The stack configuration aws:assumeRoleWithWebIdentity.sessionName is \"sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.sessionName' <value>",
    },
  ],
  [
    "its session's name with a colon",
    byToken({ sessionName: "repo:main" }),
    {
      "aws:assumeRoleWithWebIdentity.sessionName":
        "The stack configuration aws:assumeRoleWithWebIdentity.sessionName is \"repo:main\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.sessionName' <value>",
    },
  ],
  [
    "its session's name that is an object",
    byToken({ sessionName: {} }),
    {
      "aws:assumeRoleWithWebIdentity.sessionName":
        "The stack configuration aws:assumeRoleWithWebIdentity.sessionName is not text. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.sessionName' <value>",
    },
  ],
  [
    "its session as long as a number",
    byToken({ duration: 3600 }),
    {
      "aws:assumeRoleWithWebIdentity.duration":
        "The stack configuration aws:assumeRoleWithWebIdentity.duration is 3600; expected a duration such as \"1h\", from 15m to 12h. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.duration' <value>",
    },
  ],
  [
    "its session of 14 minutes",
    byToken({ duration: "14m59s" }),
    {
      "aws:assumeRoleWithWebIdentity.duration":
        'The stack configuration aws:assumeRoleWithWebIdentity.duration is "14m59s"; expected a duration such as "1h", from 15m to 12h. Set it with: pulumi config set --path \'aws:assumeRoleWithWebIdentity.duration\' <value>',
    },
  ],
  [
    "its session of more than 12 hours",
    byToken({ duration: "12h1s" }),
    {
      "aws:assumeRoleWithWebIdentity.duration":
        'The stack configuration aws:assumeRoleWithWebIdentity.duration is "12h1s"; expected a duration such as "1h", from 15m to 12h. Set it with: pulumi config set --path \'aws:assumeRoleWithWebIdentity.duration\' <value>',
    },
  ],
  [
    "its session in words",
    byToken({ duration: "one hour" }),
    {
      "aws:assumeRoleWithWebIdentity.duration":
        'The stack configuration aws:assumeRoleWithWebIdentity.duration is "one hour"; expected a duration such as "1h", from 15m to 12h. Set it with: pulumi config set --path \'aws:assumeRoleWithWebIdentity.duration\' <value>',
    },
  ],
  [
    "its session that is empty",
    byToken({ duration: "" }),
    {
      "aws:assumeRoleWithWebIdentity.duration":
        'The stack configuration aws:assumeRoleWithWebIdentity.duration is ""; expected a duration such as "1h", from 15m to 12h. Set it with: pulumi config set --path \'aws:assumeRoleWithWebIdentity.duration\' <value>',
    },
  ],
  [
    "its policy that is an object",
    byToken({ policy: { Version: "2012-10-17" } }),
    {
      "aws:assumeRoleWithWebIdentity.policy":
        "The stack configuration aws:assumeRoleWithWebIdentity.policy is not text. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.policy' <value>",
    },
  ],
  [
    "its policy that is empty",
    byToken({ policy: "" }),
    {
      "aws:assumeRoleWithWebIdentity.policy":
        'The stack configuration aws:assumeRoleWithWebIdentity.policy is not the JSON of a policy such as {"Version":"2012-10-17","Statement":[]}. Set it with: pulumi config set --path \'aws:assumeRoleWithWebIdentity.policy\' <value>',
    },
  ],
  [
    "its policy that is a text in JSON",
    byToken({ policy: '"Allow"' }),
    {
      "aws:assumeRoleWithWebIdentity.policy":
        'The stack configuration aws:assumeRoleWithWebIdentity.policy is not the JSON of a policy such as {"Version":"2012-10-17","Statement":[]}. Set it with: pulumi config set --path \'aws:assumeRoleWithWebIdentity.policy\' <value>',
    },
  ],
  [
    "its policy that is null in JSON",
    byToken({ policy: "null" }),
    {
      "aws:assumeRoleWithWebIdentity.policy":
        'The stack configuration aws:assumeRoleWithWebIdentity.policy is not the JSON of a policy such as {"Version":"2012-10-17","Statement":[]}. Set it with: pulumi config set --path \'aws:assumeRoleWithWebIdentity.policy\' <value>',
    },
  ],
  [
    "its policy of 2049 characters",
    byToken({ policy: `{"Id":"${"i".repeat(2040)}"}` }),
    {
      "aws:assumeRoleWithWebIdentity.policy":
        "The stack configuration aws:assumeRoleWithWebIdentity.policy has 2049 characters; STS takes at most 2048. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.policy' <value>",
    },
  ],
  ["its policy of 2048 characters", byToken({ policy: `{"Id":"${"i".repeat(2039)}"}` }), {}],
  [
    "its policies that are an object",
    byToken({ policyArns: { arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" } }),
    {
      "aws:assumeRoleWithWebIdentity.policyArns":
        "The stack configuration aws:assumeRoleWithWebIdentity.policyArns is not a list. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.policyArns[0]' <value>",
    },
  ],
  [
    "its policies as the API has them",
    byToken({ policyArns: [{ arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }] }),
    {
      "aws:assumeRoleWithWebIdentity.policyArns[0]":
        "The stack configuration aws:assumeRoleWithWebIdentity.policyArns[0] is not text. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.policyArns[0]' <value>",
    },
  ],
  [
    "its policy's name for its ARN",
    byToken({ policyArns: ["ReadOnlyAccess"] }),
    {
      "aws:assumeRoleWithWebIdentity.policyArns[0]":
        "The stack configuration aws:assumeRoleWithWebIdentity.policyArns[0] is \"ReadOnlyAccess\"; expected the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.policyArns[0]' <value>",
    },
  ],
  [
    "its policy's ARN with a short account",
    byToken({ policyArns: ["arn:aws:iam::1234:policy/Deploy"] }),
    {
      "aws:assumeRoleWithWebIdentity.policyArns[0]":
        "The stack configuration aws:assumeRoleWithWebIdentity.policyArns[0] is \"arn:aws:iam::1234:policy/Deploy\"; expected the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.policyArns[0]' <value>",
    },
  ],
  [
    "its policy's ARN of a user",
    byToken({ policyArns: ["arn:aws:iam::123456789012:user/me"] }),
    {
      "aws:assumeRoleWithWebIdentity.policyArns[0]":
        "The stack configuration aws:assumeRoleWithWebIdentity.policyArns[0] is \"arn:aws:iam::123456789012:user/me\"; expected the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess. Set it with: pulumi config set --path 'aws:assumeRoleWithWebIdentity.policyArns[0]' <value>",
    },
  ],
];
