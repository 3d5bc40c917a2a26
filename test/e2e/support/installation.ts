import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Engine, findEngine } from "../../../tools/engine/find-engine";
import { installPackedPackage } from "./packed-package";

/** What every test of a run shares. */
export interface Installation {
  /** The folder with the installed package: programs in folders below it find it as their own. */
  readonly folder: string;
  readonly engine: Engine;
}

const installed = {} as Installation;

/** The installation of this run, from the first hook on. */
export function installation(): Installation {
  return installed;
}

/** A new folder below the installation. */
export function newFolder(name: string): Promise<string> {
  return mkdtemp(path.join(installed.folder, `${name}-`));
}

before("get the Pulumi CLI and install the packed package", async function () {
  // A machine without a Pulumi CLI, and without a way to its download, builds one.
  this.timeout("20m");
  // The real path, because the engine and Node.js resolve links differently.
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "pulumi-cognito-domain-e2e-")));
  Object.assign(installed, { folder });
  await Promise.all([mkdir(path.join(folder, "state")), mkdir(path.join(folder, "pulumi-home"))]);
  const [engine] = await Promise.all([findEngine(), installPackedPackage(folder)]);
  Object.assign(installed, { engine });
});

after("remove what was installed", async function () {
  this.timeout("1m");
  if (installed.folder) await rm(installed.folder, { recursive: true, force: true, maxRetries: 3 });
});
