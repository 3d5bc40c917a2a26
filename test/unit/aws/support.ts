import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../../../emulator/index";
import { connectToCognito } from "../../../provider/aws/cognito-client";
import type { AwsConfiguration } from "../../../provider/aws/configuration";
import { systemClock } from "../../../provider/clock";
import type { DomainClient } from "../../../provider/domain-client";
import { ServiceError } from "../../../provider/errors/service-error";

export const region = "us-east-1";
/** Milliseconds that a call may take, where that is not what a test is about. */
export const within = 5_000;
export const userKeys = { accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "wJalrXUtnFEMI/K7MDENG/EXAMPLEKEY" };
/** Of another account than the emulator's. */
export const roleArn = "arn:aws:iam::999999999999:role/deployer";
export const roleAccount = "999999999999";

/** An emulator for each test of the surrounding `describe`. */
export function useEmulator(): { emulator: Emulator } {
  const bench = {} as { emulator: Emulator };
  beforeEach(async () => {
    bench.emulator = await startEmulator();
  });
  afterEach(() => bench.emulator.close());
  return bench;
}

/** The stack's configuration that leads to an endpoint, with keys and one retry; overridden by `more`. */
export function configured(endpoint: string, more: AwsConfiguration = {}): AwsConfiguration {
  return { ...userKeys, endpoints: { cognitoidp: endpoint, sts: endpoint }, maxRetries: 2, ...more };
}

/** Like `configured`, without keys: the credentials are the surroundings'. */
export function keyless(endpoint: string, more: AwsConfiguration = {}): AwsConfiguration {
  const { accessKey: _, secretKey: __, ...rest } = configured(endpoint, more);
  return rest;
}

/** A client as the provider opens it, in an environment with nothing in it but the files of profiles. */
export function connected(
  configuration: AwsConfiguration,
  environment: NodeJS.ProcessEnv = {},
): Promise<DomainClient> {
  return connectToCognito(configuration, region, { ...profileFiles(), ...environment }, systemClock);
}

/** Where the files of profiles are, which the SDK takes from the process. */
export function profileFiles(): NodeJS.ProcessEnv {
  const { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE } = process.env;
  return { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE };
}

/** The `ServiceError` that a call ends with. */
export async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  const thrown = await call.then(
    () => new Error("The call succeeded."),
    (error: unknown) => error,
  );
  if (thrown instanceof ServiceError) return thrown;
  throw thrown;
}

/** The message of whatever a call ends with. */
export async function messageOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "The call succeeded.",
    (error: Error) => error.message,
  );
}

/** Sets variables of the process for the tests of the surrounding `describe`, and puts back what was there. */
export function useProcessEnvironment(variables: () => Record<string, string | undefined>): void {
  const before = new Map<string, string | undefined>();
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  beforeEach(() => {
    before.clear();
    for (const [name, value] of Object.entries(variables())) {
      before.set(name, process.env[name]);
      set(name, value);
    }
  });
  afterEach(() => {
    for (const [name, value] of before) set(name, value);
  });
}

/** The SDK pauses at random between attempts; here for as long as it may: 50 ms at first, 1 s when throttled. */
export function useLongestPauses(): void {
  const { random } = Math;
  beforeEach(() => {
    Math.random = () => 1 - Number.EPSILON;
  });
  afterEach(() => {
    Math.random = random;
  });
}

/** What the SDK reads of its process, all unset. */
export const noAwsVariables: Record<string, string | undefined> = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_PROFILE: undefined,
  AWS_REGION: undefined,
  AWS_DEFAULT_REGION: undefined,
  AWS_WEB_IDENTITY_TOKEN_FILE: undefined,
  AWS_ROLE_ARN: undefined,
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: undefined,
  AWS_CONTAINER_CREDENTIALS_FULL_URI: undefined,
  AWS_ENDPOINT_URL: undefined,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: undefined,
  AWS_ENDPOINT_URL_STS: undefined,
  AWS_USE_FIPS_ENDPOINT: undefined,
  AWS_USE_DUALSTACK_ENDPOINT: undefined,
  AWS_MAX_ATTEMPTS: undefined,
  AWS_RETRY_MODE: undefined,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_CONFIG_FILE: join(tmpdir(), "no-such-aws-config"),
  AWS_SHARED_CREDENTIALS_FILE: join(tmpdir(), "no-such-aws-credentials"),
};

