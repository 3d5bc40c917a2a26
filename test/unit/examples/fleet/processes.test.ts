import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isGone } from "../../../../examples/fleet/processes";

describe("the process that had an id once", () => {
  const hour = 60 * 60 * 1000;
  const children: ChildProcess[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-processes-"));
  after(() => {
    for (const child of children) child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  /** Something that runs until the end of these tests. */
  async function running(program = process.execPath): Promise<number> {
    const child = spawn(program, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    children.push(child);
    await once(child, "spawn");
    return child.pid ?? 0;
  }

  it("is gone where none has it", () => {
    assert.ok(isGone(spawnSync(process.execPath, ["--version"]).pid, Date.now()));
  });

  it("isn't gone where it runs", async () => {
    assert.ok(!isGone(await running(), Date.now()));
    assert.ok(!isGone(process.pid, Date.now()));
  });

  it("isn't gone where the time isn't known", async () => {
    assert.ok(!isGone(await running(), Number.NaN));
  });

  it("isn't gone where the one that has it now began hardly later, as dates and clocks aren't exact", async () => {
    assert.ok(!isGone(await running(), Date.now() - 5_000));
  });

  it("is gone where the one that has it now began later, as after a reboot; only Linux tells", async () => {
    assert.equal(isGone(await running(), Date.now() - hour), process.platform === "linux");
  });

  it("isn't gone where a Pulumi CLI has it now: the clock may have been set", async () => {
    const pulumi = path.join(folder, "pulumi");
    copyFileSync(process.execPath, pulumi);
    assert.ok(!isGone(await running(pulumi), Date.now() - hour));
  });
});
