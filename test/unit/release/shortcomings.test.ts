import assert from "node:assert/strict";
import { type Outcome, shortcomingsOf } from "../../../tools/release/shortcomings";

const notes = "### Minor Changes\n\n- 1a2b3c4: Something new.\n";
const good: Outcome = {
  versionBefore: "0.0.0",
  version: "0.1.0",
  lockedVersions: ["0.1.0", "0.1.0"],
  due: "version=0.1.0\ndue=true\n",
  remaining: [],
  notes,
  tarball: tarballOf("0.1.0", `# some-package\n\n## 0.1.0\n\n${notes}`),
};

function tarballOf(version: string, changelog: string): Outcome["tarball"] {
  const files = { "package.json": JSON.stringify({ version }), "CHANGELOG.md": changelog };
  return { packedBytes: 1, files: new Map(Object.entries(files)) };
}

describe("what came of a release's steps", () => {
  it("may be published when nothing is wrong with it", () => {
    assert.deepEqual(shortcomingsOf(good), []);
  });

  const bad: Record<string, [wrong: Partial<Outcome>, why: string[]]> = {
    "a version that stayed": [{ versionBefore: "0.1.0" }, ["The version is 0.1.0, after 0.1.0."]],
    "a version that fell": [{ versionBefore: "0.10.0" }, ["The version is 0.1.0, after 0.10.0."]],
    "a lockfile of the version before": [
      { lockedVersions: ["0.0.0", undefined] },
      [
        "package-lock.json has the version 0.0.0, and package.json 0.1.0.",
        "package-lock.json has the version undefined, and package.json 0.1.0.",
      ],
    ],
    "a version that the workflow overlooks": [
      { due: "version=0.1.0\ndue=false\n" },
      ["The release isn't due: version=0.1.0\ndue=false"],
    ],
    "a changeset that is still there": [
      { remaining: ["one.md"] },
      [".changeset/one.md is still there, and would be released again."],
    ],
    "a tarball of another version": [
      { tarball: tarballOf("0.0.0", `# some-package\n\n## 0.1.0\n\n${notes}`) },
      ["The tarball has the version 0.0.0."],
    ],
    "a tarball with the changelog of before": [
      { tarball: tarballOf("0.1.0", "# some-package\n") },
      ["The tarball's changelog lacks the notes."],
    ],
  };
  for (const [what, [wrong, why]] of Object.entries(bad)) {
    it(`may not be published with ${what}`, () => {
      assert.deepEqual(shortcomingsOf({ ...good, ...wrong }), why);
    });
  }
});
