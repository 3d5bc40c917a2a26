import { diagnosis } from "../../provider/errors/diagnosis";
import { shown, shownName } from "../../provider/shown";

/** A document, by what it is called: its file, or where it comes from. */
interface Of {
  readonly what: string;
}

const of: Of = { what: "request.json" };

/** What `cognito-domain convert` can't read. */
export const reading = {
  twoPlaces: diagnosis({
    after: "error:",
    says: () => "the request is in a file and in an option:",
    wayOut: () => "leave one of them out",
    cause: "A file is named, and `--cli-input-json` or `--cli-input-yaml` is given as well.",
    example: undefined,
  }),
  noNumber: diagnosis({
    after: "error: option '--managed-login-version <number>' argument 'two' is invalid.",
    says: () => "It isn't a whole number.",
    cause: "The option takes digits alone.",
    unsaid: "Give 1 or 2.",
    example: undefined,
  }),
  unreadable: diagnosis({
    says: ({ what, problem }: Of & { problem: string }) => `${what} can't be read: ${problem}`,
    cause: "The file isn't there, may not be read, is too long, or is no text in UTF-8 or UTF-16.",
    unsaid: "Name another file, or pipe the request in.",
    example: { ...of, problem: "ENOENT: no such file or directory, stat 'request.json'" },
  }),
  tooLong: diagnosis({
    says: ({ kilobytes }: { kilobytes: number }) =>
      `it has more than ${kilobytes} kB, which is more than a request can have.`,
    wayOut: () => "Give the request alone, or the inputs of one domain.",
    cause:
      "Mostly it is something else, such as the state of a whole stack. It stands behind `… can't be read:`.",
    example: { kilobytes: 20 },
  }),
  neitherJsonNorYaml: diagnosis({
    says: ({ what, problem }: Of & { problem: string }) => `${what} is neither JSON nor YAML. ${problem}`,
    cause: "The parser shows the place that it can't make sense of.",
    unsaid: "Mend what is shown.",
    example: {
      ...of,
      problem:
        'Map keys must be unique at line 1, column 20:\n\n{ "Domain": "one", "Domain": "two" }\n                   ^',
    },
  }),
  manyDocuments: diagnosis({
    says: ({ what }: Of) => `${what} holds more than one document:`,
    wayOut: () => "give one at a time.",
    cause: "A line of three hyphens begins another document in YAML.",
    example: { what: "requests.yaml" },
  }),
  tooDeep: diagnosis({
    says: ({ what }: Of) => `${what} is nested too deeply to be read.`,
    cause: "A request has three levels.",
    unsaid: "Give the request alone.",
    example: of,
  }),
  endlessAliases: diagnosis({
    says: ({ what }: Of) => `${what} has YAML aliases (*name) that never end, or too many:`,
    wayOut: () => "write what they stand for.",
    cause: "An alias may stand for what it is in, or for more than there is room for.",
    example: { what: "request.yaml" },
  }),
  empty: diagnosis({
    says: ({ what }: Of) => `${what} is empty:`,
    wayOut: () => "an object in JSON or YAML is expected.",
    cause: "The file, or what was piped in, has nothing in it. Did the command before the pipe fail?",
    example: { what: "Standard input" },
  }),
  keyTwice: diagnosis({
    after: "error: option '--custom-domain-config <object>' argument 'A=b,A=c' is invalid.",
    says: ({ key, place }: { key: string; place: string }) =>
      `Second instance of key "${key}" for input:\n${place}`,
    cause: "In the AWS CLI's shorthand a member stands once. The words are the AWS CLI's.",
    unsaid: "Take one of the two out.",
    example: { key: "A", place: "A=b,A=c\n    ^" },
  }),
  unexpected: diagnosis({
    after: "error: option '--custom-domain-config <object>' argument 'CertificateArn' is invalid.",
    says: ({ expected, received, place }: { expected: string; received: string; place: string }) =>
      `Expected: ${expected}, received: ${received} for input:\n${place}`,
    cause:
      "The value is neither JSON nor the AWS CLI's shorthand, such as `CertificateArn=arn:…`. The words are the AWS CLI's.",
    unsaid: "Mend the place that is shown, and put the whole in quotes, so that the shell leaves it alone.",
    example: { expected: "'='", received: "'EOF'", place: "CertificateArn\n              ^" },
  }),
};

const example = 'Expected an object such as { "Domain": "my-app", "UserPoolId": "us-east-1_AbCdEf123" }.';

