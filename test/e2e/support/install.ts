import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findEngine } from "../../../tools/engine/find-engine";
import { announce } from "./installation";
import { installPackedPackage } from "./packed-package";

let installed: string | undefined;

/** Called by mocha once, before the first test: gets the Pulumi CLI and installs the packed package. */
export async function mochaGlobalSetup(): Promise<void> {
  const { pulumi } = await findEngine();
  // The real path, because the engine and Node.js resolve links differently.
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "pulumi-cognito-domain-e2e-")));
  installed = folder;
  try {
    await Promise.all([mkdir(path.join(folder, "state")), mkdir(path.join(folder, "pulumi-home"))]);
    await installPackedPackage(folder);
  } catch (error) {
    // After this mocha calls nothing any more.
    await mochaGlobalTeardown();
    throw error;
  }
  announce({ folder, pulumi });
}

/** Called by mocha once, after the last test. */
export async function mochaGlobalTeardown(): Promise<void> {
  if (installed) await rm(installed, { recursive: true, force: true, maxRetries: 3 });
}
