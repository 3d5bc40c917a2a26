import { kindHeld } from "../provider/kind";
import type { Held } from "../provider/plan/plan";
import { regionOfInputs } from "../provider/region";
import { isUnknown } from "../provider/unknown";
import { heldIn, inputsFrom, inputsOf } from "./assess/inputs";
import { isSecret } from "./hidden";
import type { Intent } from "./intents";

/** A domain that is there while another is created, which the service then refuses. */
export interface Obstacle {
  readonly domain: Held;
  /** What the engine intends with it. */
  readonly intent: Intent;
}

/** What is in the way of each domain that is to be created, of everything that other resources have or get. */
export function obstaclesAmong(intents: readonly Intent[]): ReadonlyMap<Intent, Obstacle> {
  const holders = new Map<string, Obstacle[]>();
  for (const intent of intents) {
    for (const domain of heldMeanwhile(intent)) {
      for (const key of claimsOf(domain)) {
        holders.set(key, [...(holders.get(key) ?? []).slice(0, enough), { domain, intent }]);
      }
    }
  }
  const pairs = intents.flatMap((intent): [Intent, Obstacle][] => {
    if (intent.kind !== "create" && intent.kind !== "replace") return [];
    const obstacle = claimsOf(inputsFrom(inputsOf(intent.after)))
      .flatMap((key) => holders.get(key) ?? [])
      .find((other) => other.intent !== intent);
    return obstacle ? [[intent, obstacle]] : [];
  });
  return new Map(pairs);
}

/** Of those who claim the same, as many as it takes to find one that isn't oneself: each claims it before and after. */
const enough = 3;

/** The engine creates before it deletes, but for what it deletes first: that may be gone in time. */
function heldMeanwhile(intent: Intent): Held[] {
  switch (intent.kind) {
    case "create":
    case "import":
      return [inputsFrom(inputsOf(intent.after))];
    case "replace":
      return [...(intent.isDeletedFirst ? [] : [heldIn(intent.before)]), inputsFrom(inputsOf(intent.after))];
    case "update":
    case "keep":
    case "delete":
    case "release":
      return [heldIn(intent.before)];
  }
}

/** What there can be only one of: a name, a prefix in a Region, and a user pool's domain of a kind. */
function claimsOf(domain: Held): string[] {
  const kind = kindHeld(domain);
  const region = kind === "custom" ? "" : regionOfInputs({ ...domain });
  return [
    ...(isKnown(domain.domain) ? [`name ${domain.domain} ${region}`] : []),
    ...(isKnown(domain.userPoolId) && isKnown(domain.domain) ? [`${kind} of ${domain.userPoolId}`] : []),
  ];
}

function isKnown(value: string): boolean {
  return !isUnknown(value) && !isSecret(value);
}
