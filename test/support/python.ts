import path from "node:path";
import { run, runOrThrow } from "../e2e/support/run";

/** Any from 1.45.33 on knows all of the API that is used here. */
export const awsCli = "awscli==1.46.3";

/** Installs packages from PyPI below a folder. @returns where their commands are; undefined where there is no Python */
export async function installFromPyPI(folder: string, ...packages: string[]): Promise<string | undefined> {
  const options = { directory: folder, environment: process.env };
  const hasPython = await run("python3", ["--version"], options).then(
    ({ exitCode }) => exitCode === 0,
    () => false,
  );
  if (!hasPython) return undefined;
  await runOrThrow("python3", ["-m", "venv", "python"], options);
  const bin = path.join(folder, "python", process.platform === "win32" ? "Scripts" : "bin");
  await runOrThrow(path.join(bin, "pip"), ["install", "--quiet", ...packages], options);
  return bin;
}
