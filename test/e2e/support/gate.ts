import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import type { Emulator } from "../../../emulator/index";

/** Where in a step of a domain's life something happens to whoever takes it. */
export const boundaries = [
  "before the call",
  "after its effect, before its answer",
  "during the wait",
  "after the answer",
] as const;
export type Boundary = (typeof boundaries)[number];

/** A step of one domain that is to be held at a boundary. */
export interface Stop {
  domain: string;
  step: "Create" | "Update" | "Delete";
  boundary: Boundary;
}

/**
 * Stands between the provider and the emulator, and holds calls at exact boundaries until told otherwise: the
 * request, or the answer, or the last answer of the wait. What waits goes on waiting, however often it looks.
 */
export interface Gate {
  /** The variables that lead the SDK here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Replaces the stops. Calls that are held already stay so for ever, as in a network that lost them. */
  stopAt(stops: readonly Stop[]): void;
  /** Ends when every stop has been reached. @throws when that takes a minute */
  reached(): Promise<void>;
  /** Lets the calls that are held at this boundary go on, and ends when they have been answered. */
  letPass(boundary: Boundary): Promise<void>;
  /** Breaks the connections of the calls that are held at this boundary. */
  breakOff(boundary: Boundary): void;
  close(): Promise<void>;
}

export async function startGate(emulator: Emulator): Promise<Gate> {
  let watched: Watched[] = [];
  let onReached = (): void => {};

  const server = createServer((incoming, response) => {
    // An emulator that is closed before a caller who was left behind.
    pass(incoming, response).catch(() => incoming.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    // Who was killed broke off.
    incoming.on("error", () => {});
    const call = await readCall(incoming);
    const stop = watched.find(({ domain }) => domain === call.domain);
    const isStep = stop !== undefined && call.operation === stop.step;
    if (isStep) stop.connection = incoming.socket;
    if (isStep && stop.boundary === "before the call") await held(stop);
    const answer = await forward(emulator.endpoint, call);
    if (isStep && answer.status === 200) {
      stop.taken = true;
      if (stop.boundary === "after its effect, before its answer") await held(stop);
    }
    if (stop?.taken && call.operation === "Describe") {
      if (stop.boundary === "during the wait") markReached(stop);
      if (stop.boundary === "after the answer" && isLastAnswer(stop, answer.body)) await held(stop);
    }
    await new Promise<void>((resolve) => {
      response.on("close", resolve);
      response.writeHead(answer.status, answer.headers).end(answer.body, resolve);
    });
    if (stop) stop.onAnswered();
  }

  function held(stop: Watched): Promise<void> {
    // The stop is at its first such call; another attempt, by whoever recovers, isn't held.
    if (stop.isReached) return Promise.resolve();
    const released = new Promise<void>((resolve) => {
      stop.release = resolve;
    });
    markReached(stop);
    return released;
  }

  function markReached(stop: Watched): void {
    stop.isReached = true;
    onReached();
  }

  return {
    environment: {
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint,
      AWS_ENDPOINT_URL_STS: endpoint,
    },
    stopAt(stops) {
      watched = stops.map((stop) => ({
        ...stop,
        taken: false,
        isReached: false,
        release: () => {},
        onAnswered: () => {},
      }));
    },
    reached: () =>
      new Promise((resolve, reject) => {
        const missed = () => watched.filter(({ isReached }) => !isReached);
        const giveUp = setTimeout(() => {
          const stops = missed().map(({ domain, step, boundary }) => `${step} of ${domain}, ${boundary}`);
          reject(new Error(`Not reached: ${stops.join("; ")}`));
        }, 60_000);
        onReached = () => {
          if (missed().length > 0) return;
          clearTimeout(giveUp);
          resolve();
        };
        onReached();
      }),
    async letPass(boundary) {
      const those = watched.filter((stop) => stop.boundary === boundary);
      await Promise.all(
        those.map(
          (stop) =>
            new Promise<void>((resolve) => {
              stop.onAnswered = resolve;
              stop.release();
            }),
        ),
      );
    },
    breakOff(boundary) {
      for (const stop of watched) if (stop.boundary === boundary) stop.connection?.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Watched extends Stop {
  /** Whether the step's call has taken effect. */
  taken: boolean;
  isReached: boolean;
  /** Over which the step's call came. */
  connection?: Socket;
  release(): void;
  onAnswered(): void;
}

interface ProviderCall {
  /** Such as `Create` or `Describe`. */
  operation: string;
  domain: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
}

async function readCall(incoming: IncomingMessage): Promise<ProviderCall> {
  const body = await text(incoming);
  const target = String(incoming.headers["x-amz-target"] ?? "");
  const isOfDomain = target.endsWith("UserPoolDomain");
  return {
    operation: target.replace(/^.*\./, "").replace("UserPoolDomain", ""),
    domain: isOfDomain ? (JSON.parse(body) as { Domain?: string }).Domain : undefined,
    headers: incoming.headers,
    body,
  };
}

interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: string;
}

function forward(endpoint: string, { headers, body }: ProviderCall): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request(endpoint, { method: "POST", headers }, (answer) => {
      text(answer).then((received) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: received });
      }, reject);
    });
    onward.once("error", reject).end(body);
  });
}

/** Whether an answer is the one with which a wait ends. */
function isLastAnswer({ step }: Stop, body: string): boolean {
  const { Status } = (JSON.parse(body) as { DomainDescription: { Status?: string } }).DomainDescription;
  return step === "Delete" ? Status === undefined : Status === "ACTIVE";
}
