import type { StateResource } from "./pulumi-state";

/** What holds values, or former names, rather than references to other resources. */
const holdsNoReferences: ReadonlySet<string> = new Set(["urn", "id", "type", "inputs", "outputs", "aliases"]);

/** A resource in which each reference to another, of whatever kind, is what `renamed` makes of its URN. */
export function withReferences(resource: StateResource, renamed: (urn: string) => string): StateResource {
  return Object.fromEntries(
    Object.entries(resource).map(([field, value]) => {
      if (holdsNoReferences.has(field)) return [field, value];
      return [field, field === "provider" ? renamedProvider(String(value), renamed) : mapped(value, renamed)];
    }),
  ) as StateResource;
}

/** The URNs of all that a resource refers to. */
export function referencesIn(resource: StateResource): string[] {
  const urns: string[] = [];
  withReferences(resource, (urn) => {
    urns.push(urn);
    return urn;
  });
  return urns;
}

/** A provider is referred to by its URN and its id. */
function renamedProvider(reference: string, renamed: (urn: string) => string): string {
  const end = reference.lastIndexOf("::");
  return renamed(reference.slice(0, end)) + reference.slice(end);
}

function mapped(value: unknown, renamed: (urn: string) => string): unknown {
  if (typeof value === "string") return value.startsWith("urn:pulumi:") ? renamed(value) : value;
  if (Array.isArray(value)) return value.map((each) => mapped(each, renamed));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapped(each, renamed)]));
}
