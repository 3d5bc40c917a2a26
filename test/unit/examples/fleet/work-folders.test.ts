import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newFolder } from "../../../../examples/fleet/work-folders";

describe("the folder that a process works in", () => {
  const parent = path.join(mkdtempSync(path.join(tmpdir(), "fleet-work-")), ".work");
  after(() => rmSync(path.dirname(parent), { recursive: true }));

  /** Another process's, that was last written to so many days ago. */
  function left(name: string, days: number): string {
    const folder = path.join(parent, name);
    mkdirSync(folder, { recursive: true });
    const then = Date.now() / 1000 - days * 24 * 60 * 60;
    utimesSync(folder, then, then);
    return folder;
  }

  it("is no other's, not even that of a process with the same id in another container", () => {
    assert.notEqual(newFolder(parent), newFolder(parent));
  });

  it("leaves those alone that somebody may be at work in, and takes away those that were left long ago", () => {
    const [young, old] = [left("run-young", 6), left("run-old", 8)];
    newFolder(parent);
    assert.deepEqual([existsSync(young), existsSync(old)], [true, false]);
  });
});
