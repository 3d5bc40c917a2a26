import { type ImportFile, importedDomain } from "../import-file";
import type { Successor } from "./successor";

/** The file with which `pulumi import` takes the successors of Terraform's domains into a state. */
export function importFileOf(successors: readonly Successor[]): ImportFile {
  const resources = successors.map(({ old: { name, secrets }, inputs, state }) =>
    importedDomain(name, { inputs: { ...inputs }, outputs: { ...state } }, { secrets }),
  );
  return { resources };
}
