import { once } from "node:events";
import path from "node:path";
import { messageOf, startChild } from "../child";
import type { Report, ServerOptions, Subject } from "./server";

export interface RunningServer extends Report {
  /** How it is now. */
  ask(): Promise<Report>;
  stop(): Promise<void>;
}

/** Starts one of the servers in a process of its own, and waits until it listens. */
export async function start(
  subject: Subject,
  pools = 1,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const file = path.join(__dirname, "server.ts");
  const child = startChild(file, [subject, String(pools), JSON.stringify(options)]);
  const next = (): Promise<Report> => messageOf<Report>(child);
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

/** Of all operations together. */
export function totalOf(calls: Report["calls"]): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
