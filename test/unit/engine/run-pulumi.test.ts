import assert from "node:assert/strict";
import type { Engine } from "../../../tools/engine/find-engine";
import { runPulumi } from "../../../tools/engine/run-pulumi";

describe("running the CLI in the place of this process", () => {
  const engine: Engine = {
    pulumi: process.execPath,
    binDirectory: "",
    source: "path",
    version: "3.255.0",
    environment: (base) => base,
  };

  it("gives its exit code", async () => {
    assert.equal(await runPulumi(engine, ["-e", "process.exit(3)"]), 3);
  });

  it("gives the signal that ended it", async () => {
    assert.equal(await runPulumi(engine, ["-e", "process.kill(process.pid, 'SIGKILL')"]), "SIGKILL");
  });

  it("passes SIGTERM on", async () => {
    const script =
      "process.on('SIGTERM', () => process.exit(7)); process.kill(process.ppid, 'SIGTERM'); setInterval(() => {}, 1000)";

    assert.equal(await runPulumi(engine, ["-e", script]), 7);
  });
});
