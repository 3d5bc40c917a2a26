import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { RequestedCertificate, SharedArgs } from "./args";
import { otherValidatedNames, refuseSharedRecord, validationOf } from "./certificate-names";
import type { HostedZone } from "./hosted-zone";
import type { Scope } from "./scope";
import { transformed } from "./transform";

/** CloudFront takes its certificates from there, whatever the pool's Region. */
const region = "us-east-1";

type Args = Pick<SharedArgs & RequestedCertificate, "domain" | "subjectAlternativeNames">;

/**
 * A certificate that ACM issues once DNS shows that its names are yours; its ARN, from when it is issued.
 *
 * When the names change, the new one is issued, and used, before Pulumi deletes the old one: so it does with whatever is
 * replaced and not asked to be deleted first.
 */
export function requestedCertificate(scope: Scope, zone: HostedZone, args: Args): pulumi.Output<string> {
  const { name, parent, tags, transform } = scope;
  const { domain, subjectAlternativeNames = [] } = args;
  const certificate = new aws.acm.Certificate(
    ...transformed(
      transform.certificate,
      `${name}-certificate`,
      {
        domainName: domain,
        ...(subjectAlternativeNames.length > 0 && { subjectAlternativeNames: [...subjectAlternativeNames] }),
        validationMethod: "DNS",
        region,
        tags,
      },
      { parent },
    ),
  );
  const validation = new aws.acm.CertificateValidation(
    ...transformed(
      transform.certificateValidation,
      `${name}-certificate-validation`,
      {
        certificateArn: certificate.arn,
        validationRecordFqdns: validationRecords(scope, zone, args, certificate).map(({ fqdn }) => fqdn),
        region,
      },
      { parent },
    ),
  );
  return validation.certificateArn;
}

/** One for each distinct name: the domain's, which has no name of its own that could change, and the others'. */
function validationRecords(
  { name, transform }: Scope,
  zone: HostedZone,
  { domain, subjectAlternativeNames = [] }: Args,
  certificate: aws.acm.Certificate,
): aws.route53.Record[] {
  const others = otherValidatedNames(
    typeof domain === "string" ? domain : undefined,
    subjectAlternativeNames,
  );
  const own = pulumi.output(domain).apply((domain) => {
    refuseSharedRecord(others, domain, name);
    return domain;
  });
  return [
    record(`${name}-validation`, own),
    ...others.map((other) => record(`${name}-validation-${other}`, other)),
  ];

  function record(recordName: string, certificateName: pulumi.Input<string>): aws.route53.Record {
    const validation = pulumi
      .all([zone.holding(certificateName), certificate.domainValidationOptions])
      .apply(([certificateName, options]) => validationOf(certificateName, options, name));
    return zone.record(
      transform.validationRecord,
      recordName,
      {
        name: validation.resourceRecordName,
        type: validation.resourceRecordType,
        records: [validation.resourceRecordValue],
        ttl: 60,
        // The same for every certificate of the account that has the name: there is nothing else to be overwritten,
        // and a create that was killed can be run again.
        allowOverwrite: true,
      },
      // For the same reason none is deleted: another certificate may be renewed by it, of this component after its names
      // have changed, or of somebody else.
      { retainOnDelete: true },
    );
  }
}
