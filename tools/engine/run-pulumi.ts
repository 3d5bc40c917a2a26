import { spawn } from "node:child_process";
import type { Engine } from "./find-engine";

/** How a process ended: its exit code, or the signal that ended it. */
export type Ending = number | NodeJS.Signals;

/** Where and with which environment the CLI runs; this process's own when left out. */
export interface Place {
  cwd?: string;
  environment?: NodeJS.ProcessEnv;
}

/** Runs the CLI on this process's own input and output and passes signals on to it. */
export async function runPulumi(engine: Engine, args: readonly string[], place: Place = {}): Promise<Ending> {
  const child = spawn(engine.pulumi, args, {
    stdio: "inherit",
    env: engine.environment(place.environment ?? process.env),
    ...(place.cwd && { cwd: place.cwd }),
  });
  const passOn = (signal: NodeJS.Signals) => {
    // A terminal sends Ctrl-C to the CLI as well, and the second one makes it give up its orderly end.
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of passedOn) process.on(signal, passOn);
  try {
    return await new Promise<Ending>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (exitCode, signal) => resolve(signal ?? exitCode ?? 1));
    });
  } finally {
    for (const signal of passedOn) process.off(signal, passOn);
  }
}

const passedOn = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
