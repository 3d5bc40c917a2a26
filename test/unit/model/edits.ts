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
  else if (before && "turn" in edit) next.set(edit.resource, fitting(turned(before, edit.turn)));
  else if (before && "change" in edit)
    next.set(edit.resource, fitting(withoutNulls({ ...before, ...edit.change }) as unknown as DomainInputs));
  return next;
}

function turned(inputs: DomainInputs, what: "branding" | "certificate" | "failover"): DomainInputs {
  switch (what) {
    case "branding":
      return { ...inputs, managedLoginVersion: inputs.managedLoginVersion === 2 ? 1 : 2 };
    case "certificate": {
      const { customDomainConfig: config } = inputs;
      const other = config?.certificateArn === certificate("a") ? certificate("b") : certificate("a");
      return { ...inputs, customDomainConfig: { ...config, certificateArn: other } };
    }
    case "failover": {
      const { routing, ...rest } = inputs;
      return routing?.failover ? rest : { ...rest, routing: { failover: aFailover } };
    }
  }
}

const aFailover = { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check" };

function fitting({ customDomainConfig, routing, ...rest }: DomainInputs): DomainInputs {
  if (kindOfName(rest.domain) === "prefix") return rest;
  const config = customDomainConfig ?? { certificateArn: certificate("a") };
  return { ...rest, customDomainConfig: config, ...(routing && { routing }) };
}
