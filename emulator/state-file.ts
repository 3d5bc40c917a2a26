import { open, readFile, rm, stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import writeFileAtomic from "write-file-atomic";
import type { Cloud } from "./cloud/cloud";
import { readSnapshot, type Snapshot } from "./cloud/snapshot";

/** Keeps what the cloud holds in a file, so that it outlives the process. */
export interface StateFile {
  /** Whether there was something to load. */
  readonly loaded: boolean;
  /**
   * Resolves once the file has everything that has happened so far. The file is replaced whole, so that a process that
   * is killed, or a disk that is full, leaves the last good one.
   *
   * @throws Error when it can't be written; what happened is tried again with the next save
   */
  save(): Promise<void>;
}

/**
 * Loads the file into the cloud, if there is one.
 *
 * @throws Error when it is there and can't be read, or holds something else
 */
export async function openStateFile(path: string, cloud: Cloud): Promise<StateFile> {
  let known = await fingerprintOf(path);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Error(`The state file ${path} can't be read: ${error.message}`);
  });
  if (text !== undefined) cloud.restore(parsed(text, path));

  let savedRevision = text === undefined ? -1 : cloud.revision();
  let writing: Promise<void> | undefined;

  const write = async (): Promise<void> => {
    const found = await fingerprintOf(path);
    // A file that somebody deleted has nothing to lose.
    if (found !== known && found !== absent) {
      throw new Error(
        "It was changed by somebody else, perhaps by another emulator. Give each emulator a file of its own.",
      );
    }
    const revision = cloud.revision();
    await writeFileAtomic(path, `${JSON.stringify(cloud.snapshot(), undefined, 2)}\n`);
    known = await fingerprintOf(path);
    savedRevision = revision;
  };
  const writeAlone = (): Promise<void> =>
    alone(`${path}.lock`, write).catch((error: Error) => {
      throw new Error(`The state file ${path} can't be written: ${error.message}`);
    });
  return {
    loaded: text !== undefined,
    async save() {
      const wanted = cloud.revision();
      // Everybody who waits for a write that began too early for them shares the next one.
      while (savedRevision < wanted) {
        writing ??= writeAlone().finally(() => {
          writing = undefined;
        });
        await writing;
      }
    },
  };
}

function parsed(text: string, path: string): Snapshot {
  try {
    return readSnapshot(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new Error(
      `The state file ${path} holds no state of the emulator, and is left as it is. Move it away to begin with an empty one. (${reason})`,
    );
  }
}

/** Tells one content of a file from another without reading it; every write makes another file. */
async function fingerprintOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found ? `${found.ino} ${found.mtimeNs} ${found.size}` : absent;
}

const absent = "absent";

// A write takes milliseconds. A lock that is older than this was left by a process that was killed.
const abandonedAfter = 5000;

/** Does something while no other process does it, which have all to use the same lock file. */
async function alone(lock: string, work: () => Promise<void>): Promise<void> {
  for (;;) {
    const handle = await open(lock, "wx").catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    if (handle) {
      await handle.close();
      break;
    }
    const held = await stat(lock).catch(() => undefined);
    if (held && Date.now() - held.mtimeMs > abandonedAfter) await rm(lock, { force: true });
    else await delay(10);
  }
  await work().finally(() => rm(lock, { force: true }));
}
