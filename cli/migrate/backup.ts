import { readdir, writeFile } from "node:fs/promises";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { tooling } from "./diagnostics";

/** Names the stack and the time, to the millisecond. */
export function backupName(stack: string, time: Date): string {
  return `${beginning(stack)}${time.toISOString().replaceAll(/[:.]/g, "-")}.json`;
}

/** The name of the last one of that stack in a folder, where it has any. */
export async function lastBackup(stack: string, folder: string): Promise<string | undefined> {
  const names = await readdir(folder);
  // Their names sort by time.
  return names
    .filter((name) => name.startsWith(beginning(stack)) && name.endsWith(".json"))
    .toSorted()
    .at(-1);
}

/** Writes a file that isn't there yet, for its owner's eyes: a state may hold what nobody else should know. */
export async function writeBackup(file: string, state: string): Promise<void> {
  try {
    await writeFile(file, state, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new Diagnostic(tooling.notKept({ file, problem: (error as Error).message }));
  }
}

function beginning(stack: string): string {
  return `${stack.replaceAll(/[^\w.-]+/g, "-")}-before-migration-`;
}
