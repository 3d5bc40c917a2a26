import type { Domain } from "../cloud/domain";
import type { Model } from "../model/operations";
import type { ValueOf } from "../model/shapes";
import type { Context } from "./context";
import { routingOf } from "./domain-configuration";

type Input = ValueOf<Model["DescribeUserPoolDomain"]>;

/** Describes a domain, of whatever account; an unknown one is no error but an empty description. */
export function describeUserPoolDomain(input: Input, { domains, region }: Context): object {
  const domain = domains.seen(input.Domain, region);
  return { DomainDescription: domain ? descriptionOf(domain) : {} };
}

function descriptionOf(domain: Domain): object {
  const { customDomainConfig: custom } = domain;
  return {
    UserPoolId: domain.userPoolId,
    AWSAccountId: domain.accountId,
    Domain: domain.name,
    S3Bucket: domain.s3Bucket,
    CloudFrontDistribution: domain.cloudFrontDistribution,
    Version: domain.version,
    Status: domain.status,
    ...(custom && {
      CustomDomainConfig: { CertificateArn: custom.certificateArn, SecurityPolicy: custom.securityPolicy },
    }),
    ManagedLoginVersion: domain.managedLoginVersion,
    ...routingOf(domain.failover),
  };
}
