import { type ImportFile, importedDomain } from "../import-file";
import type { Successor } from "./successor";
import { partsOf } from "./urn";

/** The file with which `pulumi import` takes the successors into the state. */
export function importFileOf(successors: readonly Successor[]): ImportFile {
  const names = parentNames(successors);
  const resources = successors.map(({ old, inputs, state }) =>
    importedDomain(old.name, { inputs: { ...inputs }, outputs: { ...state } }, names.get(old.parent ?? "")),
  );
  const olds = new Set(successors.map(({ old }) => old.address));
  const outside = [...names].filter(([urn]) => !olds.has(urn)).map(([urn, name]) => [name, urn]);
  return { ...(outside.length > 0 && { nameTable: Object.fromEntries(outside) }), resources };
}

/** What the file calls each parent, by its URN: one of the domains as it is, and others as nothing else is called. */
function parentNames(successors: readonly Successor[]): ReadonlyMap<string, string> {
  const taken = new Set(successors.map(({ old }) => old.name));
  const names = new Map(successors.map(({ old }) => [old.address, old.name]));
  for (const { parent } of successors.map(({ old }) => old)) {
    if (parent === undefined || names.has(parent)) continue;
    let name = partsOf(parent).name;
    while (taken.has(name)) name += "-parent";
    taken.add(name);
    names.set(parent, name);
  }
  return names;
}
