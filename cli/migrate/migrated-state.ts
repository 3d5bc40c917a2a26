import { importedDomain } from "../import-file";
import { inOrder } from "./in-order";
import { isOld, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import { referencesIn, withReferences } from "./references";
import { renamesIn } from "./renames";
import type { Successor } from "./successor";
import { shownUrn } from "./urn";

/** A state in which the old domains have given way. */
export interface MigratedState {
  readonly state: PulumiState;
  /** The URNs of the old domains, each with that of its successor. */
  readonly successors: ReadonlyMap<string, string>;
  /** The URNs of what referred to an old domain, and refers to its successor now. */
  readonly dependents: readonly string[];
}

/** The default provider of dynamic resources, with the id that references to it end with. */
export type DynamicProvider = StateResource & { id: string };

/**
 * The state with each successor in the place of its old domain: with its parent, protection and dependencies, and with
 * every reference of other resources pointing to it. Pulumi takes the whole in one step, so that there is no moment at
 * which a `pulumi up` would find both, or neither, and delete or create a domain.
 */
export function migratedState(
  state: PulumiState,
  successors: readonly Successor[],
  provider: DynamicProvider,
): MigratedState {
  const byUrn = new Map(successors.map((successor) => [successor.old.address, successor]));
  const isThere = resourcesIn(state).includes(provider);
  return replaceOldDomains(state, isThere ? [] : [provider], (old) => {
    const successor = byUrn.get(old.urn);
    if (!successor) throw new Error(`${shownUrn(old.urn)} wasn't looked at.`);
    return { ...keptOf(old), ...valuesOf(successor), provider: `${provider.urn}::${provider.id}` };
  });
}

/**
 * The state without the old domains, every reference to one pointing to the successor that `pulumi import` has put into
 * the state.
 *
 * @throws Error when one hasn't been imported
 */
export function stateWithoutOld(state: PulumiState): MigratedState {
  return replaceOldDomains(state, [], (old, imported) => {
    if (imported) return { ...imported, dependencies: old.dependencies ?? [] };
    throw new Error(
      `${shownUrn(old.urn)} has no successor in the state yet: first pulumi import, with the file that npx cognito-domain migrate writes.`,
    );
  });
}

/**
 * What an earlier `pulumi import` has put into the state already, by the URN of the old domain.
 *
 * @throws Error when that is another domain
 */
export function importedIn(state: PulumiState): ReadonlyMap<string, StateResource> {
  const resources = resourcesIn(state);
  const renames = renamesIn(resources);
  const pairs = resources.filter(isOld).flatMap((old): [string, StateResource][] => {
    const imported = resources.find(({ urn }) => urn === renames.get(old.urn));
    if (imported && imported.id !== old.id) {
      throw new Error(
        `${shownUrn(imported.urn)} is in the state already, and is ${imported.id} rather than ${old.id}: one of the two has to get another name.`,
      );
    }
    return imported ? [[old.urn, imported]] : [];
  });
  return new Map(pairs);
}

/** The URNs of what refers to an old domain. */
export function dependentsIn(state: PulumiState): string[] {
  const resources = resourcesIn(state);
  const olds = new Set(resources.filter(isOld).map(({ urn }) => urn));
  return resources
    .filter((resource) => !isOld(resource) && referencesIn(resource).some((urn) => olds.has(urn)))
    .map(({ urn }) => urn);
}

function replaceOldDomains(
  state: PulumiState,
  added: readonly StateResource[],
  successorOf: (old: StateResource, imported: StateResource | undefined) => StateResource,
): MigratedState {
  const resources = resourcesIn(state);
  const renames = renamesIn(resources);
  const renamed = (urn: string): string => renames.get(urn) ?? urn;
  const imported = importedIn(state);
  const replaced = new Set(imported.values());
  const migrated = resources
    .filter((resource) => !replaced.has(resource))
    .map((resource) => {
      const kept = isOld(resource) ? successorOf(resource, imported.get(resource.urn)) : resource;
      return { ...withReferences(kept, renamed), urn: renamed(resource.urn) };
    });
  const deployment = { ...state.deployment, resources: inOrder([...migrated, ...added]) };
  const olds = resources.filter(isOld).map(({ urn }) => urn);
  return {
    state: { ...state, deployment },
    successors: new Map(olds.map((urn) => [urn, renamed(urn)])),
    dependents: dependentsIn(state).map(renamed),
  };
}

/** What belongs to the place that a resource has among the others, rather than to its kind. */
function keptOf(old: StateResource): StateResource {
  const places = [
    "urn",
    "custom",
    "parent",
    "protect",
    "dependencies",
    "deletedWith",
    "replaceWith",
    "retainOnDelete",
  ];
  const kept = [...places, "created", "modified"];
  return Object.fromEntries(Object.entries(old).filter(([field]) => kept.includes(field))) as StateResource;
}

function valuesOf({
  old,
  inputs,
  state,
}: Successor): Pick<StateResource, "type" | "id" | "inputs" | "outputs"> {
  const values = { inputs: { ...inputs }, outputs: { ...state } };
  const { type, id, inputs: given, outputs } = importedDomain(old.name, values);
  return { type, id, inputs: given, outputs };
}
