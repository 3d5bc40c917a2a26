import { type Property, type PropertyTable, propertyTable } from "../provider/properties";
import { isUnknown, unknownValue } from "../provider/unknown";
import { isValues, type Values } from "../provider/values";

/** What the engine prints in the place of a secret. */
const secretText = "[secret]";

export function isSecret(value: unknown): boolean {
  return value === secretText;
}

/** A value that can't be shown, or one that can. */
export type ShownValue =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "none" | "secret" | "unknown" };

export function shownValueOf(value: unknown): ShownValue {
  if (value === undefined) return { kind: "none" };
  if (isUnknown(value)) return { kind: "unknown" };
  return isSecret(value) ? { kind: "secret" } : { kind: "value", value };
}

/**
 * The wanted inputs with a planner's eyes: behind a secret stands what is held or something else, and `isAnother` tells
 * which it counts as.
 */
export function withSecretsSettled(
  held: Values,
  wanted: Values,
  isAnother: (path: string, property: Property) => boolean,
): Values {
  return settled(propertyTable, held, wanted, "");

  function settled(table: PropertyTable, before: Values, after: Values, prefix: string): Values {
    const entries = Object.entries(after).map(([name, value]) => {
      const path = prefix + name;
      const property = table[name];
      if (property && isSecret(value)) {
        return [name, isAnother(path, property) ? unknownValue : before[name]];
      }
      if (!property?.members || !isValues(value)) return [name, value];
      const heldMembers = isValues(before[name]) ? before[name] : {};
      return [name, settled(property.members, heldMembers, value, `${path}.`)];
    });
    return Object.fromEntries(entries);
  }
}
