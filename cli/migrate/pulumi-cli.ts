import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { type Preview, readPreview } from "../../report/preview";
import { oldestPulumi } from "../oldest-pulumi";
import { tooling } from "./diagnostics";
import { type Configuration, readConfiguration } from "./dynamic-provider";

/** What the Pulumi CLI does for a migration, on one stack. */
export interface PulumiCli {
  /** What `pulumi stack export` prints. */
  exportState(): Promise<string>;
  importState(state: string): Promise<void>;
  /** With its secrets. */
  configuration(): Promise<Configuration>;
  /** Ends early where it is told to. */
  preview(signal: AbortSignal): Promise<Preview>;
}

/** The CLI on PATH, in the working directory. */
export function pulumiCli(stack: string): PulumiCli {
  const everyTime = ["--stack", stack, "--non-interactive", "--color", "never"];
  const onStack = (...args: string[]): string[] => [...args, ...everyTime];
  return {
    exportState: () => output(onStack("stack", "export")),
    importState: async (state) => {
      await output(onStack("stack", "import"), { input: state });
    },
    configuration: async () =>
      readConfiguration(JSON.parse(await output(onStack("config", "--json", "--show-secrets")))),
    async preview(signal) {
      const args = onStack("preview", "--json");
      const ended = await run(args, { signal });
      // One that failed says why in its JSON, unless it didn't get that far.
      const preview = ended.stdout.trim() === "" ? throwEnding(args, ended) : readPreview(ended.stdout);
      return ended.exitCode === 0 || preview.errors.length > 0 ? preview : throwEnding(args, ended);
    },
  };
}

/** @throws Diagnostic where there is no CLI, or it is too old */
export async function requireRecentPulumi(): Promise<void> {
  const version = (await output(["version", "--non-interactive"])).trim();
  const numbers = (text: string): number[] => text.replace(/^v/, "").split(".").map(Number);
  const [major = 0, minor = 0] = numbers(version);
  const [oldestMajor = 0, oldestMinor = 0] = numbers(oldestPulumi);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Diagnostic(tooling.tooOld({ version, oldest: oldestPulumi }));
}

interface RunOptions {
  input?: string;
  signal?: AbortSignal;
}

interface Ended {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

async function output(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const ended = await run(args, options);
  return ended.exitCode === 0 ? ended.stdout : throwEnding(args, ended);
}

function throwEnding(args: readonly string[], { exitCode, stdout, stderr }: Ended): never {
  const lines = (stderr.trim() === "" ? stdout : stderr).split(/\r?\n/).filter((line) => line.trim() !== "");
  const words = args.slice(
    0,
    args.findIndex((arg) => arg.startsWith("--")),
  );
  const ending = exitCode === null ? "was ended" : `ended with exit code ${exitCode}`;
  throw new Diagnostic(tooling.failed({ command: words.join(" "), ending, lines: lines.slice(-10) }));
}

async function run(args: readonly string[], { input = "", signal }: RunOptions): Promise<Ended> {
  const child = spawn("pulumi", args, {
    stdio: "pipe",
    // Out of reach of the terminal's Ctrl-C: what has to be put back afterwards is known only when a step has ended.
    detached: process.platform !== "win32",
    windowsHide: true,
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "1" },
  });
  const interrupt = (): void => {
    if (child.pid === undefined || child.exitCode !== null) return;
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGINT");
  };
  signal?.addEventListener("abort", interrupt, { once: true });
  // One that ends before it has read everything says itself why.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    const [exitCode, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { exitCode, stdout, stderr };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Diagnostic(tooling.noPulumi());
  } finally {
    signal?.removeEventListener("abort", interrupt);
  }
}
