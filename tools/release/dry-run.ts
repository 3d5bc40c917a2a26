import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { runCommand } from "../engine/run-command";
import { commitAll, scratchCopy } from "./scratch-copy";
import { shortcomingsOf } from "./shortcomings";
import { describeTarball, readTarball } from "./tarball";
import { releaseWorkflow, scriptOf } from "./workflow";

/**
 * Goes through a release in a copy of the repository: runs what the steps of the workflow run, up to the publishing, which
 * asks no registry for anything.
 *
 * @param say is told what is done, and what came of it
 * @returns why it must not be released, sentence by sentence; nothing when it may
 * @throws Error when a step fails
 */
export async function dryRun(repository: string, say: (line: string) => void): Promise<string[]> {
  const folder = await scratchCopy(repository);
  try {
    const before = await manifestIn(folder);
    await haveOneChangeset(folder, before.name);
    const changesets = await changesetsIn(folder);

    const run = (id: string, more: NodeJS.ProcessEnv = {}): Promise<void> =>
      runStep(id, folder, { ...withoutRegistry(process.env), ...more }, say);
    await run("changesets");
    await commitAll(folder, "Release");
    const outputs = path.join(folder, "outputs");
    await run("due", { BEFORE: "HEAD^", GITHUB_OUTPUT: outputs });
    await run("pack");
    await run("publish", { npm_config_dry_run: "true" });

    const { name, version, repository: home } = await manifestIn(folder);
    const packed = path.join(folder, packedInto);
    const [tarballFile = "", another] = (await readdir(packed)).filter((file) => file.endsWith(".tgz"));
    if (another) throw new Error(`There is more than one tarball: ${tarballFile} and ${another}.`);
    const tarball = await readTarball(path.join(packed, tarballFile));
    say(`${name} ${before.version} becomes ${version}. Changesets: ${changesets.length}.`);
    say(`${tarballFile}: ${describeTarball(tarball)}.`);
    if (!home) say("To be done before the first release: package.json names no repository.");

    return shortcomingsOf({
      versionBefore: before.version,
      version,
      lockedVersions: await lockedVersionsIn(folder),
      due: await readFile(outputs, "utf8"),
      remaining: await changesetsIn(folder),
      notes: await readFile(path.join(packed, "notes.md"), "utf8"),
      tarball,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the workflow's steps pass the tarball on. */
const packedInto = "build/release";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository?: unknown;
}

async function manifestIn(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
}

async function changesetsIn(folder: string): Promise<string[]> {
  const files = await readdir(path.join(folder, ".changeset"));
  return files.filter((file) => file.endsWith(".md") && file !== "README.md");
}

/** After a release none waits, and there would be nothing to go through. */
async function haveOneChangeset(folder: string, packageName: string): Promise<void> {
  if ((await changesetsIn(folder)).length > 0) return;
  const text = `---\n"${packageName}": patch\n---\n\nNothing but a dry run.\n`;
  await writeFile(path.join(folder, ".changeset/dry-run.md"), text);
}

async function runStep(
  id: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<void> {
  const script = scriptOf(id, releaseWorkflow);
  say(`== ${id}: ${script.trim().replaceAll("\n", "; ")}`);
  // As GitHub runs a script in bash.
  const printed = await runCommand("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    directory: folder,
    environment,
    signal: new AbortController().signal,
    timeoutMilliseconds: 300_000,
  });
  if (printed.trim() !== "") say(printed.trim());
}

/** npm could publish nothing: it is offline, has no token, and its registry is a port where nobody listens. */
function withoutRegistry(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const others = Object.entries(environment).filter(([name]) => !tokens.has(name));
  return {
    ...Object.fromEntries(others),
    npm_config_offline: "true",
    npm_config_registry: "http://127.0.0.1:9/",
    // `npm run -s` would have npm be silent in everything that it starts.
    npm_config_loglevel: "notice",
  };
}

const tokens = new Set([
  "NPM_TOKEN",
  "NODE_AUTH_TOKEN",
  "NPM_ID_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_URL",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
]);

/** npm keeps the package's own version in two places. */
async function lockedVersionsIn(folder: string): Promise<(string | undefined)[]> {
  const lockfile = JSON.parse(await readFile(path.join(folder, "package-lock.json"), "utf8")) as {
    version?: string;
    packages: Record<string, { version?: string } | undefined>;
  };
  return [lockfile.version, lockfile.packages[""]?.version];
}
