import { getVersion } from "@pulumi/aws/utilities";
import * as pulumi from "@pulumi/pulumi";
import type { Wording } from "../provider/errors/diagnosis";
import type { LoginDomainArgs } from "./args";
import { impossibleArgs } from "./diagnostics";

/**
 * What can't be of what a program gives: the types say the same, but not to programs in JavaScript, nor of what turns
 * out to be undefined. The domain's own inputs are checked in the preview.
 *
 * @param version of `@pulumi/aws`
 */
export function problemOf(
  component: string,
  args: LoginDomainArgs,
  version: string = getVersion(),
): Wording | undefined {
  if (Number.parseInt(version, 10) < 7) return impossibleArgs.oldAws({ component, version });
  const { domain, userPoolId, dns, hostedZoneId, certificateArn, subjectAlternativeNames } = args;
  if (domain === undefined)
    return impossibleArgs.missingInput({ component, input: "domain", like: "auth.example.com" });
  if (userPoolId === undefined)
    return impossibleArgs.missingInput({ component, input: "userPoolId", like: "us-east-1_AbCdEf123" });
  if (dns === false) {
    if (certificateArn === undefined) return impossibleArgs.noCertificate({ component });
    const inputs = (["hostedZoneId", "dnsProvider", "parentPlaceholder"] as const).filter(
      (input) => args[input] !== undefined,
    );
    if (inputs.length > 0) return impossibleArgs.zoneWithoutDns({ component, inputs });
  } else if (hostedZoneId === undefined) {
    return impossibleArgs.noZone({ component });
  }
  if (subjectAlternativeNames !== undefined) {
    if (certificateArn !== undefined) return impossibleArgs.namesOfGivenCertificate({ component });
    const given = otherThanTexts(subjectAlternativeNames);
    if (given !== undefined) return impossibleArgs.namesNotText({ component, given });
  }
  if (args.failover !== undefined && args.routing !== undefined)
    return impossibleArgs.twoWaysToFailOver({ component });
  return undefined;
}

function otherThanTexts(names: unknown): string | undefined {
  if (!Array.isArray(names)) return nameOf(names);
  const other: unknown = names.find((name) => typeof name !== "string");
  return other === undefined ? undefined : `one with ${nameOf(other)}`;
}

function nameOf(value: unknown): string {
  return pulumi.Output.isInstance(value) ? "an output" : JSON.stringify(value);
}
