import { mkdtemp } from "node:fs/promises";
import path from "node:path";

/** What every test of a run shares. */
export interface Installation {
  /** The folder with the installed package: programs in folders below it find it as their own. */
  readonly folder: string;
  /** The path of the Pulumi CLI. */
  readonly pulumi: string;
}

/** The installation of this run, which `install.ts` made before the first test; that may have been another process. */
export function installation(): Installation {
  const { E2E_FOLDER: folder, E2E_PULUMI: pulumi } = process.env;
  if (folder && pulumi) return { folder, pulumi };
  throw new Error("Nothing is installed. Run these tests with: npx mocha --config test/e2e/mocharc.cjs");
}

/** Tells this process, and those that it starts, of an installation. */
export function announce({ folder, pulumi }: Installation): void {
  Object.assign(process.env, { E2E_FOLDER: folder, E2E_PULUMI: pulumi });
}

/** A new folder below the installation. */
export function newFolder(name: string): Promise<string> {
  return mkdtemp(path.join(installation().folder, `${name}-`));
}
