import assert from "node:assert/strict";
import type { Run } from "./run";
import type { Outcome } from "./stack";

/** What the engine did, in order, such as `create login`. */
export function operationsOfEngine({ steps }: Outcome): string[] {
  return steps.map(({ op, name }) => `${op} ${name}`);
}

export function assertSucceeded({ exitCode, stdout, stderr }: Run): void {
  assert.equal(exitCode, 0, stdout + stderr);
}

/** The texts of the diagnostics of one severity, in one. */
export function messagesOf({ diagnostics }: Outcome, severity: "warning" | "error" | "info"): string {
  return diagnostics
    .filter((diagnostic) => diagnostic.severity === severity || diagnostic.severity === `${severity}#err`)
    .map(({ message }) => message)
    .join("\n");
}

/** Everything that a person could have read. */
export function everythingShown({ stdout, stderr, diagnostics }: Outcome): string {
  return [stdout, stderr, ...diagnostics.map(({ message }) => message)].join("\n");
}

/** A failure that a person can act upon: said as an error, and without the insides of this package. */
export function assertExplained(outcome: Outcome, ...expected: RegExp[]): void {
  assert.notEqual(outcome.exitCode, 0, outcome.stdout);
  for (const pattern of expected) assert.match(messagesOf(outcome, "error"), pattern);
  assert.doesNotMatch(everythingShown(outcome), /^\s+at .*(\(|:\d+)/m, "a stack trace is shown");
}
