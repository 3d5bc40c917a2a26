import { readFileSync } from "node:fs";

/** Whether the Pulumi CLI that had an id on this machine at some time, in milliseconds since 1970, has surely ended. */
export function isGone(pid: number, at: number): boolean {
  return !isRunning(pid) || isAnother(pid, at);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It may be somebody else's, and then it can't be signalled.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/**
 * Whether an id has been given to another process since, as after a reboot, or in a new container of the same name. A
 * clock that was set makes processes look younger than they are, and a CLI may have another name: so it takes both that
 * it began later and that it is no Pulumi CLI. Away from Linux that isn't known, and it counts as the one that had it.
 */
function isAnother(pid: number, at: number): boolean {
  const [it, self] = [statOf(pid), statOf(process.pid)];
  if (!it || !self) return false;
  const began = performance.timeOrigin - (self.began - it.began) * millisecondsPerTick;
  return began > at + tolerance && !it.name.includes("pulumi");
}

/** Linux counts in them for programs, whatever it does by itself: USER_HZ is 100. */
const millisecondsPerTick = 10;

/** Locks are dated in whole seconds, and clocks are corrected by little. */
const tolerance = 10_000;

/** What Linux says of a process; undefined elsewhere, and where it isn't to be seen. */
function statOf(pid: number): { name: string; began: number } | undefined {
  try {
    // The name may hold anything, so that the numbers are counted from its end: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const [, name = "", rest = ""] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const began = Number(rest.split(" ")[19]);
    return Number.isFinite(began) ? { name, began } : undefined;
  } catch {
    return undefined;
  }
}
