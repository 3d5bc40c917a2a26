import { isOld, isSuccessor, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import { renamesIn } from "./renames";
import { shownUrn } from "./urn";

/**
 * What stands in the state already where a successor belongs, by the URN of the old domain, as after an import or a
 * deploy of the old program.
 *
 * @throws Error when that is another domain, or when the domain stands elsewhere as well
 */
export function importedIn(state: PulumiState): ReadonlyMap<string, StateResource> {
  const resources = resourcesIn(state);
  const renames = renamesIn(resources);
  const pairs = resources.filter(isOld).flatMap((old): [string, StateResource][] => {
    const place = renames.get(old.urn);
    const elsewhere = resources.find(
      (each) => isSuccessor(each) && each.id === old.id && (each.urn !== place || each.delete),
    );
    if (elsewhere) throw new Error(twice(old, elsewhere));
    const imported = resources.find(({ urn }) => urn === place);
    if (imported && imported.id !== old.id) {
      throw new Error(
        `${shownUrn(imported.urn)} is in the state already, and is ${imported.id} rather than ${old.id}: one of the two has to get another name.`,
      );
    }
    return imported ? [[old.urn, imported]] : [];
  });
  return new Map(pairs);
}

function twice(old: StateResource, other: StateResource): string {
  return `${old.id} is in the state twice, as ${shownUrn(old.urn)} and as ${shownUrn(other.urn)}, and a deploy of a program that has only one of them deletes the domain. Take the second out of the state, which leaves the domain alone: pulumi state delete '${other.urn}' --force. Then try again.`;
}
