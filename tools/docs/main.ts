import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readRecords } from "../../bench/record";
import { argsAsTypeScript } from "./args";
import { benchmarksAsMarkdown } from "./benchmarks";
import { enginePlot } from "./engine-plot";
import { fleetOnPaper } from "./fleet-on-paper";
import { inputsAsMarkdown } from "./property-table";
import { reportSchemaAsJson } from "./report-schema";
import { withSection } from "./section";
import { troubleshootingAsMarkdown } from "./troubleshooting";

const root = path.join(__dirname, "../..");

/** Writes what is made from code, and from what was measured, into the documentation; the docstrings of arguments, too. */
async function main(): Promise<void> {
  write("docs/report.schema.json", () => reportSchemaAsJson());
  write("docs/troubleshooting.md", (text) => withSection(text, "diagnostics", troubleshootingAsMarkdown()));
  const inputs = readFileSync(path.join(root, "provider/inputs.ts"), "utf8");
  write("provider/args.ts", () => argsAsTypeScript(inputs));
  write("docs/user-pool-domain.md", (text) => withSection(text, "inputs", inputsAsMarkdown()));
  const records = readRecords();
  const benchmarks = await benchmarksAsMarkdown(records);
  write("docs/benchmarks.md", (text) => withSection(text, "benchmarks", benchmarks));
  const onPaper = await fleetOnPaper(records);
  write("docs/fleet.md", (text) => withSection(text, "fleet-on-paper", onPaper));
  const plot = await enginePlot(records);
  write("docs/benchmarks.svg", () => plot);
}

function write(file: string, change: (text: string) => string): void {
  const whole = path.join(root, file);
  writeFileSync(whole, change(existsSync(whole) ? readFileSync(whole, "utf8") : ""));
}

void main();
