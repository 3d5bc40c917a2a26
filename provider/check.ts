import { closest } from "fastest-levenshtein";
import { kindOf } from "./kind";
import { type Property, type PropertyTable, propertyTable } from "./properties";
import { shown, shownName, withForeignCharacter } from "./shown";
import { isUnknown } from "./unknown";
import type { Values } from "./values";

/** What a check found about one property: its path, and a sentence that begins with the value. */
export interface Finding {
  property: string;
  reason: string;
}

export interface CheckOutcome {
  /** Each makes the preview fail. */
  failures: Finding[];
  /** Each is shown, and lets the step go on. */
  warnings: Finding[];
}

/** Holds a program's inputs against the property table. Whatever is unknown in preview is passed over. */
export function checkInputs(inputs: Readonly<Record<string, unknown>>): CheckOutcome {
  const outcome: CheckOutcome = { failures: [], warnings: [] };
  checkMembers(propertyTable, inputs, "", inputs, outcome);
  return outcome;
}

function checkMembers(
  table: PropertyTable,
  values: Values,
  path: string,
  inputs: Values,
  outcome: CheckOutcome,
): void {
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(table, name) && values[name] !== undefined) {
      outcome.failures.push({
        property: path + shownName(name),
        reason: unknownPropertyReason(name, path, table),
      });
    }
  }
  for (const [name, property] of Object.entries(table)) {
    checkValue(
      property,
      Object.hasOwn(values, name) ? values[name] : undefined,
      path + name,
      inputs,
      outcome,
    );
  }
}

function checkValue(
  property: Property,
  value: unknown,
  path: string,
  inputs: Values,
  outcome: CheckOutcome,
): void {
  if (isUnknown(value)) return;
  if (value === undefined) {
    if (property.required)
      outcome.failures.push({ property: path, reason: `${path} is missing. ${sentence(property)}` });
    return;
  }
  if (!isOfType(value, property.type)) {
    outcome.failures.push({
      property: path,
      reason: withForeignCharacter(`${path} is ${shown(value)}; ${expectation(property)}`, value),
    });
    return;
  }
  if (property.allowed && !property.allowed.includes(value as string | number)) {
    outcome.failures.push({
      property: path,
      reason: withForeignCharacter(`${path} is ${shown(value)}; ${expectation(property)}`, value),
    });
    return;
  }
  if (property.kind === "custom" && kindOf(inputs) === "prefix" && saysAnything(value)) {
    outcome.failures.push({
      property: path,
      reason: `${path} is only for custom domains, and without customDomainConfig this is a prefix domain: add customDomainConfig.certificateArn, or remove ${path}`,
    });
    return;
  }
  if (typeof value === "string") {
    const problem = property.rule?.(value, inputs);
    if (problem)
      outcome.failures.push({
        property: path,
        reason: withForeignCharacter(`${path} ${shown(value)} ${problem}`, value),
      });
    const doubt = problem ? undefined : property.warning?.(value, inputs);
    if (doubt) outcome.warnings.push({ property: path, reason: `${path} ${shown(value)} ${doubt}` });
  }
  if (property.members) checkMembers(property.members, value as Values, `${path}.`, inputs, outcome);
}

function isOfType(value: unknown, type: Property["type"]): boolean {
  return typeof value === type && !Array.isArray(value);
}

function unknownPropertyReason(name: string, path: string, table: PropertyTable): string {
  const known = Object.keys(table).join(", ");
  return `${path}${shownName(name)} is not a property of a user pool domain; did you mean ${suggestion(name, path, table)}? Known here: ${known}`;
}

/** A property of that name, be it in another place, before one of a similar name. */
function suggestion(name: string, path: string, table: PropertyTable): string {
  const wanted = name.toLowerCase();
  const elsewhere = pathsOf(propertyTable, "").find(
    (each) => each.toLowerCase().split(".").at(-1) === wanted,
  );
  const known = Object.keys(table);
  const own = known.find((each) => each.toLowerCase() === wanted);
  if (own === undefined && elsewhere !== undefined) return elsewhere;
  return path + (own ?? closest(name, known));
}

function pathsOf(table: PropertyTable, path: string): string[] {
  return Object.entries(table).flatMap(([name, { members }]) => [
    path + name,
    ...(members ? pathsOf(members, `${path}${name}.`) : []),
  ]);
}

/** What is unknown may turn out to be nothing. */
function saysAnything(value: unknown): boolean {
  return Object.values(value as Values).some((member) => !isUnknown(member));
}

function expectation(property: Property): string {
  if (property.allowed) {
    const hint =
      property.type === "number" ? " as a number (from stack configuration: config.requireNumber)" : "";
    return `allowed: ${property.allowed.join(", ")}${hint}`;
  }
  if (property.type === "boolean")
    return "expected true or false (from stack configuration: config.requireBoolean)";
  if (property.type === "object") {
    return `expected an object with ${Object.keys(property.members ?? {}).join(", ")} (from stack configuration: config.requireObject)`;
  }
  return `expected a ${property.type}. ${sentence(property)}`;
}

function sentence({ summary, example }: Property): string {
  return `${summary.replaceAll("`", "")}.${example === undefined ? "" : ` For example ${shown(example)}.`}`;
}
