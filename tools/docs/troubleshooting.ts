import { kebabCase } from "../../code/aws-cli";
import { joined, type PageEntry } from "../../provider/errors/diagnosis";
import { codeBlock } from "../../report/markdown/escape";
import { type Group, type Section, sections } from "./diagnostics";

/** Every diagnostic, with its cause and its way out, as the page has it. */
export function troubleshootingAsMarkdown(): string {
  return [sections.flatMap(contents).join("\n"), ...sections.map(section)].join("\n\n");
}

function contents({ title, groups }: Section): string[] {
  return [link(title), ...groups.map((each) => `  ${link(each.title)}`)];
}

function link(title: string): string {
  return `- [${title}](#${slugOf(title)})`;
}

function section({ title, intro, groups }: Section): string {
  return [`## ${title}`, intro, ...groups.map(group)].join("\n\n");
}

function group({ title, slug, table }: Group): string {
  const entries = Object.entries(table).map(([key, { onPage }]) =>
    entry(`${slug}-${kebabCase(key)}`, onPage()),
  );
  return [`### ${title}`, ...entries].join("\n\n");
}

function entry(anchor: string, told: PageEntry): string {
  const { cause, unsaid } = told;
  return [
    `#### <a id="${anchor}"></a>${plain(headingOf(told))}`,
    quoted(told),
    unsaid === "" ? cause : `${cause} **${unsaid}**`,
  ].join("\n\n");
}

/** The message as it is met. */
function quoted({ after, says, wayOut, reference }: PageEntry): string {
  const message = joined([after, says, wayOut, reference]);
  // Its lines, and the blanks that they begin with, mean something.
  if (message.includes("\n")) return codeBlock("text", message);
  const way = wayOut === "" ? "" : `**${plain(wayOut)}**`;
  return `> ${joined([plain(joined([after, says])), way, plain(reference)])}`;
}

const longestHeading = 110;

/** The beginning of a message, without what makes it one of many. */
function headingOf({ heading, after, says }: PageEntry): string {
  if (heading !== "") return shortened(heading);
  // What stands behind a sentence or a colon is a message of its own; behind a value it is about that.
  const message = /[.:]$/.test(after) ? says : joined([after, says]);
  const [line = ""] = message.split("\n");
  const withoutLongValues = line.replace(/"([^"]{24})[^"]{8,}"/g, '"$1…"');
  return shortened(withoutLongValues.replace(/(?<=.{24}[^.])[.;] .*$/, "").replace(/[.:;]$/, ""));
}

function shortened(heading: string): string {
  if (heading.length <= longestHeading) return heading;
  return `${heading.slice(0, longestHeading).replace(/\s+\S*$/, "")} …`;
}

/** Text as it is: what Markdown and GitHub would make something of is kept from it. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*[\]<>|~&$]/g, "\\$&").replaceAll(/(?<![a-z0-9])_|_(?![a-z0-9])/gi, "\\_");
}

/** The name that GitHub gives a heading of words. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}
