import assert from "node:assert/strict";
import { emulatorCommand } from "../../../../cli/emulator/command";
import { complaintOf } from "../complaint";

describe("cognito-domain emulator", () => {
  const mistakes: [what: string, options: string[], complaint: string][] = [
    [
      "no port",
      ["--port", "70000"],
      "'--port <number>' argument '70000' is invalid. A port is at most 65535.",
    ],
    [
      "no Region",
      ["--region", "Ireland"],
      "'--region <region>' argument 'Ireland' is invalid. It isn't the name of an AWS Region",
    ],
    ["no account", ["--account", "12"], "'--account <id>' argument '12' is invalid. It isn't twelve digits."],
    ["a state file without a name", ["--state", ""], "'--state <file>' argument '' is invalid. It is empty."],
    ["a speed of nothing", ["--speed", "0"], "'0' is invalid. It isn't a number above 0."],
    ["a delay with a unit", ["--read-delay", "1s"], "'1s' is invalid. It isn't a whole number from 0."],
  ];
  for (const [what, options, complaint] of mistakes) {
    it(`doesn't understand ${what}`, async () => {
      const said = await complaintOf(emulatorCommand(), options);
      assert.ok(said.includes(complaint), said);
    });
  }
});
