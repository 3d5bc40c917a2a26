import type { Wording } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { unfit } from "./diagnostics";
import { isOld, isSuccessor, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import { renamesIn } from "./renames";
import { shownUrn } from "./urn";

/**
 * What stands in the state already where a successor belongs, by the URN of the old domain, as after an import or a
 * deploy of the old program.
 *
 * @throws Diagnostic when that is another domain, or when the domain stands elsewhere as well
 */
export function importedIn(state: PulumiState): ReadonlyMap<string, StateResource> {
  const resources = resourcesIn(state);
  const renames = renamesIn(resources);
  const pairs = resources.filter(isOld).flatMap((old): [string, StateResource][] => {
    const place = renames.get(old.urn);
    const elsewhere = resources.find(
      (each) => isSuccessor(each) && each.id === old.id && (each.urn !== place || each.delete),
    );
    if (elsewhere) throw new Diagnostic(twice(old, elsewhere));
    const imported = resources.find(({ urn }) => urn === place);
    if (imported && imported.id !== old.id) {
      const resource = shownUrn(imported.urn);
      throw new Diagnostic(unfit.placeTaken({ resource, id: String(imported.id), other: String(old.id) }));
    }
    return imported ? [[old.urn, imported]] : [];
  });
  return new Map(pairs);
}

function twice(old: StateResource, { urn }: StateResource): Wording {
  return unfit.twice({ domain: String(old.id), resource: shownUrn(old.urn), other: shownUrn(urn), urn });
}
