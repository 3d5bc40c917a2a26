import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { page } from "../../support/markdown";

describe("package.json", () => {
  it("is as npm would have it, so that it warns of nothing when the package is published", function () {
    this.timeout("30s");
    const folder = mkdtempSync(path.join(tmpdir(), "manifest-"));
    try {
      const file = path.join(folder, "package.json");
      writeFileSync(file, page("package.json"));
      for (const bin of Object.values(JSON.parse(page("package.json")).bin as Record<string, string>)) {
        mkdirSync(path.join(folder, path.dirname(bin)), { recursive: true });
        writeFileSync(path.join(folder, bin), "");
      }
      execFileSync("npm", ["pkg", "fix"], { cwd: folder, stdio: "pipe" });
      assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), JSON.parse(page("package.json")));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
