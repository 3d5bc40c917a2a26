import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const readme = readFileSync(path.join(root, "README.md"), "utf8");

describe("The README", () => {
  it("names only scripts that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      scripts: object;
    };
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script ?? "");
    assert.ok(named.length > 0);
    for (const script of named) assert.ok(Object.hasOwn(scripts, script), script);
  });
});
