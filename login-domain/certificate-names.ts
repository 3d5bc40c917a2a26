import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

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
  const names = options.map(({ domainName }) => domainName).join(", ") || "no name that DNS validates";
  throw new pulumi.RunError(
    `The certificate of LoginDomain ${component} is for ${names}, and not for ${certificateName}: take what changes its names or its validation out of transform.certificate, or make the certificate beside this component and give its certificateArn.`,
  );
}

/** Refuses a domain, known only now, whose record is another name's as well. */
export function refuseAmong(others: readonly string[], domain: string, component: string): void {
  if (!others.includes(validatedName(domain))) return;
  throw new pulumi.RunError(
    `LoginDomain ${component} has ${domain} in subjectAlternativeNames, itself or with *. before it, and gives its domain as an output: two resources would manage the same validation record. Leave it out there, or give the domain as text.`,
  );
}

/** ACM validates a wildcard by the record of the name that it stands before. */
function validatedName(certificateName: string): string {
  return certificateName.toLowerCase().replace(/^\*\./, "");
}
