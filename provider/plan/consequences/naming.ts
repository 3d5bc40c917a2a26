import type { DomainInputs } from "../../inputs";
import { type DomainKind, kindOf, kindOfName } from "../../kind";
import { isUnknown } from "../../unknown";

/** While the new domain's kind is unknown, the one that takes longer is told. */
export function kindWanted(wanted: DomainInputs): DomainKind {
  return kindOf(wanted) ?? "custom";
}

/** A state that was imported with its inputs alone may lack what makes the kind, but not the name. */
export function kindHeld({ customDomainConfig, domain }: DomainInputs): DomainKind {
  return customDomainConfig === undefined ? kindOfName(domain) : "custom";
}

export function nameOf({ domain }: DomainInputs): string {
  return isUnknown(domain) ? "the new domain" : domain;
}
