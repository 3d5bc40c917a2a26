import { diagnosis } from "../../provider/errors/diagnosis";
import { resourceType } from "../../provider/resource-type";

const oldType = "aws:cognito/userPoolDomain:UserPoolDomain";
const old = `login (${oldType})`;
const domain = "auth.example.com";
const tryAgain = "Then try again.";

/** What `cognito-domain migrate` refuses to begin with. */
export const migrateOptions = {
  outIsForTerraform: diagnosis({
    after: "error:",
    says: () => "--out is for domains from Terraform:",
    wayOut: () => "from a Pulumi state no file is needed",
    cause:
      "In Pulumi the new domains take the place of the old ones in the state; an import file is for a stack that has none.",
    example: undefined,
  }),
  applyNeedsStack: diagnosis({
    after: "error:",
    says: () => "--apply needs --stack <name>: it is about the state of a Pulumi stack.",
    wayOut: () => "From Terraform, take the steps that are printed without --apply",
    cause: "The option changes the state of a stack, and has to be told of which.",
    example: undefined,
  }),
  printStateNeedsStack: diagnosis({
    after: "error:",
    says: () => "--print-state needs --stack <name>: it is about the state of a Pulumi stack.",
    cause: "The option prints the state of a stack with the new domains in it, and has to be told of which.",
    unsaid: "Name the stack with `--stack`.",
    example: undefined,
  }),
  noState: diagnosis({
    after: "error:",
    says: () => "give --stack <name>, or a state on stdin:",
    wayOut: () => "pulumi stack export | npx cognito-domain migrate",
    cause:
      "Without `--stack`, a state of Pulumi or Terraform is read from the standard input, and that is a terminal.",
    example: undefined,
  }),
  needsPipe: diagnosis({
    after: "error:",
    says: () => "--print-state is for a pipe, since the state may hold secrets in plain text:",
    wayOut: ({ stack }: { stack: string }) => `| pulumi stack import --stack ${stack}`,
    cause: "What is printed would stand in the terminal, and in its history.",
    example: { stack: "dev" },
  }),
  unreadStdin: diagnosis({
    after: "warning:",
    says: ({ stack }: { stack: string }) =>
      `What is piped in isn't read, since --stack ${stack} says where the state is.`,
    wayOut: () => "For a state from elsewhere, such as Terraform's, leave --stack out.",
    cause: "A state is both named and piped in.",
    example: { stack: "dev" },
  }),
};

const expected =
  "Expected is what `pulumi stack export` or `terraform show -json` (or `tofu show -json`) prints";

/** What comes in the place of a state. */
export const stateInput = {
  nothing: diagnosis({
    says: () => "Nothing came on stdin.",
    wayOut: () => `${expected}: did that command fail?`,
    cause: "The command before the pipe printed nothing.",
    example: undefined,
  }),
  noJson: diagnosis({
    says: ({ problem }: { problem: string }) => `What came isn't JSON (${problem}).`,
    wayOut: () => `${expected}.`,
    cause: "Something else was piped in, such as `terraform show` without `-json`.",
    example: { problem: "Unexpected token '#', \"# aws_cogn\"... is not valid JSON" },
  }),
  neither: diagnosis({
    says: () => "What came is neither Pulumi's state nor Terraform's.",
    wayOut: () => `${expected}.`,
    cause: "It is JSON of another kind.",
    example: undefined,
  }),
  terraformsFile: diagnosis({
    says: () => "This is Terraform's state file itself.",
    wayOut: () => `${expected}, in the folder of the configuration.`,
    cause: "The file's form is Terraform's own affair; `terraform show -json` prints what others may read.",
    example: undefined,
  }),
  terraformsPlan: diagnosis({
    says: () => "This is Terraform's plan, and its state is needed:",
    wayOut: () => "terraform show -json without a file.",
    cause: "With a file, `terraform show -json` prints a plan.",
    example: undefined,
  }),
  noPulumiState: diagnosis({
    says: ({ problem }: { problem: string }) =>
      `This isn't a state as \`pulumi stack export\` prints it. ${problem}`,
    cause: "It looks like one, and something in it isn't as it should be: it says where, and what.",
    unsaid: "Was the state changed by hand? Update pulumi-cognito-domain, or report it.",
    example: { problem: "deployment.resources[1].urn (7): Invalid input: expected string, received number." },
  }),
  noTerraformState: diagnosis({
    says: ({ problem }: { problem: string }) =>
      `This isn't a state as \`terraform show -json\` prints it. ${problem}`,
    cause: "It looks like one, and something in it isn't as it should be: it says where, and what.",
    unsaid: "Update pulumi-cognito-domain, or report it.",
    example: { problem: "values.root_module: Invalid input: expected object, received undefined." },
  }),
  noConfiguration: diagnosis({
    says: ({ problem }: { problem: string }) =>
      `This isn't a configuration as \`pulumi config --json\` prints it. ${problem}`,
    cause: "Pulumi's own command printed something that isn't known here.",
    unsaid: "Update pulumi-cognito-domain, or report it.",
    example: { problem: '["aws:region"].secret: Invalid input: expected boolean, received undefined.' },
  }),
};

