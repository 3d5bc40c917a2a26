import type { DomainInputs } from "../../../provider/inputs";
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
