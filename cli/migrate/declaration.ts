import type { Declaration } from "../../code/typescript";
import type { Successor } from "./successor";
import { partsOf } from "./urn";

/** The successor as a program declares it. */
export function declarationOf({ old, inputs }: Successor): Declaration {
  const { name, parent, protect, comments } = old;
  return {
    name,
    inputs: { ...inputs },
    options: {
      ...(parent !== undefined && { parent: partsOf(parent).name }),
      ...(protect && { protect }),
    },
    comments,
  };
}
