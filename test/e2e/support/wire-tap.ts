import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import type { Cloud } from "./cloud";

/** Stands between the provider and the emulator, and remembers what goes past. It is an HTTP proxy as well. */
export interface WireTap {
  endpoint: string;
  /** Authorization headers, signatures, session tokens, and the keys that STS handed out. */
  readonly credentials: Set<string>;
  /** The emulator's answers, but those in which STS hands out keys. */
  readonly answers: string[];
}

/** A wire tap for the surrounding `describe`. */
export function useWireTap(cloud: Cloud): WireTap {
  const tap: WireTap = { endpoint: "", credentials: new Set(), answers: [] };
  const server = createServer((request, response) => {
    noteRequest(request, tap);
    forward(request, response, cloud.emulator.endpoint, (answer) => noteAnswer(answer, tap));
  });
  before((done) => {
    server.listen(0, "127.0.0.1", () => {
      tap.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  after((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return tap;
}

function forward(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: string,
  heard: (answer: string) => void,
): void {
  const { method, headers, url = "/" } = request;
  // What comes through a proxy names its whole address.
  const { pathname } = new URL(url, endpoint);
  const { host } = new URL(endpoint);
  const onward = send(new URL(pathname, endpoint), { method, headers: { ...headers, host } }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("end", () => {
      const body = Buffer.concat(chunks);
      heard(body.toString("utf8"));
      response.writeHead(answer.statusCode ?? 500, answer.headers).end(body);
    });
  });
  onward.on("error", () => response.destroy());
  request.pipe(onward);
}

function noteRequest({ headers }: IncomingMessage, { credentials }: WireTap): void {
  const { authorization = "", "proxy-authorization": ofProxy = "" } = headers;
  const [, signature] = /Signature=(\w+)/.exec(authorization) ?? [];
  // The name and password of a proxy are in base64 there.
  const [, ofBasic] = /^Basic (.+)$/.exec(ofProxy) ?? [];
  const sent = [authorization, signature, headers["x-amz-security-token"], ofProxy, ofBasic];
  for (const value of sent) if (value) credentials.add(String(value));
}

function noteAnswer(answer: string, { credentials, answers }: WireTap): void {
  const handedOut = [...answer.matchAll(/<(?:SecretAccessKey|SessionToken)>([^<]+)</g)];
  for (const [, secret = ""] of handedOut) credentials.add(secret);
  if (handedOut.length === 0) answers.push(answer);
}
