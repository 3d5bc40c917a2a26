import type { DomainInputs } from "./inputs";
import { isUnknown } from "./unknown";

/**
 * A prefix domain is a label under amazoncognito.com; a custom domain is a DNS name of one's own under a certificate.
 * In preview it can be open which.
 */
export type DomainKind = "prefix" | "custom";

/** The kind that inputs ask for; undefined while what decides it is unknown. */
export function kindOf(
  inputs: Pick<Partial<DomainInputs>, "domain" | "customDomainConfig">,
): DomainKind | undefined {
  if (!isUnknown(inputs.customDomainConfig))
    return inputs.customDomainConfig === undefined ? "prefix" : "custom";
  // What a check is given may be anything.
  if (typeof inputs.domain !== "string" || isUnknown(inputs.domain)) return undefined;
  return kindOfName(inputs.domain);
}

/** The kind of a domain that is there. A state that was imported with its inputs alone may lack what makes it, but not the name. */
export function kindHeld({ domain, customDomainConfig }: DomainInputs): DomainKind {
  return customDomainConfig === undefined ? kindOfName(domain) : "custom";
}

/** Only custom domains have dots: a prefix is one label. */
export function kindOfName(domain: string): DomainKind {
  return domain.includes(".") ? "custom" : "prefix";
}
