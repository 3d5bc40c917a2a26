import { diagnosis } from "../errors/diagnosis";
import { shown, withForeignCharacter } from "../shown";

/** Where in the stack configuration: a key such as `aws:assumeRoles[0].roleArn`. */
interface At {
  readonly key: string;
}

function setIt(key: string): string {
  const path = /[.[]/.test(key) ? `--path '${key}'` : key;
  return `Set it with: pulumi config set ${path} <value>`;
}

function isInstead(key: string, value: unknown, expected: string): string {
  const reason = withForeignCharacter(`is ${shown(value)}; expected ${expected}`, value);
  return `The stack configuration ${key} ${reason}.`;
}

const asJson =
  "The value has parts, and `pulumi config set` without `--path` stored a text. With `--path`, Pulumi writes the JSON itself.";

/** What can be wrong with the stack's `aws:*` configuration. All that is wrong is told at once, a line for each key. */
export const stackConfiguration = {
  notAsExpected: diagnosis({
    heading: 'The stack configuration aws:region is "EU-WEST-1"; expected …',
    says: ({ key, value, expected }: At & { value: unknown; expected: string }) =>
      isInstead(key, value, expected),
    wayOut: ({ key }) => setIt(key),
    cause:
      "The value isn't one that the key takes. Names and values are those of [`@pulumi/aws`](https://www.pulumi.com/registry/packages/aws/installation-configuration/). Of an address, what may be a password isn't shown.",
    example: {
      key: "aws:region",
      value: "EU-WEST-1",
      expected: "the name of an AWS Region such as eu-west-1",
    },
  }),
  notShown: diagnosis({
    says: ({ key, expected }: At & { expected: string }) =>
      `The stack configuration ${key} isn't what is expected: ${expected} (it is not shown here).`,
    wayOut: ({ key }) => setIt(key),
    cause: "The value may be a secret, or what was pasted in its place, so that it isn't repeated.",
    example: {
      key: "aws:assumeRoles[0].externalId",
      expected: "2 to 1224 letters, digits and characters of _+=,.@:/-, with no blank",
    },
  }),
  noText: diagnosis({
    says: ({ key }: At) => `The stack configuration ${key} is not text.`,
    wayOut: ({ key }) => setIt(key),
    cause: "A list or an object stands where one value is expected.",
    example: { key: "aws:assumeRoles[0].policy" },
  }),
  noJson: diagnosis({
    says: ({ key }: At & { part: string }) => `The stack configuration ${key} is not valid JSON.`,
    wayOut: ({ key, part }) => setIt(key + part),
    cause: asJson,
    example: { key: "aws:assumeRoles", part: "[0].roleArn" },
  }),
  noList: diagnosis({
    says: ({ key }: At) => `The stack configuration ${key} is not a list.`,
    wayOut: ({ key }) => setIt(`${key}[0]`),
    cause: asJson,
    example: { key: "aws:allowedAccountIds" },
  }),
  tooManyEntries: diagnosis({
    says: ({ key, count, most }: At & { count: number; most: number }) =>
      `The stack configuration ${key} has ${count} entries; it can have at most ${most}:`,
    wayOut: () => "remove some",
    cause: "STS takes no more.",
    example: { key: "aws:assumeRoles[0].transitiveTagKeys", count: 51, most: 50 },
  }),
  noObject: diagnosis({
    says: ({ key }: At) => `The stack configuration ${key} is not an object.`,
    wayOut: ({ key }) => setIt(`${key}.<part>`),
    cause: asJson,
    example: { key: "aws:endpoints[0]" },
  }),
  partMissing: diagnosis({
    says: ({ key }: At) => `The stack configuration ${key} is missing.`,
    wayOut: ({ key }) => setIt(key),
    cause: "The part is required wherever any of its neighbours is there.",
    example: { key: "aws:assumeRoles[0].roleArn" },
  }),
  unknownPart: diagnosis({
    says: ({ key, part }: At & { part: string; known: readonly string[] }) =>
      `The stack configuration ${key} has ${shown(part)}, which is not a part of it.`,
    wayOut: ({ known }) => `It can have: ${known.join(", ")}`,
    cause:
      "A name is misspelt, or has another case. To pass over it could lead to other credentials than those meant.",
    example: {
      key: "aws:assumeRoleWithWebIdentity",
      part: "roleARN",
      known: [
        "roleArn",
        "sessionName",
        "webIdentityToken",
        "webIdentityTokenFile",
        "duration",
        "policy",
        "policyArns",
      ],
    },
  }),
  unsupportedKey: diagnosis({
    says: ({ key }: At & { instead: string }) =>
      `The stack configuration sets ${key}, which user pool domains don't support:`,
    wayOut: ({ key, instead }) => `${instead}. Remove it with: pulumi config rm ${key}`,
    cause:
      "`@pulumi/aws` has the key, and it would change how AWS is reached. What can't be honoured isn't passed over in silence.",
    example: {
      key: "aws:userAgents",
      instead: "set the environment variable AWS_SDK_UA_APP_ID instead",
    },
  }),
  unknownKey: diagnosis({
    says: ({ key }: At & { meant?: string | undefined; supported: readonly string[] }) =>
      `The stack configuration sets ${key}, which user pool domains don't support:`,
    wayOut: ({ key, meant, supported }) =>
      `${meant === undefined ? "supported are" : `did you mean aws:${meant}? Supported:`} ${supported.join(", ")}. Remove it with: pulumi config rm ${key}`,
    cause: "The key is misspelt, or newer than this package.",
    example: {
      key: "aws:regoin",
      meant: "region",
      supported:
        "region, profile, accessKey, secretKey, token, assumeRoles, assumeRoleWithWebIdentity, endpoints, maxRetries, retryMode, useFipsEndpoint, useDualstackEndpoint, sharedConfigFiles, sharedCredentialsFiles, customCaBundle, insecure, httpProxy, httpsProxy, noProxy, allowedAccountIds, forbiddenAccountIds, stsRegion".split(
          ", ",
        ),
    },
  }),
  endpointOfNoService: diagnosis({
    says: ({ key, service }: At & { service: string }) =>
      `The stack configuration ${key} has ${shown(service)}, which is no service's name.`,
    wayOut: ({ key }) =>
      `Amazon Cognito user pools are cognitoidp, and STS is sts: pulumi config set --path '${key}[0].cognitoidp' <address>`,
    cause: "A name that is only nearly right would send the calls to AWS itself.",
    example: { key: "aws:endpoints", service: "CognitoIDP" },
  }),
  bothRoles: diagnosis({
    says: () => "The stack configuration sets both aws:assumeRoles and the older aws:assumeRole.",
    wayOut: () => "Remove the older: pulumi config rm aws:assumeRole",
    cause:
      "Before version 7, `@pulumi/aws` took one role, and under the older name. Which of the two is meant can't be told.",
    example: undefined,
  }),
  incompletePair: diagnosis({
    says: ({ set, missing }: { set: string; missing: string }) =>
      `The stack configuration sets aws:${set} without aws:${missing}:`,
    wayOut: () => "set both (pulumi config set --secret), or neither",
    cause: "Half a pair of keys would be passed over, and other credentials be used than those meant.",
    example: { set: "accessKey", missing: "secretKey" },
  }),
  noCredential: diagnosis({
    says: ({ key }: At) =>
      `The stack configuration ${key} is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here).`,
    wayOut: ({ key }) => setIt(key),
    cause: "Such a character often comes with what is pasted, and would break the request.",
    example: { key: "aws:secretKey" },
  }),
  credentialLength: diagnosis({
    says: ({ key, length, shortest, longest }: At & { length: number; shortest: number; longest: number }) =>
      `The stack configuration ${key} has ${length} characters; expected ${shortest} to ${longest} (it is not shown here).`,
    wayOut: ({ key }) => setIt(key),
    cause: "It is cut, or something else than a key or token.",
    example: {
      key: "aws:assumeRoleWithWebIdentity.webIdentityToken",
      length: 3,
      shortest: 4,
      longest: 20_000,
    },
  }),
  bothTokens: diagnosis({
    says: ({ key }: At) =>
      `The stack configuration ${key} needs exactly one of webIdentityToken and webIdentityTokenFile`,
    cause:
      "The token is given itself, or in a file: with neither there is none, and with both it is open which.",
    unsaid:
      "Remove one of the two with `pulumi config rm --path`, or add the one that is missing with `pulumi config set --path`.",
    example: { key: "aws:assumeRoleWithWebIdentity" },
  }),
  policyTooLong: diagnosis({
    says: ({ key, length, longest }: At & { length: number; longest: number }) =>
      `The stack configuration ${key} has ${length} characters; STS takes at most ${longest}.`,
    wayOut: ({ key }) => setIt(key),
    cause: "AWS STS API reference, AssumeRoleWithWebIdentity. A managed policy can be longer: `policyArns`.",
    example: { key: "aws:assumeRoleWithWebIdentity.policy", length: 2049, longest: 2048 },
  }),
  policyCharacter: diagnosis({
    says: ({ key }: At) => `The stack configuration ${key} has a character that STS takes in no policy:`,
    wayOut: ({ key }) => `write it as \\u…. ${setIt(key)}`,
    cause: "STS takes the characters of Latin-1 alone; JSON can say all others by their number.",
    example: { key: "aws:assumeRoles[0].policy" },
  }),
  noPolicy: diagnosis({
    says: ({ key }: At) =>
      `The stack configuration ${key} is not the JSON of a policy such as {"Version":"2012-10-17","Statement":[]}.`,
    wayOut: ({ key }) => setIt(key),
    cause:
      "An inline session policy is itself a text of JSON, and an object. The ARN of one goes into `policyArns`.",
    example: { key: "aws:assumeRoles[0].policy" },
  }),
  tooManyTags: diagnosis({
    says: ({ key, count, most }: At & { count: number; most: number }) =>
      `The stack configuration ${key} has ${count} tags; STS takes at most ${most}:`,
    wayOut: () => "remove some",
    cause: "AWS STS API reference, AssumeRole.",
    example: { key: "aws:assumeRoles[0].tags", count: 51, most: 50 },
  }),
  tagKey: diagnosis({
    says: ({ key, tag, expected }: At & { tag: string; expected: string }) =>
      `The stack configuration ${key} ${withForeignCharacter(`has the key ${shown(tag)}; expected ${expected}`, tag)}.`,
    wayOut: ({ key }) => setIt(`${key}.<key>`),
    cause: "AWS STS API reference, Tag.",
    example: {
      key: "aws:assumeRoles[0].tags",
      tag: "team\n",
      expected: "1 to 128 letters, digits, blanks and characters of _.:/=+-@",
    },
  }),
  unreadableFile: diagnosis({
    heading: "The stack configuration aws:customCaBundle is …; expected a file that can be read",
    says: ({ key, path, problem }: At & { path: string; problem: string }) =>
      isInstead(key, path, `a file that can be read, but ${problem}`),
    wayOut: ({ key }) => setIt(key),
    cause: "A file that isn't there would be passed over in silence, and others be read in its place.",
    example: {
      key: "aws:customCaBundle",
      path: "package.json/bundle.pem",
      problem: "there is no such file",
    },
  }),
  notOneFile: diagnosis({
    heading: "The stack configuration aws:sharedConfigFiles is …; expected a list of exactly one file",
    says: ({ key, value }: At & { value: unknown }) =>
      isInstead(key, value, "a list of exactly one file, which is what the AWS SDK for JavaScript reads"),
    wayOut: ({ key }) => setIt(`${key}[0]`),
    cause: "`@pulumi/aws` takes several files, and the AWS SDK for JavaScript one.",
    example: { key: "aws:sharedConfigFiles", value: ["a", "b"] },
  }),
  noCertificates: diagnosis({
    heading: "The stack configuration aws:customCaBundle is …; expected a file with certificates",
    says: ({ key, path }: At & { path: string }) =>
      isInstead(key, path, "a file with certificates in PEM form, but it holds none"),
    wayOut: ({ key }) => setIt(key),
    cause: "Node.js would pass over anything else, and then trust nobody.",
    example: { key: "aws:customCaBundle", path: "package.json" },
  }),
};

/** What stands between the configuration and the first call. */
export const access = {
  noRegion: diagnosis({
    says: () => "No AWS Region is known: the user pool's id doesn't begin with one.",
    wayOut: () => "Set the resource's region, or pulumi config set aws:region eu-west-1, or AWS_REGION.",
    cause:
      "The calls go to the Region of the input `region`, of the pool's id, of `aws:region`, of the environment, or of the profile in the usual files, and none of these has one.",
    example: undefined,
  }),
  noProfile: diagnosis({
    says: ({ profile, files }: { profile: string; files: readonly string[]; setting: string }) =>
      `There is no profile ${profile} in ${files.join(" or ")}:`,
    wayOut: ({ setting }) => `correct ${setting}. Those that there are: aws configure list-profiles`,
    cause:
      "Without it the AWS SDK would go on to the role of the machine, and with that to the domains of another account than the one that was meant.",
    example: { profile: "shop", files: ["~/.aws/config", "~/.aws/credentials"], setting: "aws:profile" },
  }),
  accountNotAllowed: diagnosis({
    says: ({ account, allowed }: { account: string; allowed: readonly string[] }) =>
      `The credentials are of AWS account ${account}, but aws:allowedAccountIds allows ${allowed.join(", ")}:`,
    wayOut: () =>
      "choose other credentials (aws:profile, aws:assumeRoles), or allow this account. Nothing was called on Cognito.",
    cause: "The stack says which accounts it is for, and the credentials at hand are of another.",
    example: { account: "123456789012", allowed: ["210987654321"] },
  }),
  accountForbidden: diagnosis({
    says: ({ account }: { account: string }) =>
      `The credentials are of AWS account ${account}, which aws:forbiddenAccountIds forbids:`,
    wayOut: () => "choose other credentials (aws:profile, aws:assumeRoles). Nothing was called on Cognito.",
    cause: "The stack says which accounts it is not for, and the credentials at hand are of one of them.",
    example: { account: "123456789012" },
  }),
  endpointVariable: diagnosis({
    says: ({ variable }: { variable: string }) =>
      `The environment variable ${variable} is no address such as http://127.0.0.1:9229:`,
    wayOut: () => "correct it, or unset it.",
    cause: "The AWS SDK takes the address of a service from the environment, and this is none.",
    example: { variable: "AWS_ENDPOINT_URL" },
  }),
  emptyBundle: diagnosis({
    says: ({ path }: { path: string }) =>
      `The file of certificate authorities ${path} holds no certificate in PEM form.`,
    wayOut: () => "Correct aws:customCaBundle or AWS_CA_BUNDLE",
    cause: "Node.js would pass over anything else, and then trust nobody.",
    example: { path: "bundle.der" },
  }),
  unreadableBundle: diagnosis({
    says: ({ problem }: { problem: string }) =>
      `The file of certificate authorities can't be read: ${problem}.`,
    wayOut: () => "Correct aws:customCaBundle or AWS_CA_BUNDLE",
    cause: "The file that is named isn't there, or may not be read.",
    example: { problem: "ENOENT: no such file or directory, open 'bundle.pem'" },
  }),
};
