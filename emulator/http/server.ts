import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { HttpRequest, Reply } from "./protocol";

const loopback = "127.0.0.1";

export interface HttpServer {
  /** Such as `http://127.0.0.1:49152`. */
  readonly endpoint: string;
  /** Ends at once, whatever connections clients keep open. Closing again does nothing. */
  close(): Promise<void>;
}

export interface HttpHandler {
  /** The longest body taken for a URL, in bytes. */
  longestBody(url: string): number;
  answer(request: HttpRequest): Promise<Reply>;
}

/**
 * Serves HTTP on loopback only.
 *
 * @param port 0 to have a free one picked
 * @throws Error with a `code` such as EADDRINUSE when it can't listen there
 */
export async function serveHttp(port: number, handler: HttpHandler): Promise<HttpServer> {
  const server = createServer((request, response) => void respond(request, response, handler));
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

/** The longest body that is read to its end although it is too long: many clients listen only once they have sent all. */
const longestDiscarded = 64 * 1024 * 1024;

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  handler: HttpHandler,
): Promise<void> {
  const { method = "", url = "", headers } = request;
  const read = await readBody(request, handler.longestBody(url));
  if (read === "broken off") return;
  const reply = await handler.answer({ method, url, headers, ...read }).catch(failed);
  if (reply === "drop") response.destroy();
  else if (reply !== "hang") {
    const length = { "content-length": String(Buffer.byteLength(reply.body)) };
    response.writeHead(reply.status, { ...reply.headers, ...length }).end(reply.body);
  }
}

function failed(error: unknown): Reply {
  const body = `The emulator failed: ${error instanceof Error ? error.stack : error}`;
  return { status: 500, headers: { "content-type": "text/plain" }, body };
}

/** The body, left out when it is longer than that. */
function readBody(
  request: IncomingMessage,
  longest: number,
): Promise<{ body: string | undefined } | "broken off"> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= longest) chunks.push(chunk);
      else if (length > longestDiscarded) resolve({ body: undefined });
    });
    request.on("end", () => {
      resolve({ body: length > longest ? undefined : Buffer.concat(chunks).toString("utf8") });
    });
    request.on("error", () => resolve("broken off"));
  });
}
