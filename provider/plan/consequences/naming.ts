import type { DomainInputs } from "../../inputs";
import { type DomainKind, kindOf } from "../../kind";
import { isUnknown } from "../../unknown";

/** While the new domain's kind is unknown, the one that takes longer is told. */
export function kindWanted(wanted: DomainInputs): DomainKind {
  return kindOf(wanted) ?? "custom";
}

export function nameOf({ domain }: DomainInputs): string {
  return isUnknown(domain) ? "the new domain" : domain;
}
