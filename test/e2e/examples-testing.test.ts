import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { exampleCalled } from "../support/examples";
import { quotesOf } from "../support/markdown";
import { hermeticEnvironment } from "./support/environment";
import { installation } from "./support/installation";
import { onlyPackages } from "./support/npm";
import { assertSucceeded } from "./support/outcome";
import { run } from "./support/run";

describe("examples/testing, copied out of the repository", function () {
  this.timeout("4m");

  const example = exampleCalled("testing");
  const readme = example.text("README.md");
  let copy: string;
  before(async () => {
    copy = await mkdtemp(path.join(tmpdir(), "copy-of-testing-"));
    for (const [file, text] of Object.entries(example.files())) await writeFile(path.join(copy, file), text);
  });
  after(() => rm(copy, { recursive: true, force: true }));

  it("gets the package, and all else, by what its README says", async () => {
    const { folder } = installation();
    const [tarball = ""] = (await readdir(folder)).filter((file) => file.endsWith(".tgz"));
    const [command = ""] = quotesOf(readme).filter((code) => code.includes("<tarball>"));
    const [npm = "", ...args] = command.replace("<tarball>", path.join(folder, tarball)).split(" ");
    assertSucceeded(
      await run(npm, [...args, ...onlyPackages], { directory: copy, environment: process.env }),
    );
    const { dependencies } = JSON.parse(await readFile(path.join(copy, "package.json"), "utf8"));
    assert.match(dependencies["pulumi-cognito-domain"], /\.tgz$/);
  });

  it("type-checks with its own tsconfig.json", async () => {
    const tsc = path.join(copy, "node_modules/.bin/tsc");
    assertSucceeded(await run(tsc, [], { directory: copy, environment: process.env }));
  });

  it("passes its own tests with npm test, as its README shows", async () => {
    const tested = await run("npm", ["test"], { directory: copy, environment: hermeticEnvironment() });
    assertSucceeded(tested);
    const shown = readme.match(/✔ .+$/gm) ?? [];
    // Mocha colours its check marks where CI or FORCE_COLOR is set, whatever it writes to.
    const printed = stripVTControlCharacters(tested.stdout);
    const passed = printed.match(/✔ .+(?= \(\d+ms\)$)/gm) ?? [];
    assert.ok(shown.length > 0);
    assert.deepEqual([...passed], [...shown]);
  });
});
