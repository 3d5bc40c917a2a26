import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { InHostedZone, IssuedCertificate, SharedArgs } from "./args";
import { otherValidatedNames, refuseAmong, validationOf } from "./certificate-names";
import type { Scope } from "./scope";
import { transformed } from "./transform";

/** CloudFront takes its certificates from there, whatever the pool's Region. */
const region = "us-east-1";

type Args = Pick<SharedArgs, "domain"> &
  Pick<InHostedZone, "hostedZoneId"> &
  Pick<IssuedCertificate, "subjectAlternativeNames">;

/**
 * A certificate that ACM issues once DNS shows that its names are yours; its ARN, from when it is issued.
 *
 * When the names change, the new one is issued, and used, before Pulumi deletes the old one: so it does with whatever is
 * replaced and not asked to be deleted first.
 */
export function issuedCertificate(scope: Scope, args: Args): pulumi.Output<string> {
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
        validationRecordFqdns: validationRecords(scope, args, certificate).map(({ fqdn }) => fqdn),
        region,
      },
      { parent },
    ),
  );
  return validation.certificateArn;
}

/** One for each distinct name: the domain's, which has no name of its own that could change, and the others'. */
function validationRecords(
  { name, parent, transform }: Scope,
  { domain, hostedZoneId, subjectAlternativeNames = [] }: Args,
  certificate: aws.acm.Certificate,
): aws.route53.Record[] {
  const others = otherValidatedNames(
    typeof domain === "string" ? domain : undefined,
    subjectAlternativeNames,
  );
  const own = pulumi.output(domain).apply((domain) => {
    refuseAmong(others, domain, name);
    return domain;
  });
  return [
    record(`${name}-validation`, own),
    ...others.map((other) => record(`${name}-validation-${other}`, other)),
  ];

  function record(recordName: string, certificateName: pulumi.Input<string>): aws.route53.Record {
    const validation = pulumi
      .all([certificateName, certificate.domainValidationOptions])
      .apply(([certificateName, options]) => validationOf(certificateName, options, name));
    return new aws.route53.Record(
      ...transformed(
        transform.validationRecord,
        recordName,
        {
          zoneId: hostedZoneId,
          name: validation.resourceRecordName,
          type: validation.resourceRecordType,
          records: [validation.resourceRecordValue],
          ttl: 60,
          // The same for every certificate of the account that has the name: there is nothing else to be overwritten,
          // and a create that was killed can be run again.
          allowOverwrite: true,
        },
        { parent },
      ),
    );
  }
}
