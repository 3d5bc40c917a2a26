import { Argument, Command } from "commander";
import { findEngine } from "../tools/engine/find-engine";
import { emulator } from "./emulator/emulator";
import { engine } from "./engine/engine";
import { isMet, type Part } from "./findings";
import { fleet } from "./fleet/fleet";
import { limit } from "./limit";
import { findingsAsMarkdown } from "./markdown";
import { commitNow, keepRecord, type PartName, partNames } from "./record";
import { scripts } from "./scripts/scripts";
import { starting } from "./starting/starting";
import { waiting } from "./waiting/waiting";

const parts: Record<PartName, Part> = { engine, waiting, limit, starting, scripts, fleet, emulator };

const program = new Command("npm run bench --")
  .description(
    "Measure each part in turn, print what it finds, and keep it in bench/results (npm run docs publishes that). Fails where a target is missed that is within reach.",
  )
  .addArgument(
    new Argument("[parts...]", "the parts to measure; all of them if none is named").choices(partNames),
  )
  .action(async (chosen: readonly string[]) => {
    const { version } = await findEngine();
    for (const name of partNames) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      // Before, and not after: somebody may go on working.
      const commit = commitNow();
      const findings = await parts[name]((progress) => console.error(`… ${name}: ${progress}`));
      console.log(`${await findingsAsMarkdown(findings)}\n`);
      keepRecord(name, findings, version, commit);
      const isGood = findings.targets.every((target) => isMet(target) || target.outOfReach !== undefined);
      if (!isGood) process.exitCode = 1;
    }
  });

void program.parseAsync();
