import assert from "node:assert/strict";
import { type Cell, cellIn } from "../../tools/versions/cell";

/** What was to be installed. */
export function versionOf(what: keyof Cell): string {
  const version = cellIn(process.env)[what];
  assert.ok(version, "No version is given: npm run test:versions runs this with those of each cell");
  return version;
}
