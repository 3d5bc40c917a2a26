import type * as aws from "@pulumi/aws";
import { partsThatDoNotFit } from "./diagnostics";
import { refuse } from "./refuse";

export type ValidationOption = aws.types.output.acm.CertificateDomainValidationOption;

/**
 * The names, beside the domain's, whose validation takes a record of their own.
 *
 * @param domain undefined where it isn't known while the program runs
 */
export function otherValidatedNames(
  domain: string | undefined,
  subjectAlternativeNames: readonly string[],
): string[] {
  const distinct = new Set(subjectAlternativeNames.map(validatedName));
  if (domain !== undefined) distinct.delete(validatedName(domain));
  return [...distinct];
}

/** What ACM wants to see in DNS for a name. */
export function validationOf(
  certificateName: string,
  options: readonly ValidationOption[],
  component: string,
): ValidationOption {
  const name = validatedName(certificateName);
  const found = options.find(({ domainName }) => validatedName(domainName) === name);
  if (found) return found;
  const names = options.map(({ domainName }) => domainName);
  return refuse(partsThatDoNotFit.unnamedByCertificate({ component, certificateName, names }));
}

/** Refuses a domain, known only now, whose record is another name's as well. */
export function refuseSharedRecord(others: readonly string[], domain: string, component: string): void {
  if (others.includes(validatedName(domain))) refuse(partsThatDoNotFit.sharedRecord({ component, domain }));
}

/** ACM validates a wildcard by the record of the name that it stands before. */
function validatedName(certificateName: string): string {
  return certificateName.toLowerCase().replace(/^\*\./, "");
}