/** What `cognito-domain convert` reads, and can't turn into code or a command. */
export const converting = {
  noRequest: diagnosis({
    says: ({ what, value }: Of & { value: unknown }) => `${what} is ${shown(value)}, which is no request.`,
    wayOut: ({ value }) => (Array.isArray(value) ? `Give one request at a time. ${example}` : example),
    cause: "The document is a text, a number or a list.",
    example: { ...of, value: [{ Domain: "my-app" }, { Domain: "your-app" }] },
  }),
  describesNothing: diagnosis({
    says: ({ what }: Of) =>
      `${what} describes no domain: the service answers so for a name that it doesn't have.`,
    cause:
      "DescribeUserPoolDomain answers for every name, and of one that there is none with an empty description.",
    unsaid: "Check the name and the Region of the call.",
    example: { what: "Standard input" },
  }),
  unconvertible: diagnosis({
    says: ({ problems }: { problems: readonly string[] }) =>
      `This request can't be converted.\n  ${problems.join("\n  ")}`,
    cause: "Members of the request aren't the API's; each is told of on a line of its own.",
    unsaid: "Mend each; the two kinds of lines follow here.",
    example: { problems: ["UserPoolId is 7; expected a string"] },
  }),
  unknownMember: diagnosis({
    says: ({
      path,
      name,
      value,
      meant,
    }: {
      path: string;
      name: string;
      value: unknown;
      meant?: string | undefined;
      allowed: readonly string[];
    }) =>
      `${path}${shownName(name)}, which is ${shown(value)}, is no member of a request${meant === undefined ? "." : `; did you mean ${meant}?`}`,
    wayOut: ({ allowed }) => `Allowed here: ${allowed.join(", ")}`,
    cause: "The name is misspelt, stands at another level than in the API, or is newer than this package.",
    example: {
      path: "CustomDomainConfig.",
      name: "CertificateARN",
      value: "arn:aws:acm:us-east-1:123456789012:certificate/one",
      meant: "CertificateArn",
      allowed: ["CertificateArn", "SecurityPolicy"],
    },
  }),
  memberOfAnotherType: diagnosis({
    heading: "UserPoolId is 7; expected a string",
    says: ({ path, value }: { path: string; value: unknown; expected: string }) =>
      `${path} is ${shown(value)};`,
    wayOut: ({ expected }) => `expected ${expected}`,
    cause: "The API has the member as another type.",
    example: { path: "UserPoolId", value: 7, expected: "a string" },
  }),
  refused: diagnosis({
    says: () => "pulumi preview refuses this code as it is.",
    wayOut: () => "Mend what is refused.",
    cause:
      "The code is printed all the same. Lines that begin with `refused:` tell what every preview would refuse.",
    example: undefined,
  }),
  noInputs: diagnosis({
    says: ({ what }: Of) => `${what} isn't the inputs of a domain, which are an object.`,
    cause: "With `--reverse`, the inputs of a program are read, in JSON or YAML.",
    unsaid: 'Give an object such as `{ "domain": "my-app", "userPoolId": "us-east-1_AbCdEf123" }`.',
    example: { what: "inputs.json" },
  }),
  irreversible: diagnosis({
    says: ({ what, problems }: Of & { problems: readonly string[] }) =>
      `${what} can't be made a command.\n  ${problems.join("\n  ")}`,
    cause:
      "A preview would refuse the inputs, or some of them aren't known; each is told of on a line of its own.",
    unsaid: "Mend each. What a preview refuses is in a section of this page.",
    example: {
      what: "inputs.json",
      problems: ['domain "My-App" has upper-case letters: write "my-app"'],
    },
  }),
  unknownInput: diagnosis({
    says: ({ path }: { path: string }) => `${path} isn't known before pulumi up:`,
    wayOut: () => "put its value there.",
    cause: "The inputs come from a preview, where the value is still to be known.",
    example: { path: "userPoolId" },
  }),
  secretInput: diagnosis({
    says: ({ path }: { path: string }) => `${path} is a secret, which a command would show:`,
    wayOut: () => "put its value there, if that is right.",
    cause: "The inputs come from a preview or a state, where secrets are hidden.",
    example: { path: "customDomainConfig.certificateArn" },
  }),
};

/** What a remark is about: a property, and what the README says of it. */
interface About {
  readonly path: string;
  readonly summary: string;
}

const pool: About = { path: "userPoolId", summary: "The user pool that the domain signs people in to" };

/** What `cognito-domain convert` remarks on beside the code. */
export const remarks = {
  toFillIn: diagnosis({
    after: "placeholder:",
    says: ({ path, gap }: About & { gap: string }) => `${path} is to be filled in: the request has ${gap}.`,
    wayOut: ({ summary }) => `${summary}.`,
    cause: "The input is required, and the request has none, or what a skeleton has in its place.",
    example: { ...pool, gap: 'the placeholder "string"' },
  }),
  leftOut: diagnosis({
    after: "placeholder:",
    says: ({ path, gap }: About & { gap: string }) => `${path} is left out: the request has ${gap}.`,
    wayOut: ({ summary }) => `${summary}.`,
    cause: "A skeleton has every member there is, and this one may be left out.",
    example: {
      path: "routing",
      summary: "Routing of a replicated user pool; custom domains only",
      gap: "only placeholders there",
    },
  }),
  toConfirm: diagnosis({
    after: "placeholder:",
    says: ({ path, value }: About & { value: unknown }) =>
      `${path} is ${shown(value)}, which every skeleton has:`,
    wayOut: ({ summary }) => `make sure it is meant. ${summary}.`,
    cause: "Of an enum, a skeleton has the first value, which may be meant or not.",
    example: {
      path: "customDomainConfig.securityPolicy",
      value: "TLS_V1",
      summary: "The lowest TLS version accepted: `TLS_V1`, `TLS_V1_2_2021` or `TLS_V1_3_2025`",
    },
  }),
  output: diagnosis({
    after: "note:",
    says: ({ path }: { path: string }) => `${path}: left out, since only the service says it.`,
    cause: "The answer of DescribeUserPoolDomain has members that no request has.",
    unsaid: "Nothing to do.",
    example: { path: "Status, Version" },
  }),
  configured: diagnosis({
    after: "note:",
    says: ({ path }: { path: string }) =>
      `${path} belongs in the stack's configuration (pulumi config set --path), not in the code.`,
    cause: "An option of the command says how AWS is reached.",
    unsaid: "Set the key in the stack that the code is for.",
    example: { path: "aws:profile" },
  }),
  ofPulumi: diagnosis({
    after: "note:",
    says: ({ path }: { path: string }) => `${path} is left out: it is for Pulumi, not for Cognito.`,
    cause: "With `--reverse`, only what the API knows becomes a part of the command.",
    unsaid: "Nothing to do.",
    example: { path: "waitForDeployment" },
  }),
};
