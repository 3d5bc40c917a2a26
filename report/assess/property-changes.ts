import { type Change, changesBetween } from "../../provider/plan/change";
import { type PropertyTable, propertyAt } from "../../provider/properties";
import { isUnknown } from "../../provider/unknown";
import { isValues, type Values } from "../../provider/values";
import { isSecret, shownValueOf } from "../hidden";
import type { DomainChange, PropertyChange } from "../shape";

/** A plan's changes value by value, as the program gives them: behind a secret the plan may see something else. */
export function propertyChanges(
  changes: readonly Change[],
  inputs: Values,
  effectOf: (change: Change) => PropertyChange["effect"] = ({ change }) => effects[change],
): PropertyChange[] {
  return changes.flatMap((change) => {
    const given = change.property.split(".").reduce<unknown>(memberOf, inputs);
    const members = propertyAt(change.property)?.members;
    return leavesOf(members, change.property, change.from, given ?? change.to).map(({ path, from, to }) => ({
      property: path,
      from: shownValueOf(from),
      to: shownValueOf(to),
      effect: effectOf(change),
    }));
  });
}

const effects = { replace: "replaces", update: "in place", record: "recorded" } as const;

/** What a refresh found to have been changed outside of Pulumi. */
export function driftBetween(recorded: Values | undefined, found: Values | undefined): DomainChange["drift"] {
  if (!recorded || !found) return [];
  return propertyChanges(changesBetween(recorded, found), found).map(({ effect: _, ...values }) => values);
}

interface Leaf {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

function leavesOf(members: PropertyTable | undefined, path: string, from: unknown, to: unknown): Leaf[] {
  if (!members || (!isValues(from) && !isValues(to))) return [{ path, from, to }];
  return Object.entries(members)
    .flatMap(([name, property]) =>
      leavesOf(property.members, `${path}.${name}`, memberOf(from, name), memberOf(to, name)),
    )
    .filter((leaf) => leaf.from !== undefined || leaf.to !== undefined);
}

/** Where the whole is a secret, or isn't known, its parts are so. */
function memberOf(value: unknown, name: string): unknown {
  return isSecret(value) || isUnknown(value) ? value : isValues(value) ? value[name] : undefined;
}
