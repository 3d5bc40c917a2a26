import { parseDuration } from "../duration";
import type { Wording } from "../errors/diagnosis";
import { ConfigurationError } from "../errors/diagnostic";
import { file } from "./configuration-files";
import {
  byName,
  hiddenMatching,
  invalid,
  list,
  madeLike,
  matching,
  object,
  type Read,
  type Reader,
  text,
} from "./configuration-reader";
import { credentialOf } from "./configuration-values";
import { stackConfiguration } from "./diagnostics";

// Source of all constraints: AWS STS API reference, AssumeRole and AssumeRoleWithWebIdentity; of what stands in an ARN:
// IAM API reference, CreateRole and CreatePolicy. What only the operations' text limits, and their model doesn't, is
// left to STS.

export type AssumeRole = Read<typeof assumeRole>;
export type AssumeRoleWithWebIdentity = Read<typeof webIdentity>;

const roleArn: Reader<string> = (value, key) => {
  if (typeof value === "string" && value.length <= longestArn && isRoleArn(value)) return value;
  throw invalid(key, value, "the ARN of a role such as arn:aws:iam::123456789012:role/deployer");
};

const longestArn = 2048;

function isRoleArn(text: string): boolean {
  return /^arn:[\w-]+:iam::\d{12}:role\/([\x21-\x7e]+\/)?[\w+=,.@-]+$/.test(text);
}

const policyArn = matching(
  /^(?=.{20,2048}$)arn:[\w-]+:iam::(\d{12}|aws):policy\/([\x21-\x7e]+\/)?[\w+=,.@-]+$/,
  "the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess",
);

/** Of a session, and of who began it. */
const sessionName = matching(
  /^[\w+=,.@-]{2,64}$/,
  "2 to 64 letters, digits and characters of _+=,.@-, with no blank",
);

const externalId = hiddenMatching(
  /^[\w+=,.@:/-]{2,1224}$/,
  "2 to 1224 letters, digits and characters of _+=,.@:/-, with no blank",
);

const shortestSession = 15 * 60_000;
const longestSession = 12 * 60 * 60_000;

/** Seconds of a role's session, of a duration as Go writes it. */
const seconds: Reader<number> = (value, key) => {
  const milliseconds = typeof value === "string" ? parseDuration(value) : undefined;
  if (milliseconds === undefined || milliseconds < shortestSession || milliseconds > longestSession) {
    throw invalid(key, value, 'a duration such as "1h", from 15m to 12h');
  }
  return Math.round(milliseconds / 1000);
};

/** An inline session policy, which is JSON itself. */
function policy(longest: number): Reader<string> {
  return (value, key) => {
    const given = text(value, key);
    const problem = problemOfPolicy(given, longest, key);
    if (problem === undefined) return given;
    throw new ConfigurationError(key, problem);
  };
}

function problemOfPolicy(given: string, longest: number, key: string): Wording | undefined {
  const { length } = given;
  if (length > longest) return stackConfiguration.policyTooLong({ key, length, longest });
  if (!/^[\t\n\r\x20-\xff]*$/.test(given)) return stackConfiguration.policyCharacter({ key });
  try {
    const parsed: unknown = JSON.parse(given);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return undefined;
  } catch {}
  return stackConfiguration.noPolicy({ key });
}

const tagCharacters = "letters, digits, blanks and characters of _.:/=+-@";
const tagKeyPattern = /^[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/u;
const tagKeyExpected = `1 to 128 ${tagCharacters}`;
const tagKey = matching(tagKeyPattern, tagKeyExpected);
const tagValue = matching(/^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$/u, `at most 256 ${tagCharacters}`);
const mostTags = 50;

const tags: Reader<Record<string, string>> = (value, key) => {
  const read = byName(tagValue)(value, key);
  const names = Object.keys(read);
  if (names.length > mostTags) {
    const wording = stackConfiguration.tooManyTags({ key, count: names.length, most: mostTags });
    throw new ConfigurationError(key, wording);
  }
  const mistaken = names.find((name) => !tagKeyPattern.test(name));
  if (mistaken === undefined) return read;
  const wording = stackConfiguration.tagKey({ key, tag: mistaken, expected: tagKeyExpected });
  throw new ConfigurationError(key, wording);
};

export const assumeRole = object(
  { roleArn },
  {
    sessionName,
    externalId,
    duration: seconds,
    policy: policy(Number.POSITIVE_INFINITY),
    policyArns: list(policyArn),
    sourceIdentity: sessionName,
    tags,
    transitiveTagKeys: list(tagKey, mostTags),
  },
);

const webIdentity = object(
  { roleArn },
  {
    sessionName,
    webIdentityToken: credentialOf(4, 20_000),
    webIdentityTokenFile: file,
    duration: seconds,
    policy: policy(2048),
    policyArns: list(policyArn),
  },
);

export const assumeRoleWithWebIdentity = madeLike<AssumeRoleWithWebIdentity>(webIdentity, (value, key) => {
  const role = webIdentity(value, key);
  if ((role.webIdentityToken === undefined) !== (role.webIdentityTokenFile === undefined)) return role;
  throw new ConfigurationError(key, stackConfiguration.bothTokens({ key }));
});
