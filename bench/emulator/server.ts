import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type EmulatorOptions, startEmulator } from "pulumi-cognito-domain/emulator";
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
  /** The calls since it was asked before: how many of each operation, and how many of all were throttled. */
  readonly calls: Readonly<{ [operation: string]: number }>;
  readonly throttled: number;
  /** Since the limit has risen, as far as it has. */
  readonly secondsSinceRise: number | undefined;
}

/** How an emulator is to be, as JSON. */
export type ServerOptions = Omit<EmulatorOptions, "clock" | "onCall"> & { readonly rise?: Rise };

/** Once so many calls have been taken, so many times as many are taken in a second. */
export interface Rise {
  readonly afterCalls: number;
  readonly times: number;
}

/** A server that has started. */
interface Started {
  endpoint: string;
  /** The calls since it was asked before. */
  count(): Omit<Report, "endpoint" | "startedIn" | "peakMemory">;
}

/** Starts the emulator with so many user pools. */
async function emulator(pools: number, { rise, ...options }: ServerOptions): Promise<Started> {
  let calls: { [operation: string]: number } = {};
  let throttled = 0;
  let taken = 0;
  let risenAt: number | undefined;
  // The emulator's quotas stay as they are; but the seconds in which they are counted are those of its clock.
  const clock = { now: () => Date.now() + (risenAt ? (Date.now() - risenAt) * ((rise?.times ?? 1) - 1) : 0) };
  const started = await startEmulator({
    ...options,
    clock,
    onCall({ operation, outcome }) {
      const name = operation.replace("UserPoolDomain", "");
      calls[name] = (calls[name] ?? 0) + 1;
      if (outcome.error?.name === "TooManyRequestsException") throttled += 1;
      else taken += 1;
      if (taken === rise?.afterCalls) risenAt ??= Date.now();
    },
  });
  for (let number = 0; number < pools; number += 1) started.createPool({ id: poolOf(number) });
  return {
    endpoint: started.endpoint,
    count() {
      const secondsSinceRise = risenAt && (Date.now() - risenAt) / 1000;
      const counted = { calls, throttled, secondsSinceRise };
      calls = {};
      throttled = 0;
      return counted;
    },
  };
}

/** Starts a server that reads what it is sent and always gives the same answer, of the length of the emulator's. */
function bare(): Promise<Started> {
  const body = JSON.stringify({ DomainDescription: { filling: "x".repeat(380) } });
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/x-amz-json-1.1" }).end(body);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({
        endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        count: () => ({ calls: {}, throttled: 0, secondsSinceRise: undefined }),
      }),
    );
  });
}

async function main(subject: Subject, pools: number, options: ServerOptions): Promise<void> {
  const before = performance.now();
  const started = await (subject === "emulator" ? emulator(pools, options) : bare());
  const startedIn = performance.now() - before;
  const report = (): boolean | undefined =>
    process.send?.({
      endpoint: started.endpoint,
      startedIn,
      peakMemory: process.resourceUsage().maxRSS / 1024,
      ...started.count(),
    } satisfies Report);
  process.on("message", report);
  report();
}

const [subject, pools, options = "{}"] = process.argv.slice(2);
void main(subject as Subject, Number(pools), JSON.parse(options) as ServerOptions);
