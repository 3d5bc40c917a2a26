import { appendFile, readFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { Command, Option } from "commander";
import { quoted } from "../../code/aws-cli";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { type Report, readPreview, renderReport, reportOn } from "../../report/index";
import { nameOf } from "../../report/words";
import { reporting } from "./diagnostics";
import { type FailOn, failOn, failures } from "./fail-on";

interface Flags {
  file?: string;
  format: "markdown" | "json" | "text" | "github";
  failOn?: FailOn;
  allow?: string[];
}

const example = `
Examples:
  $ pulumi preview --json | npx cognito-domain report
  $ pulumi preview --json > preview.json
  $ npx cognito-domain report --file preview.json --format github --fail-on outage

Exit codes: 0 done, 1 failed, as when the preview had failed; 2 not understood; 3 for what --fail-on names.`;

/** `cognito-domain report` */
export function reportCommand(): Command {
  return new Command("report")
    .option("--file <file>", "what `pulumi preview --json` printed (default: stdin)")
    .addOption(
      new Option("--format <format>", "github: annotations, and a job summary")
        .choices(["markdown", "json", "text", "github"])
        .default("markdown"),
    )
    .addOption(
      new Option("--fail-on <change>", "end with exit code 3 when there is such a change").choices(failOn),
    )
    .option("--allow <urn>", "let this resource through; may be given more than once", collected)
    .addHelpText("after", example)
    .action(run);
}

async function run(flags: Flags): Promise<void> {
  const report = reportOn(readPreview(await previewFrom(flags.file)));
  await show(report, flags.format);
  if (report.errors.length > 0) throw new Diagnostic(reporting.incomplete());
  if (flags.failOn === undefined) return;
  for (const change of failures(report, flags.failOn, flags.allow ?? [])) {
    const allow = `--allow ${quoted(change.urn)}`;
    console.error(reporting.failOn({ kind: flags.failOn, domain: nameOf(change), allow }));
    process.exitCode = 3;
  }
}

async function previewFrom(file: string | undefined): Promise<string> {
  if (file === undefined) {
    if (process.stdin.isTTY)
      process.stderr.write("Reading what `pulumi preview --json` prints from stdin …\n");
    return text(process.stdin);
  }
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Diagnostic(reporting.unreadable({ file, problem: error.message }));
  });
}

async function show(report: Report, format: Flags["format"]): Promise<void> {
  if (format !== "github") {
    const inColour = Boolean(process.stdout.isTTY) && !process.env["NO_COLOR"];
    process.stdout.write(renderReport(report, { format, inColour }));
    return;
  }
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: repository } = process.env;
  if (!summary) throw new Diagnostic(reporting.outsideOfJob());
  const folder = repository ? path.relative(repository, process.cwd()).replaceAll(path.sep, "/") : "";
  process.stdout.write(renderReport(report, { format: "annotations", folder }));
  await appendFile(summary, renderReport(report));
}

function collected(urn: string, before: string[] = []): string[] {
  return [...before, urn];
}
