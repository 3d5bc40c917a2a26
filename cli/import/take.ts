import { resourceNameFor } from "../../code/identifier";
import { typescriptOf } from "../../code/typescript";
import type { Wording } from "../../provider/errors/diagnosis";
import type { DomainInputs } from "../../provider/inputs";
import type { DomainStatus } from "../../provider/status";
import { type ImportFile, importedDomain } from "../import-file";
import type { LiveDomain } from "../live-domain";
import { importable } from "./diagnostics";
import type { Parent } from "./parent";

/** How the domains are to stand in the program. */
export interface Wishes {
  /** The name of the resource, where there is one domain. */
  readonly name?: string;
  readonly parent?: Parent;
  readonly protect?: boolean;
}

/** What takes domains in: a file for the engine, and code for the program. */
export interface Taking {
  readonly importFile: ImportFile;
  /** TypeScript. */
  readonly code: string;
  readonly domains: readonly TakenDomain[];
  readonly warnings: readonly Wording[];
}

export interface TakenDomain {
  /** The name of the resource. */
  readonly name: string;
  readonly id: string;
  readonly status: DomainStatus;
  readonly userPoolId: string;
  readonly region: string;
  readonly inputs: DomainInputs;
}

export function takeIn(found: readonly LiveDomain[], { name, parent, protect }: Wishes): Taking {
  const taken = new Set<string>();
  const named = found.map((live) => {
    const own = name ?? resourceNameFor(live.inputs.domain, taken);
    taken.add(own);
    return { ...live, name: own };
  });
  const options = { ...(parent && { parent: parent.name }), ...(protect && { protect }) };
  return {
    importFile: {
      // By a name that no domain has.
      ...(parent && { nameTable: { [parent.urn]: parent.urn } }),
      resources: named.map(({ name, inputs, state }) =>
        importedDomain(
          name,
          { inputs: { ...inputs }, outputs: { ...state } },
          { ...(parent && { parent: parent.urn }) },
        ),
      ),
    },
    code: typescriptOf(named.map(({ name, inputs }) => ({ name, inputs: { ...inputs }, options }))),
    domains: named.map(({ name, inputs, state: { status, region } }) => {
      return { name, id: inputs.domain, status, userPoolId: inputs.userPoolId, region, inputs };
    }),
    warnings: named.flatMap(({ inputs, state }) => warningOn(inputs.domain, state.status) ?? []),
  };
}

/** What the first preview will show, where that isn't nothing. */
function warningOn(domain: string, status: DomainStatus): Wording | undefined {
  switch (status) {
    case "ACTIVE":
      return undefined;
    case "CREATING":
    case "UPDATING":
      return importable.busy({ domain, status });
    case "FAILED":
    case "DELETING":
      return importable.lost({ domain, status });
  }
}
