import assert from "node:assert/strict";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { ModuleKind, transpileModule } from "typescript";
import { oldType } from "../../../cli/migrate/pulumi-state";
import type { Call } from "../../../emulator/index";
import { resourceType } from "../../../provider/resource-type";
import { useAwsPlugin } from "./aws-plugin";
import { type Cloud, useCloud } from "./cloud";
import { installedCommand } from "./command";
import { hermeticEnvironment } from "./environment";
import { installation } from "./installation";
import { assertSucceeded } from "./outcome";
import { javascript, type Program } from "./programs";
import { type Run, type Running, run, start } from "./run";
import { newStack, type Stack } from "./stack";

/** What `migrate` prints with --json. */
export interface Listing {
  domains: { domain: string; name: string; from: string; region: string }[];
  code: string;
  file?: string;
  apply?: string;
  steps: { what: string; command?: string; back?: string }[];
  warnings: string[];
}

/** Where domains of Pulumi's AWS provider are migrated. */
export interface Place {
  readonly cloud: Cloud;
  readonly stack: Stack;
  /** A pool in us-east-1. */
  readonly userPoolId: string;
  /** Resolves when the next call has reached the cloud. */
  nextCall(): Promise<Call>;
  /** Puts a stack with an empty program, and a pool, in the place of those that are there. */
  begin(): Promise<void>;
  /** Deploys a program with the old domains. From its end on the cloud may only be read. */
  deploy(program: Program): Promise<void>;
  /** The calls since then. */
  calls(): readonly Call[];
  assertOnlyRead(): void;
  /** Starts `migrate --apply`, with what happens at one of the commands of Pulumi that it runs. */
  apply(trap?: Trap): Promise<Running>;
  listingOf(source: string): Promise<Listing>;
  /** Runs a command as a person pastes it. */
  paste(line: string): Promise<Run>;
  /** Takes the steps as they are printed; those without a command are for `write`, and Terraform's for others. */
  take(steps: Listing["steps"], write?: () => Promise<void>): Promise<void>;
  /**
   * Puts code in the place of the program, beside what else that has; in JavaScript, since Pulumi takes long to check
   * one in TypeScript.
   */
  putIn(code: string, ...others: string[]): Promise<void>;
  /** The state as it is exported. */
  state(): Promise<unknown>;
  /** The type and protection of each domain in the state, by their names. */
  domains(): Promise<{ type: string; protect: boolean | undefined }[]>;
}

/** A command of Pulumi, such as `stack import 1`, at which something goes wrong. */
export interface Trap {
  readonly at: string;
  /** The command fails, or whoever runs it is killed before or after it. */
  readonly what: "fails" | "killed before" | "killed after";
}

/** A place for the surrounding `describe`. */
export function usePlace(): Place {
  let onCall: (call: Call) => void = () => {};
  const cloud = useCloud({ onCall: (call) => onCall(call) });
  const aws = useAwsPlugin(cloud);
  let stack: Stack;
  let userPoolId: string;
  let callsBefore = 0;
  beforeEach(() => {
    callsBefore = cloud.emulator.calls.length;
  });

  return {
    cloud,
    get stack() {
      return stack;
    },
    get userPoolId() {
      return userPoolId;
    },
    nextCall: () =>
      new Promise((resolve) => {
        onCall = resolve;
      }),
    async begin() {
      userPoolId = cloud.emulator.createPool().id;
      const { emulator } = cloud;
      stack = await newStack({ emulator, program: javascript(), environment: aws.environment });
      callsBefore = cloud.emulator.calls.length;
    },
    async deploy(program) {
      await stack.write(program);
      assertSucceeded(await stack.up());
      callsBefore = cloud.emulator.calls.length;
    },
    calls,
    assertOnlyRead() {
      const operations = new Set(calls().map(({ operation }) => operation));
      assert.ok(operations.delete("DescribeUserPoolDomain"));
      operations.delete("DescribeUserPool");
      assert.deepEqual([...operations], []);
    },
    async apply(trap) {
      const options = { directory: stack.folder, environment: await environmentWith(trap) };
      return start(installedCommand(), ["migrate", "--stack", "dev", "--apply"], options);
    },
    async listingOf(source) {
      const printed = await paste(`${source} | npx cognito-domain migrate --json`);
      assertSucceeded(printed);
      return JSON.parse(printed.stdout) as Listing;
    },
    paste,
    async take(steps, write = async () => {}) {
      for (const { command } of steps) {
        if (command === undefined) await write();
        else if (!command.startsWith("terraform")) assertSucceeded(await paste(command));
      }
    },
    putIn(code, ...others) {
      const { outputText } = transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS } });
      return stack.write(javascript(...others, outputText));
    },
    async state() {
      return JSON.parse((await stack.state()).text);
    },
    async domains() {
      const { resources } = await stack.state();
      return resources
        .filter(({ type }) => [oldType, resourceType].includes(type))
        .toSorted((one, other) => one.id.localeCompare(other.id))
        .map(({ type, protect }) => ({ type, protect }));
    },
  };

  function calls(): readonly Call[] {
    return cloud.emulator.calls.slice(callsBefore);
  }

  function paste(line: string): Promise<Run> {
    return run("sh", ["-c", line], { directory: stack.folder, environment: environment() });
  }

  function environment(): NodeJS.ProcessEnv {
    return hermeticEnvironment({ ...cloud.emulator.environment, ...aws.environment });
  }

  async function environmentWith(trap: Trap | undefined): Promise<NodeJS.ProcessEnv> {
    if (!trap) return environment();
    const folder = path.join(stack.folder, `trap-${trap.at}-${trap.what}`.replaceAll(" ", "-"));
    await mkdir(folder);
    const file = path.join(folder, "pulumi");
    await writeFile(file, scriptOf(trap, folder));
    await chmod(file, 0o755);
    const { PATH, ...others } = environment();
    return { ...others, PATH: `${folder}${path.delimiter}${PATH}` };
  }
}

/** The real command, which counts how often it is run, and does what the trap says once it is due. */
function scriptOf({ at, what }: Trap, folder: string): string {
  const due: Readonly<Record<Trap["what"], [before: string, after: string]>> = {
    fails: ["echo 'error: connection lost' >&2; exit 1", ":"],
    "killed before": ["kill -9 $PPID; exit 1", ":"],
    "killed after": [":", "kill -9 $PPID"],
  };
  const [before, after] = due[what];
  return `#!/bin/sh
name="$1"; [ "$1" = stack ] && name="$1 $2"
times=$(( $(cat "${folder}/$name" 2>/dev/null || echo 0) + 1 ))
echo $times > "${folder}/$name"
if [ "$name $times" = "${at}" ]; then ${before}; fi
"${installation().pulumi}" "$@"; code=$?
if [ "$name $times" = "${at}" ]; then ${after}; fi
exit $code
`;
}
