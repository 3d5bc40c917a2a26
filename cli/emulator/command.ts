import { readFile } from "node:fs/promises";
import { Command, Option } from "commander";
import { type EmulatorOptions, type Seed, startEmulator } from "../../emulator/index";
import { accountId } from "../../emulator/schemas";
import { readSeed } from "../../emulator/seed";
import { UnfitValue } from "../../emulator/unfit-value";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { notEmpty } from "../not-empty";
import { notUnderstood } from "../not-understood";
import { regionName } from "../region-name";
import { starting } from "./diagnostics";
import { jsonLog, textLog } from "./log";

interface Flags {
  port: number;
  region?: string;
  account?: string;
  seed?: string;
  state?: string;
  durations?: "quick" | "realistic";
  speed?: number;
  readDelay?: number;
  quotas?: true;
  randomSeed?: number;
  json?: true;
}

const example = `
Example, in one terminal:
  $ npx cognito-domain emulator --seed pools.json
and in another, after pasting the lines that it prints:
  $ pulumi up

pools.json:
  { "pools": [{ "id": "us-east-1_AbCdEf123" }] }`;

/** `cognito-domain emulator` */
export function emulatorCommand(): Command {
  return new Command("emulator")
    .option("--port <number>", "the port to listen on, on 127.0.0.1; 0 picks a free one", port, 0)
    .option("--region <region>", "the Region for what names none (default: us-east-1)", regionName)
    .option(
      "--account <id>",
      "the account of the test credentials, twelve digits (default: 123456789012)",
      account,
    )
    .option("--seed <file>", "JSON with what is there from the start: pools, domains, certificates, dns")
    .option("--state <file>", "keep everything in this file, and begin with what it holds", notEmpty)
    .addOption(
      new Option("--durations <kind>", "how long steps take (default: quick)").choices([
        "quick",
        "realistic",
      ]),
    )
    .option("--speed <factor>", "how many times as fast they go (default: 1)", positive)
    .option("--read-delay <milliseconds>", "how far reads are behind (default: 0)", wholeNumber)
    .option("--quotas", "apply the service's own quotas and request rates")
    .option("--random-seed <number>", "what decides which calls a fault with a chance befalls", wholeNumber)
    .option("--json", "print JSON, one line for each thing that happens")
    .addHelpText("after", example)
    .action(run);
}

async function run(flags: Flags): Promise<void> {
  // From the first line on somebody may ask to stop.
  const asked = signalToStop();
  const log = flags.json ? jsonLog(print) : textLog(print);
  const seed = flags.seed === undefined ? undefined : await readSeedFile(flags.seed);
  const options = { ...optionsFrom(flags), ...(seed && { seed }), onCall: log.called };
  const emulator = await startEmulator(options).catch((error: NodeJS.ErrnoException) => {
    throw explained(error, flags);
  });
  const seedLeftOut = emulator.stateLoaded ? flags.seed : undefined;
  log.listening(emulator, seedLeftOut === undefined ? {} : { seedLeftOut });
  await asked;
  await emulator.close();
  log.stopped();
}

function optionsFrom(flags: Flags): EmulatorOptions {
  const { port, region, account, state, durations, speed, readDelay, quotas, randomSeed } = flags;
  return {
    port,
    ...(region !== undefined && { region }),
    ...(account !== undefined && { accountId: account }),
    ...(state !== undefined && { stateFile: state }),
    ...(durations && { durations }),
    ...(speed !== undefined && { speed }),
    ...(readDelay !== undefined && { readDelay }),
    ...(quotas && { quotas: "service" }),
    ...(randomSeed !== undefined && { randomSeed }),
  };
}

async function readSeedFile(path: string): Promise<Seed> {
  try {
    return readSeed(JSON.parse(await readFile(path, "utf8")));
  } catch (error) {
    throw unusableSeed(path, error as Error);
  }
}

function unusableSeed(path: string, { message }: Error): Diagnostic {
  return new Diagnostic(starting.unusableSeed({ path, problem: message }));
}

/** What is wrong with the state file says the emulator itself. */
function explained(error: NodeJS.ErrnoException, { port, seed }: Flags): Error {
  // The options have been looked at, and nothing else is given.
  if (error instanceof UnfitValue && seed !== undefined) return unusableSeed(seed, error);
  switch (error.code) {
    case "EADDRINUSE":
      return new Diagnostic(starting.portTaken({ port }));
    case "EACCES":
      return new Diagnostic(starting.portForbidden({ port }));
    default:
      return error;
  }
}

/** Resolves with the first signal that asks to stop; another, of whatever kind, ends the process at once. */
function signalToStop(): Promise<void> {
  let isAsked = false;
  return new Promise((resolve) => {
    const stop = (): void => {
      if (isAsked) process.exit(1);
      isAsked = true;
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    // Whoever reads what is printed has gone, such as `head` after its lines.
    process.stdout.on("error", () => resolve());
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function port(text: string): number {
  const number = wholeNumber(text);
  if (number > 65_535) throw notUnderstood(starting.noSuchPort());
  return number;
}

function account(text: string): string {
  if (!accountId.safeParse(text).success) throw notUnderstood(starting.noAccount());
  return text;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw notUnderstood(starting.notWhole());
  return Number(text);
}

function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && Number.isFinite(number))) throw notUnderstood(starting.notPositive());
  return number;
}
