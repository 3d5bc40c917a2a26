import assert from "node:assert/strict";
import { type Outcome, shortcomingsOf } from "../../../tools/release/shortcomings";

const manifest = {
  name: "some-package",
  version: "0.1.0",
  bin: { command: "./dist/cli.js" },
  main: "./dist/index.js",
  types: "./dist/index.d.ts",
  exports: {
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./extra": { types: "./dist/extra.d.ts", default: "./dist/extra.js" },
    "./package.json": "./package.json",
  },
  typesVersions: { "*": { extra: ["./dist/extra.d.ts"] } },
  files: ["dist", "docs", "!docs/internal.md"],
};
const notes = "### Minor Changes\n\n- 1a2b3c4: Something new.\n  It goes on\n  here.\n";
const files = {
  "package.json": JSON.stringify(manifest),
  "README.md": "",
  LICENSE: "",
  "CHANGELOG.md": `# some-package\n\n## 0.1.0\n\n${notes}`,
  "docs/page.md": "",
  "dist/index.js": "",
  "dist/index.d.ts": "",
  "dist/extra.js": "",
  "dist/extra.d.ts": "",
  "dist/cli.js": "",
};
const good: Outcome = {
  changesets: [{ id: "one", bump: "minor", summary: "Something new.\nIt goes on here." }],
  versionBefore: "0.0.0",
  version: "0.1.0",
  lockedVersions: ["0.1.0", "0.1.0"],
  remaining: [],
  notes,
  tarball: { packedBytes: 1, files: new Map(Object.entries(files)) },
};

function tarballWithout(file: keyof typeof files): Outcome["tarball"] {
  return { packedBytes: 1, files: new Map(Object.entries(files).filter(([name]) => name !== file)) };
}

describe("what came of a release's steps", () => {
  it("may be published when nothing is wrong with it", () => {
    assert.deepEqual(shortcomingsOf(good), []);
  });

  const bad: Record<string, [wrong: Partial<Outcome>, why: string[]]> = {
    "a version that stayed": [
      { versionBefore: "0.1.0", version: "0.1.0" },
      ["The version is 0.1.0, and should be 0.2.0 after 0.1.0."],
    ],
    "a lockfile of the version before": [
      { lockedVersions: ["0.0.0", undefined] },
      [
        "package-lock.json has the version 0.0.0, and package.json 0.1.0.",
        "package-lock.json has the version undefined, and package.json 0.1.0.",
      ],
    ],
    "a changeset that is still there": [
      { remaining: good.changesets },
      [".changeset/one.md is still there, and would be released again."],
    ],
    "notes without a change": [
      { changesets: [...good.changesets, { id: "two", bump: "patch", summary: "Something better." }] },
      ["The notes lack what .changeset/two.md says."],
    ],
    "a tarball of another version": [
      {
        tarball: {
          packedBytes: 1,
          files: new Map(
            Object.entries({ ...files, "package.json": files["package.json"].replace("0.1.0", "0.0.0") }),
          ),
        },
      },
      ["The tarball has the version 0.0.0."],
    ],
    "a tarball with the changelog of before": [
      {
        tarball: {
          packedBytes: 1,
          files: new Map(Object.entries({ ...files, "CHANGELOG.md": "# some-package\n" })),
        },
      },
      ["The tarball's changelog lacks the notes."],
    ],
  };
  for (const [what, [wrong, why]] of Object.entries(bad)) {
    it(`may not be published with ${what}`, () => {
      assert.deepEqual(shortcomingsOf({ ...good, ...wrong }), why);
    });
  }

  for (const [file, missing] of [
    ["dist/cli.js", "dist/cli.js"],
    ["dist/index.js", "dist/index.js"],
    ["dist/index.d.ts", "dist/index.d.ts"],
    ["dist/extra.js", "dist/extra.js"],
    ["docs/page.md", "docs"],
    ["README.md", "README.md"],
    ["LICENSE", "LICENSE"],
  ] as const) {
    it(`may not be published without ${missing}`, () => {
      const tarball = tarballWithout(file);
      assert.deepEqual(shortcomingsOf({ ...good, tarball }), [`The tarball lacks ${missing}.`]);
    });
  }
});
