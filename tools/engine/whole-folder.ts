import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

export interface WholeFolder {
  readonly folder: string;
  readonly fill: (draft: string) => Promise<void>;
  readonly isWhole: (folder: string) => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Makes a folder that is there whole or not at all, whatever fails or is killed on the way. Of two processes that make
 * it at the same time, the one that ends last uses what the other made.
 */
export async function makeWholeFolder({ folder, fill, isWhole, now }: WholeFolder): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  await removeAbandonedDrafts(path.dirname(folder), now());
  const draft = await mkdtemp(folder + draftMark);
  try {
    await fill(draft);
    await moveIntoPlace(draft, folder, isWhole);
  } finally {
    // Retried, since what an aborted build had started may still be writing.
    await rm(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function moveIntoPlace(draft: string, folder: string, isWhole: WholeFolder["isWhole"]): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (await isWhole(folder)) return;
    if (!(await exists(folder))) throw error;
    // Somebody deleted files in it. Never deleted in place: another process may be repairing it as well.
    const spoiled = `${draft}-spoiled`;
    await rename(folder, spoiled);
    await rename(draft, folder);
    await rm(spoiled, { recursive: true, force: true });
  }
}

const draftMark = ".draft-";

/** Longer than any build, shorter than anyone wants to keep what a killed one left. */
const abandonedAfterMilliseconds = 24 * 60 * 60 * 1_000;

async function removeAbandonedDrafts(parent: string, now: number): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.includes(draftMark)) continue;
    const draft = path.join(parent, name);
    const modified = await stat(draft).then(
      (stats) => stats.mtimeMs,
      () => now,
    );
    if (now - modified > abandonedAfterMilliseconds) await rm(draft, { recursive: true, force: true });
  }
}

function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
