import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { commandsFor } from "../../../cli/commands";

const repository = path.join(__dirname, "../../..");

describe("the commands of cognito-domain", () => {
  it("are all there with what they are for, whichever is run", () => {
    const named = (...words: string[]) => commandsFor(words).map((command) => command.name());
    const all = ["convert", "emulator", "import", "migrate", "report"];
    for (const words of [[], ["--help"], ["convert"], ["nonsense"]]) assert.deepEqual(named(...words), all);
    for (const command of commandsFor([])) assert.match(command.description(), /\.$/);
  });

  for (const words of [["convert"], ["help", "convert"]]) {
    it(`are loaded when they are named, as by ${words.join(" ")}`, () => {
      const loaded = commandsFor(words).filter(({ options }) => options.length > 0);
      assert.deepEqual(
        loaded.map((command) => command.name()),
        ["convert"],
      );
    });
  }

  for (const name of ["convert", "import", "migrate", "report"]) {
    it(`keep no signal from ending ${name} while it is busy, as what the emulator depends on does`, function () {
      this.timeout("30s");
      const script = `
        require("./cli/commands").commandsFor(["${name}"]);
        console.log(["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => process.listenerCount(signal)).join());`;
      const args = ["-r", "ts-node/register/transpile-only", "-e", script];
      assert.equal(
        execFileSync(process.execPath, args, { cwd: repository, encoding: "utf8" }).trim(),
        "0,0,0",
      );
    });
  }
});
