import { resourceType } from "../../provider/resource-type";
import { isOld, type StateResource } from "./pulumi-state";
import { partsOf, urnOf } from "./urn";

/**
 * The URNs that a migration changes, each with its new one: those of the old domains, and since a URN begins with the
 * types of the parents, of everything below them.
 */
export function renamesIn(resources: readonly StateResource[]): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  for (const resource of resources) {
    const { urn, type, parent } = resource;
    const renamedParent = parent === undefined ? undefined : renames.get(parent);
    if (!isOld(resource) && renamedParent === undefined) continue;
    const parts = partsOf(urn);
    const above =
      renamedParent === undefined ? parts.types.slice(0, -type.length) : `${partsOf(renamedParent).types}$`;
    renames.set(urn, urnOf({ ...parts, types: above + (isOld(resource) ? resourceType : type) }));
  }
  return renames;
}
