#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command } from "commander";
import { emulatorCommand } from "./emulator";

const { version } = createRequire(__filename)("pulumi-cognito-domain/package.json") as { version: string };

const program = new Command("cognito-domain")
  .description("Amazon Cognito user pool domains: what belongs to the Pulumi package pulumi-cognito-domain.")
  .version(version)
  .showHelpAfterError("(--help says more)")
  .addCommand(emulatorCommand());

program.parseAsync().catch((error: unknown) => {
  // What a person can do something about is in the message; the stack is ours.
  console.error(`error: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
