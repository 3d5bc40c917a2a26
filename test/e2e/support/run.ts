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

/** Runs a program to its end, whatever that is. */
export function run(file: string, args: readonly string[], options: RunOptions): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.directory,
      env: options.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
  });
}

/** Runs a program that must succeed. */
export async function runOrThrow(file: string, args: readonly string[], options: RunOptions): Promise<Run> {
  const ended = await run(file, args, options);
  if (ended.exitCode === 0) return ended;
  throw new Error(
    `${[file, ...args].join(" ")} ended with ${ended.exitCode}:\n${ended.stdout}${ended.stderr}`,
  );
}
