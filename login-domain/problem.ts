import type { LoginDomainArgs } from "./args";

/**
 * What can't be of what a program gives: the types say the same, but not to programs in JavaScript, nor of what turns
 * out to be undefined. The domain's own inputs are checked in the preview.
 */
export function problemOf(args: LoginDomainArgs): string | undefined {
  const { dns, hostedZoneId, certificateArn, subjectAlternativeNames, parentPlaceholder } = args;
  if (dns === false) {
    if (certificateArn === undefined)
      return "has dns: false and no certificateArn: give that of an issued ACM certificate for the domain, in us-east-1.";
    if (hostedZoneId !== undefined || parentPlaceholder !== undefined)
      return "has dns: false, and a hostedZoneId or parentPlaceholder beside it, which would be used for nothing: leave those out, or dns.";
  } else if (hostedZoneId === undefined) {
    return "has no hostedZoneId: give that of the domain's public hosted zone in Route 53, or dns: false and a certificateArn.";
  }
  if (subjectAlternativeNames !== undefined) {
    if (certificateArn !== undefined)
      return "has a certificateArn and subjectAlternativeNames: they are for a certificate that is issued here. Leave one of the two out.";
    if (!Array.isArray(subjectAlternativeNames) || !subjectAlternativeNames.every(isText))
      return "has subjectAlternativeNames that aren't an array of texts: each of them names a record, so that outputs of other resources can't be among them.";
  }
  if (args.failover !== undefined && args.routing !== undefined)
    return "has failover and routing: failover makes the health check, routing takes one that is there. Leave one of the two out.";
  return undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
