import { shown } from "../provider/shown";
import type { DomainChange, Impact, PropertyChange, Report } from "./report";

/** The verdict in a sentence. */
export function headline({ verdict, domains }: Report): string {
  const having = (wanted: string) => domains.filter(({ impact }) => impact === wanted);
  const worst = having(verdict);
  const [first] = worst;
  const where = nameOrCount(worst);
  switch (verdict) {
    case "preview failed":
      return "The preview failed, and what follows isn't whole";
    case "sign-in ends": {
      const down = having("outage");
      const andDown = down.length > 0 ? `, and is down for a while at ${nameOrCount(down)}` : "";
      return `Outage: sign-in ends at ${where}${andDown}`;
    }
    case "outage":
      return `Outage: sign-in is down at ${where}${worst.length === 1 && first?.duration ? `, usually ${first.duration}` : ""}`;
    case "new address":
      return `No outage, but a new address: ${where} ${worst.length === 1 ? "is" : "are"} replaced without a gap`;
    case "in place":
      return `In place: sign-in goes on at ${where}`;
    case "none":
      return domains.length === 0 ? "No user pool domain changes" : "No impact on sign-in";
  }
}

function nameOrCount(domains: readonly DomainChange[]): string {
  return domains.length === 1 ? (domains[0]?.domain ?? "") : `${domains.length} user pool domains`;
}

/** What is done to a domain. */
export function how({ action, order, causes, commands, recreated }: DomainChange): string {
  const because = causes.length > 0 ? `, because of ${causes.join(", ")}` : "";
  switch (action) {
    case "create":
      return recreated ? "Created anew: it was deleted outside of Pulumi" : "Created";
    case "delete":
      return "Deleted";
    case "import":
      return "Taken into Pulumi's state";
    case "forget":
      return "Dropped from Pulumi's state alone";
    case "replace":
      return order === "delete first" ? `Deleted, then created${because}` : `Created, then deleted${because}`;
    case "update":
      return commands.length > 0 ? "Updated in place" : "Only recorded in Pulumi's state";
  }
}

/** What there is to do, in few words. */
export function todosOf({ consequences }: DomainChange): string[] {
  return consequences.flatMap(({ todo }) => (todo === undefined ? [] : [todo]));
}

export function valueText(value: PropertyChange["from"]): string {
  switch (value.kind) {
    case "value":
      return typeof value.value === "string" ? shown(value.value).slice(1, -1) : shown(value.value);
    case "none":
      return "none";
    case "secret":
      return "secret";
    case "unknown":
      return "known after pulumi up";
  }
}

/** The other resources of the preview, by count. */
export function othersText({ others }: Report): string | undefined {
  const counts = Object.entries(others).map(([operation, count]) => `${count} ${operation}`);
  return counts.length === 0
    ? undefined
    : `Other resources of the stack, not looked at here: ${counts.join(", ")}.`;
}

/** So that colour isn't all that tells one from the other. */
export const marks: Readonly<Record<Impact | "preview failed", string>> = {
  "preview failed": "❌",
  "sign-in ends": "🔴",
  outage: "🔴",
  "new address": "🟠",
  "in place": "🟡",
  none: "🟢",
};
