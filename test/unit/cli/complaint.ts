import assert from "node:assert/strict";
import type { Command, CommanderError } from "commander";

/** What a command says of options that it doesn't understand; it does nothing then. */
export async function complaintOf(command: Command, options: readonly string[]): Promise<string> {
  let said = "";
  command.exitOverride().configureOutput({
    writeErr: (text) => {
      said += text;
    },
  });
  await assert.rejects(command.parseAsync(options, { from: "user" }), (error: CommanderError) =>
    error.code.startsWith("commander."),
  );
  return said;
}
