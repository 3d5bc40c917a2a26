import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { newFolder } from "../e2e/support/installation";
import { type Run, run } from "../e2e/support/run";
import { linkTestTools } from "../e2e/support/test-tools";
import { codeFor, page } from "../support/markdown";

describe("the recipe in the emulator's documentation", function () {
  this.timeout("2m");

  const emulator = page("docs/emulator.md");
  const login = codeFor("login.test.ts", emulator);

  /** Runs the page's test in a project with the page's program, and with nothing that the page doesn't name. */
  async function runWith(test: string): Promise<Run> {
    const folder = await newFolder("recipe");
    const files = {
      "Pulumi.yaml": codeFor("Pulumi.yaml", emulator),
      "tsconfig.json": codeFor("tsconfig.json", emulator),
      "index.ts": codeFor("index.ts", emulator),
      "login.test.ts": test,
    };
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
    return run("npx", ["mocha", "--require", "ts-node/register", "login.test.ts"], {
      directory: folder,
      environment: await linkTestTools(folder),
    });
  }

  it("passes as it stands", async () => {
    const { exitCode, stdout, stderr } = await runWith(login);
    assert.equal(exitCode, 0, stdout + stderr);
    assert.match(stdout, /1 passing/);
  });

  it("fails, and ends, when the program doesn't do what the test says", async () => {
    const { exitCode, stdout } = await runWith(login.replace("auth.example.com", "login.example.com"));
    assert.equal(exitCode, 1);
    assert.match(stdout, /1 failing/);
    assert.match(stdout, /\+ undefined\s+- 'ACTIVE'|undefined.*'ACTIVE'/s);
  });
});
