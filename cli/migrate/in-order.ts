import type { StateResource } from "./pulumi-state";
import { referencesIn } from "./references";

/** The same resources, each behind all that it refers to, as Pulumi wants them; those that are so already stay. */
export function inOrder(resources: readonly StateResource[]): StateResource[] {
  // What is left of a replacement has the URN of its successor.
  const byUrn = new Map<string, StateResource[]>();
  for (const resource of resources) byUrn.set(resource.urn, [...(byUrn.get(resource.urn) ?? []), resource]);
  const ordered = new Set<StateResource>();
  const visited = new Set<StateResource>();
  const place = (resource: StateResource): void => {
    if (visited.has(resource)) return;
    visited.add(resource);
    for (const urn of referencesIn(resource)) for (const other of byUrn.get(urn) ?? []) place(other);
    ordered.add(resource);
  };
  for (const resource of resources) place(resource);
  return [...ordered];
}
