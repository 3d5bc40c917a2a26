import { isDeepStrictEqual } from "node:util";
import { isEmptyObject } from "../../provider/values";
import { isSecret } from "../secret";
import { type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";

/** Whether two exports are of the same state. */
export function isSameState(one: string, other: string): boolean {
  return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
}

/**
 * Whether an export is of the state that was imported before. Pulumi dates every state, encrypts secrets anew, and
 * leaves out fields of a resource that are empty.
 */
export function isStateSent(exported: string, sent: PulumiState): boolean {
  return isDeepStrictEqual(comparable(exported), comparable(JSON.stringify(sent)));
}

function comparable(state: string): unknown {
  const shown = JSON.parse(state, (_, value) => (isSecret(value) ? "a secret" : value)) as PulumiState;
  return resourcesIn(shown).map(withoutEmptyFields);
}

function withoutEmptyFields(resource: StateResource): object {
  const fields = Object.entries(resource);
  return Object.fromEntries(fields.filter(([, value]) => value !== false && !isEmptyObject(value)));
}
