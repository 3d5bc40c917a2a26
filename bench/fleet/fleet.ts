import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, startEmulator } from "pulumi-cognito-domain/emulator";
import { run } from "../../test/e2e/support/run";
import { asCsv, createPools, tenantRows } from "../../test/support/fleet";
import { type Postgres, startPostgres } from "../../test/support/postgres";
import { findEngine } from "../../tools/engine/find-engine";
import { environmentFor } from "../environment";
import type { Findings, Part } from "../findings";

const tenants = 1_000;
/** So that four workers have five each, and the last of them isn't waited for long. */
const shards = 20;
const workers = [1, 2, 4];

/** The fleet's example, with one worker process and with more. */
export const fleet: Part = async (tell) => {
  const postgres = await startPostgres();
  if (!postgres) tell("PostgreSQL is not installed: the states are kept in files");
  try {
    const measured: Measured[] = [];
    for (const count of workers) {
      tell(`${tenants} tenants by ${count} workers`);
      measured.push({ workers: count, ...(await bringUp(count, postgres)) });
    }
    return findings(measured, postgres ? "PostgreSQL" : "files");
  } finally {
    await postgres?.stop();
  }
};

interface Measured {
  readonly workers: number;
  readonly seconds: number;
  /** Of a second run, which finds nothing to do. */
  readonly secondsOnceMore: number;
}

async function bringUp(count: number, postgres: Postgres | undefined): Promise<Omit<Measured, "workers">> {
  const emulator = await startEmulator();
  const folder = await mkdtemp(path.join(tmpdir(), "pulumi-cognito-domain-bench-"));
  try {
    const rows = tenantRows(tenants);
    createPools(emulator, rows);
    const list = path.join(folder, "tenants.csv");
    await writeFile(list, asCsv(rows));
    const backend = postgres?.backend(`bench_${count}`) ?? `file://${folder}`;
    const up = () => fleetUp(list, count, backend, folder, emulator);
    return { seconds: await up(), secondsOnceMore: await up() };
  } finally {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fleetUp(
  list: string,
  count: number,
  backend: string,
  home: string,
  emulator: Emulator,
): Promise<number> {
  const engine = await findEngine();
  const before = performance.now();
  const command = ["up", "--tenants", list, "--shards", `${shards}`, "--workers", `${count}`];
  const ended = await run(
    process.execPath,
    ["-r", "ts-node/register/transpile-only", "main.ts", ...command],
    {
      directory: path.join(__dirname, "../../examples/fleet"),
      environment: engine.environment({
        ...environmentFor(emulator),
        PULUMI_BACKEND_URL: backend,
        PULUMI_CONFIG_PASSPHRASE: "bench",
        PULUMI_HOME: path.join(home, "pulumi-home"),
      }),
    },
  );
  if (ended.exitCode !== 0) throw new Error(`fleet up failed:\n${ended.stdout}${ended.stderr}`);
  return (performance.now() - before) / 1000;
}

function findings(measured: readonly Measured[], kept: string): Findings {
  const [alone] = measured as [Measured, ...Measured[]];
  return {
    title: "The fleet",
    about: `\`examples/fleet\` brings up ${tenants.toLocaleString("en-US")} tenants in ${shards} shards, 8 domains of a shard at a time, with the states in ${kept} and the embedded Cognito in its quickest setting on the same machine: what is measured is Pulumi and Node.js, and not the service. All of it shares the machine's processors, which bound the gain: a worker keeps one busy most of the time. Against the service, where a worker mostly waits, more of them gain more.`,
    tables: [
      {
        caption: "Creating all of them, and once more with nothing to do",
        columns: ["Workers", "seconds", "domains a minute", "by 1 worker's", "seconds once more"],
        rows: measured.map(({ workers: count, seconds, secondsOnceMore }) => [
          count,
          seconds,
          (tenants / seconds) * 60,
          alone.seconds / seconds,
          secondsOnceMore,
        ]),
      },
    ],
    targets: [],
  };
}
