import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import path from "node:path";
import type { Findings } from "./findings";

/** The parts, in the order in which they are measured and told of. */
export const partNames = ["engine", "waiting", "limit", "starting", "scripts", "fleet", "emulator"] as const;
export type PartName = (typeof partNames)[number];

/** What a part has found, with when, where and of what. */
export interface PartRecord {
  readonly part: PartName;
  /** A date, such as "2026-11-26". */
  readonly measuredOn: string;
  /** What was measured; left out by benches before this one, and where there is no Git. */
  readonly commit?: Commit;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGB: number;
    readonly os: string;
  };
  readonly versions: Readonly<{ [name: string]: string }>;
  readonly findings: Omit<Findings, "tools">;
}

/** A state of this repository. */
export interface Commit {
  readonly id: string;
  /** Whether anything else was changed than what the bench itself writes. */
  readonly isDirty: boolean;
}

const folder = path.join(__dirname, "results");

export function keepRecord(
  part: PartName,
  { tools, ...findings }: Findings,
  engine: string,
  commit: Commit | undefined,
): void {
  const record: PartRecord = {
    part,
    measuredOn: new Date().toISOString().slice(0, 10),
    ...(commit && { commit }),
    machine: machine(),
    versions: { "Pulumi CLI": engine, ...versions(), ...tools },
    findings,
  };
  writeFileSync(path.join(folder, `${part}.json`), `${JSON.stringify(record, undefined, 2)}\n`);
}

/** What is about to be measured; undefined where there is no Git, as in a copy of the sources. */
export function commitNow(): Commit | undefined {
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: path.join(__dirname, ".."), encoding: "utf8", stdio: "pipe" }).trim();
  const written = [":!bench/results", ":!docs/benchmarks.md", ":!docs/benchmarks.svg", ":!docs/fleet.md"];
  try {
    return {
      id: git("rev-parse", "HEAD"),
      isDirty: git("status", "--porcelain", "--", ".", ...written) !== "",
    };
  } catch {
    return undefined;
  }
}

/** The latest of each part that was ever measured. */
export function readRecords(): PartRecord[] {
  return partNames
    .map((part) => path.join(folder, `${part}.json`))
    .filter(existsSync)
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as PartRecord);
}

function machine(): PartRecord["machine"] {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    os: `${platform()} ${arch()}`,
  };
}

function versions(): PartRecord["versions"] {
  const root = path.join(__dirname, "..");
  const versionIn = (manifest: string): string =>
    (JSON.parse(readFileSync(path.join(root, manifest), "utf8")) as { version: string }).version;
  const packages = ["@pulumi/pulumi", "@aws-sdk/client-cognito-identity-provider"];
  return {
    "Node.js": process.versions.node,
    "pulumi-cognito-domain": versionIn("package.json"),
    ...Object.fromEntries(packages.map((name) => [name, versionIn(`node_modules/${name}/package.json`)])),
  };
}
