import assert from "node:assert/strict";
import { migrateCommand } from "../../../../cli/migrate/command";
import { complaintOf } from "../complaint";

describe("cognito-domain migrate", () => {
  const mistakes: [what: string, options: string[], complaint: string][] = [
    [
      "a stack without a name, as from a variable that isn't set",
      ["--stack", "", "--apply"],
      "option '--stack <name>' argument '' is invalid. It is empty. Is a variable of the shell not set?",
    ],
    ["--apply without a stack", ["--apply"], "--apply needs --stack <name>: it is about the state"],
    ["--print-state without a stack", ["--print-state"], "--print-state needs --stack <name>: it is about"],
    [
      "a file beside --apply, which writes none",
      ["--stack", "dev", "--apply", "--out", "a.json"],
      "option '--apply' cannot be used with option '--out <file>'",
    ],
    [
      "a file beside --print-state, which writes none",
      ["--stack", "dev", "--print-state", "--out", "a.json"],
      "option '--print-state' cannot be used with option '--out <file>'",
    ],
    [
      "JSON of --print-state, which prints it anyway",
      ["--stack", "dev", "--print-state", "--json"],
      "option '--print-state' cannot be used with option '--json'",
    ],
    [
      "both --apply and --print-state",
      ["--stack", "dev", "--apply", "--print-state"],
      "option '--apply' cannot be used with option '--print-state'",
    ],
    ["a file named -", ["--stack", "dev", "--out", "-"], "It can't go to the standard output"],
  ];
  for (const [what, options, complaint] of mistakes) {
    it(`doesn't understand ${what}`, async () => {
      const said = await complaintOf(migrateCommand(), options);
      assert.ok(said.includes(complaint), said);
    });
  }
});
