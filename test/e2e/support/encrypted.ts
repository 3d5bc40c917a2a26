import assert from "node:assert/strict";

/** That a value of the state is encrypted there, or above: the engine may keep a whole object secret for a part of it. */
export function assertEncrypted(values: unknown, [next, ...rest]: readonly string[]): void {
  if (typeof values === "object" && values !== null && "ciphertext" in values) return;
  assert.ok(next !== undefined, `Not encrypted: ${JSON.stringify(values)}`);
  assertEncrypted((values as Record<string, unknown>)[next], rest);
}