/** What in a state is in the way of a migration. Nothing was begun. */
export const unfit = {
  nothing: diagnosis({
    says: ({ type }: { type: string }) => `There is no ${type} in the state: nothing to migrate.`,
    cause: "The state is of another stack or configuration, or its domains were migrated before.",
    unsaid: "Name the right stack, or pipe in the right state.",
    example: { type: oldType },
  }),
  nothingIn: diagnosis({
    says: ({ type, stack }: { type: string; stack: string }) =>
      `There is no ${type} in the state of ${stack}: nothing to migrate.`,
    cause: "The stack has neither old domains nor new ones.",
    unsaid: "Name the right stack.",
    example: { type: oldType, stack: "dev" },
  }),
  pending: diagnosis({
    says: ({ resource }: { resource: string }) =>
      `An operation on ${resource} was begun and hasn't come to its end.`,
    wayOut: () =>
      "Let the deployment that is running end, or put an interrupted one in order (pulumi refresh), then try again.",
    cause:
      "Pulumi drops such notes from every state that it imports, so that nobody would know of the operation any more.",
    example: { resource: "pool (aws:cognito/userPool:UserPool)" },
  }),
  unfinishedReplacement: diagnosis({
    says: ({ resource }: { resource: string }) => `The replacement of ${resource} isn't finished:`,
    wayOut: () => `pulumi up finishes it. ${tryAgain}`,
    cause: "An earlier `pulumi up` ended between the two halves of a replacement.",
    example: { resource: old },
  }),
  tainted: diagnosis({
    says: ({ resource }: { resource: string; urn: string }) => `${resource} is marked to be replaced.`,
    wayOut: ({ urn }) => `To keep it: pulumi state untaint '${urn}'. ${tryAgain}`,
    cause: "Somebody ran `pulumi state taint`. The mark would be lost.",
    example: { resource: old, urn: `urn:pulumi:dev::shop::${oldType}::login` },
  }),
  hasImportOption: diagnosis({
    says: ({ resource }: { resource: string }) =>
      `${resource} has the option import: whoever deployed the old program after the migration would have Pulumi take the domain in a second time, and then delete it.`,
    wayOut: () =>
      `Take the option out of the old program and run pulumi up with that, which changes nothing. ${tryAgain}`,
    cause: "Each deploy deletes the one of two resources that its program doesn't have.",
    example: { resource: old },
  }),
  twice: diagnosis({
    says: ({ domain, resource, other }: { domain: string; resource: string; other: string; urn: string }) =>
      `${domain} is in the state twice, as ${resource} and as ${other}, and a deploy of a program that has only one of them deletes the domain.`,
    wayOut: ({ urn }) =>
      `Take the second out of the state, which leaves the domain alone: pulumi state delete '${urn}' --force. ${tryAgain}`,
    cause: "The domain was imported, or adopted, while the stack had it as `aws.cognito.UserPoolDomain`.",
    example: {
      domain,
      resource: old,
      other: `auth (${resourceType})`,
      urn: `urn:pulumi:dev::shop::${resourceType}::auth`,
    },
  }),
  placeTaken: diagnosis({
    says: ({ resource, id, other }: { resource: string; id: string; other: string }) =>
      `${resource} is in the state already, and is ${id} rather than ${other}:`,
    wayOut: () => "one of the two has to get another name.",
    cause: "The new domain would get the old one's name in the program, and another resource has it.",
    example: { resource: `login (${resourceType})`, id: "my-app", other: domain },
  }),
  aboutToBeReplaced: diagnosis({
    says: ({ address }: { address: string }) => `${address} is about to be replaced.`,
    wayOut: () => "Let terraform apply finish that, or keep it with terraform untaint, then try again.",
    cause: "Terraform has marked it, or has begun to replace it.",
    example: { address: "aws_cognito_user_pool_domain.login" },
  }),
  changedMeanwhile: diagnosis({
    says: () => "The state has changed while it was read, and nothing was begun.",
    wayOut: () => "Try again when nobody deploys.",
    cause: "The state was exported twice, and the two differ: somebody is deploying the stack.",
    example: undefined,
  }),
};

