import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { HttpAnswer, HttpRequest } from "./protocol";

/** The longest request body taken, in bytes: far above any real one. */
const longestBody = 256 * 1024;

const loopback = "127.0.0.1";

export interface HttpServer {
  /** Such as `http://127.0.0.1:49152`. */
  readonly endpoint: string;
  /** Ends at once, whatever connections clients keep open. Closing again does nothing. */
  close(): Promise<void>;
}

/**
 * Serves HTTP on loopback only. `answer` may say "drop", which breaks the connection without an answer.
 *
 * @param port 0 to have a free one picked
 */
export async function serveHttp(
  port: number,
  answer: (request: HttpRequest) => HttpAnswer | "drop",
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    readBody(request).then(
      (body) =>
        body === "too long" ? refuseBody(response) : reply(response, answer(requestOf(request, body))),
      () => response.destroy(),
    );
  });
  // Node's 5 seconds are about as long as clients pause between polls: they would meet closing connections.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, loopback, resolve);
  });
  const { port: picked } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;

  return {
    endpoint: `http://${loopback}:${picked}`,
    close() {
      closed ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closed;
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string | "too long"> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > longestBody) return "too long";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function requestOf({ method = "", headers }: IncomingMessage, body: string): HttpRequest {
  return { method, headers, body };
}

function reply(response: ServerResponse, answer: HttpAnswer | "drop"): void {
  if (answer === "drop") response.destroy();
  else response.writeHead(answer.status, answer.headers).end(answer.body);
}

function refuseBody(response: ServerResponse): void {
  response.writeHead(413, { connection: "close" }).end();
}
