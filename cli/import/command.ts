import { Command } from "commander";
import { quoted } from "../../code/aws-cli";
import { systemClock } from "../../provider/clock";
import { framed } from "../../provider/errors/diagnosis";
import { regionOfUserPool } from "../../provider/region";
import { domainNameRule } from "../../provider/rules/domain-name";
import type { Rule } from "../../provider/rules/rule";
import { userPoolIdRule } from "../../provider/rules/user-pool-id";
import { unknownValue } from "../../provider/unknown";
import { type AccessFlags, addAccessOptions, openClients } from "../access";
import { importFileName, requireFree, writeImportFile } from "../import-file";
import { notEmpty } from "../not-empty";
import { notUnderstood, refuse } from "../not-understood";
import { withRecentPulumi } from "../oldest-pulumi";
import { importOptions } from "./diagnostics";
import { type Findings, findDomains, type Selection } from "./find";
import { type Parent, readParent } from "./parent";
import { progressOn } from "./progress";
import { takeIn } from "./take";

interface Flags extends AccessFlags {
  userPoolId?: string;
  all?: true;
  out: string;
  name?: string;
  parent?: Parent;
  protect?: true;
  json?: true;
}

const example = `
Example, in the folder of the Pulumi program:
  $ npx cognito-domain import auth.example.com > login.ts
  $ pulumi import --file import.json --generate-code=false --protect=true --yes
  $ pulumi preview --expect-no-changes

The domains are only read. What goes into the program is printed; what to do next goes to standard error.
A domain that a Pulumi or Terraform state has already is for: npx cognito-domain migrate`;

/** `cognito-domain import` */
export function importCommand(): Command {
  const command = new Command("import")
    .argument("[domains...]", "prefixes and DNS names, such as my-app auth.example.com", domainNames)
    .option("--user-pool-id <id>", "instead: the domains of this user pool", userPoolId)
    .option("--all", "instead: the domains of all user pools in the Region")
    .option("--out <file>", "the file to write, which must not be there yet", importFileName, "import.json")
    .option(
      "--name <name>",
      "the name of the resource, for one domain (default: made from the domain)",
      notEmpty,
    )
    .option("--parent <name=urn>", "the parent: what the program calls it, and its URN", readParent)
    .option("--protect", "protect the resources from deletion")
    .option("--json", "print one JSON document");
  return addAccessOptions(command).addHelpText("after", example).action(run);
}

async function run(domains: string[], flags: Flags, command: Command): Promise<void> {
  const { out, name, parent, protect = false } = flags;
  const selection = selectionOf(domains, flags, command);
  await requireFree(out);
  const { found, skipped } = await find(selection, flags);
  const taking = takeIn(found, { protect, ...(name !== undefined && { name }), ...(parent && { parent }) });
  await writeImportFile(out, taking.importFile);
  const warnings = [...taking.warnings, ...skipped.map((reason) => `Left out: ${reason}`)];
  const commands = [
    // Protected, so that nobody who deploys the program without the code meanwhile deletes the domains. The next deploy
    // with the code leaves it to the code.
    `pulumi import --file ${quoted(out)} --generate-code=false --protect=true --yes`,
    "pulumi preview --expect-no-changes",
  ];
  for (const warning of warnings) console.error(`warning: ${warning}`);
  if (flags.json) {
    const { domains, code } = taking;
    console.log(JSON.stringify({ file: out, domains, code, commands, warnings }, undefined, 2));
    return;
  }
  process.stdout.write(taking.code);
  console.error(nextSteps(out, found.length, commands));
}

/** Which domains are meant; exactly one way to say so. */
function selectionOf(
  domains: string[],
  { userPoolId, all, name, region }: Flags,
  command: Command,
): Selection {
  const ways = [domains.length > 0, userPoolId !== undefined, all].filter(Boolean);
  if (ways.length !== 1) refuse(command, importOptions.oneWay());
  if (name !== undefined && domains.length !== 1) refuse(command, importOptions.nameOfOne());
  const own = regionOfUserPool(userPoolId ?? "");
  if (userPoolId !== undefined && region !== undefined && own !== undefined && region !== own) {
    refuse(command, importOptions.regionOfPool({ userPoolId, own, region }));
  }
  if (all) return { all };
  return userPoolId === undefined ? { domains } : { userPoolId };
}

async function find(selection: Selection, flags: Flags): Promise<Findings> {
  const region = flags.region ?? regionOfUserPool(flags.userPoolId ?? "");
  const clients = await openClients({ ...flags, ...(region !== undefined && { region }) });
  const progress = progressOn(process.stderr, systemClock);
  try {
    return await findDomains(selection, clients, progress);
  } finally {
    progress.end();
  }
}

function nextSteps(out: string, count: number, commands: readonly string[]): string {
  return [
    "",
    `${out} holds ${count === 1 ? "the domain as it is" : `${count} domains as they are`} now. Next, ${withRecentPulumi}:`,
    "  put the code that was printed into the program",
    ...commands.map((command) => `  ${command}`),
    "But if two states hold the same domain, a later deploy of either can delete it. Don't import one that a stack has already as UserPoolDomain of this package; and where a Pulumi state has it as aws.cognito.UserPoolDomain, or Terraform has it, run this instead:",
    "  npx cognito-domain migrate --help",
  ].join("\n");
}

/** Each once. What kind a domain is of, only the service knows. */
function domainNames(name: string, names: string[] = []): string[] {
  requireRule(domainNameRule, name, { customDomainConfig: unknownValue });
  return names.includes(name) ? names : [...names, name];
}

function userPoolId(id: string): string {
  return requireRule(userPoolIdRule, id);
}

function requireRule(rule: Rule, value: string, inputs = {}): string {
  const problem = rule(value, inputs);
  if (problem === undefined) return value;
  throw notUnderstood(framed(problem, (text) => `It ${text}.`));
}
