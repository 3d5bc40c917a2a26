import { writeFile } from "node:fs/promises";

/** Names the stack and the time, to the millisecond. */
export function backupName(stack: string, time: Date): string {
  const at = time.toISOString().replaceAll(/[:.]/g, "-");
  return `${stack.replaceAll(/[^\w.-]+/g, "-")}-before-migration-${at}.json`;
}

/** Writes a file that isn't there yet, for its owner's eyes: a state may hold what nobody else should know. */
export async function writeBackup(path: string, state: string): Promise<void> {
  try {
    await writeFile(path, state, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new Error(
      `The state can't be kept in ${path} (${(error as Error).message}), so nothing was begun.`,
    );
  }
}
