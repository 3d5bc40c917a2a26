import { readFileSync } from "node:fs";

/** What the kernel counts CPU time in, on every Linux that Node.js runs on. */
const clockTicksPerSecond = 100;

/**
 * The seconds of CPU time of all children of this process that have ended, and of theirs, as far as each was waited for
 * by whoever started it; Pulumi does so.
 *
 * @throws where there is no /proc
 */
export function cpuOfEnded(): number {
  if (process.platform !== "linux") {
    throw new Error(
      `Processes are measured through /proc, which ${process.platform} doesn't have: run this on Linux.`,
    );
  }
  const stat = readFileSync("/proc/self/stat", "utf8");
  // After the name, which may hold anything, and is in brackets; cutime and cstime are fields 16 and 17.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) / clockTicksPerSecond;
}
