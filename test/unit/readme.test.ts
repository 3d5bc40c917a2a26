import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { blocksOf, page } from "../support/markdown";
import { ownManifest } from "../support/packages";
import { typeErrorsIn } from "../support/type-check";

const root = path.join(__dirname, "../..");

describe("The README", () => {
  it("names only scripts that package.json has", () => {
    const named = [...page("README.md").matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script ?? "");
    assert.ok(named.length > 0);
    for (const script of named) assert.ok(Object.hasOwn(ownManifest.scripts ?? {}, script), script);
  });
});

describe("The first programs that one meets", function () {
  this.timeout("1m");

  for (const file of ["README.md", "docs/user-pool-domain.md"]) {
    it(`are whole, and compile as they stand: ${file}`, () => {
      const programs = blocksOf(page(file)).filter(({ type, info }) => type === "fence" && info === "ts");
      assert.ok(programs.length > 0);
      // Within the repository, whose packages they find.
      mkdirSync(path.join(root, "build"), { recursive: true });
      const folder = mkdtempSync(path.join(root, "build/first-programs-"));
      try {
        const files = programs.map(({ content }, index) => {
          const source = path.join(folder, `${index}.ts`);
          writeFileSync(source, content);
          return source;
        });
        const paths = {
          "pulumi-cognito-domain": [path.join(root, "provider/index.ts")],
          "pulumi-cognito-domain/login-domain": [path.join(root, "login-domain/index.ts")],
        };
        assert.deepEqual([...typeErrorsIn(files, { paths }).values()].flat(), []);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
