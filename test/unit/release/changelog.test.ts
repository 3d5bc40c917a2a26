import assert from "node:assert/strict";
import { notesOn } from "../../../tools/release/changelog";

const changelog = `# some-package

## 0.2.0

### Minor Changes

- 1a2b3c4: Something new.

## 0.1.0

### Patch Changes

- 5d6e7f8: Something better.
`;

describe("the notes of a release", () => {
  it("are what the changelog says of its version", () => {
    assert.equal(notesOn("0.1.0", changelog), "### Patch Changes\n\n- 5d6e7f8: Something better.");
    assert.equal(notesOn("0.2.0", changelog), "### Minor Changes\n\n- 1a2b3c4: Something new.");
  });

  it("aren't there for a version that the changelog doesn't know, or says nothing of", () => {
    const unknown = new Error("CHANGELOG.md says nothing of 0.1.1.");
    assert.throws(() => notesOn("0.1.1", changelog), unknown);
    assert.throws(() => notesOn("0.1.1", `${changelog}\n## 0.1.1\n`), unknown);
  });
});
