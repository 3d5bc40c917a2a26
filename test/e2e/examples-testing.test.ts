import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { exampleCalled } from "../support/examples";
import { newFolder } from "./support/installation";
import { assertSucceeded } from "./support/outcome";
import { run } from "./support/run";
import { linkTestTools } from "./support/test-tools";

describe("examples/testing", function () {
  this.timeout("2m");

  it("passes its own tests with npm test, as its README shows", async () => {
    const example = exampleCalled("testing");
    const directory = await newFolder("testing");
    for (const [file, text] of Object.entries(example.files())) {
      await writeFile(path.join(directory, file), text);
    }
    const tested = await run("npm", ["test"], { directory, environment: await linkTestTools(directory) });
    assertSucceeded(tested);
    const shown = example.text("README.md").match(/✔ .+$/gm) ?? [];
    const passed = tested.stdout.match(/✔ .+(?= \(\d+ms\)$)/gm) ?? [];
    assert.ok(shown.length > 0);
    assert.deepEqual([...passed], [...shown]);
  });
});
