import autocannon from "autocannon";
import { createRequest, domainOf, headersFor } from "./requests";
import { type RunningServer, start } from "./running";
import type { Subject } from "./server";

/** Describe calls a second that one server answers, asked over 10 connections for some seconds. */
export async function describeRate(subject: Subject, seconds: number): Promise<number> {
  const server = await start(subject);
  await load(server, "CreateUserPoolDomain", createRequest(0), { connections: 1, amount: 1 });
  const describe = { Domain: domainOf(0) };
  await load(server, "DescribeUserPoolDomain", describe, { connections: 10, duration: 1 });
  const rate = await load(server, "DescribeUserPoolDomain", describe, { connections: 10, duration: seconds });
  await server.stop();
  return rate;
}

/** Milliseconds from the call that starts a server until it listens, in a new process. */
export async function startTime(subject: Subject): Promise<number> {
  const server = await start(subject);
  await server.stop();
  return server.startedIn;
}

/** The most memory that the emulator's process holds, in MB, while so many domains are created over HTTP. */
export async function memoryWith(domains: number): Promise<number> {
  const server = await start("emulator", domains);
  for (let number = 0; number < domains; number += batch) {
    const creates = Array.from({ length: Math.min(batch, domains - number) }, (_none, index) =>
      post(server, "CreateUserPoolDomain", createRequest(number + index)),
    );
    await Promise.all(creates);
  }
  const { peakMemory } = await server.ask();
  await server.stop();
  return peakMemory;
}

const batch = 50;

async function post({ endpoint }: RunningServer, operation: string, request: object): Promise<void> {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: headersFor(operation),
    body: JSON.stringify(request),
  });
  if (!answer.ok) throw new Error(`${operation} was refused: ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** Sends one request again and again. @returns answers a second */
async function load(
  { endpoint }: RunningServer,
  operation: string,
  request: object,
  options: Pick<autocannon.Options, "connections" | "duration" | "amount">,
): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url: endpoint,
    method: "POST",
    headers: headersFor(operation),
    body: JSON.stringify(request),
    ...options,
  });
  if (non2xx + errors > 0)
    throw new Error(`${non2xx + errors} of ${requests.total} ${operation} calls failed.`);
  return requests.average;
}
