import { randomUUID } from "node:crypto";
import { Command, Option } from "commander";
import { quoted } from "../../code/aws-cli";
import { systemClock } from "../../provider/clock";
import { type AccessFlags, accessOptionsOf, addAccessOptions, openClients } from "../access";
import { textOfStandardInput } from "../convert/text";
import { importFileName, writeImportFile } from "../import-file";
import { notEmpty } from "../not-empty";
import { refuse } from "../not-understood";
import { isPipedIn } from "../piped-in";
import { applyMigration } from "./apply";
import { backupName, lastBackup, writeBackup } from "./backup";
import { migrateOptions } from "./diagnostics";
import { type Preparation, prepareExchange } from "./exchange";
import { interruption } from "./interruption";
import { type Migration, migrationOf, nothingOf } from "./migration";
import type { OldDomain } from "./old-domain";
import { pulumiCli, requireRecentPulumi } from "./pulumi-cli";
import { oldType } from "./pulumi-state";
import { listingOf, show } from "./show";
import { readStateInput } from "./state-input";
import { type Successor, successorsOf } from "./successor";
import { importFileOf } from "./terraform-import";

interface Flags extends AccessFlags {
  stack?: string;
  apply?: true;
  printState?: true;
  out: string;
  json?: true;
}

const example = `
Examples, in the folder of the Pulumi program:
  $ npx cognito-domain migrate --stack dev > login.ts   # the code, and the steps to take by hand
  $ npx cognito-domain migrate --stack dev --apply      # takes them, once the code is in the program
  $ pulumi stack export | npx cognito-domain migrate
  $ terraform show -json | npx cognito-domain migrate   # the code, an import file, and the steps

The domains are only read, and the state is changed by --apply alone, which keeps a copy of it.`;

/** `cognito-domain migrate` */
export function migrateCommand(): Command {
  const command = new Command("migrate")
    .option(
      "--stack <name>",
      "the Pulumi stack that has them (default: a state is read from stdin)",
      notEmpty,
    )
    .addOption(
      new Option(
        "--apply",
        "do it: puts the new ones into the stack's state in the place of the old",
      ).conflicts(["printState", "out"]),
    )
    .addOption(
      new Option("--print-state", "print the state with the new ones in the place of the old").conflicts([
        "json",
        "out",
      ]),
    )
    .option(
      "--out <file>",
      "from Terraform: the file to write, which must not be there yet",
      importFileName,
      "import.json",
    )
    .option("--json", "print one JSON document");
  return addAccessOptions(command).addHelpText("after", example).action(run);
}

async function run(flags: Flags, command: Command): Promise<void> {
  const { stack } = flags;
  if (stack !== undefined && isPipedIn()) {
    console.error(`warning: ${migrateOptions.unreadStdin({ stack })}`);
  }
  if (stack !== undefined) await requireRecentPulumi();
  if (flags.apply) return apply(requiredStack(flags, command), flags);
  if (flags.printState) return printState(requiredStack(flags, command), flags, command);
  const input = readStateInput(await stateText(flags, command));
  if (input.tool === "pulumi" && command.getOptionValueSource("out") === "cli") {
    refuse(command, migrateOptions.outIsForTerraform());
  }
  const migration = migrationOf(input, {
    ...(stack !== undefined && { stack }),
    file: flags.out,
    now: new Date(),
    access: accessOptionsOf(flags),
    ...(await keptBefore(stack)),
  });
  const successors = migration.kind === "exchanged" ? [] : await lookAt(migration.olds, flags);
  if (migration.kind === "import") await writeImportFile(migration.file, importFileOf(successors));
  show(listingOf(migration, successors, applyCommand(migration, flags)), flags.json ?? false);
}

function requiredStack({ stack, apply }: Flags, command: Command): string {
  if (stack !== undefined) return stack;
  return refuse(command, apply ? migrateOptions.applyNeedsStack() : migrateOptions.printStateNeedsStack());
}

async function stateText({ stack }: Flags, command: Command): Promise<string> {
  if (stack !== undefined) return pulumiCli(stack).exportState();
  if (process.stdin.isTTY) refuse(command, migrateOptions.noState());
  return textOfStandardInput();
}

async function keptBefore(stack: string | undefined): Promise<{ lastKept?: string }> {
  const lastKept = stack === undefined ? undefined : await lastBackup(stack, process.cwd());
  return lastKept === undefined ? {} : { lastKept };
}

function lookAt(olds: readonly OldDomain[], flags: Flags): Promise<Successor[]> {
  const connectIn = (region: string | undefined) =>
    openClients({ ...flags, ...(region !== undefined && { region }) });
  return successorsOf(olds, connectIn, flags.region);
}

/** The command that does the same as the steps, with the same way to AWS. */
function applyCommand(migration: Migration, flags: Flags): string | undefined {
  if (migration.kind !== "exchange") return undefined;
  const words = [
    "npx cognito-domain migrate --stack",
    quoted(migration.stack),
    accessOptionsOf(flags),
    "--apply",
  ];
  return words.filter((word) => word !== "").join(" ");
}

async function printState(stack: string, flags: Flags, command: Command): Promise<void> {
  if (process.stdout.isTTY) refuse(command, migrateOptions.needsPipe({ stack: quoted(stack) }));
  const { migrated } = await prepareExchange(preparationOf(stack, flags));
  if (!migrated) throw nothingOf(oldType);
  process.stdout.write(JSON.stringify(migrated.state));
}

async function apply(stack: string, flags: Flags): Promise<void> {
  const { signal, begin } = interruption();
  const applied = await applyMigration({
    ...preparationOf(stack, flags),
    stack,
    pulumi: pulumiCli(stack),
    signal,
    clock: systemClock,
    lastKept: () => lastBackup(stack, process.cwd()),
    async keep(state) {
      begin();
      const path = backupName(stack, new Date());
      await writeBackup(path, state);
      return path;
    },
    say: (line) => console.error(line),
  });
  if (flags.json) console.log(JSON.stringify(applied, undefined, 2));
  console.error(
    "Done. The new ones are protected until a pulumi up with the new program, which notes in the state what that says.",
  );
}

function preparationOf(stack: string, flags: Flags): Preparation {
  return {
    pulumi: pulumiCli(stack),
    newId: randomUUID,
    async lookAt(olds) {
      const successors = await lookAt(olds, flags);
      for (const warning of successors.flatMap(({ warnings }) => warnings)) {
        console.error(`warning: ${warning}`);
      }
      return successors;
    },
  };
}
