import { together } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { isRegionName, regionOfUserPool } from "../../provider/region";
import type { OldDomain } from "./old-domain";
import { commentsOn, warningsOn } from "./pulumi-comments";
import { secretsOf } from "./pulumi-secrets";
import {
  isOld,
  oldType,
  type PulumiState,
  providerOf,
  resourcesIn,
  type StateResource,
} from "./pulumi-state";
import { unfitnessOf } from "./unfit";
import { isStack, partsOf } from "./urn";

/**
 * The domains of Pulumi's AWS provider, versions 6 and 7, in a state.
 *
 * @throws Diagnostic when the state can't be migrated as it is
 */
export function pulumiDomainsIn(state: PulumiState): OldDomain[] {
  const problems = unfitnessOf(state);
  if (problems.length > 0) throw new Diagnostic(together(problems));
  return resourcesIn(state)
    .filter(isOld)
    .map((resource) => oldDomain(resource, state));
}

/** Those that the program only looks up with `aws.cognito.UserPoolDomain.get`. */
export function lookedUpIn(state: PulumiState): string[] {
  return resourcesIn(state)
    .filter(({ type, external }) => type === oldType && external)
    .map(({ urn }) => urn);
}

function oldDomain(resource: StateResource, state: PulumiState): OldDomain {
  const { urn, id = "", parent, protect, inputs = {} } = resource;
  const userPoolId = known(resource, "userPoolId");
  const awsAccountId = known(resource, "awsAccountId");
  const certificateArn = known(resource, "certificateArn");
  const { managedLoginVersion } = inputs;
  const region = regionOf(resource, state);
  return {
    address: urn,
    name: partsOf(urn).name,
    domain: id,
    ...(userPoolId && { userPoolId }),
    ...(awsAccountId && { awsAccountId }),
    ...(certificateArn && { certificateArn }),
    ...(typeof managedLoginVersion === "number" && { managedLoginVersion }),
    ...(region !== undefined && { region }),
    ...(parent !== undefined && !isStack(parent) && { parent }),
    ...(protect && { protect }),
    secrets: secretsOf(resource),
    warnings: warningsOn(resource, state),
    comments: commentsOn(resource, state),
  };
}

/** A text of the resource, unless it is encrypted. */
function known({ inputs, outputs }: StateResource, name: string): string | undefined {
  return [inputs, outputs].map((values) => values?.[name]).find((value) => typeof value === "string");
}

/** From version 7 on the resource has one; before, only its provider did. */
function regionOf(resource: StateResource, state: PulumiState): string | undefined {
  const ofProvider = providerOf(resource, state)?.inputs?.["region"];
  return [known(resource, "region"), ofProvider, regionOfUserPool(known(resource, "userPoolId") ?? "")].find(
    (region) => typeof region === "string" && isRegionName(region),
  ) as string | undefined;
}
