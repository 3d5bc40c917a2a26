import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { codeFor, page } from "../support/markdown";
import { hermeticEnvironment } from "./support/environment";
import { newFolder } from "./support/installation";
import { type Run, run } from "./support/run";

// What the page has a user install beside the package is taken from where this repository has it.
const modules = path.join(__dirname, "../../node_modules");

describe("the recipe in the emulator's documentation", function () {
  this.timeout("2m");

  const emulator = page("docs/emulator.md");
  const login = codeFor("login.test.ts", emulator);

  /** Runs the page's test in a project with the page's program. */
  async function runWith(test: string): Promise<Run> {
    const folder = await newFolder("recipe");
    const installed = { types: ["node", "mocha"], typeRoots: [path.join(modules, "@types")] };
    const compilerOptions = {
      strict: true,
      module: "nodenext",
      target: "es2022",
      skipLibCheck: true,
      ...installed,
    };
    const files = {
      "Pulumi.yaml": "name: recipe\nruntime: nodejs\n",
      "index.ts": codeFor("index.ts", emulator),
      "login.test.ts": test,
      "tsconfig.json": JSON.stringify({ compilerOptions }),
    };
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
    const mocha = path.join(modules, "mocha/bin/mocha.js");
    const typescript = path.join(modules, "ts-node/register");
    return run(process.execPath, [mocha, "--require", typescript, "login.test.ts"], {
      directory: folder,
      environment: hermeticEnvironment(),
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
