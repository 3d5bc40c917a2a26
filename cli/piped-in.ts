import { fstatSync } from "node:fs";

/** Whether a shell leads something here with | or <. Whether anything comes isn't waited for. */
export function isPipedIn(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isFile();
  } catch {
    // There is no standard input.
    return false;
  }
}
