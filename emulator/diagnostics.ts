import { diagnosis } from "../provider/errors/diagnosis";

// What the emulator says for itself. What it answers as the service would is in messages.ts.

const domain = "auth.example.com";
const userPoolId = "us-east-1_AbCdEf123";
const region = "us-east-1";

interface Problem {
  readonly problem: string;
}

/** What is wrong with something that a test, a seed or a snapshot gives. */
export const unfit = {
  options: diagnosis({
    says: ({ problem }: Problem) => `The emulator can't be started like this. ${problem}`,
    cause: "`startEmulator` was given an option that there isn't, or a value that the option can't have.",
    unsaid: "Give a value of the kind that is named.",
    example: { problem: 'region ("Ireland"): isn\'t a Region, such as us-east-1.' },
  }),
  seed: diagnosis({
    says: ({ problem }: Problem) => `It is no seed of the emulator. ${problem}`,
    cause: "A seed was given with something in it that there isn't, or that can't be so.",
    unsaid: "[The embedded Cognito](emulator.md#from-a-shell) shows what a seed can hold.",
    example: {
      problem: 'pools[0].tier ("GOLD"): Invalid option: expected one of "LITE"|"ESSENTIALS"|"PLUS".',
    },
  }),
  userPool: diagnosis({
    says: ({ problem }: Problem) => `It is no user pool. ${problem}`,
    cause: "`createPool` was given something that a user pool doesn't have, or can't have.",
    unsaid: "Give a value of the kind that is named.",
    example: { problem: 'id ("pool"): is not of the form us-east-1_AbCdEf123.' },
  }),
  domain: diagnosis({
    says: ({ problem }: Problem) => `It is no domain. ${problem}`,
    cause: "`createDomain` was given something that a domain doesn't have, or can't have.",
    unsaid: "Give a value of the kind that is named.",
    example: { problem: 'Unrecognized key: "certificate".' },
  }),
  change: diagnosis({
    says: ({ problem }: Problem) => `It is no change of a domain. ${problem}`,
    cause: "`changeDomain` was given something that a domain doesn't have, or can't have.",
    unsaid: "Give a value of the kind that is named.",
    example: { problem: 'Unrecognized key: "domain".' },
  }),
  outside: diagnosis({
    says: ({ problem }: Problem) => `It is neither certificates nor DNS records. ${problem}`,
    cause:
      "`setOutside` takes a list of the ARNs of certificates, and a list of IPv4 addresses for each name.",
    unsaid: "Give a value of the kind that is named.",
    example: { problem: 'dns["example.com"][0] ("example.org"): Invalid IPv4 address.' },
  }),
  snapshot: diagnosis({
    says: ({ problem }: Problem) => `This is no snapshot of the emulator. ${problem}`,
    cause:
      "What is to be restored wasn't made by `snapshot`, by another version of the emulator, or was changed.",
    unsaid: "Restore what `snapshot` has given.",
    example: { problem: "version (2): Invalid input: expected 1." },
  }),
  fault: diagnosis({
    says: ({ fault, problem }: Problem & { fault: string }) => `This is no fault: ${fault}. ${problem}`,
    cause: "`inject` was given something that a fault doesn't have, or can't have.",
    unsaid: "[Making things go wrong](emulator.md#making-things-go-wrong) lists what a fault can have.",
    example: {
      fault: '{"operation":"DescribeUserPoolDomain"}',
      problem: "It needs exactly one of error, drop, hang, garbage, domainStatus.",
    },
  }),
  timeBackwards: diagnosis({
    says: ({ milliseconds }: { milliseconds: number }) => `A clock can't be advanced by ${milliseconds} ms.`,
    cause: "Time only goes on.",
    unsaid: "Advance a virtual clock by 0 or more.",
    example: { milliseconds: -1000 },
  }),
  regionOfPool: diagnosis({
    says: ({ region }: { region: string }) => `A user pool can't be in ${region}, which is no Region.`,
    cause: "The Region that a user pool is given, or that its id begins with, isn't the code of a Region.",
    unsaid: "Give the code of a Region, such as us-east-1.",
    example: { region: "Ireland" },
  }),
  poolOfAnotherRegion: diagnosis({
    says: ({ id, region }: { id: string; region: string }) => `The user pool id ${id} is not of ${region}.`,
    cause: "A user pool's id begins with its Region.",
    unsaid: "Leave out the Region, or give the same as in the id.",
    example: { id: "eu-west-1_AbCdEf123", region },
  }),
  poolExists: diagnosis({
    says: ({ id }: { id: string }) => `The user pool ${id} exists already.`,
    cause: "A seed or a test makes two user pools of the same id.",
    unsaid: "Give each an id of its own, or leave it out to have one made up.",
    example: { id: userPoolId },
  }),
  replicaOnLite: diagnosis({
    says: () => "A user pool on the LITE tier has no replicas.",
    cause: "The service replicates user pools of the tiers ESSENTIALS and PLUS.",
    unsaid: "Give the pool another tier, or no replicas.",
    example: undefined,
  }),
  replica: diagnosis({
    says: ({ region, replica }: { region: string; replica: string }) =>
      `A user pool in ${region} can't have a replica in ${replica}.`,
    cause: "A replica is in another Region of the same partition.",
    unsaid: "Name another Region.",
    example: { region, replica: "cn-north-1" },
  }),
  noSuchDomain: diagnosis({
    says: ({ domain, region }: { domain: string; region: string }) =>
      `There is no domain ${domain} in ${region}.`,
    wayOut: () => "createDomain makes one.",
    cause: "`changeDomain` or `removeDomain` names a domain that isn't there, or a prefix of another Region.",
    example: { domain: "my-app", region },
  }),
  poolOfDomain: diagnosis({
    says: ({ domain, userPoolId }: { domain: string; userPoolId: string }) =>
      `There is no user pool ${userPoolId} for the domain ${domain}.`,
    cause: "A domain of a seed, or of `createDomain`, is on a user pool that isn't there.",
    unsaid: "Make the user pool first: among the `pools` of the seed, or with `createPool`.",
    example: { domain, userPoolId },
  }),
  policyOfPrefix: diagnosis({
    says: ({ domain }: { domain: string }) =>
      `The domain ${domain} can't have a securityPolicy without a certificateArn.`,
    cause: "Only custom domains have a security policy, and a certificate makes a domain a custom one.",
    unsaid: "Give it a certificate, or no security policy.",
    example: { domain: "my-app" },
  }),
  againstTheRules: diagnosis({
    says: ({ domain, problem }: Problem & { domain: string }) => `The domain ${domain} can't be: ${problem}`,
    cause:
      "A domain of a seed, or of `createDomain`, is one that the service would refuse to create; the message goes on in its words.",
    unsaid: "Give it what the service would take.",
    example: { domain: "aws-shop", problem: "Domain cannot contain reserved word: aws" },
  }),
};

