import { randomUUID } from "node:crypto";
import { Command, Option } from "commander";
import { quoted } from "../../code/aws-cli";
import { typescriptOf } from "../../code/typescript";
import { domainClient } from "../../provider/aws/cognito-client";
import { type AccessFlags, addAccessOptions, connect } from "../access";
import { textOfStandardInput } from "../convert/text";
import { requireFree, writeImportFile } from "../import-file";
import { applyMigration } from "./apply";
import { backupName, writeBackup } from "./backup";
import { declarationOf } from "./declaration";
import { importFileOf } from "./import-entries";
import { stateWithoutOld } from "./migrated-state";
import { type Migration, migrationOf } from "./migration";
import type { OldDomain } from "./old-domain";
import { pulumiCli, requireRecentPulumi } from "./pulumi-cli";
import { readStateInput } from "./state-input";
import { type Successor, successorsOf } from "./successor";

interface Flags extends AccessFlags {
  stack?: string;
  apply?: true;
  removeOld?: true;
  out: string;
  json?: true;
}

const example = `
Examples, in the folder of the Pulumi program:
  $ npx cognito-domain migrate --stack dev > login.ts   # the code, an import file, and the steps to take by hand
  $ npx cognito-domain migrate --stack dev --apply      # takes them, once the code is in the program
  $ pulumi stack export | npx cognito-domain migrate
  $ terraform show -json | npx cognito-domain migrate

The domains are only read, and the state is changed by --apply alone, which keeps a copy of it.`;

/** `cognito-domain migrate` */
export function migrateCommand(): Command {
  const command = new Command("migrate")
    .description(
      "Take over the domains of @pulumi/aws or Terraform: writes a file for pulumi import, and prints TypeScript.",
    )
    .option("--stack <name>", "the Pulumi stack that has them (default: a state is read from stdin)")
    .option("--apply", "do it: puts the new ones into the stack's state in the place of the old")
    .addOption(
      new Option("--remove-old", "print the state without the old ones, once the new are imported").conflicts(
        "apply",
      ),
    )
    .option("--out <file>", "the file to write, which must not be there yet", "import.json")
    .option("--json", "print one JSON document");
  return addAccessOptions(command).addHelpText("after", example).action(run);
}

async function run(flags: Flags, command: Command): Promise<void> {
  if (flags.apply) return apply(flags, command);
  const { stack } = flags;
  const input = readStateInput(await stateText(flags, command));
  if (flags.removeOld) {
    if (input.tool !== "pulumi")
      command.error("error: --remove-old is for Pulumi's state. Terraform has terraform state rm");
    process.stdout.write(`${JSON.stringify(stateWithoutOld(input.state).state, undefined, 2)}\n`);
    return;
  }
  const migration = migrationOf(input, { now: new Date(), ...(stack && { stack }) });
  const { olds, toImport } = migration;
  if (toImport.length > 0) await requireFree(flags.out);
  const successors = await lookAt(olds, flags);
  const imported = successors.filter(({ old }) => toImport.includes(old));
  if (imported.length > 0) await writeImportFile(flags.out, importFileOf(imported));
  show(migration, successors, flags);
}

async function stateText({ stack }: Flags, command: Command): Promise<string> {
  if (stack !== undefined) return pulumiCli(stack).exportState();
  if (process.stdin.isTTY) {
    command.error(
      "error: give --stack <name>, or a state on stdin: pulumi stack export | npx cognito-domain migrate",
    );
  }
  return textOfStandardInput();
}

function lookAt(olds: readonly OldDomain[], flags: Flags): Promise<Successor[]> {
  const connectIn = async (region: string | undefined) =>
    domainClient(await connect({ ...flags, ...(region !== undefined && { region }) }));
  return successorsOf(olds, connectIn, flags.region);
}

function show(migration: Migration, successors: readonly Successor[], flags: Flags): void {
  const apply = migration.stack === undefined ? undefined : applyCommand(migration.stack, flags);
  const steps = migration.steps(flags.out);
  const warnings = [...migration.warnings, ...successors.flatMap((successor) => successor.warnings)];
  const code = typescriptOf(successors.map(declarationOf));
  for (const warning of warnings) console.error(`warning: ${warning}`);
  if (flags.json) {
    const domains = successors.map(({ old, state }) => ({
      domain: old.domain,
      name: old.name,
      from: old.address,
      region: state.region,
    }));
    console.log(JSON.stringify({ domains, code, ...(apply && { apply }), steps, warnings }, undefined, 2));
    return;
  }
  process.stdout.write(code);
  console.error(
    apply ? `\nPut the code into the program, then run this:\n   ${apply}\nOr, step by step:` : "",
  );
  console.error(steps.map(({ what, command }, index) => listed(index + 1, what, command)).join("\n"));
}

/** With the same way to AWS. */
function applyCommand(stack: string, { region, profile, endpointUrl }: Flags): string {
  const options = Object.entries({ stack, region, profile, "endpoint-url": endpointUrl });
  const given = options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, quoted(value)]));
  return ["npx cognito-domain migrate", ...given, "--apply"].join(" ");
}

function listed(number: number, what: string, command: string | undefined): string {
  return [`${number}. ${what}.`, ...(command === undefined ? [] : [`   ${command}`])].join("\n");
}

async function apply(flags: Flags, command: Command): Promise<void> {
  const { stack, json } = flags;
  if (stack === undefined) {
    command.error(
      "error: --apply needs --stack <name>: it changes the state of a Pulumi stack. From Terraform, take the steps that are printed without --apply",
    );
  }
  await requireRecentPulumi();
  const signal = interruption();
  const applied = await applyMigration({
    stack,
    pulumi: pulumiCli(stack),
    signal,
    async lookAt(olds) {
      const successors = await lookAt(olds, flags);
      for (const warning of successors.flatMap(({ warnings }) => warnings))
        console.error(`warning: ${warning}`);
      return successors;
    },
    async keep(state) {
      const path = backupName(stack, new Date());
      await writeBackup(path, state);
      return path;
    },
    newId: randomUUID,
    say: (line) => console.error(line),
  });
  if (json) console.log(JSON.stringify(applied, undefined, 2));
  console.error("Done. The next pulumi up notes in the state what else the program says.");
}

/** Aborted by the first signal that asks to stop. Whatever has to be put back then is put back all the same. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) console.error("It ends by itself, as soon as the state is in order.");
      else controller.abort(new Error(`Interrupted by ${signal}.`));
    });
  }
  return controller.signal;
}
