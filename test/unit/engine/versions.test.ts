import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { minimumGoVersion, wantedVersion } from "../../../tools/engine/versions";

describe("the Go modules", () => {
  const goMod = (module: string) =>
    readFile(path.join(__dirname, "../../../tools/engine", module, "go.mod"), "utf8");

  it("build the version that is wanted", async () => {
    assert.ok((await goMod("cli")).includes(`github.com/pulumi/pulumi/pkg/v3 v${wantedVersion} `));
  });

  for (const module of ["cli", "language-nodejs"]) {
    it(`ask for the Go version that errors name (${module})`, async () => {
      assert.ok((await goMod(module)).includes(`\ngo ${minimumGoVersion}\n`));
    });
  }
});
