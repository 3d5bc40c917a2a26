import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Quotas } from "pulumi-cognito-domain/emulator";
import ts from "typescript";
import type { Engine } from "../../tools/engine/find-engine";
import { type RunningServer, start } from "../emulator/running";
import type { Report, Rise } from "../emulator/server";
import { environmentFor } from "../environment";
import { runFamily, type Taken } from "./family";

export const operations = ["preview", "create", "no change", "refresh", "update", "destroy"] as const;
export type Operation = (typeof operations)[number];

/** The programs that are compared. */
export const subjects = ["ours", "floor", "textbook"] as const;
export type Subject = (typeof subjects)[number];

export interface Measured extends Taken {
  /** What reached the embedded Cognito. */
  readonly calls: Report["calls"];
  readonly throttled: number;
  readonly secondsSinceRise: number | undefined;
  /** Of the stack's state afterwards. */
  readonly stateBytes: number;
}

/** A stack of one program with so many domains, on an embedded Cognito of its own where nothing takes time. */
export interface Stage {
  readonly cognito: RunningServer;
  /** Operations are to be run in their order. @param more environment variables */
  run(operation: Operation, more?: NodeJS.ProcessEnv): Promise<Measured>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** What the embedded Cognito takes. @default everything */
  readonly quotas?: Quotas;
  /** When it takes more. @default never */
  readonly rise?: Rise;
  /** How long a change takes to be in force, in milliseconds. @default no time */
  readonly updatesTake?: number;
}

const project = "bench";

export async function openStage(
  engine: Engine,
  subject: Subject,
  domains: number,
  { quotas = {}, rise, updatesTake = 0 }: StageOptions = {},
): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), "pulumi-cognito-domain-bench-"));
  const durations = { create: 0, update: updatesTake, delete: 0, nameRelease: 0 };
  const cognito = await start("emulator", domains, {
    durations: { prefix: durations, custom: durations },
    quotas,
    ...(rise && { rise }),
  });
  await writeProgram(subject, folder);
  await pulumi(["stack", "init", "dev"], "one");

  return {
    cognito,
    async run(operation, more) {
      await cognito.ask();
      const command = [...commands[operation], "--stack", "dev", "--non-interactive", "--color", "never"];
      const isChanged = operation === "update" || operation === "destroy";
      const taken = await pulumi(command, isChanged ? "two" : "one", more);
      const { calls, throttled, secondsSinceRise } = await cognito.ask();
      return { ...taken, calls, throttled, secondsSinceRise, stateBytes: await stateBytes() };
    },
    async close() {
      await cognito.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };

  function pulumi(
    args: readonly string[],
    certificate: string,
    more: NodeJS.ProcessEnv = {},
  ): Promise<Taken> {
    const env = engine.environment({ ...environment(folder, cognito, domains, certificate), ...more });
    return runFamily(engine.pulumi, args, { cwd: folder, env });
  }

  async function stateBytes(): Promise<number> {
    return (await stat(path.join(folder, ".pulumi/stacks", project, "dev.json"))).size;
  }
}

const commands = {
  preview: ["preview"],
  create: ["up", "--yes", "--skip-preview"],
  "no change": ["up", "--yes", "--skip-preview"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  update: ["up", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
} satisfies Record<Operation, readonly string[]>;

function environment(
  folder: string,
  cognito: RunningServer,
  domains: number,
  certificate: string,
): NodeJS.ProcessEnv {
  return {
    ...environmentFor(cognito),
    BENCH_DOMAINS: String(domains),
    BENCH_CERTIFICATE: certificate,
    PULUMI_HOME: path.join(folder, ".pulumi-home"),
    PULUMI_BACKEND_URL: `file://${folder}`,
    PULUMI_CONFIG_PASSPHRASE: "bench",
  };
}

/** As JavaScript, so that no compiler is measured. */
async function writeProgram(subject: Subject, folder: string): Promise<void> {
  const manifest = {
    name: project,
    main: `${subject}.js`,
    runtime: { name: "nodejs", options: { typescript: false } },
  };
  await writeFile(path.join(folder, "Pulumi.yaml"), JSON.stringify(manifest));
  await symlink(path.join(__dirname, "../../node_modules"), path.join(folder, "node_modules"), "junction");
  const programs = path.join(__dirname, "programs");
  for (const file of await readdir(programs)) {
    const { outputText } = ts.transpileModule(await readFile(path.join(programs, file), "utf8"), {
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2022,
        esModuleInterop: true,
      },
    });
    await writeFile(path.join(folder, file.replace(/\.ts$/, ".js")), outputText);
  }
}
