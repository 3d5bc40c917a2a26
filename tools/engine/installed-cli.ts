import { realpath } from "node:fs/promises";
import path from "node:path";
import { satisfies } from "semver";
import { type Cli, unusable, unusableBecause, versionOf } from "./cli";
import { findProgram, isProgram, programsOn } from "./programs";
import { searchPath } from "./search-path";
import type { Surroundings } from "./surroundings";
import { minimumVersion } from "./versions";

/** The CLI that the user names in PULUMI_CLI. */
export async function namedCli(named: string, surroundings: Surroundings): Promise<Cli> {
  const pulumi = path.resolve(named);
  return (await isProgram(pulumi)) ? inspect(pulumi, surroundings) : unusable(`${pulumi} is no program`);
}

export async function cliOnPath(surroundings: Surroundings): Promise<Cli> {
  const { environment, platform } = surroundings;
  const pulumi = await findProgram(programsOn(platform).pulumi, searchPath(environment, platform));
  return pulumi === undefined
    ? unusable("there is no pulumi on PATH")
    : inspect(path.resolve(pulumi), surroundings);
}

async function inspect(pulumi: string, surroundings: Surroundings): Promise<Cli> {
  const missing = await missingPlugin(pulumi, surroundings);
  if (missing !== undefined) return unusable(`${pulumi} has no ${missing} beside it or on PATH`);
  try {
    const { version } = await versionOf(pulumi, surroundings);
    return satisfies(version, `^${minimumVersion}`, { includePrerelease: true })
      ? { usable: true, pulumi, version }
      : unusable(`${pulumi} is version ${version}; ${minimumVersion} or a newer 3.x is needed`);
  } catch (error) {
    return unusableBecause(error);
  }
}

/** Looks where the engine looks: beside the CLI, beside what a link to the CLI points to, and on PATH. */
async function missingPlugin(pulumi: string, surroundings: Surroundings): Promise<string | undefined> {
  const { environment, platform } = surroundings;
  const folders = [
    path.dirname(pulumi),
    path.dirname(await realpath(pulumi)),
    ...searchPath(environment, platform),
  ];
  const { languageHost, dynamicProvider } = programsOn(platform);
  for (const plugin of [languageHost, dynamicProvider]) {
    if ((await findProgram(plugin, folders)) === undefined) return plugin;
  }
  return undefined;
}
