import { framed, type Wording } from "../../provider/errors/diagnosis";
import type { Values } from "../../provider/values";
import { secretsIn } from "../secret";
import { migrationWarnings } from "./diagnostics";
import { type PulumiState, providerOf, type StateResource } from "./pulumi-state";
import { isStack, partsOf, shownUrn } from "./urn";

/** What whoever reads the declaration of a successor should know of the old one. */
export function commentsOn(resource: StateResource, state: PulumiState): string[] {
  const { parent, inputs = {}, propertyDependencies = {} } = resource;
  const sources = Object.entries(propertyDependencies).flatMap(([input, urns]) => {
    if (!urns || urns.length === 0) return [];
    return [`${input} came from ${urns.map(shownUrn).join(", ")}: keep your program's own expression there.`];
  });
  const secrets = secretsIn(inputs).map(
    (input) => `${input} was a secret: keep your program's own expression there.`,
  );
  return [
    ...sources,
    ...secrets,
    ...(parent === undefined || isStack(parent) ? [] : [`The parent is ${shownUrn(parent)}.`]),
    ...lossOfProvider(resource, state).map((loss) => `The ${loss}`),
    ...commentsOnOptions(resource),
  ];
}

/** What a person should know before the migration, whether the declaration is printed or not. */
export function warningsOn(resource: StateResource, state: PulumiState): Wording[] {
  return lossOfProvider(resource, state).map((loss) =>
    framed(loss, (text) => `${shownUrn(resource.urn)}: the ${text}`),
  );
}

function lossOfProvider(resource: StateResource, state: PulumiState): Wording[] {
  const provider = providerOf(resource, state);
  if (!provider || /^default(_|$)/.test(partsOf(provider.urn).name)) return [];
  const { name } = partsOf(provider.urn);
  const settings = Object.keys(provider.inputs ?? {}).filter(
    (key) => !["region", "version", "pluginDownloadURL"].includes(key) && !key.startsWith("__"),
  );
  return [migrationWarnings.providerLost({ provider: name, settings })];
}

/** On those that the generated code can't express. */
function commentsOnOptions(resource: StateResource & Values): string[] {
  const options = [
    "retainOnDelete",
    "deletedWith",
    "replaceWith",
    "ignoreChanges",
    "replaceOnChanges",
    "additionalSecretOutputs",
  ];
  const given = options.filter((option) => {
    const value = resource[option];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
  return given.length === 0 ? [] : [`It had the options ${given.join(", ")}: give them again.`];
}
