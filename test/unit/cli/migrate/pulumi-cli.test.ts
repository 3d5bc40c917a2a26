import assert from "node:assert/strict";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pulumiCli, requireRecentPulumi } from "../../../../cli/migrate/pulumi-cli";

describe("the Pulumi CLI on PATH", () => {
  let folder: string;
  const { PATH } = process.env;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "pulumi-cli-"));
    process.env["PATH"] = folder;
  });
  afterEach(async () => {
    process.env["PATH"] = PATH;
    await rm(folder, { recursive: true });
  });

  /** Puts a program on PATH. */
  async function pulumiIs(script: string): Promise<void> {
    const file = path.join(folder, "pulumi");
    await writeFile(file, `#!${process.execPath}\n${script}`);
    await chmod(file, 0o755);
  }

  it("is asked about the stack, without a question or a colour", async () => {
    await pulumiIs("process.stdout.write(JSON.stringify(process.argv.slice(2)))");
    assert.deepEqual(JSON.parse(await pulumiCli("dev").exportState()), [
      ...["stack", "export", "--stack", "dev", "--non-interactive", "--color", "never"],
    ]);
  });

  it("gets a state on its stdin, so that no secret in it is in a file", async () => {
    const file = path.join(folder, "taken");
    await pulumiIs(`process.stdin.pipe(require("node:fs").createWriteStream(${JSON.stringify(file)}))`);
    const state = JSON.stringify({ text: "x".repeat(1_000_000) });
    await pulumiCli("dev").importState(state);
    assert.equal(await readFile(file, "utf8"), state);
  });

  it("says why it failed, in its last lines", async () => {
    await pulumiIs('console.error([..."abcdefghijkl"].join("\\n\\n")); process.exit(255)');
    await assert.rejects(pulumiCli("dev").importState("{}"), (error: Error) => {
      assert.equal(
        error.message,
        ["`pulumi stack import` ended with exit code 255:", ..."cdefghijkl"].join("\n  "),
      );
      return true;
    });
  });

  it("may not read the state that it refuses", async () => {
    await pulumiIs('console.error("locked"); process.stdin.destroy(); process.exit(1)');
    await assert.rejects(pulumiCli("dev").importState("x".repeat(1_000_000)), /exit code 1:\n {2}locked$/);
  });

  it("is missed with a way on", async () => {
    await assert.rejects(
      pulumiCli("dev").exportState(),
      /^Error: There is no pulumi on PATH: install .*or give its state on stdin/,
    );
  });

  describe("is new enough", () => {
    for (const [version, isEnough] of Object.entries({
      "v3.254.0": true,
      "v3.300.1-alpha.1": true,
      "v4.0.0": true,
      "v3.253.9": false,
      "v2.999.0": false,
      "no version": false,
    })) {
      it(`${isEnough ? "with" : "or not with"} ${version}`, async () => {
        await pulumiIs(`console.log("${version}")`);
        if (isEnough) await requireRecentPulumi();
        else await assert.rejects(requireRecentPulumi(), /is .*, and 3\.254 or newer is needed: update it/);
      });
    }
  });

  describe("previews", () => {
    const never = new AbortController().signal;

    it("with the steps", async () => {
      await pulumiIs('console.log(JSON.stringify({ steps: [{ op: "same", urn: "a" }] }))');
      assert.deepEqual(await pulumiCli("dev").preview(never), {
        steps: [{ op: "same", urn: "a" }],
        errors: [],
      });
    });

    it("with what failed in the program", async () => {
      const diagnostics = [{ message: "error: boom", severity: "error" }];
      await pulumiIs(
        `console.log(${JSON.stringify(JSON.stringify({ steps: [], diagnostics }))}); process.exit(1)`,
      );
      assert.deepEqual((await pulumiCli("dev").preview(never)).errors, ["boom"]);
    });

    for (const [what, printed] of [
      ["before it had begun", ""],
      ["although its steps say nothing of it", "console.log(JSON.stringify({ steps: [] })); "],
    ] as const) {
      it(`with a failure ${what}`, async () => {
        await pulumiIs(`${printed}console.error("no Pulumi.yaml"); process.exit(1)`);
        await assert.rejects(
          pulumiCli("dev").preview(never),
          /`pulumi preview` ended with exit code 1:\n {2}no Pulumi\.yaml$/,
        );
      });
    }

    it("until it is told to stop, with all that it started", async () => {
      const started = path.join(folder, "started");
      await pulumiIs(`
        const { spawn } = require("node:child_process");
        spawn(process.execPath, ["-e", 'require("fs").writeFileSync(${JSON.stringify(started)}, ""); setInterval(() => {}, 1000)'], { stdio: "inherit" });
        setInterval(() => {}, 1000);`);
      const controller = new AbortController();
      const preview = pulumiCli("dev").preview(controller.signal);
      while (!(await readFile(started).catch(() => undefined))) await new Promise(setImmediate);
      controller.abort();
      await assert.rejects(preview, /`pulumi preview` was ended/);
    });
  });
});
