import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** Starts a TypeScript file in a process of its own. */
export function startChild(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  return fork(file, args, { execArgv: ["-r", "ts-node/register/transpile-only"], env: environment });
}

/** What it tells next. @throws where it ends without */
export async function messageOf<T>(child: ChildProcess): Promise<T> {
  const heard = new AbortController();
  const { signal } = heard;
  const gone = once(child, "exit", { signal }).then(([exitCode]) => {
    throw new Error(`${child.spawnargs.join(" ")} ended with ${exitCode}, and told nothing.`);
  });
  try {
    const [message] = (await Promise.race([once(child, "message", { signal }), gone])) as [T];
    return message;
  } finally {
    heard.abort();
  }
}
