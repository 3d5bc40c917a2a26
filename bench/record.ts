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
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGB: number;
    readonly os: string;
  };
  readonly versions: Readonly<{ [name: string]: string }>;
  readonly findings: Findings;
}

const folder = path.join(__dirname, "results");

export function keepRecord(part: PartName, findings: Findings, engine: string): void {
  const record: PartRecord = {
    part,
    measuredOn: new Date().toISOString().slice(0, 10),
    machine: machine(),
    versions: { "Pulumi CLI": engine, ...versions() },
    findings,
  };
  writeFileSync(path.join(folder, `${part}.json`), `${JSON.stringify(record, undefined, 2)}\n`);
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
  const ofPackage = (name: string): string =>
    (
      JSON.parse(readFileSync(path.join(__dirname, "../node_modules", name, "package.json"), "utf8")) as {
        version: string;
      }
    ).version;
  const packages = ["@pulumi/pulumi", "@aws-sdk/client-cognito-identity-provider"];
  return {
    "Node.js": process.versions.node,
    ...Object.fromEntries(packages.map((name) => [name, ofPackage(name)])),
  };
}
