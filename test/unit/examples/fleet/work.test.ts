import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { type Deployment, LocalWorkspace, type PulumiCommand } from "@pulumi/pulumi/automation";
import { SemVer } from "semver";
import { rosterOf } from "../../../../examples/fleet/roster";
import { workOn } from "../../../../examples/fleet/work";
import { deploymentOf, held, tenant } from "./builders";

describe("a shard that is to be destroyed", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-unit-"));
  before(() => writeFileSync(path.join(folder, "Pulumi.yaml"), "name: cognito-fleet\nruntime: nodejs\n"));
  after(() => rmSync(folder, { recursive: true }));

  /** What the Automation API is told of a CLI: what it printed, or that it failed. */
  type Cli = (command: string, signal?: AbortSignal) => void;

  /** Destroys a shard with something in the CLI's place. @returns the outcome, and the commands in their order */
  async function destroy(stopping: AbortController, cli: Cli, state: Deployment = deploymentOf([])) {
    const commands: string[] = [];
    const fake = {
      command: "pulumi",
      version: new SemVer("3.255.0"),
      async run(
        args: string[],
        _folder: string,
        _environment: object,
        _onOutput: unknown,
        _onError: unknown,
        signal?: AbortSignal,
      ) {
        const [command = "", second = ""] = args;
        if (command === "stack") {
          const stdout = second === "export" ? JSON.stringify(state) : "[]";
          return { stdout, stderr: "", code: 0 };
        }
        commands.push(command);
        cli(command, signal);
        return { stdout: "", stderr: "", code: 0 };
      },
    };
    const workspace = await LocalWorkspace.create({
      workDir: folder,
      pulumiCommand: fake as unknown as PulumiCommand,
    });
    const outcome = await workOn("shard-1", {
      workspace,
      setup: { command: "destroy", tenants: [], shards: 1, parallel: 1, deletes: [] },
      roster: rosterOf([], 1),
      stopped: stopping.signal,
      onDomain: () => {},
    });
    // To be told to end is no failure.
    if (outcome.kind === "stopped") assert.deepEqual(outcome.failures, []);
    return { kind: outcome.kind, commands };
  }

  const { pid: dead } = spawnSync(process.execPath, ["--version"]);
  const locked = `the stack is currently locked by 1 lock(s).\n a.json: created by root@${hostname()} (pid ${dead}) at 2026-11-26T20:44:41Z`;

  it("is destroyed", async () => {
    assert.deepEqual(await destroy(new AbortController(), () => {}), { kind: "done", commands: ["destroy"] });
  });

  it("isn't touched any more if that is stopped while a lock that was left behind is broken", async () => {
    const stopping = new AbortController();
    const done = await destroy(stopping, (command) => {
      if (command === "refresh") stopping.abort();
      throw new Error(locked);
    });
    assert.deepEqual(done, { kind: "stopped", commands: ["destroy", "refresh"] });
  });

  it("isn't touched any more if that is stopped while what was interrupted is recovered", async () => {
    const stopping = new AbortController();
    const state = deploymentOf([held(tenant("acme"))]);
    Object.assign(state.deployment, { pending_operations: [{}] });
    let isTold: boolean | undefined;
    const refresh: Cli = (_command, signal) => {
      stopping.abort();
      isTold = signal?.aborted;
    };
    const done = await destroy(stopping, refresh, state);
    assert.deepEqual(done, { kind: "stopped", commands: ["refresh"] });
    assert.ok(isTold);
  });

  it("has its CLI told to end if that is stopped in the moment in which it is started", async () => {
    const stopping = new AbortController();
    let isTold = false;
    const done = await destroy(stopping, (command, signal) => {
      if (command !== "destroy") return;
      stopping.abort();
      signal?.addEventListener("abort", () => {
        isTold = true;
      });
      throw new Error(
        "code: -2\n stderr: Command was killed with SIGINT (User interruption with CTRL-C): pulumi destroy",
      );
    });
    assert.deepEqual(done, { kind: "stopped", commands: ["destroy"] });
    assert.ok(isTold);
  });
});
