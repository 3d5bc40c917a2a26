import { execFileSync } from "node:child_process";

export interface Process {
  readonly pid: number;
  readonly command: string;
}

/** A process, and those that it has started, and those that they have. */
export function familyOf(pid: number): Process[] {
  const everything = processes();
  const startedBy = (parent: number): Process[] =>
    everything.filter((one) => one.parent === parent).flatMap((one) => [one, ...startedBy(one.pid)]);
  return [...everything.filter((one) => one.pid === pid), ...startedBy(pid)];
}

/** Kills those that haven't ended by themselves. */
export function killAll(family: readonly Process[]): void {
  for (const { pid } of family.filter(isRunning)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

/** Ends when a process has ended that isn't this one's child, and so tells nobody here. */
export async function ended(one: Process): Promise<void> {
  while (isRunning(one)) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Ids are given again, so that an id alone could be anybody's. */
function isRunning({ pid, command }: Process): boolean {
  return processes().some((one) => one.pid === pid && one.command === command);
}

function processes(): (Process & { parent: number })[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .flatMap((line) => {
      const [, pid, parent, command = ""] = /^ *(\d+) +(\d+) (.*)$/.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}
