import { readFile, stat } from "node:fs/promises";
import { lock } from "proper-lockfile";
import writeFileAtomic from "write-file-atomic";
import { Diagnostic } from "../provider/errors/diagnostic";
import type { Cloud } from "./cloud/cloud";
import { readSnapshot, type Snapshot } from "./cloud/snapshot";
import { stateFile } from "./diagnostics";

/** Keeps what the cloud holds in a file, so that it outlives the process. */
export interface StateFile {
  /** Whether there was something to load. */
  readonly loaded: boolean;
  /**
   * Resolves once the file has everything that has happened so far. The file is replaced whole, so that a process that
   * is killed, or a disk that is full, leaves the last good one.
   *
   * @throws Diagnostic when it can't be written; what happened is tried again with the next save
   */
  save(): Promise<void>;
  /** Saves for the last time, and leaves the file to others. @throws Diagnostic when it can't be written */
  close(): Promise<void>;
  /** Leaves the file to others as it is. */
  abandon(): Promise<void>;
}

/**
 * Loads the file into the cloud, if there is one, and keeps other emulators from it.
 *
 * @throws Diagnostic when another emulator has it, when it can't be read, or when it holds something else
 */
export async function openStateFile(path: string, cloud: Cloud): Promise<StateFile> {
  const claim = await claimFile(path);
  try {
    return await loadStateFile(path, cloud, claim);
  } catch (error) {
    await claim.release();
    throw error;
  }
}

async function loadStateFile(path: string, cloud: Cloud, claim: Claim): Promise<StateFile> {
  let known = await fingerprintOf(path);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Diagnostic(stateFile.unreadable({ path, problem: error.message }));
  });
  if (text !== undefined) cloud.restore(parsed(text, path));

  let savedRevision = text === undefined ? -1 : cloud.revision();
  let writing: Promise<void> | undefined;
  let isAbandoned = false;

  const write = async (): Promise<void> => {
    const found = await fingerprintOf(path);
    // A file that somebody deleted has nothing to lose.
    if (claim.isLost() || (found !== known && found !== absent)) {
      throw new Diagnostic(stateFile.changed({ path }));
    }
    const revision = cloud.revision();
    await writeFileAtomic(path, `${JSON.stringify(cloud.snapshot(), undefined, 2)}\n`, { mode: 0o600 });
    known = await fingerprintOf(path);
    savedRevision = revision;
  };
  const save = async (): Promise<void> => {
    const wanted = cloud.revision();
    // Everybody who waits for a write that began too early for them shares the next one.
    while (savedRevision < wanted && !isAbandoned) {
      writing ??= write().finally(() => {
        writing = undefined;
      });
      await writing.catch((error: Error) => {
        if (error instanceof Diagnostic) throw error;
        throw new Diagnostic(stateFile.unwritable({ path, problem: error.message }));
      });
    }
  };
  return {
    loaded: text !== undefined,
    save,
    close: () => save().finally(claim.release),
    async abandon() {
      isAbandoned = true;
      await writing?.catch(() => {});
      await claim.release();
    },
  };
}

function parsed(text: string, path: string): Snapshot {
  try {
    return readSnapshot(JSON.parse(text));
  } catch (error) {
    throw new Diagnostic(stateFile.noState({ path, problem: (error as Error).message }));
  }
}

interface Claim {
  /** Whether somebody else took it, because this process was stopped for a while. */
  isLost(): boolean;
  release(): Promise<void>;
}

/** After how many milliseconds without a sign of life a lock counts as left by a process that was killed. */
const abandonedAfter = 5000;
const pause = 250;

/** Waits out the lock of a process that was killed. */
async function claimFile(path: string): Promise<Claim> {
  let isLost = false;
  const release = await lock(path, {
    realpath: false,
    stale: abandonedAfter,
    update: abandonedAfter / 5,
    retries: { retries: (abandonedAfter + 1000) / pause, factor: 1, minTimeout: pause, maxTimeout: pause },
    onCompromised() {
      isLost = true;
    },
  }).catch((error: NodeJS.ErrnoException) => {
    throw new Diagnostic(
      error.code === "ELOCKED"
        ? stateFile.inUse({ path })
        : stateFile.unusable({ path, problem: error.message }),
    );
  });
  return {
    isLost: () => isLost,
    // Who has lost it has nothing to release.
    release: () => release().catch(() => {}),
  };
}

/** Tells one content of a file from another without reading it; every write makes another file. */
async function fingerprintOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found ? `${found.ino} ${found.mtimeNs} ${found.size}` : absent;
}

const absent = "absent";
