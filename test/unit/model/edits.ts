import type { DomainInputs } from "../../../provider/inputs";
import { kindOfName } from "../../../provider/kind";
import { withoutNulls } from "../../../provider/values";
import { certificate } from "../provider/support";
import type { Program } from "./engine";
import type { Edit } from "./scenario";

/** The program after an edit; what isn't for a domain of the kind that it is now is left out. */
export function edited(program: Program, edit: Edit): Program {
  const next = new Map(program);
  const before = program.get(edit.resource);
  if ("remove" in edit) next.delete(edit.resource);
  else if ("declare" in edit) next.set(edit.resource, fitting(edit.declare));
  else if (before)
    next.set(edit.resource, fitting(withoutNulls({ ...before, ...edit.change }) as unknown as DomainInputs));
  return next;
}

function fitting({ customDomainConfig, routing, ...rest }: DomainInputs): DomainInputs {
  if (kindOfName(rest.domain) === "prefix") return rest;
  const config = customDomainConfig ?? { certificateArn: certificate("a") };
  return { ...rest, customDomainConfig: config, ...(routing && { routing }) };
}
