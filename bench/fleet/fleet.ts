import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, type EmulatorOptions, startEmulator } from "pulumi-cognito-domain/emulator";
import { run } from "../../test/e2e/support/run";
import { asCsv, createPools, tenantRows } from "../../test/support/fleet";
import { type Postgres, startPostgres } from "../../test/support/postgres";
import { findEngine } from "../../tools/engine/find-engine";
import { cpuOfEnded } from "../cpu";
import { environmentFor } from "../environment";
import type { Findings, Part, Table } from "../findings";

const tenants = 1_000;
/** So that four workers have five each, and the last of them isn't waited for long. */
const shards = 20;
const workers = [1, 2, 4];

/** How long the embedded Cognito takes for a domain. */
interface Setting {
  readonly name: string;
  readonly durations: NonNullable<EmulatorOptions["durations"]>;
}

const settings: readonly Setting[] = [
  { name: "no domain takes any time", durations: { prefix: taking(0), custom: taking(0) } },
  {
    name: "a prefix domain takes 1 s, and a custom one 3 s",
    durations: { prefix: taking(1_000), custom: taking(3_000) },
  },
];

function taking(create: number) {
  return { create, update: 0, delete: 0, nameRelease: 0 };
}

/** The fleet's example, with one worker process and with more. */
export const fleet: Part = async (tell) => {
  const postgres = await startPostgres();
  if (!postgres) tell("PostgreSQL is not installed: the states are kept in files");
  try {
    const tables: Table[] = [];
    for (const [index, setting] of settings.entries()) {
      const measured: Measured[] = [];
      for (const count of workers) {
        tell(`${tenants} tenants by ${count} workers, where ${setting.name}`);
        const backend = postgres?.backend(`bench_${index}_${count}`);
        measured.push({ workers: count, ...(await bringUp(count, setting, backend)) });
      }
      tables.push(tableOf(setting, measured));
    }
    return findings(tables, postgres);
  } finally {
    await postgres?.stop();
  }
};

interface Measured {
  readonly workers: number;
  readonly seconds: number;
  /** Seconds of CPU time of the command, its workers, and all that they started. */
  readonly cpu: number;
  /** Of a second run, which finds nothing to do. */
  readonly secondsOnceMore: number;
}

async function bringUp(
  count: number,
  { durations }: Setting,
  backend: string | undefined,
): Promise<Omit<Measured, "workers">> {
  const emulator = await startEmulator({ durations });
  const folder = await mkdtemp(path.join(tmpdir(), "pulumi-cognito-domain-bench-"));
  try {
    const rows = tenantRows(tenants);
    createPools(emulator, rows);
    const list = path.join(folder, "tenants.csv");
    await writeFile(list, asCsv(rows));
    const up = () => fleetUp(list, count, backend ?? `file://${folder}`, folder, emulator);
    const before = cpuOfEnded();
    const seconds = await up();
    const cpu = cpuOfEnded() - before;
    return { seconds, cpu, secondsOnceMore: await up() };
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

function tableOf({ name }: Setting, measured: readonly Measured[]): Table {
  const [alone] = measured as [Measured, ...Measured[]];
  return {
    caption: `Where ${name}: creating all of them, and once more with nothing to do`,
    columns: [
      ...["Workers", "seconds", "domains a minute", "by 1 worker's"],
      ...["processors kept busy", "seconds once more"],
    ],
    rows: measured.map(({ workers: count, seconds, cpu, secondsOnceMore }) => [
      count,
      seconds,
      (tenants / seconds) * 60,
      alone.seconds / seconds,
      cpu / seconds,
      secondsOnceMore,
    ]),
  };
}

function findings(tables: readonly Table[], postgres: Postgres | undefined): Findings {
  return {
    title: "The fleet",
    about: `\`examples/fleet\` brings up ${tenants.toLocaleString("en-US")} tenants, every fourth of them with a custom domain, in ${shards} shards, 8 domains of a shard at a time, with the states in ${postgres ? "PostgreSQL" : "files"}, and all of it on one machine. Once where nothing takes time, which is what Pulumi and Node.js take; and once where the embedded Cognito takes a second or three for each domain, which is what waiting adds, and how far more workers make up for that. The service takes longer. Each was measured once. *Processors kept busy* is the CPU time of the command, its workers and their CLIs by the seconds; the embedded Cognito and the backend share the machine, and aren't in it.`,
    tables,
    targets: [],
    ...(postgres && { tools: { PostgreSQL: postgres.version } }),
  };
}
