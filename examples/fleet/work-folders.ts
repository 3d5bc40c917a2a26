import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/**
 * A new folder in `parent`, which goes when this process ends. Those that killed processes have left go as well, once
 * they are so old that nobody can be at work in them: whose they are can't be told, as containers may share them.
 */
export function newFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const folder = path.join(parent, name);
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (mtimeMs < Date.now() - aWeek) remove(folder);
  }
  const folder = mkdtempSync(path.join(parent, "run-"));
  process.once("exit", () => remove(folder));
  return folder;
}

const aWeek = 7 * 24 * 60 * 60 * 1000;

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
