import assert from "node:assert/strict";
import { unreachedIn } from "../../../tools/build/unreached";

const manifest = JSON.stringify({
  main: "./dist/index.js",
  bin: { command: "dist/cli/main.js" },
  exports: {
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./package.json": "./package.json",
  },
});

/** A package with these files beside one entry, which has these texts. */
function packageWith(code: string, types: string, others: Record<string, string>): Map<string, string> {
  const entry = {
    "package.json": manifest,
    "dist/index.js": code,
    "dist/index.d.ts": types,
    "dist/cli/main.js": "",
  };
  return new Map(Object.entries({ ...entry, ...others }));
}

describe("what nothing leads to in a built package", () => {
  it("is neither an entry, nor what is no code", () => {
    assert.deepEqual(unreachedIn(packageWith("", "", { "docs/page.md": "", LICENSE: "" })), []);
  });

  it("can't be told where an entry isn't built", () => {
    const files = packageWith("", "", {});
    files.delete("dist/cli/main.js");
    assert.throws(
      () => unreachedIn(files),
      new Error("package.json leads to dist/cli/main.js, which isn't built."),
    );
  });

  it("is the code that no code loads, and the types that no types name", () => {
    const files = packageWith('const a = require("./a");', 'export * from "./b";', {
      "dist/a.js": "",
      "dist/a.d.ts": "",
      "dist/b.js": "",
      "dist/b.d.ts": "",
    });
    assert.deepEqual(unreachedIn(files), ["dist/a.d.ts", "dist/b.js"]);
  });

  for (const [way, code] of [
    ["by require", 'const x = require("./deep/x");'],
    ["by require where it is needed", 'load: () => require("./deep/x").command(),'],
    ["by import()", 'const { x } = await import("./deep/x");'],
  ] as const) {
    it(`isn't what is loaded ${way}, nor what that loads`, () => {
      const files = packageWith(code, "", {
        "dist/deep/x.js": 'require("../y");',
        "dist/y.js": 'require("./deep/x");',
      });
      assert.deepEqual(unreachedIn(files), []);
    });
  }

  for (const [way, types] of [
    ["imported", 'import type { X } from "./deep/x";'],
    ["exported", 'export { type X } from "./deep/x";'],
    ["named in place", 'declare const x: import("./deep/x").X;'],
    ["imported for what it declares", 'import "./deep/x";'],
  ] as const) {
    it(`isn't what types have ${way}, nor what those have`, () => {
      const files = packageWith("", types, { "dist/deep/x.d.ts": 'import type { Y } from "..";' });
      assert.deepEqual(unreachedIn(files), []);
    });
  }

  it("isn't the index of a folder that is loaded", () => {
    assert.deepEqual(unreachedIn(packageWith('require("./deep");', "", { "dist/deep/index.js": "" })), []);
  });

  it("isn't what a command loads", () => {
    const files = packageWith("", "", {
      "dist/cli/main.js": 'require("./commands");',
      "dist/cli/commands.js": "",
    });
    assert.deepEqual(unreachedIn(files), []);
  });
});
