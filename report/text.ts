import { styleText } from "node:util";
import type { DomainChange, Impact, Report } from "./report";
import { headline, how, othersText, valueText } from "./words";

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** For a terminal. */
export function text(report: Report, inColour: boolean): string {
  const paint: Paint = (style, written) => (inColour ? styleText(style, written) : written);
  const others = othersText(report);
  const blocks = [
    `${paint(["bold", colours[report.verdict]], headline(report))}\n${report.project}/${report.stack}`,
    ...report.errors.map((error) => paint("red", error)),
    ...report.domains.map((domain) => blockOf(domain, paint)),
    ...(others === undefined ? [] : [others]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function blockOf(change: DomainChange, paint: Paint): string {
  const { domain, name, impact, changes, drift, duration, consequences } = change;
  return [
    `${paint(["bold", colours[impact]], domain)} (resource ${name})`,
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
  "preview failed": "red",
  "sign-in ends": "red",
  outage: "red",
  "new address": "yellow",
  "in place": "yellow",
  none: "green",
} as const satisfies Record<Impact | "preview failed", string>;