const byState = "bring that state up to date first (refresh)";

/** A domain of the old state, held against what the service has. Nothing was begun. */
export const differing = {
  inAnotherRegion: diagnosis({
    says: ({ address, own }: { address: string; own: string; given: string }) =>
      `${address} is in ${own}, as its state has it:`,
    wayOut: ({ given }) => `leave --region ${given} out, which is for states that tell none.`,
    cause: "The state tells the Region of the domain.",
    example: { address: "aws_cognito_user_pool_domain.login", own: "eu-west-1", given: "us-east-1" },
  }),
  absent: diagnosis({
    says: ({ domain, address, region }: { domain: string; address: string; region?: string | undefined }) =>
      `${domain} isn't there any more ${region === undefined ? "in this Region" : `in ${region}`}, though the state has it as ${address}:`,
    wayOut: ({ region }) =>
      `${byState}, or correct ${region === undefined ? "--region, " : ""}--profile or --endpoint-url.`,
    cause: "The domain was deleted outside of the tool that has it, or it is looked for in another place.",
    example: { domain, address: "aws_cognito_user_pool_domain.login", region: "eu-west-1" },
  }),
  ofAnotherAccount: diagnosis({
    says: ({ domain, account, address, held }: Moved & { account: string }) =>
      `${domain} is of the AWS account ${account}, though the state has it of ${held} (${address}):`,
    wayOut: () => `find out whose it is, and ${byState}.`,
    cause: "Somebody else has created a domain of that name since.",
    example: {
      domain,
      account: "210987654321",
      address: "aws_cognito_user_pool_domain.login",
      held: "123456789012",
    },
  }),
  onAnotherPool: diagnosis({
    says: ({ domain, userPoolId, address, held }: Moved & { userPoolId: string }) =>
      `${domain} is on the user pool ${userPoolId}, though the state has it on ${held} (${address}):`,
    wayOut: () => `find out whose it is, and ${byState}.`,
    cause: "The domain was deleted, and one of that name was created on another pool since.",
    example: {
      domain,
      userPoolId: "us-east-1_Other0001",
      address: "aws_cognito_user_pool_domain.login",
      held: "us-east-1_AbCdEf123",
    },
  }),
  lost: diagnosis({
    says: ({ domain, status }: { domain: string; status: string; address: string }) =>
      `${domain} is ${status}: there is nothing to take over.`,
    wayOut: ({ address }) => `Bring it back with the tool that has it (${address}), or take it out there.`,
    cause: "The service has given the domain up, or somebody is deleting it.",
    example: { domain, status: "FAILED", address: "aws_cognito_user_pool_domain.login" },
  }),
  refused: diagnosis({
    says: ({ domain, reason }: { domain: string; reason: string }) =>
      `${domain} can't be managed by this package, whose preview would refuse it: ${reason}.`,
    cause:
      "The domain is held against the rules that every preview holds, and the service has taken what they refuse.",
    unsaid: "Report it: the rules are meant to take whatever the service has.",
    example: {
      domain,
      reason:
        'customDomainConfig.certificateArn "arn:aws:iam::123456789012:server-certificate/one" is not the ARN of an ACM certificate. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  }),
};

/** Another domain of that name than the one that the state has. */
interface Moved {
  readonly domain: string;
  readonly address: string;
  /** Where the state has it. */
  readonly held: string;
}

/** What is to be known of a domain that can be taken over. */
export const migrationWarnings = {
  lookedUp: diagnosis({
    after: "warning:",
    says: ({ resource }: { resource: string }) => `${resource} is only looked up, and left out:`,
    wayOut: () => "UserPoolDomain.get of this package looks up as well.",
    cause: "The program reads the domain with `aws.cognito.UserPoolDomain.get`, and manages it elsewhere.",
    example: { resource: old },
  }),
  noneLeft: diagnosis({
    after: "warning:",
    says: ({ type }: { type: string }) =>
      `There is no ${type} left in the state. The code is for the domains of this package that it has;`,
    wayOut: () => "take those of the steps that haven't been taken.",
    cause: "An earlier run has put the new domains into the state.",
    example: { type: oldType },
  }),
  providerLost: diagnosis({
    heading: "The explicit provider shop has no say any more",
    after: `warning: ${old}: the`,
    says: ({ provider, settings }: { provider: string; settings: readonly string[] }) =>
      `explicit provider ${provider} has no say any more: access comes from the stack's aws:* configuration${settings.length === 0 ? "" : ` (that one had ${settings.join(", ")}: the stack's has to lead to the same account)`}.`,
    cause: "An explicit `aws.Provider` doesn't reach a dynamic resource.",
    unsaid:
      "Set in the stack's configuration what the provider had. For another Region, give the input `region`.",
    example: { provider: "shop", settings: ["profile"] },
  }),
  secretsInCode: diagnosis({
    after: "warning:",
    says: ({ domain, paths, places }: { domain: string; paths: readonly string[]; places: string }) =>
      `${domain}: ${paths.join(", ")} ${paths.length === 1 ? "was a secret, and stands" : "were secrets, and stand"} in plain text in ${places}:`,
    wayOut: () => "give your program's own secret there, and keep no copy.",
    cause: "The code that is printed has the values that the service reports.",
    example: { domain, paths: ["customDomainConfig.certificateArn"], places: "the code" },
  }),
  drifted: diagnosis({
    after: "warning:",
    says: ({
      domain,
      property,
      now,
      held,
    }: {
      domain: string;
      property: string;
      now: unknown;
      held: unknown;
    }) =>
      `${domain}: its ${property} is ${now}, and not ${held} as the state has it. The code has what is live.`,
    cause: "The domain was changed outside of the tool that has it.",
    unsaid: "If the change wasn't meant, write the former value into the program after the migration.",
    example: { domain, property: "managedLoginVersion", now: 2, held: 1 },
  }),
  secretDrifted: diagnosis({
    after: "warning:",
    says: ({ domain, property }: { domain: string; property: string }) =>
      `${domain}: its ${property}, a secret, isn't what the state has. The code has what is live.`,
    cause: "The domain was changed outside of the tool that has it.",
    unsaid: "If the change wasn't meant, write the former value into the program after the migration.",
    example: { domain, property: "certificateArn" },
  }),
};

/** What the Pulumi CLI, or the files beside it, don't do. */
export const tooling = {
  noPulumi: diagnosis({
    says: () => "There is no pulumi on PATH:",
    wayOut: () =>
      "install the Pulumi CLI (https://www.pulumi.com/docs/install), or give its state on stdin: pulumi stack export | npx cognito-domain migrate",
    cause: "With `--stack`, the command has the Pulumi CLI read the state.",
    example: undefined,
  }),
  tooOld: diagnosis({
    says: ({ version, oldest }: { version: string; oldest: string }) =>
      `The pulumi on PATH is ${version}, and ${oldest} or newer is needed:`,
    wayOut: () => "update it (https://www.pulumi.com/docs/install).",
    cause: "Older ones don't take the outputs of a resource with its import.",
    example: { version: "v3.229.0", oldest: "3.254" },
  }),
  failed: diagnosis({
    says: ({ command, ending, lines }: { command: string; ending: string; lines: readonly string[] }) =>
      [`\`pulumi ${command}\` ${ending}:`, ...lines.map((line) => `  ${line}`)].join("\n"),
    cause: "A command of the Pulumi CLI failed. The last lines that it printed follow.",
    unsaid: "They say what to do.",
    example: {
      command: "stack export",
      ending: "ended with exit code 255",
      lines: ["error: no stack named 'dev' found"],
    },
  }),
  notKept: diagnosis({
    says: ({ file, problem }: { file: string; problem: string }) =>
      `The state can't be kept in ${file} (${problem}), so nothing was begun.`,
    cause: "Before it changes the state, the command keeps a copy in the working directory.",
    unsaid: "Run it in a folder that can be written to.",
    example: {
      file: "dev-before-migration-2026-06-18T00-00-00-000Z.json",
      problem: "EROFS: read-only file system",
    },
  }),
};

/** What the preview says of a program that doesn't agree with the migrated state, which is put back then. */
export const disagreeing = {
  stillDeclared: diagnosis({
    says: ({ resource }: { resource: string }) => `The program still declares ${resource}:`,
    wayOut: () => "first put the code that npx cognito-domain migrate prints in its place.",
    cause: "The program has the old domain, and would create it beside the new one.",
    example: { resource: old },
  }),
  notDeclared: diagnosis({
    says: ({ urn }: { urn: string }) => `The program doesn't declare ${urn}:`,
    wayOut: () =>
      "first put the code that npx cognito-domain migrate prints into it, with the same name and the same parent.",
    cause: "The new domain isn't in the program, or has another name or parent there, and would be deleted.",
    example: { urn: `urn:pulumi:dev::shop::${resourceType}::login` },
  }),
  changed: diagnosis({
    says: ({ resource, change }: { resource: string; change: string }) =>
      `${resource} would be changed (${change}):`,
    wayOut: () => "the program must give what the domain has.",
    cause: "The code in the program differs from what was printed.",
    example: { resource: `login (${resourceType})`, change: "update of managedLoginVersion" },
  }),
  dependentChanged: diagnosis({
    says: ({ resource, change }: { resource: string; change: string }) =>
      `${resource}, which refers to a migrated domain, would be changed (${change}):`,
    wayOut: () =>
      "the program must give it what it has, or the change has to be deployed before the migration.",
    cause:
      "Something takes an output of the old domain that is called otherwise in the new one, or was changed in the same edit.",
    example: { resource: "record (aws:route53/record:Record)", change: "update of aliases" },
  }),
  previewFailed: diagnosis({
    says: ({ error }: { error: string }) => `pulumi preview failed: ${error}`,
    cause: "The program can't be previewed, for whatever reason.",
    unsaid: "See that `pulumi preview` succeeds, and run the command again.",
    example: { error: "Running program 'index.ts' failed with an unhandled exception" },
  }),
};

/** How a migration ends that doesn't come to its end: the last line of its message. */
export const fates = {
  untouched: diagnosis({
    says: () => "The state is as it was, and so is the cloud.",
    cause: "The migration failed before the state was changed.",
    unsaid: "See to the reason that stands in front of it, and run the command again.",
    example: undefined,
  }),
  putBack: diagnosis({
    says: ({ backup }: { backup: string }) =>
      `The state was put back as it was; the cloud was only read. The copy in ${backup} may go.`,
    cause: "Something failed, or the program didn't agree, after the state was changed.",
    unsaid: "See to the reason that stands in front of it, and run the command again.",
    example: { backup: "dev-before-migration-2026-06-18T00-00-00-000Z.json" },
  }),
  notOurs: diagnosis({
    says: ({ deployed }: { deployed: "has deployed" | "may have deployed"; byHand: string }) =>
      `The state isn't put back: it has changed, and somebody else ${deployed} meanwhile.`,
    wayOut: ({ byHand }) => `Look at it with pulumi preview. If what they did may be forgotten:\n  ${byHand}`,
    cause:
      "The state isn't what the command has put there. To put it back would undo a deploy of somebody else.",
    example: {
      deployed: "has deployed",
      byHand: "pulumi stack import --stack dev --file dev-before-migration-2026-06-18T00-00-00-000Z.json",
    },
  }),
  stuck: diagnosis({
    says: ({ problem }: { problem: string; byHand: string }) => `The state couldn't be put back. ${problem}`,
    wayOut: ({ byHand }) => `\nNobody should deploy before this has been run:\n  ${byHand}`,
    cause: "The backend that keeps the state could not be reached, three times in a row.",
    example: {
      problem: "`pulumi stack import` ended with exit code 255:\n  error: could not read the stack",
      byHand: "pulumi stack import --stack dev --file dev-before-migration-2026-06-18T00-00-00-000Z.json",
    },
  }),
  interrupted: diagnosis({
    says: ({ signal }: { signal: string }) => `Interrupted by ${signal}.`,
    cause:
      "Ctrl-C, or another signal, came after the state was changed. It is put back then, as the next line tells.",
    unsaid: "Run the command again.",
    example: { signal: "SIGINT" },
  }),
  interruptedEarly: diagnosis({
    after: "error:",
    says: ({ signal }: { signal: string }) => `Interrupted by ${signal}. Nothing was begun.`,
    cause: "Ctrl-C, or another signal, came before the state was changed.",
    unsaid: "Run the command again.",
    example: { signal: "SIGINT" },
  }),
  wayBack: diagnosis({
    heading: "Or, to go back instead",
    says: ({ problem }: { problem: string; byHand: string }) => problem,
    wayOut: ({ byHand }) => `\nOr, to go back instead:\n  ${byHand}`,
    cause: "An earlier run has changed the state, and the program doesn't agree with it yet.",
    example: {
      problem: `The program still declares ${old}: first put the code that npx cognito-domain migrate prints in its place.`,
      byHand: "pulumi stack import --stack dev --file dev-before-migration-2026-06-18T00-00-00-000Z.json",
    },
  }),
};
