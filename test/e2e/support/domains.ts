import type { DomainInputs } from "../../../provider/inputs";
import { providerReference, resourceType } from "../../../provider/resource-type";
import type { Cloud } from "./cloud";

export const certificate = certificateArn("one");
export const otherCertificate = certificateArn("two");

export function certificateArn(id: string): string {
  return `arn:aws:acm:us-east-1:123456789012:certificate/${id}`;
}

/** A prefix domain on a pool of its own. */
export function prefixDomain({ emulator }: Cloud, more: Partial<DomainInputs> = {}): DomainInputs {
  return { domain: "shop", userPoolId: more.userPoolId ?? emulator.createPool().id, ...more };
}

/** A custom domain on a pool of its own. */
export function customDomain(cloud: Cloud, more: Partial<DomainInputs> = {}): DomainInputs {
  return {
    ...prefixDomain(cloud, more),
    domain: "auth.example.com",
    customDomainConfig: { certificateArn: certificate },
    ...more,
  };
}

/** A domain as an import file has it, with nothing but its inputs. */
export function importEntry(name: string, inputs: DomainInputs): object {
  const values = { ...inputs, __provider: providerReference };
  return { type: resourceType, name, id: inputs.domain, inputs: values, outputs: values };
}