/** What is wrong with the file that an emulator is to keep everything in. */
export const stateFile = {
  inUse: diagnosis({
    says: ({ path }: { path: string }) => `The state file ${path} is in use by another emulator.`,
    wayOut: () => "Give each emulator a file of its own.",
    cause: "Two would write over each other's changes. After one was killed, its lock lasts some seconds.",
    example: { path: "state.json" },
  }),
  noState: diagnosis({
    says: ({ path }: Problem & { path: string }) =>
      `The state file ${path} holds no state of the emulator, and is left as it is.`,
    wayOut: () => "Move it away to begin with an empty one.",
    reference: ({ problem }) => `(${problem})`,
    cause: "The file is another one, of another version of the emulator, or was changed by hand.",
    example: { path: "state.json", problem: "Unexpected end of JSON input" },
  }),
  unreadable: diagnosis({
    says: ({ path, problem }: Problem & { path: string }) =>
      `The state file ${path} can't be read: ${problem}.`,
    cause: "It is a folder, or another user's.",
    unsaid: "Name another file, or let the emulator's user read it.",
    example: { path: "state", problem: "EISDIR: illegal operation on a directory, read" },
  }),
  unusable: diagnosis({
    says: ({ path, problem }: Problem & { path: string }) =>
      `The state file ${path} can't be used: ${problem}.`,
    cause:
      "The emulator couldn't make its lock beside the file: there is no such folder, or nothing may be written there.",
    unsaid: "Name a file in a folder that is there and can be written to.",
    example: {
      path: "out/state.json",
      problem: "ENOENT: no such file or directory, mkdir 'out/state.json.lock'",
    },
  }),
  unwritable: diagnosis({
    says: ({ path, problem }: Problem & { path: string }) =>
      `The state file ${path} can't be written: ${problem}.`,
    cause:
      "The folder is gone, the disk is full, or nothing may be written there. A call that changes something is answered with it, as `InternalErrorException`, until the file can be written.",
    unsaid: "Put that in order: the next change is written with all that came before it.",
    example: { path: "state.json", problem: "ENOSPC: no space left on device, write" },
  }),
  changed: diagnosis({
    says: ({ path }: { path: string }) =>
      `The state file ${path} was changed by somebody else meanwhile, and is left as it is.`,
    wayOut: () => "Start the emulator again to go on from it.",
    cause:
      "The file isn't as the emulator left it: somebody edited it, or another emulator took it while this one was stopped. What was changed here since isn't in it.",
    example: { path: "state.json" },
  }),
};

/** What the emulator's own paths, under `/_emulator`, answer to what they can't take. */
export const ownPaths = {
  stranger: diagnosis({
    says: ({ stranger }: { stranger: string }) =>
      `The emulator answers only to programs that call it localhost or 127.0.0.1, and not to web pages (${stranger}).`,
    cause:
      "A page of anybody's, open in your browser, could send requests to this machine. It is answered with 403, on every path.",
    unsaid: "Call it by its endpoint, and from a program.",
    example: { stranger: "Host: cognito.test:9229" },
  }),
  unknown: diagnosis({
    says: ({ request }: { request: string; known: readonly string[] }) => `The emulator has no ${request}.`,
    wayOut: ({ known }) => `It has ${known.join(", ")}.`,
    cause: "The path or the method is another one. It is answered with 404.",
    example: { request: "GET /_emulator/domains", known: ["GET /_emulator", "GET /_emulator/calls"] },
  }),
  notWhole: diagnosis({
    says: ({ name, value }: { name: string; value: string }) =>
      `${name} is ${value}, and not a whole number from 0.`,
    cause: "A number in the query isn't one.",
    unsaid: "Give the number of a call, or leave it out.",
    example: { name: "after", value: "first" },
  }),
  notJsonType: diagnosis({
    says: () => "The content-type has to be application/json.",
    cause: "Web pages can send other types to any address without being asked whether they may.",
    unsaid: "Send that header.",
    example: undefined,
  }),
  tooLong: diagnosis({
    says: ({ bytes }: { bytes: number }) => `The body is longer than ${bytes} bytes.`,
    cause: "There is room for a snapshot of tens of thousands of domains.",
    unsaid: "Send less.",
    example: { bytes: 64 * 1024 * 1024 },
  }),
  notJson: diagnosis({
    says: ({ problem }: Problem) => `The body is not JSON: ${problem}.`,
    cause: "What was sent can't be read as JSON.",
    unsaid: "Send JSON; in a shell, put it in single quotes.",
    example: { problem: "Unexpected end of JSON input" },
  }),
};
