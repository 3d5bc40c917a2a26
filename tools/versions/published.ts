import { runCommand } from "../engine/run-command";

/** The versions in which npm has all of the packages. @throws Error that says what npm said */
export async function publishedVersions(packages: readonly string[]): Promise<string[]> {
  const [first = [], ...others] = await Promise.all(packages.map(versionsOf));
  return first.filter((version) => others.every((versions) => versions.includes(version)));
}

async function versionsOf(name: string): Promise<string[]> {
  const printed = await runCommand("npm", ["view", name, "versions", "--json"], {
    environment: process.env,
    signal: new AbortController().signal,
    timeoutMilliseconds: 120_000,
  }).catch((error: Error) => {
    throw new Error(`npm can't tell which versions of ${name} there are: ${error.message}`);
  });
  // Of a package with a single version npm prints no list.
  return [JSON.parse(printed)].flat() as string[];
}
