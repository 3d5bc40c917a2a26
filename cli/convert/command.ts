import { Command, Option } from "commander";
import { kebabCase } from "../../code/aws-cli";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { type Property, propertyTable } from "../../provider/properties";
import { isEmptyObject, type Values } from "../../provider/values";
import { notEmpty } from "../not-empty";
import { notUnderstood, refuse } from "../not-understood";
import { convertRequest } from "./convert";
import { converting, reading, remarks as remarkOn } from "./diagnostics";
import { readDocument } from "./document";
import { ignoredOptions } from "./ignored-options";
import type { Remark } from "./remark";
import { requestIn } from "./request";
import { reverseInputs } from "./reverse";
import { readShorthand } from "./shorthand";
import { longestRequest, textOfFile, textOfOption, textOfStandardInput } from "./text";

interface Flags {
  cliInputJson?: string;
  cliInputYaml?: string;
  region?: string;
  profile?: string;
  endpointUrl?: string;
  caBundle?: string;
  /** False with --no-verify-ssl. */
  verifySsl: boolean;
  name?: string;
  reverse?: true;
  json?: true;
  /** The members of a request, by the names of the properties. */
  [property: string]: unknown;
}

const example = `
Examples:
  $ npx cognito-domain convert request.json
  $ aws cognito-idp describe-user-pool-domain --domain auth.example.com | npx cognito-domain convert
  $ npx cognito-domain convert --domain auth.example.com --user-pool-id eu-west-1_AbCdEf123 \\
      --custom-domain-config CertificateArn=arn:aws:acm:us-east-1:123456789012:certificate/one
  $ npx cognito-domain convert --reverse inputs.json

The request is one of CreateUserPoolDomain or UpdateUserPoolDomain (JSON or YAML for the AWS CLI, the keyword arguments
of boto3 or the list of R's paws as JSON), or the answer of DescribeUserPoolDomain, or is given by the AWS CLI's own
options, which win; those for all of its commands, such as --output, are taken and mean nothing. The code is printed; what is to be known of it goes to standard error. Nothing is called.

Exit codes: 0 done, though placeholders may be left; 1 failed, or a preview would refuse the code, which is printed all
the same; 2 not understood.`;

/** What reads the value of an option, where it isn't a text. */
const readers: Partial<Record<Property["type"], (text: string) => unknown>> = {
  number: wholeNumber,
  object: structure,
};

/** The options of the AWS CLI that are members of a request. */
const requestOptions = Object.entries(propertyTable).flatMap(([name, { api, type, summary }]) => {
  if (api === undefined) return [];
  const option = new Option(`--${kebabCase(api)} <${type}>`, summary);
  return { name, api, option: readers[type] ? option.argParser(readers[type]) : option };
});

/** `cognito-domain convert` */
export function convertCommand(): Command {
  const command = new Command("convert").argument(
    "[file]",
    'the request, or the inputs, in JSON or YAML (default: "-", the standard input)',
  );
  for (const { option } of requestOptions) command.addOption(option);
  for (const option of ignoredOptions()) command.addOption(option);
  return command
    .option("--cli-input-json <json>", "the request, or file:// and the file that it is in")
    .addOption(new Option("--cli-input-yaml <yaml>", "the same in YAML").conflicts("cliInputJson"))
    .option("--region <region>", "the Region of the calls (default: the one in the pool's id)")
    .option("--profile <name>", "taken, but no part of the code")
    .option("--endpoint-url <address>", "taken, but no part of the code")
    .addOption(new Option("--ca-bundle <file>", "taken, but no part of the code").hideHelp())
    .addOption(new Option("--no-verify-ssl", "taken, but no part of the code").hideHelp())
    .option("--name <name>", "the name of the resource (default: made from the domain)", notEmpty)
    .addOption(
      new Option("--reverse", "print the command of the AWS CLI for a program's inputs").conflicts([
        ...requestOptions.map(({ name }) => name),
        ...["cliInputJson", "cliInputYaml", "region", "profile", "endpointUrl", "name"],
      ]),
    )
    .option("--json", "print one JSON document")
    .addHelpText("after", example)
    .action(run);
}

async function run(file: string | undefined, flags: Flags, command: Command): Promise<void> {
  if (flags.reverse) {
    const { text, what } = await textFrom(file);
    const reversal = reverseInputs(readDocument(text, what), what);
    print(reversal, `${reversal.command}\n`, flags);
    return;
  }
  const { name, region } = flags;
  const given = { ...(name !== undefined && { name }), ...(region !== undefined && { region }) };
  const conversion = convertRequest(await requestFrom(file, flags, command), given);
  const remarks = [...conversion.remarks, ...remarksOnAccess(flags)];
  print({ ...conversion, remarks }, conversion.code, flags);
  if (remarks.some(({ kind }) => kind === "refused")) {
    throw new Diagnostic(converting.refused());
  }
}

/** As in the AWS CLI, an option wins over the same in the rest of the input. */
async function requestFrom(file: string | undefined, flags: Flags, command: Command): Promise<Values> {
  const given: Values = Object.fromEntries(
    requestOptions.flatMap(({ name, api }) => (flags[name] === undefined ? [] : [[api, flags[name]]])),
  );
  const inOption = flags.cliInputJson ?? flags.cliInputYaml;
  if (inOption !== undefined && file !== undefined) refuse(command, reading.twoPlaces());
  if (inOption === undefined && file === undefined && !isEmptyObject(given)) return given;
  const { text, what } = inOption === undefined ? await textFrom(file) : textIn(inOption);
  return { ...requestIn(readDocument(text, what), what), ...given };
}

interface Source {
  text: string;
  /** How errors call it. */
  what: string;
}

async function textFrom(file: string | undefined): Promise<Source> {
  return file === undefined || file === "-"
    ? { text: await textOfStandardInput(longestRequest), what: "Standard input" }
    : { text: textOfFile(file), what: file };
}

function textIn(option: string): Source {
  return {
    text: textOfOption(option),
    what: option.startsWith("file://") ? option : "The input in the option",
  };
}

function remarksOnAccess({ profile, endpointUrl, caBundle, verifySsl }: Flags): Remark[] {
  const keys = [
    ...(profile === undefined ? [] : ["aws:profile"]),
    ...(endpointUrl === undefined ? [] : ["aws:endpoints[0].cognitoidp"]),
    ...(caBundle === undefined ? [] : ["aws:customCaBundle"]),
    ...(verifySsl ? [] : ["aws:insecure"]),
  ];
  return keys.map((path) => ({
    kind: "note",
    path,
    message: remarkOn.configured({ path }),
  }));
}

function print(document: { remarks: readonly Remark[] }, text: string, { json }: Flags): void {
  process.stdout.write(json ? `${JSON.stringify(document, undefined, 2)}\n` : text);
  if (json) return;
  for (const { kind, message } of document.remarks) process.stderr.write(`${kind}: ${message}\n`);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw notUnderstood(reading.noNumber());
  return Number(text);
}

/** As in the AWS CLI, what begins as JSON does is JSON, and all else is shorthand. */
function structure(value: string): unknown {
  try {
    const text = textOfOption(value);
    return /^\s*[{[]/.test(text) ? readDocument(text, "It") : readShorthand(text);
  } catch (error) {
    throw error instanceof Diagnostic ? notUnderstood(error.message) : error;
  }
}
