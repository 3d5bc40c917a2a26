import { spawn } from "node:child_process";

export interface RunOptions {
  directory: string;
  environment: NodeJS.ProcessEnv;
}

export interface Run {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** A program under way. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Run>;
  /** Ends when the program has printed the text, on whichever output. @throws when it ends without */
  said(text: string): Promise<void>;
}

/** Runs a program to its end, whatever that is. */
export function run(file: string, args: readonly string[], options: RunOptions): Promise<Run> {
  return start(file, args, options).ended;
}

/** Starts a program, with `ownGroup` in a process group of its own, as a shell starts what it runs for a person. */
export function start(
  file: string,
  args: readonly string[],
  options: RunOptions & { ownGroup?: boolean },
): Running {
  const child = spawn(file, args, {
    cwd: options.directory,
    env: options.environment,
    stdio: ["ignore", "pipe", "pipe"],
    detached: options.ownGroup ?? false,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Run>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
  });
  return {
    // There is none when it couldn't be started, which `ended` tells.
    pid: child.pid ?? 0,
    ended,
    said: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if ((stdout + stderr).includes(text)) resolve();
        };
        for (const output of [child.stdout, child.stderr]) output.on("data", look);
        look();
        ended.then(() => reject(new Error(`It never said ${text}:\n${stdout}${stderr}`)), reject);
      }),
  };
}

/** Runs a program that must succeed. */
export async function runOrThrow(file: string, args: readonly string[], options: RunOptions): Promise<Run> {
  const ended = await run(file, args, options);
  if (ended.exitCode === 0) return ended;
  throw new Error(
    `${[file, ...args].join(" ")} ended with ${ended.exitCode}:\n${ended.stdout}${ended.stderr}`,
  );
}
