import type { DomainChange, Impact, Report } from "./shape";
import { headline, how, nameOf } from "./words";

/** GitHub shows so many of a step. */
const most = 10;

/**
 * Workflow commands by which GitHub marks the lines that declare the domains, the gravest first. `folder` is the
 * Pulumi project's within the repository.
 *
 * Source: GitHub documentation, workflow commands for GitHub Actions.
 */
export function annotations(report: Report, folder: string): string {
  const failed = report.errors.map((error) => command("error", { title: headline(report) }, error));
  const marked = report.domains.filter(({ impact }) => impact !== "none");
  const shown = marked.slice(0, marked.length > most ? most - 1 : most);
  const more = marked.length - shown.length;
  return [
    ...failed,
    ...shown.map((change) => annotation(change, folder)),
    ...(more > 0
      ? [command("notice", { title: headline(report) }, `and ${more} more user pool domains`)]
      : []),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function annotation(change: DomainChange, folder: string): string {
  const { impact, position, consequences } = change;
  const place = position && {
    file: folder === "" ? position.file : `${folder}/${position.file}`,
    line: String(position.line),
  };
  const sentences = consequences.map(({ text }) => text).join("\n");
  return command(severities[impact], { ...place, title: `${nameOf(change)}: ${how(change)}` }, sentences);
}

const severities: Readonly<Record<Impact, "error" | "warning" | "notice">> = {
  "sign-in ends": "error",
  outage: "error",
  refused: "error",
  "new address": "warning",
  "in place": "notice",
  none: "notice",
};

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(value)}`);
  return `::${name} ${given.join(",")}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
