import { impacts } from "../report";
import type { DomainChange, PropertyChange, Report } from "../shape";
import {
  gravityOf,
  gravityOfReport,
  headline,
  how,
  marks,
  nameOf,
  othersText,
  shownDomain,
  todosOf,
  valueText,
} from "../words";
import { cell, code, codeBlock, plain } from "./escape";
import { fitted, type Part } from "./fit";
import { timeline } from "./timeline";

/** What GitHub takes for a comment. */
const longest = 65_536;

/** So many domains are told of in the open; the rest once somebody asks for them. */
const mostInTheOpen = 20;

/** A comment for a pull request, within GitHub's limit. */
export function markdown(report: Report): string {
  const { project, stack, errors } = report;
  const inTheOpen = report.domains.slice(0, mostInTheOpen);
  const further = report.domains.slice(mostInTheOpen);
  const others = othersText(report);
  return fitted(
    [
      { text: markerOf(report) },
      { text: `## ${marks[gravityOfReport(report)]} ${plain(headline(report))}`, tight: true },
      // A preview that fails before its first step doesn't name the stack.
      ...(stack === "" ? [] : [{ text: `User pool domains of the stack ${code(`${project}/${stack}`)}.` }]),
      ...errors.map(errorPart),
      ...partsOf(inTheOpen),
      ...(further.length === 0 ? [] : collapsed(moreDomains(further.length), partsOf(further))),
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

/** So much of an error is shown; more nobody would read. */
const mostOfAnError = 2_000;

function errorPart(error: string): Part {
  const isWhole = error.length <= mostOfAnError;
  const shown = error.slice(0, mostOfAnError).replace(/[\ud800-\udbff]$/, "");
  const text = isWhole ? error : `${shown}… (${error.length} characters)`;
  return { text: codeBlock("", text), droppable: { kind: "errors", weight: 0 } };
}

function moreDomains(count: number): string {
  return `${count} more ${count === 1 ? "domain" : "domains"}`;
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
    ...domains.map(
      (domain): Part => ({
        text: row(domain),
        tight: true,
        droppable: { kind: "rows", weight: weightOf(domain) },
      }),
    ),
  ];
}

/** The graver, the heavier. */
function weightOf({ impact }: DomainChange): number {
  return impacts.length - impacts.indexOf(impact);
}

function row(change: DomainChange): string {
  const { changes, drift, duration } = change;
  const cells = [
    marks[gravityOf(change)],
    titleOf(change, "<br>"),
    [...changes.map(changeText), ...drift.map(driftText)].join("<br>") || "–",
    plain(how(change)),
    plain(duration ?? "–"),
    todosOf(change).map(plain).join("<br>") || "–",
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}

/** Only what is a name is in code, so that nobody takes another word for one. */
function titleOf(change: DomainChange, separator: string): string {
  const { domain, name } = change;
  if (domain === null) return plain(nameOf(change));
  return `${code(shownDomain(domain))}${separator}(resource ${plain(name)})`;
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
  const { consequences, commands, runnable } = change;
  const weight = weightOf(change);
  const heading = `### ${marks[gravityOf(change)]} ${titleOf(change, " ")}`;
  const sentences = consequences.map(
    ({ level, text, source }) => `- ${levelMarks[level]}${plain(text)} ([source](${source}))`,
  );
  const script = codeBlock("sh", commands.join(" &&\n"));
  const notes = [
    ...(runnable ? [] : ["What is unknown or secret has a placeholder."]),
    ...(commands.some((command) => newest.test(command)) ? [newEnough] : []),
  ];
  const note = notes.map((each) => `${each}\n\n`).join("");
  return [
    ...(sentences.length === 0
      ? []
      : [
          {
            text: [heading, "", ...sentences].join("\n"),
            droppable: { kind: "explanations", weight },
          } as const,
        ]),
    ...(chart === undefined
      ? []
      : [{ text: codeBlock("mermaid", chart), droppable: { kind: "timelines", weight } } as const]),
    ...(commands.length === 0
      ? []
      : [
          {
            text: `<details><summary>The same with the AWS CLI</summary>\n\n${note}${script}\n\n</details>`,
            droppable: { kind: "AWS CLI calls", weight },
          } as const,
        ]),
  ];
}

/** What the AWS CLI learnt with the API change of 18 June 2026; of version 1 it was tried. */
const newest = /SecurityPolicy|--routing/;
const newEnough = "This needs AWS CLI 1.45.33 or newer, or one of version 2 from after June 2026.";

const levelMarks = { outage: "**Outage:** ", action: "**To do:** ", notice: "" } as const;
