import { type ExecFileException, execFile } from "node:child_process";

export interface RunCommandOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly timeoutMilliseconds: number;
  /** @default the working directory of this process */
  readonly directory?: string;
}

/** Resolves to what the command wrote to stdout; when it fails, rejects with the last lines it wrote. */
export type RunCommand = (
  file: string,
  args: readonly string[],
  options: RunCommandOptions,
) => Promise<string>;

export const runCommand: RunCommand = (file, args, options) =>
  new Promise((resolve, reject) => {
    execFile(
      file,
      args,
      {
        cwd: options.directory,
        env: options.environment,
        signal: options.signal,
        timeout: options.timeoutMilliseconds,
        maxBuffer: Number.POSITIVE_INFINITY,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null) return resolve(stdout);
        const command = [file, args[0]].join(" ");
        const output = lastLines(stderr.trim() === "" ? stdout : stderr);
        reject(
          new Error([`\`${command}\` ${ending(error, options)}`, ...output].join("\n"), { cause: error }),
        );
      },
    );
  });

function ending(error: ExecFileException, { timeoutMilliseconds }: RunCommandOptions): string {
  if (typeof error.code === "number") return `ended with exit code ${error.code}`;
  if (error.killed) return `was ended after ${timeoutMilliseconds / 1_000} s`;
  if (error.signal) return `was ended by ${error.signal}`;
  return `could not be run: ${error.code ?? error.message}`;
}

const shownLines = 10;

function lastLines(output: string): readonly string[] {
  return output
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(-shownLines);
}
