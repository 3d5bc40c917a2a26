import type { DomainInputs } from "../inputs";
import { type PropertyTable, propertyTable } from "../properties";
import type { Values } from "../values";

/**
 * What is wanted, laid over what is held: a property that is left out and not managed keeps the value that is there.
 * Everything else that is left out is left out.
 */
export function overlay(held: DomainInputs, wanted: DomainInputs): DomainInputs {
  return overlayMembers(propertyTable, { ...held }, { ...wanted }) as unknown as DomainInputs;
}

function overlayMembers(table: PropertyTable, held: Values, wanted: Values): Values {
  const result: Record<string, unknown> = {};
  for (const [name, { whenOmitted, members }] of Object.entries(table)) {
    const value = wanted[name] ?? (whenOmitted === "unmanaged" ? held[name] : undefined);
    if (value === undefined) continue;
    result[name] =
      members && typeof value === "object"
        ? overlayMembers(members, (held[name] ?? {}) as Values, value as Values)
        : value;
  }
  return result;
}

/** The paths of the values that `overlay` shows although nobody asked for them. */
export function unmanagedIn(state: DomainInputs, wanted: DomainInputs): string[] {
  return unmanagedMembers(propertyTable, { ...state }, { ...wanted }, "");
}

function unmanagedMembers(table: PropertyTable, state: Values, wanted: Values, path: string): string[] {
  return Object.entries(table).flatMap(([name, { whenOmitted, members }]) => {
    if (state[name] === undefined) return [];
    if (wanted[name] === undefined) return whenOmitted === "unmanaged" ? [path + name] : [];
    return members && typeof wanted[name] === "object"
      ? unmanagedMembers(members, state[name] as Values, wanted[name] as Values, `${path}${name}.`)
      : [];
  });
}

/** The inputs within a state: without the outputs, and without what the program left to the service. */
export function inputsWithin(state: DomainInputs, unmanaged: readonly string[]): DomainInputs {
  return pickMembers(propertyTable, { ...state }, unmanaged, "") as unknown as DomainInputs;
}

function pickMembers(
  table: PropertyTable,
  state: Values,
  unmanaged: readonly string[],
  path: string,
): Values {
  const result: Record<string, unknown> = {};
  for (const [name, { members }] of Object.entries(table)) {
    const value = state[name];
    if (value === undefined || unmanaged.includes(path + name)) continue;
    result[name] = members ? pickMembers(members, value as Values, unmanaged, `${path}${name}.`) : value;
  }
  return result;
}
