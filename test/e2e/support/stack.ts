import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Call, Emulator } from "../../../emulator/index";
import { hermeticEnvironment } from "./environment";
import { type EngineDiagnostic, readEvents, type Step } from "./events";
import { installation, newFolder } from "./installation";
import type { Program } from "./programs";
import { type Run, type Running, run, runOrThrow, start } from "./run";
import { readState, type State } from "./state";

/** How a command of the CLI ended, and all that it did on the way. */
export interface Outcome extends Run {
  steps: Step[];
  ended: string[];
  diagnostics: EngineDiagnostic[];
  /** The requests that reached the emulator. */
  calls: Call[];
}

/** A stack with a program, a state and a configuration of its own. */
export interface Stack {
  /** The folder of the program. */
  readonly folder: string;
  /** Puts another program in the place of the one that is there. */
  write(program: Program): Promise<void>;
  /** `pulumi config set-all --path`: values by their path, such as `aws:allowedAccountIds[0]`. */
  configure(values: Readonly<Record<string, string>>): Promise<void>;
  /** `pulumi config set --secret`. */
  configureSecret(key: string, value: string): Promise<void>;
  preview(...args: string[]): Promise<Outcome>;
  /** `pulumi preview --json`, whose stdout is the preview. */
  previewAsJson(...args: string[]): Promise<Run>;
  up(...args: string[]): Promise<Outcome>;
  /** Begins a `pulumi up` that isn't waited for, in a process group of its own as in a person's shell. */
  startUp(...args: string[]): Running;
  /** Runs a command line as a person types it in the folder of the program, such as `pulumi up --yes`. */
  type(commandLine: string): Promise<Run>;
  /** The same of what a person pastes into a shell, whatever commands it is made of. */
  paste(text: string): Promise<Run>;
  refresh(...args: string[]): Promise<Outcome>;
  destroy(...args: string[]): Promise<Outcome>;
  /** `pulumi import --file`: resources as the file's format has them. */
  import(resources: readonly object[]): Promise<Outcome>;
  /** `pulumi import --preview-only --json`, whose stdout is the preview. */
  previewImportAsJson(resources: readonly object[]): Promise<Run>;
  state(): Promise<State>;
}

export interface StackOptions {
  emulator: Emulator;
  program: Program;
  /** Changes to the environment that leads the SDK to the emulator; undefined takes a variable away. */
  environment?: Readonly<Record<string, string | undefined>>;
}

const name = "dev";

export async function newStack({ emulator, program, environment }: StackOptions): Promise<Stack> {
  const folder = await newFolder("program");
  const options = {
    directory: folder,
    environment: hermeticEnvironment({ ...emulator.environment, ...environment }),
  };
  const { pulumi } = installation();
  const log = path.join(folder, "events.json");

  async function write({ runtime, files }: Program): Promise<void> {
    const manifest = { name: path.basename(folder).toLowerCase(), runtime };
    const everything = { "Pulumi.yaml": JSON.stringify(manifest), ...files };
    for (const [file, text] of Object.entries(everything)) await writeFile(path.join(folder, file), text);
  }

  async function command(operation: string, ...args: string[]): Promise<Outcome> {
    const before = emulator.calls.length;
    const everyTime = ["--non-interactive", "--stack", name, "--color", "never", "--event-log", log];
    const ended = await run(pulumi, [operation, ...everyTime, ...args], options);
    const events = await readFile(log, "utf8").catch(() => "");
    await rm(log, { force: true });
    return { ...ended, ...readEvents(events), calls: emulator.calls.slice(before) };
  }

  async function importing(resources: readonly object[]): Promise<string[]> {
    const file = path.join(folder, "import.json");
    await writeFile(file, JSON.stringify({ resources }));
    return ["--generate-code=false", "--protect=false", "--file", file];
  }

  await write(program);
  await runOrThrow(pulumi, ["stack", "init", name, "--non-interactive"], options);
  return {
    folder,
    write,
    async configure(values) {
      const pairs = Object.entries(values).flatMap(([key, value]) => ["--plaintext", `${key}=${value}`]);
      await runOrThrow(pulumi, ["config", "set-all", "--stack", name, "--path", ...pairs], options);
    },
    async configureSecret(key, value) {
      await runOrThrow(pulumi, ["config", "set", "--stack", name, "--secret", key, value], options);
    },
    preview: (...args) => command("preview", ...args),
    previewAsJson(...args) {
      return run(pulumi, ["preview", "--json", "--non-interactive", "--stack", name, ...args], options);
    },
    up: (...args) => command("up", "--yes", "--skip-preview", ...args),
    startUp(...args) {
      const everyTime = ["--yes", "--skip-preview", "--non-interactive", "--stack", name, "--color", "never"];
      return start(pulumi, ["up", ...everyTime, ...args], { ...options, ownGroup: true });
    },
    async type(commandLine) {
      const [program, ...args] = commandLine.split(" ");
      if (program !== "pulumi") throw new Error(`This is no command of Pulumi: ${commandLine}`);
      return run(pulumi, args, options);
    },
    paste: (text) => run("sh", ["-c", text], options),
    refresh: (...args) => command("refresh", "--yes", "--skip-preview", ...args),
    destroy: (...args) => command("destroy", "--yes", "--skip-preview", ...args),
    async import(resources) {
      return command("import", "--yes", "--skip-preview", ...(await importing(resources)));
    },
    async previewImportAsJson(resources) {
      const everyTime = ["--preview-only", "--json", "--non-interactive", "--stack", name];
      return run(pulumi, ["import", ...everyTime, ...(await importing(resources))], options);
    },
    async state() {
      return readState((await runOrThrow(pulumi, ["stack", "export", "--stack", name], options)).stdout);
    },
  };
}
