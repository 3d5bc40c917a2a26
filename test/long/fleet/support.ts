import assert from "node:assert/strict";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { EmulatorOptions } from "../../../emulator/index";
import { count } from "../../e2e/support/calls";
import { type Cloud, useCloud } from "../../e2e/support/cloud";
import { hermeticEnvironment, usersNode } from "../../e2e/support/environment";
import { newFolder } from "../../e2e/support/installation";
import { onlyPackages } from "../../e2e/support/npm";
import { familyOf, killAll, type Process } from "../../e2e/support/processes";
import { type Run, type Running, run, runOrThrow, start } from "../../e2e/support/run";
import { asCsv, createPools, type TenantRow } from "../../support/fleet";
import { type Postgres, startPostgres } from "../../support/postgres";

/** Long enough for a run to be caught in the middle. */
const catchable = {
  prefix: { create: 1_000, update: 100, delete: 100, nameRelease: 50 },
  custom: { create: 2_000, update: 100, delete: 100, nameRelease: 50 },
};

/** What all fleets share. */
export interface Site {
  /** The folder of the example. */
  example: string;
  /** Left out where none is installed. */
  postgres: Postgres | undefined;
}

/** The example, and what keeps the states, for the surrounding `describe`. */
export function useSite(): Site {
  const site = {} as Site;
  before("install the example, and start what keeps its states", async function () {
    this.timeout("5m");
    site.example = await copyOfExample();
    site.postgres = await startPostgres();
    if (!site.postgres) console.warn("PostgreSQL is not installed: the fleet's states are kept in files.");
  });
  after(() => site.postgres?.stop());
  return site;
}

/** From now on nobody can reach the states. @returns what brings them back */
export async function takeAwayStates({ postgres }: Site, { states }: Fleet): Promise<() => Promise<void>> {
  if (postgres) {
    await postgres.goAway();
    return postgres.comeBack;
  }
  await rename(states, `${states}-away`);
  return async () => {
    // Whoever was at work may have written something there meanwhile.
    await rm(states, { recursive: true, force: true });
    await rename(`${states}-away`, states);
  };
}

export interface Fleet extends Cloud {
  /** Where the states are, if they are kept in files. */
  states: string;
  /** Replaces the list. */
  write(tenants: readonly TenantRow[]): Promise<void>;
  /** Runs a command as a person types it, such as `up --workers 2`. */
  run(command: string): Promise<Run>;
  start(command: string): Running;
  /** Runs the Pulumi CLI as a person who has read a summary. */
  pulumi(command: string): Promise<Run>;
}

export interface FleetOptions {
  /** How long the service takes. */
  durations?: EmulatorOptions["durations"];
  /** Whether the states are kept in files, also where PostgreSQL is installed. */
  inFiles?: boolean;
}

/** A fleet for the surrounding `describe`: a cloud, a list of tenants and a backend of its own. */
export function useFleet(
  site: Site,
  name: string,
  rows: readonly TenantRow[],
  { durations = catchable, inFiles = false }: FleetOptions = {},
): Fleet {
  const cloud = useCloud({ durations });
  const fleet = {} as Fleet;
  before(async () => {
    createPools(cloud.emulator, rows);
    const folder = await newFolder(`fleet-${name}`);
    const list = path.join(folder, "tenants.csv");
    const states = path.join(folder, "states");
    await mkdir(states);
    const backend = (!inFiles && site.postgres?.backend(name)) || `file://${states}`;
    const options = {
      directory: site.example,
      environment: hermeticEnvironment({ ...cloud.emulator.environment, PULUMI_BACKEND_URL: backend }),
    };
    const args = (command: string): string[] => {
      const tenants = command.startsWith("destroy") ? [] : ["--tenants", list];
      return ["-r", "ts-node/register/transpile-only", "main.ts", ...command.split(" "), ...tenants];
    };
    Object.assign(fleet, cloud, {
      states,
      write: (tenants: readonly TenantRow[]) => writeFile(list, asCsv(tenants)),
      run: (command: string) => run(usersNode(), args(command), options),
      start: (command: string) => start(usersNode(), args(command), { ...options, ownGroup: true }),
      pulumi: (command: string) => run("pulumi", command.split(" "), options),
    });
    await fleet.write(rows);
  });
  return fleet;
}

