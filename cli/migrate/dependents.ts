import type { StateResource } from "./pulumi-state";
import { referencesIn } from "./references";

/** The URNs of what refers to one of these resources, in whatever way, or stands below one, however deep. */
export function dependentsOf(urns: ReadonlySet<string>, resources: readonly StateResource[]): string[] {
  const family = new Set(urns);
  // A parent comes before its children.
  for (const { urn, parent } of resources) if (parent !== undefined && family.has(parent)) family.add(urn);
  return resources
    .filter((each) => !urns.has(each.urn) && referencesIn(each).some((urn) => family.has(urn)))
    .map(({ urn }) => urn);
}
