import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeLauncherIfMissing } from "../../../tools/engine/launcher";
import { runCommand } from "../../../tools/engine/run-command";

describe("the launcher of dynamic providers", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "launcher test-"));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("runs the provider of the program in the working directory, with the engine's arguments", async () => {
    const provider = path.join(folder, "node_modules/@pulumi/pulumi/cmd/dynamic-provider");
    await mkdir(provider, { recursive: true });
    await writeFile(path.join(provider, "index.js"), "console.log(JSON.stringify(process.argv.slice(2)))");
    await writeLauncherIfMissing(folder, process.platform);

    const printed = await runCommand(
      path.join(folder, "pulumi-resource-pulumi-nodejs"),
      ["127.0.0.1:1", "a b"],
      {
        directory: folder,
        environment: process.env,
        signal: new AbortController().signal,
        timeoutMilliseconds: 60_000,
      },
    );

    assert.deepEqual(JSON.parse(printed), ["127.0.0.1:1", "a b"]);
  });
});
