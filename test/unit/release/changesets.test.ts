import assert from "node:assert/strict";
import { type Changeset, changesetIn, nextVersion } from "../../../tools/release/changesets";

describe("a changeset", () => {
  const text = '---\n"some-package": minor\n---\n\nOne sentence.\nAnd another.\n';

  it("is read as a bump and what users should know", () => {
    const read = changesetIn(text, "quick-foxes-jump", "some-package");
    assert.deepEqual(read, { id: "quick-foxes-jump", bump: "minor", summary: "One sentence.\nAnd another." });
  });

  it("is read with the line ends of Windows", () => {
    assert.equal(changesetIn(text.replaceAll("\n", "\r\n"), "id", "some-package").bump, "minor");
  });

  for (const [what, wrong] of [
    ["of another package", text.replace("some-package", "other-package")],
    ["without a bump", "---\n---\n\nOne sentence.\n"],
    ["without its front matter", "One sentence.\n"],
  ] as const) {
    it(`is none ${what}`, () => {
      assert.throws(
        () => changesetIn(wrong, "id", "some-package"),
        new Error(
          ".changeset/id.md doesn't say whether it is a major, minor or patch change of some-package.",
        ),
      );
    });
  }
});

describe("the version after a release", () => {
  const of = (...bumps: Changeset["bump"][]): Changeset[] =>
    bumps.map((bump) => ({ id: bump, bump, summary: bump }));

  for (const [changesets, version] of [
    [of("patch", "patch"), "1.2.4"],
    [of("patch", "minor", "patch"), "1.3.0"],
    [of("minor", "major"), "2.0.0"],
    [of(), "1.2.3"],
  ] as const) {
    it(`is ${version} where 1.2.3 gets ${changesets.map(({ bump }) => bump).join(", ") || "nothing"}`, () => {
      assert.equal(nextVersion("1.2.3", changesets), version);
    });
  }
});
