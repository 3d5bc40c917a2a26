#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { commandsFor } from "./commands";

const { version } = createRequire(__filename)("pulumi-cognito-domain/package.json") as { version: string };

const program = new Command("cognito-domain")
  .description("Amazon Cognito user pool domains: what belongs to the Pulumi package pulumi-cognito-domain.")
  .version(version)
  .showHelpAfterError("(--help says more)")
  .addHelpText("after", "\nExit codes: 0 done, 1 failed, 2 not understood.");
for (const command of commandsFor(process.argv.slice(2))) program.addCommand(command);

// Commands inherit this only when they are made by the program itself.
for (const command of [program, ...program.commands]) command.exitOverride();

// Whoever reads what is printed may go before its end, as `head` does.
process.stdout.on("error", () => {});

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    // Commander has said it already.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  // What a person can do something about is in the message; the stack is ours.
  console.error(`error: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
