import assert from "node:assert/strict";
import { runCommand } from "../../../tools/engine/run-command";

describe("running a command", () => {
  const options = {
    environment: process.env,
    signal: new AbortController().signal,
    timeoutMilliseconds: 60_000,
  };
  const node = (script: string, more = {}) =>
    runCommand(process.execPath, ["-e", script], { ...options, ...more });

  it("gives its output", async () => {
    assert.equal(await node("console.log('3.255.0')"), "3.255.0\n");
  });

  it("that fails shows the exit code and the last lines of its messages", async () => {
    const script = "for (let i = 1; i <= 12; i++) console.error('line ' + i); process.exitCode = 3";

    await assert.rejects(node(script), (error: Error) => {
      const [first, ...output] = error.message.split("\n");
      assert.match(first ?? "", /` ended with exit code 3$/);
      assert.deepEqual([output.length, output[0], output.at(-1)], [10, "line 3", "line 12"]);
      return true;
    });
  });

  it("that doesn't exist says so", async () => {
    await assert.rejects(runCommand("/no/such/program", ["version"], options), {
      message: "`/no/such/program version` could not be run: ENOENT",
    });
  });

  it("ends it when its time is over", async () => {
    await assert.rejects(
      node("setInterval(() => {}, 1000)", { timeoutMilliseconds: 1 }),
      /was ended after 0\.001 s/,
    );
  });
});
