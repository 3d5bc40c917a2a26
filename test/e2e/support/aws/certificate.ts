import { createHash, randomUUID } from "node:crypto";
import type { Kind } from "./kind";
import { type Certificate, tellOfCertificate, type World } from "./world";

interface CertificateArgs {
  readonly domainName: string;
  readonly subjectAlternativeNames?: readonly string[];
  readonly region?: string;
}

export const certificate: Kind = {
  replacedBy: ["domainName", "keyAlgorithm", "region", "subjectAlternativeNames", "validationMethod"],

  create({ inputs }, { certificates, region: defaultRegion }) {
    const {
      domainName,
      subjectAlternativeNames = [],
      region = defaultRegion,
    } = inputs as unknown as CertificateArgs;
    const arn = `arn:aws:acm:${region}:123456789012:certificate/${randomUUID()}`;
    const names = [...new Set([domainName, ...subjectAlternativeNames])];
    const domainValidationOptions = names.map(validationOf);
    certificates.set(arn, {
      proofs: domainValidationOptions.map((option) => ({
        fqdn: option.resourceRecordName.replace(/\.$/, ""),
        value: option.resourceRecordValue,
      })),
      isIssued: false,
    });
    return {
      id: arn,
      outputs: {
        ...inputs,
        arn,
        region,
        subjectAlternativeNames: names,
        domainValidationOptions,
        status: "PENDING_VALIDATION",
      },
    };
  },

  delete(arn, _held, world) {
    const { domains } = world.cloud.emulator.snapshot();
    const isInUse = domains.some(({ facts }) => facts.customDomainConfig?.certificateArn === arn);
    // The provider would try again for twenty minutes.
    if (isInUse || world.kept.has(arn))
      throw new Error(`ResourceInUseException: Certificate ${arn} is in use.`);
    world.certificates.delete(arn);
    tellOfCertificate(world, arn);
  },
};

export const certificateValidation: Kind = {
  replacedBy: ["certificateArn", "region", "validationRecordFqdns"],

  create({ inputs }, world) {
    const { certificateArn, validationRecordFqdns } = inputs as unknown as ValidationArgs;
    const certificate = world.certificates.get(certificateArn);
    if (!certificate)
      throw new Error(`ResourceNotFoundException: Could not find certificate ${certificateArn}.`);
    const needed = [...new Set(certificate.proofs.map(({ fqdn }) => fqdn))];
    const missing = needed.filter((fqdn) => validationRecordFqdns?.includes(fqdn) === false);
    if (missing.length > 0) {
      throw new Error(
        `certificate needs [${needed.join(" ")}] to be set but only [${validationRecordFqdns?.join(" ")}] was passed to validation_record_fqdns`,
      );
    }
    // The provider would wait for more than an hour.
    if (!isProven(certificate, world))
      throw new Error(
        "timeout while waiting for state to become 'ISSUED' (last state: 'PENDING_VALIDATION')",
      );
    world.certificates.set(certificateArn, { ...certificate, isIssued: true });
    tellOfCertificate(world, certificateArn);
    return { id: new Date().toISOString(), outputs: { region: world.region, ...inputs } };
  },
};

/** Whether DNS shows that all names are the owner's: ACM looks when it issues a certificate, and when it renews one. */
export function isProven({ proofs }: Certificate, world: World): boolean {
  const records = [...world.records.values()].filter(({ type }) => type === "CNAME");
  return proofs.every((proof) =>
    records.some(({ fqdn, values }) => fqdn === proof.fqdn && values.includes(proof.value)),
  );
}

interface ValidationArgs {
  readonly certificateArn: string;
  readonly validationRecordFqdns?: readonly string[];
}

/**
 * The record that ACM wants to see is the same for a name and for its wildcard, and for every certificate of the
 * account. Source: AWS Certificate Manager user guide, "DNS validation".
 */
function validationOf(domainName: string) {
  const base = domainName.replace(/^\*\./, "");
  const digest = createHash("sha256").update(base).digest("hex");
  return {
    domainName,
    resourceRecordName: `_${digest.slice(0, 32)}.${base}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${digest.slice(32)}.acm-validations.aws.`,
  };
}
