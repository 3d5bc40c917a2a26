import { type Property, type PropertyTable, propertyTable } from "../../provider/properties";

/** The documentation's table of inputs, made from the property table that the code works with. */
export function inputsAsMarkdown(): string {
  return ["| Input | Type | A change | Meaning |", "|---|---|---|---|", ...rows(propertyTable, "")].join(
    "\n",
  );
}

function rows(table: PropertyTable, path: string): string[] {
  return Object.entries(table).flatMap(([name, property]) => [
    `| \`${path}${name}\`${property.required ? ", required" : ""} | ${typeOf(property)} | ${effects[property.change]} | ${meaning(property)} |`,
    ...rows(property.members ?? {}, `${path}${name}.`),
  ]);
}

const effects: Record<Property["change"], string> = {
  replace: "replaces",
  update: "in place",
  record: "calls nothing",
};

function typeOf({ type, allowed }: Property): string {
  return allowed ? allowed.map((value) => `\`${JSON.stringify(value)}\``).join(" ") : type;
}

function meaning({ summary, whenOmitted, default: value }: Property): string {
  if (value) return `${summary}. Default: ${value}`;
  return whenOmitted === "unmanaged"
    ? `${summary}. Left out: not managed, what the service holds stays`
    : summary;
}
