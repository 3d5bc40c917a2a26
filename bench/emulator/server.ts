import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startEmulator } from "pulumi-cognito-domain/emulator";
import { poolOf } from "./requests";

// One of the two servers that are compared, in a process of its own: the emulator, or the least that Node.js can do.

export type Subject = "emulator" | "bare";

/** What a server tells its parent when it listens, and each time it is asked. */
export interface Report {
  readonly endpoint: string;
  /** From the call that starts it until it listens, in milliseconds. */
  readonly startedIn: number;
  /** The most memory that the process has held so far, in MB. */
  readonly peakMemory: number;
}

/** Starts the emulator with so many user pools. */
async function emulator(pools: number): Promise<string> {
  const started = await startEmulator();
  for (let number = 0; number < pools; number += 1) started.createPool({ id: poolOf(number) });
  return started.endpoint;
}

/** Starts a server that reads what it is sent and always gives the same answer, of the length of the emulator's. */
function bare(): Promise<string> {
  const body = JSON.stringify({ DomainDescription: { filling: "x".repeat(380) } });
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/x-amz-json-1.1" }).end(body);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

async function main(subject: Subject, pools: number): Promise<void> {
  const before = performance.now();
  const endpoint = await (subject === "emulator" ? emulator(pools) : bare());
  const startedIn = performance.now() - before;
  const report = (): boolean | undefined =>
    process.send?.({
      endpoint,
      startedIn,
      peakMemory: process.resourceUsage().maxRSS / 1024,
    } satisfies Report);
  process.on("message", report);
  report();
}

const [subject, pools] = process.argv.slice(2);
void main(subject as Subject, Number(pools));
