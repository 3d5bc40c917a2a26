import { execFile, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Postgres {
  /** Such as "15.14". */
  readonly version: string;
  /** A place for the states of one story, as Pulumi's backend takes it. */
  backend(table: string): string;
  /** Ends it as a failure of its machine does for who is connected; what is in it stays. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL of its own on loopback, with nothing in it; undefined where none is installed. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const programs = await programFolder();
  if (programs === undefined) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), "pulumi-cognito-domain-postgres-"));
  // It refuses to run as root.
  const who = process.getuid?.() === 0 ? await somebodyElse() : undefined;
  if (who) await chown(folder, who.uid, who.gid);
  const as = { ...who, cwd: folder };
  await run(path.join(programs, "initdb"), ["-D", "data", "-U", "pulumi", "-A", "trust", "--no-sync"], as);

  const port = await freePort();
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
  const begin = () =>
    startServer(
      path.join(programs, "postgres"),
      ["-D", "data", ...settings.flatMap((setting) => ["-c", setting])],
      as,
    );
  let server = await begin();
  const { stdout } = await run(path.join(programs, "postgres"), ["--version"], as);
  return {
    version: /\d[\d.]*/.exec(stdout)?.[0] ?? stdout.trim(),
    backend: (table) => `postgres://pulumi@127.0.0.1:${port}/postgres?sslmode=disable&table=${table}`,
    goAway: () => server.end(),
    async comeBack() {
      server = await begin();
    },
    async stop() {
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Server {
  /** It ends without waiting for who is connected. */
  end(): Promise<void>;
}

async function startServer(program: string, args: readonly string[], options: SpawnOptions): Promise<Server> {
  const server = spawn(program, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  const exited = once(server, "exit");
  let log = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (log.includes("ready to accept connections")) resolve();
    });
    exited.then(() => reject(new Error(`PostgreSQL didn't start:\n${log}`)), reject);
  });
  return {
    async end() {
      server.kill("SIGINT");
      await exited;
    },
  };
}

/** The folder of `initdb` and `postgres`. Debian puts it on nobody's PATH. */
async function programFolder(): Promise<string | undefined> {
  const fromConfig = await run("pg_config", ["--bindir"]).then(
    ({ stdout }) => [stdout.trim()],
    () => [],
  );
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newestFirst = versions.toSorted((one, other) => Number(other) - Number(one));
  return [
    ...(process.env["PATH"] ?? "").split(path.delimiter),
    ...fromConfig,
    ...newestFirst.map((version) => path.join(debian, version, "bin")),
  ].find((folder) => ["initdb", "postgres"].every((program) => existsSync(path.join(folder, program))));
}

async function somebodyElse(): Promise<{ uid: number; gid: number }> {
  for (const name of ["postgres", "nobody"]) {
    const id = async (what: string) => Number((await run("id", [what, name])).stdout);
    const ids = await Promise.all([id("-u"), id("-g")]).catch(() => undefined);
    if (ids) return { uid: ids[0], gid: ids[1] };
  }
  throw new Error("PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody.");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
