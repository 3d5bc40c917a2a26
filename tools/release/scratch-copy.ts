import { copyFile, mkdir, mkdtemp, realpath, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCommand } from "../engine/run-command";

/**
 * A copy of a repository as it lies there, changes that aren't committed included, in a new temporary folder. It is a
 * repository of one commit: changesets asks git where each changeset came from. It shares the packages that are installed.
 */
export async function scratchCopy(repository: string): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "release-dry-run-")));
  const listed = await git(repository, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
  const deleted = await git(repository, "ls-files", "-z", "--deleted");
  const gone = new Set(deleted.split("\0"));
  for (const file of listed.split("\0").filter((file) => file !== "" && !gone.has(file))) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await copyFile(path.join(repository, file), path.join(folder, file));
  }
  await git(folder, "init", "--quiet", "--initial-branch=main");
  await commitAll(folder, "As it lies there");
  await symlink(path.join(repository, "node_modules"), path.join(folder, "node_modules"), "dir");
  return folder;
}

export async function commitAll(folder: string, message: string): Promise<void> {
  await git(folder, "add", "--all");
  await git(folder, ...identity, "commit", "--quiet", "--no-verify", `--message=${message}`);
}

/** Whose machine it is doesn't matter, nor whether they sign what they commit. */
const identity = [
  "-c",
  "user.name=dry run",
  "-c",
  "user.email=dry-run@localhost",
  "-c",
  "commit.gpgsign=false",
];

function git(directory: string, ...args: string[]): Promise<string> {
  return runCommand("git", args, {
    directory,
    environment: process.env,
    signal: new AbortController().signal,
    timeoutMilliseconds: 60_000,
  });
}
