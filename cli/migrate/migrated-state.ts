import { importedDomain } from "../import-file";
import { dependentsOf } from "./dependents";
import { importedIn } from "./imported";
import { inOrder } from "./in-order";
import { isOld, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import { withReferences } from "./references";
import { renamesIn } from "./renames";
import type { Successor } from "./successor";
import { shownUrn } from "./urn";

/** A state in which the old domains have given way. */
export interface MigratedState {
  readonly state: PulumiState;
  /** The URNs of the old domains, each with that of its successor. */
  readonly successors: ReadonlyMap<string, string>;
  /** The URNs, as they are now, of what referred to an old domain or stood below one. */
  readonly dependents: readonly string[];
}

/** The default provider of dynamic resources, with the id that references to it end with. */
export type DynamicProvider = StateResource & { id: string };

/**
 * The state with each successor in the place of its old domain: with its parent and dependencies, and with every
 * reference of other resources pointing to it. Pulumi takes the whole in one step, so that there is no moment at which
 * a `pulumi up` would find both, or neither, and delete or create a domain.
 *
 * The successors are protected, also where the old ones weren't, until a deploy of the new program says otherwise: a
 * deploy of the old one would delete them.
 */
export function migratedState(
  state: PulumiState,
  successors: readonly Successor[],
  provider: DynamicProvider,
): MigratedState {
  const resources = resourcesIn(state);
  const renames = renamesIn(resources);
  const renamed = (urn: string): string => renames.get(urn) ?? urn;
  const byUrn = new Map(successors.map((successor) => [successor.old.address, successor]));
  const imported = new Set(importedIn(state).values());
  const migrated = resources
    .filter((resource) => !imported.has(resource))
    .map((resource) => {
      const kept = isOld(resource) ? successorIn(resource, byUrn.get(resource.urn), provider) : resource;
      return { ...withReferences(kept, renamed), urn: renamed(resource.urn) };
    });
  const added = resources.includes(provider) ? [] : [provider];
  const olds = resources.filter(isOld).map(({ urn }) => urn);
  return {
    state: { ...state, deployment: { ...state.deployment, resources: inOrder([...migrated, ...added]) } },
    successors: new Map(olds.map((urn) => [urn, renamed(urn)])),
    dependents: dependentsOf(new Set(olds), resources).map(renamed),
  };
}

function successorIn(
  old: StateResource,
  successor: Successor | undefined,
  provider: DynamicProvider,
): StateResource {
  if (!successor) throw new Error(`${shownUrn(old.urn)} wasn't looked at.`);
  const { domain, secrets } = successor.old;
  const values = { inputs: { ...successor.inputs }, outputs: { ...successor.state } };
  const { type, inputs, outputs } = importedDomain(successor.old.name, values, { secrets });
  const reference = `${provider.urn}::${provider.id}`;
  return { ...placeOf(old), protect: true, type, id: domain, inputs, outputs, provider: reference };
}

/** What belongs to the place that a resource has among the others, rather than to its kind. */
function placeOf(old: StateResource): StateResource {
  const fields = ["urn", "custom", "parent", "dependencies", "deletedWith", "replaceWith", "retainOnDelete"];
  const kept = [...fields, "created", "modified"];
  return Object.fromEntries(Object.entries(old).filter(([field]) => kept.includes(field))) as StateResource;
}
