import { mkdir } from "node:fs/promises";
import path from "node:path";
import { engineFolder } from "./cache-folder";
import { type Cli, type UsableCli, unusable, unusableBecause, versionOf } from "./cli";
import { buildFromGoModules } from "./go-build";
import { writeLauncherIfMissing } from "./launcher";
import { isProgram, programsOn } from "./programs";
import type { Surroundings } from "./surroundings";
import { wantedVersion } from "./versions";
import { makeWholeFolder } from "./whole-folder";

/** Looks at files only: what is in the cache was run before it came there. */
export async function cliMadeEarlier(surroundings: Surroundings): Promise<Cli> {
  const folder = engineFolder(surroundings);
  return (await isWhole(folder, surroundings)) ? cliIn(folder, surroundings) : unusable(`none in ${folder}`);
}

export async function downloadedCli(surroundings: Surroundings): Promise<Cli> {
  const { installOfficialCli, progress, signal } = surroundings;
  const cli = await makeCli(surroundings, (draft) =>
    progress.during(`Downloading Pulumi CLI ${wantedVersion}`, () =>
      installOfficialCli(draft, wantedVersion, signal),
    ),
  );
  if (!cli.usable && !signal.aborted) {
    progress.note(`The Pulumi CLI can't be downloaded here (${lastLine(cli.why)}).`);
  }
  return cli;
}

export async function builtCli(surroundings: Surroundings): Promise<Cli> {
  return makeCli(surroundings, async (draft) => {
    await mkdir(binDirectoryOf(draft));
    await buildFromGoModules(binDirectoryOf(draft), surroundings);
  });
}

async function makeCli(surroundings: Surroundings, fill: (draft: string) => Promise<void>): Promise<Cli> {
  const folder = engineFolder(surroundings);
  try {
    await makeWholeFolder({
      folder,
      now: surroundings.now,
      isWhole: (candidate) => isWhole(candidate, surroundings),
      fill: async (draft) => {
        await fill(draft);
        await writeLauncherIfMissing(binDirectoryOf(draft), surroundings.platform);
        await verify(draft, surroundings);
      },
    });
    return cliIn(folder, surroundings);
  } catch (error) {
    return unusableBecause(error);
  }
}

async function verify(draft: string, surroundings: Surroundings): Promise<void> {
  if (!(await isWhole(draft, surroundings))) throw new Error("it lacks some of its programs");
  const { version } = await versionOf(cliIn(draft, surroundings).pulumi, surroundings);
  if (version !== wantedVersion) throw new Error(`it is version ${version}, not ${wantedVersion}`);
}

async function isWhole(folder: string, { platform }: Surroundings): Promise<boolean> {
  for (const program of Object.values(programsOn(platform))) {
    if (!(await isProgram(path.join(binDirectoryOf(folder), program)))) return false;
  }
  return true;
}

function cliIn(folder: string, { platform }: Surroundings): UsableCli {
  const pulumi = path.join(binDirectoryOf(folder), programsOn(platform).pulumi);
  return { usable: true, pulumi, version: wantedVersion };
}

function binDirectoryOf(folder: string): string {
  return path.join(folder, "bin");
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
