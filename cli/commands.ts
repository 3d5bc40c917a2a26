import { Command } from "commander";

interface Entry {
  readonly description: string;
  load(): Command;
}

const commands: Readonly<Record<string, Entry>> = {
  convert: {
    description: "Write a request as TypeScript, or with --reverse a program's inputs as a command.",
    load: () => (require("./convert/command") as typeof import("./convert/command")).convertCommand(),
  },
  emulator: {
    description:
      "Run an embedded Cognito on this machine until Ctrl-C, for tests and trying out. Nothing reaches AWS.",
    load: () => (require("./emulator/command") as typeof import("./emulator/command")).emulatorCommand(),
  },
  import: {
    description:
      "Take in domains that no stack manages: writes a file for pulumi import, and prints TypeScript.",
    load: () => (require("./import/command") as typeof import("./import/command")).importCommand(),
  },
  migrate: {
    description: "Take over the domains of @pulumi/aws or Terraform: prints TypeScript, and what to do.",
    load: () => (require("./migrate/command") as typeof import("./migrate/command")).migrateCommand(),
  },
  report: {
    description:
      "Tell a reviewer what a preview means for user pool domains: what goes down, how long, what to do.",
    load: () => (require("./report/command") as typeof import("./report/command")).reportCommand(),
  },
};

/**
 * The commands, for a command line that begins with these words. Only one that it names is loaded, so that it starts
 * sooner and has nothing that another brings along: what the emulator depends on handles signals, and keeps them from
 * ending a process that is busy.
 */
export function commandsFor([first, second]: readonly string[]): Command[] {
  return Object.entries(commands).map(([name, { description, load }]) => {
    // The second is one in `help convert`.
    const command = name === first || name === second ? load() : new Command(name);
    return command.description(description);
  });
}
