import { isRegionName, regionOfUserPool } from "../../provider/region";
import type { Values } from "../../provider/values";
import type { OldDomain } from "./old-domain";
import { isOld, oldType, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import { partsOf, shownUrn } from "./urn";

/**
 * The domains of Pulumi's AWS provider, versions 6 and 7, in a state.
 *
 * @throws Error when the state is in the middle of something
 */
export function pulumiDomainsIn(state: PulumiState): OldDomain[] {
  const problems = [...pendingIn(state), ...resourcesIn(state).filter(isOld).flatMap(unfitness)];
  if (problems.length > 0) throw new Error(problems.join("\n"));
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

/** Pulumi drops these from every state that it imports, so that nobody would know of them any more. */
function pendingIn({ deployment }: PulumiState): string[] {
  return (deployment.pending_operations ?? []).map(
    ({ resource }) =>
      `An operation on ${shownUrn(resource.urn)} was begun and hasn't come to its end. Let the deployment that is running end, or put an interrupted one in order (pulumi refresh), then try again.`,
  );
}

function unfitness({ urn, delete: isLeft, pendingReplacement, taint }: StateResource): string[] {
  if (isLeft || pendingReplacement) {
    return [`The replacement of ${shownUrn(urn)} isn't finished: pulumi up finishes it. Then try again.`];
  }
  if (!taint) return [];
  return [
    `${shownUrn(urn)} is marked to be replaced. To keep it: pulumi state untaint '${urn}'. Then try again.`,
  ];
}

function oldDomain(resource: StateResource, state: PulumiState): OldDomain {
  const { urn, id = "", parent, protect, inputs = {} } = resource;
  const userPoolId = known(resource, "userPoolId");
  const certificateArn = known(resource, "certificateArn");
  const { managedLoginVersion } = inputs;
  const region = regionOf(resource, state);
  return {
    address: urn,
    name: partsOf(urn).name,
    domain: id,
    ...(userPoolId && { userPoolId }),
    ...(certificateArn && { certificateArn }),
    ...(typeof managedLoginVersion === "number" && { managedLoginVersion }),
    ...(region !== undefined && { region }),
    ...(parent !== undefined && !isStack(parent) && { parent }),
    ...(protect && { protect }),
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

/** A resource names its provider by URN and id. */
function providerOf({ provider = "" }: StateResource, state: PulumiState): StateResource | undefined {
  const urn = provider.slice(0, provider.lastIndexOf("::"));
  return resourcesIn(state).find((resource) => resource.urn === urn);
}

function isStack(urn: string): boolean {
  return partsOf(urn).types === "pulumi:pulumi:Stack";
}

function commentsOn(resource: StateResource, state: PulumiState): string[] {
  const { parent, inputs = {}, propertyDependencies = {} } = resource;
  const sources = Object.entries(propertyDependencies).flatMap(([input, urns]) => {
    if (!urns || urns.length === 0) return [];
    return [`${input} came from ${urns.map(shownUrn).join(", ")}: keep your program's own expression there.`];
  });
  const secrets = Object.entries(inputs).flatMap(([input, value]) =>
    isEncrypted(value) ? [`${input} was a secret: keep your program's own expression there.`] : [],
  );
  return [
    ...sources,
    ...secrets,
    ...(parent === undefined || isStack(parent) ? [] : [`The parent is ${shownUrn(parent)}.`]),
    ...commentsOnProvider(providerOf(resource, state)),
    ...commentsOnOptions(resource),
  ];
}

function isEncrypted(value: unknown): boolean {
  return typeof value === "object" && value !== null && "4dabf18193072939515e22adb298388d" in value;
}

function commentsOnProvider(provider: StateResource | undefined): string[] {
  if (!provider || /^default(_|$)/.test(partsOf(provider.urn).name)) return [];
  const { name } = partsOf(provider.urn);
  const settings = Object.keys(provider.inputs ?? {}).filter(
    (key) => !["region", "version", "pluginDownloadURL"].includes(key) && !key.startsWith("__"),
  );
  const hint =
    settings.length === 0
      ? ""
      : ` (that one had ${settings.join(", ")}: the stack's has to lead to the same account)`;
  return [
    `The explicit provider ${name} has no say any more: access comes from the stack's aws:* configuration${hint}.`,
  ];
}

/** Those that the generated code can't express. */
function commentsOnOptions(resource: StateResource & Values): string[] {
  const given = ["retainOnDelete", "deletedWith", "replaceWith", "ignoreChanges", "replaceOnChanges"].filter(
    (option) => {
      const value = resource[option];
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    },
  );
  return given.length === 0 ? [] : [`It had the options ${given.join(", ")}: give them again.`];
}
