import { type Effect, type Property, type PropertyTable, propertyTable } from "../properties";
import { isUnknown } from "../unknown";
import type { Values } from "../values";

/** One property that differs. */
export interface Change {
  /** Its path, such as `customDomainConfig.certificateArn`. */
  property: string;
  /** The value that is there; undefined where there is none. */
  from: unknown;
  /** The wanted value; `unknownValue` in a preview that can't know it yet. */
  to: unknown;
  /** What that leads to. */
  change: Effect;
}

/** Every property in which the wanted inputs differ from what is there, in the table's order. */
export function changesBetween(old: Values, wanted: Values): Change[] {
  return changesIn(propertyTable, old, wanted, "");
}

function changesIn(table: PropertyTable, old: Values, wanted: Values, path: string): Change[] {
  return Object.entries(table).flatMap(([name, property]) =>
    changesOf(property, old[name], wanted[name], path + name),
  );
}

function changesOf(property: Property, from: unknown, to: unknown, path: string): Change[] {
  if (isUnknown(to)) return [{ property: path, from, to, change: property.change }];
  if (to === undefined && property.whenOmitted === "unmanaged") return [];
  if (property.members) {
    // To gain or lose the whole of customDomainConfig is a change of its own; elsewhere the members tell it all.
    if (property.change === "replace" && (from === undefined) !== (to === undefined)) {
      return [{ property: path, from, to, change: property.change }];
    }
    return changesIn(property.members, asValues(from), asValues(to), `${path}.`);
  }
  return from === to ? [] : [{ property: path, from, to, change: property.change }];
}

function asValues(value: unknown): Values {
  return (value ?? {}) as Values;
}
