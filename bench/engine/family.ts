import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cpuOfEnded } from "../cpu";

/** What a command took, with all processes that it started. */
export interface Taken {
  readonly seconds: number;
  /** Seconds of all processes together. */
  readonly cpu: number;
  /** The most memory that a process of each role held, in MB. */
  readonly memory: Readonly<Record<Role, number>>;
}

/** What the processes of `pulumi up` are. */
export const roles = ["engine", "language host", "program", "provider"] as const;
export type Role = (typeof roles)[number];

const tickMs = 50;

/** Runs a command to its end, and nothing else beside it. @throws where it fails, and where there is no /proc */
export async function runFamily(
  file: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Taken> {
  const cpuBefore = cpuOfEnded();
  const begin = performance.now();
  const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  const seen = new Map<number, Process>();
  const sampling = setInterval(() => child.pid !== undefined && sampleFamily(child.pid, seen), tickMs);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => clearInterval(sampling));
  const seconds = (performance.now() - begin) / 1000;
  if (exitCode !== 0) throw new Error(`${[file, ...args].join(" ")} ended with ${exitCode}:\n${output}`);

  const processes = [...seen.values()];
  const most = (role: Role): number =>
    Math.max(0, ...processes.filter((one) => one.role === role).map(({ peakMemory }) => peakMemory));
  return {
    seconds,
    cpu: cpuOfEnded() - cpuBefore,
    memory: Object.fromEntries(roles.map((role) => [role, most(role)])) as Record<Role, number>,
  };
}

interface Process {
  readonly role: Role;
  /** MB: the kernel keeps the peak, so that looking now and then loses nothing but what comes after the last look. */
  readonly peakMemory: number;
}

function sampleFamily(pid: number, seen: Map<number, Process>): void {
  try {
    const proc = (name: string): string => readFileSync(`/proc/${pid}/${name}`, "utf8");
    const [, peak] = /^VmHWM:\s+(\d+) kB/m.exec(proc("status")) ?? [];
    const commandLine = proc("cmdline").replaceAll("\0", " ");
    // One that has ended, and isn't waited for yet, has neither a command line nor memory.
    if (commandLine === "") return;
    seen.set(pid, { role: roleOf(commandLine), peakMemory: Number(peak ?? 0) / 1024 });
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      proc(`task/${thread}/children`).split(" ").filter(Boolean),
    );
    for (const child of children) sampleFamily(Number(child), seen);
  } catch (error) {
    // It ended between two reads.
    if (!["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

function roleOf(commandLine: string): Role {
  if (commandLine.includes("dynamic-provider")) return "provider";
  if (commandLine.includes("pulumi-language-nodejs")) return "language host";
  if (commandLine.includes("@pulumi/pulumi/cmd/run")) return "program";
  return "engine";
}