/** A folder for each test of the surrounding `describe`; `write` gives the new file's path. */
export function useFolder(): { write(name: string, text: string): string; path: string } {
  const folder = {
    path: "",
    write(name: string, text: string) {
      const file = join(folder.path, name);
      writeFileSync(file, text);
      return file;
    },
  };
  beforeEach(() => {
    folder.path = mkdtempSync(join(tmpdir(), "pulumi-cognito-domain-"));
  });
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
}

/** A name of this machine that only the proxy of a test can resolve, and that the certificate below is for. */
export const nameBehindProxy = "cognito.example.test";
export const certificateFile = join(__dirname, "fixtures", "loopback.crt");

/** What a server answers an attempt with: an answer, or the end of the connection. */
export type Reaction = { status: number; body: string } | "reset" | "silence";

export const emptyDescription: Reaction = { status: 200, body: '{"DomainDescription":{}}' };

/** Refuses as the service does. */
export function refusal(name: string, status = 400): Reaction {
  return { status, body: JSON.stringify({ __type: name, message: `${name} for a test` }) };
}

/** Servers for each test of the surrounding `describe`, closed after it. */
export function useServers() {
  const open: { server: Server; sockets: Set<Socket> }[] = [];
  afterEach(async () => {
    for (const { server, sockets } of open.splice(0)) {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  async function listen(server: Server, sockets = new Set<Socket>()): Promise<number> {
    server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    open.push({ server, sockets });
    return (server.address() as AddressInfo).port;
  }

  return {
    /** Answers one attempt after the other; the last reaction stays. */
    async scripted(...reactions: Reaction[]) {
      const seen = { attempts: 0 };
      const sockets = new Set<Socket>();
      const server = createServer((incoming, response) => {
        const reaction = reactions[Math.min(seen.attempts, reactions.length - 1)] ?? "silence";
        seen.attempts += 1;
        incoming.resume().on("end", () => react(reaction, response));
      });
      const port = await listen(server, sockets);
      /** Ends when clients have closed every connection. */
      const allClosed = async () => {
        await Promise.all([...sockets].map((socket) => socket.destroyed || once(socket, "close")));
      };
      let opened = 0;
      server.on("connection", () => {
        opened += 1;
      });
      return { endpoint: `http://127.0.0.1:${port}`, seen, connections: { allClosed, opened: () => opened } };
    },

    /** Knows no domain, behind a certificate that no authority signed. */
    async overTls() {
      const credentials = {
        cert: readFileSync(certificateFile),
        key: readFileSync(join(__dirname, "fixtures", "loopback.key")),
      };
      const port = await listen(
        createTlsServer(credentials, (incoming, response) => {
          incoming.resume().on("end", () => react(emptyDescription, response));
        }),
      );
      return { endpoint: `https://127.0.0.1:${port}`, port };
    },

    /** Nothing listens there. */
    async closedPort() {
      const server = createServer();
      const port = await listen(server);
      open.pop();
      await new Promise((resolve) => server.close(resolve));
      return `http://127.0.0.1:${port}`;
    },

    /** A proxy for HTTP and, by CONNECT, HTTPS, for which every name is this machine. */
    async proxy() {
      const seen: string[] = [];
      const authorizations: (string | undefined)[] = [];
      const server = createServer((incoming, response) => {
        seen.push(`${incoming.method} ${new URL(incoming.url ?? "").origin}`);
        authorizations.push(incoming.headers["proxy-authorization"]);
        forward(incoming, response);
      });
      server.on("connect", (incoming: IncomingMessage, client: Socket) => {
        seen.push(`CONNECT ${incoming.url}`);
        authorizations.push(incoming.headers["proxy-authorization"]);
        const upstream = connect(Number(incoming.url?.split(":")[1]), "127.0.0.1", () => {
          client.write("HTTP/1.1 200 OK\r\n\r\n");
          upstream.pipe(client).pipe(upstream);
        });
        for (const socket of [client, upstream])
          socket.on("error", () => upstream.destroy(client.destroy().errored ?? undefined));
      });
      const port = await listen(server);
      return { address: `http://127.0.0.1:${port}`, port, seen, authorizations };
    },
  };
}

function react(reaction: Reaction, response: ServerResponse): void {
  if (reaction === "reset") response.destroy();
  else if (reaction !== "silence") {
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "request-of-a-test" };
    response.writeHead(reaction.status, headers).end(reaction.body);
  }
}

function forward(incoming: IncomingMessage, response: ServerResponse): void {
  const { port, pathname } = new URL(incoming.url ?? "");
  const options = {
    host: "127.0.0.1",
    port,
    path: pathname,
    method: incoming.method,
    headers: incoming.headers,
  };
  const upstream = request(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  incoming.pipe(upstream);
}