export interface Result extends Run {
  calls: Cloud["emulator"]["calls"];
}

/** Runs a command once for the surrounding `describe`. */
export function resultOf(fleet: Fleet, command: string): Result {
  const result = {} as Result;
  before(`fleet ${command}`, async function () {
    this.timeout("4m");
    const before = fleet.emulator.calls.length;
    Object.assign(result, await fleet.run(command));
    result.calls = fleet.emulator.calls.slice(before);
  });
  return result;
}

/** Runs a command for the surrounding `describe`, and kills it with all that it has started once it says something. */
export function killedAt(fleet: Fleet, command: string, text: string): Run {
  const killed = {} as Run;
  before(`fleet ${command}, killed`, async function () {
    this.timeout("2m");
    const running = fleet.start(command);
    await running.said(text);
    await killWithFamily(running);
    Object.assign(killed, await running.ended);
  });
  return killed;
}

/** The example as somebody copies it, installed; what lies above it already isn't installed again. */
async function copyOfExample(): Promise<string> {
  const folder = await newFolder("fleet");
  const source = path.join(__dirname, "../../../examples/fleet");
  for (const file of await readdir(source)) {
    if (!["node_modules", ".work"].includes(file)) await cp(path.join(source, file), path.join(folder, file));
  }
  const manifestFile = path.join(folder, "package.json");
  const { dependencies } = JSON.parse(await readFile(manifestFile, "utf8")) as {
    dependencies: Record<string, string>;
  };
  const above = ["@pulumi/pulumi", "pulumi-cognito-domain", "typescript"];
  const missing = Object.entries(dependencies).filter(([name]) => !above.includes(name));
  await writeFile(manifestFile, JSON.stringify({ private: true, dependencies: Object.fromEntries(missing) }));
  const options = ["--no-package-lock", "--legacy-peer-deps", "--loglevel=error"];
  await runOrThrow("npm", ["install", ...onlyPackages, ...options], {
    directory: folder,
    environment: process.env,
  });
  return folder;
}

export function domainsIn({ emulator }: Cloud): string[] {
  return emulator
    .snapshot()
    .domains.map(({ facts }) => facts.name)
    .toSorted();
}

export function assertOnlyReads(calls: Result["calls"]): void {
  assert.deepEqual(
    calls.filter(({ operation }) => operation !== "DescribeUserPoolDomain"),
    [],
  );
}

export function assertMadeOnce(fleet: Fleet, rows: readonly TenantRow[]): void {
  const made = fleet.emulator.calls.filter(
    ({ operation, outcome }) => operation === "CreateUserPoolDomain" && !outcome.error,
  );
  assert.equal(made.length, rows.length);
  assert.equal(count(fleet.emulator.calls, "Delete"), 0);
  assert.deepEqual(domainsIn(fleet), rows.map(({ domain }) => domain).toSorted());
}

/** Ends once so many have been created. */
export async function created({ emulator }: Cloud, number: number): Promise<void> {
  while (count(emulator.calls, "Create") < number) await new Promise((resolve) => setTimeout(resolve, 50));
}

export function workersOf({ pid }: Running): Process[] {
  return familyOf(pid).filter(({ command }) => command.includes("worker.ts"));
}

/** As when the machine stops. */
export async function killWithFamily(running: Running): Promise<void> {
  killAll(familyOf(running.pid));
  await running.ended;
}

/**
 * Runs a command that is held up while something else happens. It has looked at the states by the time that it has a
 * worker, which has no lock yet. The calls are those that it makes afterwards.
 */
export async function overtaken(
  fleet: Fleet,
  command: string,
  meanwhile: () => Promise<void>,
): Promise<Result> {
  const running = fleet.start(`${command} --workers 1`);
  const worker = await firstWorkerOf(running);
  process.kill(worker.pid, "SIGSTOP");
  await meanwhile();
  const before = fleet.emulator.calls.length;
  process.kill(worker.pid, "SIGCONT");
  const ended = await running.ended;
  return { ...ended, calls: fleet.emulator.calls.slice(before) };
}

/** A worker process of a command, as soon as it is there. */
async function firstWorkerOf(running: Running): Promise<Process> {
  for (;;) {
    const [worker] = workersOf(running);
    if (worker) return worker;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
