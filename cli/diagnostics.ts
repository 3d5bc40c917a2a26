import { diagnosis } from "../provider/errors/diagnosis";

/** What more than one command says. */
export const anyCommand = {
  noRegion: diagnosis({
    says: () => "No AWS Region is known:",
    wayOut: () => "name one with --region, in AWS_REGION or in the profile.",
    cause: "The command reads domains in one Region, and nothing says in which.",
    example: undefined,
  }),
  unknownRegion: diagnosis({
    after: "error: option '--region <region>' argument 'Ireland' is invalid.",
    says: () => "It isn't the name of an AWS Region, such as eu-west-1.",
    cause: "Regions are given by their code, in lower case and without the letter of an availability zone.",
    unsaid: "Give the Region's code, such as eu-west-1.",
    example: undefined,
  }),
  notAnAddress: diagnosis({
    after: "error: option '--endpoint-url <address>' argument '127.0.0.1:9229' is invalid.",
    says: () => "It isn't an address such as http://127.0.0.1:9229.",
    cause: "An address begins with http:// or https://, and has a host.",
    unsaid: "Give the whole address.",
    example: undefined,
  }),
  empty: diagnosis({
    after: "error: option '--profile <name>' argument '' is invalid.",
    says: () => "It is empty.",
    wayOut: () => "Is a variable of the shell not set?",
    cause: "An option is there, and has an empty text for its value.",
    example: undefined,
  }),
  ofAnotherAccount: diagnosis({
    says: ({
      domain,
      userPoolId,
      account,
    }: {
      domain: string;
      userPoolId: string;
      account?: string | undefined;
    }) =>
      `${domain} is on user pool ${userPoolId}${account === undefined ? "" : ` of AWS account ${account}`}, which is not in the account of these credentials:`,
    wayOut: () => "choose others with --profile or in the environment.",
    cause: "The service describes a domain to anybody, and its user pool only to the account that has it.",
    example: { domain: "auth.example.com", userPoolId: "us-east-1_AbCdEf123", account: "210987654321" },
  }),
  standardOutput: diagnosis({
    after: "error: option '--out <file>' argument '-' is invalid.",
    says: () => "It can't go to the standard output, where the code goes:",
    wayOut: () => "name a file, such as import.json.",
    cause: "`pulumi import` takes a file, and the code for the program goes to the standard output.",
    example: undefined,
  }),
  fileIsThere: diagnosis({
    says: ({ path }: { path: string }) => `${path} is there already, and isn't overwritten:`,
    wayOut: () => "remove it, or name another with --out.",
    cause: "The file may be somebody's. One that holds just what would be written is no obstacle.",
    example: { path: "import.json" },
  }),
  unwritable: diagnosis({
    says: ({ path, problem }: { path: string; problem: string }) => `${path} can't be written (${problem}):`,
    wayOut: () => "name another with --out.",
    cause: "There is no such folder, it may not be written to, or the disk is full.",
    example: {
      path: "out/import.json",
      problem: "ENOENT: no such file or directory, open 'out/import.json'",
    },
  }),
};
