import { shown, shownName } from "../provider/shown";
import type { DomainChange, Impact, PropertyChange, Report } from "./shape";

/** The verdict in a sentence. */
export function headline({ verdict, domains }: Report): string {
  const having = (wanted: string) => domains.filter(({ impact }) => impact === wanted);
  const worst = having(verdict);
  const where = nameOrCount(worst);
  switch (verdict) {
    case "incomplete":
      return "The preview failed or isn't understood, and what follows isn't whole";
    case "sign-in ends": {
      const down = having("outage");
      const andDown = down.length > 0 ? `, and is down for a while at ${nameOrCount(down)}` : "";
      return `Outage: sign-in ends at ${where}${andDown}`;
    }
    case "outage": {
      const [only, ...others] = worst;
      return `Outage: sign-in is down at ${where}${others.length === 0 && only?.duration ? `, usually ${only.duration}` : ""}`;
    }
    case "refused":
      return `pulumi up will fail: the create of ${where} will be refused`;
    case "new address":
      return `No outage, but a new address: ${where} ${worst.length === 1 ? "is" : "are"} replaced without a gap`;
    case "in place":
    case "none": {
      const busy = domains.filter((change) => todosOf(change).length > 0);
      const isPlain = verdict === "in place" && busy.length === 0;
      if (isPlain) return `In place: sign-in goes on at ${where}`;
      if (domains.length === 0) return "No user pool domain changes";
      if (busy.length === 0) return "No impact on sign-in";
      return `No outage, but something to do at ${nameOrCount(busy)}`;
    }
  }
}

function nameOrCount(domains: readonly DomainChange[]): string {
  const [only, ...others] = domains;
  return only && others.length === 0 ? nameOf(only) : `${domains.length} user pool domains`;
}

/** What to call the domain of a change in a sentence. */
export function nameOf({ domain, name }: DomainChange): string {
  return domain === null ? `the domain of resource ${shownName(name)}` : shownDomain(domain);
}

/** A domain's name is short and plain, unless somebody made it up to be neither. */
export function shownDomain(domain: string): string {
  return /^[a-z0-9.-]{1,100}$/i.test(domain) ? domain : shown(domain).slice(1, -1);
}

/** What is done to a domain. */
export function how(change: DomainChange): string {
  const { impact, causes } = change;
  const because = causes.length > 0 ? `, because of ${causes.join(", ")}` : "";
  return impact === "refused"
    ? `pulumi up fails: the create will be refused${because}`
    : deed(change) + because;
}

function deed({ action, order, impact, commands, recreated }: DomainChange): string {
  switch (action) {
    case "adopt":
      return "Found where it is, and taken over";
    case "create":
      return recreated ? "Created anew: it was deleted outside of Pulumi" : "Created";
    case "delete":
      return "Deleted";
    case "import":
      return "Taken into Pulumi's state";
    case "forget":
      return "Dropped from Pulumi's state alone";
    case "keep":
      return "Nothing: it stays as it was changed outside of Pulumi";
    case "replace":
      return order === null ? "Replaced" : orders[order];
    case "update":
      if (commands.length > 0) return "Updated in place";
      return impact === "in place"
        ? "Waited for until it is ACTIVE; what isn't in force by then is sent again"
        : "Only recorded in Pulumi's state";
  }
}

const orders: Readonly<Record<NonNullable<DomainChange["order"]>, string>> = {
  "delete first": "Deleted, then created",
  "create first": "Created, then deleted",
  "keep the old": "Created, and the old one kept",
};

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

/** What tells the gravity at a glance: of a domain, or of the whole report. */
export type Gravity = "incomplete" | Impact | "to do";

export function gravityOf(change: DomainChange): Gravity {
  return withTodos(change.impact, [change]);
}

export function gravityOfReport({ verdict, domains }: Report): Gravity {
  return withTodos(verdict, domains);
}

function withTodos(verdict: Report["verdict"], domains: readonly DomainChange[]): Gravity {
  const isBusy = domains.some((change) => todosOf(change).length > 0);
  return verdict === "none" && isBusy ? "to do" : verdict;
}

/** So that colour isn't all that tells one from the other. */
export const marks: Readonly<Record<Gravity, string>> = {
  incomplete: "❌",
  "sign-in ends": "🔴",
  outage: "🔴",
  refused: "⛔",
  "new address": "🟠",
  "in place": "🟡",
  "to do": "🟡",
  none: "🟢",
};
