import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Engine } from "../engine/find-engine";
import { runPulumi } from "../engine/run-pulumi";
import { command } from "./show";

/** A temporary project with a file backend, in which commands are shown and run. */
export interface Stage {
  /** Shows and runs a command, such as "up --yes". Fails when the command does. */
  pulumi(commandLine: string): Promise<void>;
  /** Sets one value of the project's configuration. */
  config(key: string, value: string): Promise<void>;
  close(): Promise<void>;
}

const repository = path.join(__dirname, "../..");
const project = "cognito-domain-quickstart";

/** A copy of the quickstart, so that no stack file is left beside the example. */
export async function openStage(engine: Engine, cognito: Readonly<Record<string, string>>): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), "pulumi-cognito-domain-demo-"));
  await cp(path.join(repository, "examples/quickstart"), folder, { recursive: true });
  await symlink(path.join(repository, "node_modules"), path.join(folder, "node_modules"), "junction");
  const environment: NodeJS.ProcessEnv = {
    ...withoutAws(process.env),
    ...cognito,
    AWS_EC2_METADATA_DISABLED: "true",
    // The SDK repeats in every command what npm ci has already said of an old Node.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    PULUMI_HOME: path.join(folder, ".pulumi-home"),
    PULUMI_BACKEND_URL: `file://${folder}`,
    PULUMI_CONFIG_PASSPHRASE: "demo",
    // The types are checked by npm run typecheck; here it would only take time.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
  };

  return { pulumi, config, close: () => rm(folder, { recursive: true, force: true }) };

  async function pulumi(commandLine: string): Promise<void> {
    command(`pulumi ${commandLine}`);
    await run(commandLine.split(" "));
  }

  async function config(key: string, value: string): Promise<void> {
    command(`pulumi config set --path ${key} ${value}`);
    await run(["config", "set", "--path", `${project}:${key}`, value]);
  }

  async function run(args: readonly string[]): Promise<void> {
    const ending = await runPulumi(engine, args, { cwd: folder, environment });
    if (ending !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${ending}`);
  }
}

/** The demo is about the embedded Cognito: no profile or endpoint of the machine may lead elsewhere. */
function withoutAws(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("AWS_")));
}
