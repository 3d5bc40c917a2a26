import type { DomainChange } from "../shape";
import { shownDomain } from "../words";

/**
 * A Mermaid chart of a replacement, over the gap to ACTIVE or without one: the usual times, and how long it may last.
 * GitHub and GitLab draw it. Undefined where nothing is replaced.
 */
export function timeline(change: DomainChange): string | undefined {
  const { domain, successor, impact } = change;
  if (!successor) return undefined;
  const names = { old: named(domain, "the old domain"), new: named(successor.domain, "the new domain") };
  if (impact === "outage") return chart(withGap(names, successor, change));
  return impact === "new address" ? chart(withoutGap(names, successor, change)) : undefined;
}

type Successor = NonNullable<DomainChange["successor"]>;
type Names = Readonly<Record<"old" | "new", string>>;

function withGap(
  names: Names,
  { usualMinutes, longestMinutes }: Successor,
  { order }: DomainChange,
): string[] {
  const [soonest, usual] = usualMinutes;
  const deleted = Math.min(1, usual / 2);
  const begun = order === "create first" ? 0 : deleted;
  return [
    "section Old",
    `delete ${names.old} :done, ${time(0)}, ${time(deleted)}`,
    "section Sign-in",
    `down, usually :crit, ${time(0)}, ${time(usual)}`,
    ...(longestMinutes > usual
      ? [`down, until the timeouts :active, ${time(usual)}, ${time(longestMinutes)}`]
      : []),
    "section New",
    `create ${names.new} :done, ${time(begun)}, ${time(usual)}`,
    `ACTIVE at the earliest :milestone, ${time(Math.max(soonest, begun))}, 0s`,
    `ACTIVE as a rule :milestone, ${time(usual)}, 0s`,
  ];
}

function withoutGap(names: Names, { usualMinutes }: Successor, { order }: DomainChange): string[] {
  const [soonest, usual] = usualMinutes;
  return [
    "section New",
    `create ${names.new} :done, ${time(0)}, ${time(usual)}`,
    `ACTIVE at the earliest :milestone, ${time(soonest)}, 0s`,
    `ACTIVE as a rule :milestone, ${time(usual)}, 0s`,
    "section Old",
    `sign-in at ${names.old} :active, ${time(0)}, ${time(usual)}`,
    ...(order === "create first" ? [`delete ${names.old} :milestone, crit, ${time(usual)}, 0s`] : []),
  ];
}

function chart(lines: readonly string[]): string {
  const body = [
    "title Usual times, in hours and minutes since pulumi up",
    "dateFormat HH:mm:ss",
    "axisFormat %H:%M",
    ...lines,
  ];
  return ["gantt", ...body.map((line) => `  ${line}`)].join("\n");
}

/** What the chart's grammar would take for something else is left out of a name. */
function named(domain: string | null, otherwise: string): string {
  return shownDomain(domain ?? "").replaceAll(/[^\w. -]/g, "") || otherwise;
}

function time(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
