import { styleText } from "node:util";
import type { DomainChange, Report } from "./shape";
import {
  type Gravity,
  gravityOf,
  gravityOfReport,
  headline,
  how,
  nameOf,
  othersText,
  shownDomain,
  valueText,
} from "./words";

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** For a terminal. */
export function text(report: Report, inColour: boolean): string {
  const paint: Paint = inColour ? painted : (_style, written) => written;
  const others = othersText(report);
  const blocks = [
    `${paint(["bold", colours[gravityOfReport(report)]], headline(report))}${report.stack === "" ? "" : `\n${report.project}/${report.stack}`}`,
    ...report.errors.map((error) => paint("red", error)),
    ...report.domains.map((domain) => blockOf(domain, paint)),
    ...(others === undefined ? [] : [others]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Whoever asks for colours has looked where they go to; Node would look again, at its own stdout. */
function painted(style: Style, written: string): string {
  return styleText(style, written, { validateStream: false });
}

function blockOf(change: DomainChange, paint: Paint): string {
  const { domain, name, changes, drift, duration, consequences } = change;
  const heading = domain === null ? nameOf(change) : `${shownDomain(domain)} (resource ${name})`;
  return [
    paint(["bold", colours[gravityOf(change)]], heading),
    `  ${how(change)}${duration ? `; ${duration}` : ""}`,
    ...changes.map(
      ({ property, from, to, effect }) =>
        `  ${property}: ${valueText(from)} → ${valueText(to)}${effect === "replaces" ? " (replaces)" : ""}`,
    ),
    ...drift.map(
      ({ property, from, to }) =>
        `  changed outside of Pulumi: ${property}: ${valueText(from)} → ${valueText(to)}`,
    ),
    ...consequences.map((consequence) => `  ${consequence.level}: ${consequence.text}`),
  ].join("\n");
}

const colours = {
  incomplete: "red",
  "sign-in ends": "red",
  outage: "red",
  refused: "red",
  "new address": "yellow",
  "in place": "yellow",
  "to do": "yellow",
  none: "green",
} as const satisfies Record<Gravity, string>;
