import type { DomainChange, PropertyChange, Report } from "../report";
import { headline, how, marks, othersText, todosOf, valueText } from "../words";
import { cell, code, codeBlock, plain } from "./escape";
import { fitted, type Part } from "./fit";
import { timeline } from "./timeline";

/** What GitHub takes for a comment. */
const longest = 65_536;

/** So many domains are told of in the open; the rest once somebody asks for them. */
const mostInTheOpen = 20;

/** A comment for a pull request, within GitHub's limit. */
export function markdown(report: Report): string {
  const inTheOpen = report.domains.slice(0, mostInTheOpen);
  const further = report.domains.slice(mostInTheOpen);
  const others = othersText(report);
  return fitted(
    [
      { text: markerOf(report) },
      { text: `## ${marks[report.verdict]} ${plain(headline(report))}`, tight: true },
      { text: `User pool domains of the stack ${code(`${report.project}/${report.stack}`)}.` },
      ...report.errors.map((error) => ({ text: codeBlock("", error.slice(0, 2_000)) })),
      ...partsOf(inTheOpen),
      ...(further.length === 0 ? [] : collapsed(`${further.length} more domains`, partsOf(further))),
      ...(others === undefined ? [] : [{ text: plain(others) }]),
    ],
    longest,
  );
}

/** The line by which a bot finds the comment on a stack again. It never changes for a stack. */
export function markerOf({ project, stack }: Pick<Report, "project" | "stack">): string {
  // Two hyphens would end the comment, and what is put in their place may be no other stack's name.
  const name = `${project}/${stack}`.replaceAll(
    /[^\w./-]|-(?=-)/gu,
    (character) => `%${character.codePointAt(0)?.toString(16)}`,
  );
  return `<!-- pulumi-cognito-domain report on ${name} -->`;
}

function partsOf(domains: readonly DomainChange[]): Part[] {
  return [...table(domains), ...domains.flatMap(section)];
}

function collapsed(summary: string, parts: readonly Part[]): Part[] {
  return [{ text: `<details><summary>${summary}</summary>` }, ...parts, { text: "</details>" }];
}

function table(domains: readonly DomainChange[]): Part[] {
  if (domains.length === 0) return [];
  return [
    { text: "| | Domain | What changes | How | How long | What to do |\n|---|---|---|---|---|---|" },
    ...domains.map((domain): Part => ({ text: row(domain), tight: true, droppable: "rows" })),
  ];
}

function row(change: DomainChange): string {
  const { impact, domain, changes, drift, duration } = change;
  const cells = [
    marks[impact],
    code(domain),
    [...changes.map(changeText), ...drift.map(driftText)].join("<br>") || "–",
    plain(how(change)),
    plain(duration ?? "–"),
    todosOf(change).map(plain).join("<br>") || "–",
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}

function changeText({ property, from, to, effect }: PropertyChange): string {
  const values = `${code(property)}: ${shownIn(from)} → ${shownIn(to)}`;
  return effect === "replaces" ? `${values} (**replaces**)` : values;
}

function driftText({ property, from, to }: DomainChange["drift"][number]): string {
  return `changed outside of Pulumi: ${code(property)}: ${shownIn(from)} → ${shownIn(to)}`;
}

/** Only what is a value is in code, so that nobody takes the word secret for one. */
function shownIn(value: PropertyChange["from"]): string {
  return value.kind === "value" ? code(valueText(value)) : `_${valueText(value)}_`;
}

function section(change: DomainChange): Part[] {
  const chart = timeline(change);
  const { domain, name, consequences, commands, runnable } = change;
  const heading = `### ${marks[change.impact]} ${code(domain)} (resource ${code(name)})`;
  const sentences = consequences.map(
    ({ level, text, source }) => `- ${levelMarks[level]}${plain(text)} ([source](${source}))`,
  );
  const script = codeBlock("sh", commands.join("\n"));
  const note = runnable ? "" : "What is unknown or secret has a placeholder.\n\n";
  return [
    ...(sentences.length === 0
      ? []
      : [{ text: [heading, "", ...sentences].join("\n"), droppable: "explanations" } as const]),
    ...(chart === undefined ? [] : [{ text: codeBlock("mermaid", chart), droppable: "timelines" } as const]),
    ...(commands.length === 0
      ? []
      : [
          {
            text: `<details><summary>The same with the AWS CLI</summary>\n\n${note}${script}\n\n</details>`,
            droppable: "AWS CLI calls",
          } as const,
        ]),
  ];
}

const levelMarks = { outage: "**Outage:** ", action: "**To do:** ", notice: "" } as const;
