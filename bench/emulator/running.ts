import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { EmulatorOptions } from "pulumi-cognito-domain/emulator";
import type { Report, Subject } from "./server";

export interface RunningServer extends Report {
  /** How it is now. */
  ask(): Promise<Report>;
  stop(): Promise<void>;
}

/** Starts one of the servers in a process of its own, and waits until it listens. */
export async function start(
  subject: Subject,
  pools = 1,
  options: EmulatorOptions = {},
): Promise<RunningServer> {
  const child = fork(path.join(__dirname, "server.ts"), [subject, String(pools), JSON.stringify(options)], {
    execArgv: ["-r", "ts-node/register/transpile-only"],
  });
  const next = async (): Promise<Report> => (await once(child, "message"))[0];
  return {
    ...(await next()),
    ask() {
      child.send("how are you?");
      return next();
    },
    async stop() {
      child.kill();
      await once(child, "exit");
    },
  };
}
