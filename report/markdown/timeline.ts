import type { DomainChange } from "../report";

/**
 * A Mermaid chart of an outage, from the delete over the gap to ACTIVE: the usual times, and how long it may last.
 * GitHub and GitLab draw it. Undefined where nothing is down.
 */
export function timeline({ domain, gap }: DomainChange): string | undefined {
  if (!gap) return undefined;
  const [soonest, usual] = gap.usualMinutes;
  const deleted = Math.min(1, usual / 2);
  return [
    "gantt",
    "  title Usual times, in hours and minutes since pulumi up",
    "  dateFormat HH:mm:ss",
    "  axisFormat %H:%M",
    "  section Old",
    `  delete ${named(domain)} :done, ${time(0)}, ${time(deleted)}`,
    "  section Sign-in",
    `  down, usually :crit, ${time(0)}, ${time(usual)}`,
    `  down, at worst :active, ${time(usual)}, ${time(gap.longestMinutes)}`,
    "  section New",
    `  create ${named(gap.to)} :done, ${time(deleted)}, ${time(usual)}`,
    `  ACTIVE from here on :milestone, ${time(Math.max(soonest, deleted))}, 0s`,
  ].join("\n");
}

/** What the chart's grammar would take for something else is left out of a name. */
function named(domain: string): string {
  return domain.replaceAll(/[^\w. -]/g, "") || "domain";
}

function time(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
