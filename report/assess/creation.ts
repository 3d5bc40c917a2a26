import { changesBetween } from "../../provider/plan/change";
import type { WordedConsequence } from "../../provider/plan/consequences/consequence";
import { sources } from "../../provider/plan/consequences/consequence";
import { kindWanted } from "../../provider/plan/consequences/naming";
import { planCreation } from "../../provider/plan/plan";
import { regionOfInputs } from "../../provider/region";
import { usualDurations } from "../../provider/usual-durations";
import { commandsFor } from "../commands";
import { findings } from "../diagnostics";
import { withSecretsSettled } from "../hidden";
import { type Intent, nameIn } from "../intents";
import type { Obstacle } from "../obstacles";
import type { DomainChange } from "../shape";
import { inputsFrom, inputsOf, isSameDomain } from "./inputs";
import { propertyChanges } from "./property-changes";
import { refusal } from "./refusal";
import { subject } from "./subject";

type Creation = Extract<Intent, { kind: "create" }>;

/** A domain that is made where Pulumi has none. */
export function created(
  { urn, after, isFoundGone }: Creation,
  obstacle: Obstacle | undefined,
  region: string | undefined,
): DomainChange {
  const inputs = inputsOf(after);
  const wanted = inputsFrom(withSecretsSettled({}, inputs, () => true));
  const creation = {
    ...subject(urn, inputs["domain"], after),
    changes: propertyChanges(
      changesBetween({}, { ...wanted, domain: undefined }),
      inputs,
      () => "with the new domain",
    ),
    recreated: isFoundGone,
  };
  if (obstacle && isTakenOver(obstacle, inputs)) {
    return { ...creation, action: "adopt", impact: "none", consequences: [takenOver(obstacle)] };
  }
  if (obstacle) {
    return { ...creation, action: "create", impact: "refused", consequences: [refusal(obstacle, inputs)] };
  }
  const { consequences, calls } = planCreation(wanted);
  return {
    ...creation,
    action: "create",
    impact: "none",
    duration: usualDurations[kindWanted(wanted)].words,
    consequences,
    ...commandsFor(calls, regionOfInputs(inputs) ?? region),
  };
}

/** Whether the provider finds the domain, takes it over, and then leaves it as it is where it was to be deleted. */
export function isTakenOver({ domain, intent }: Obstacle, inputs: ReturnType<typeof inputsOf>): boolean {
  return (
    isSameDomain(domain, inputsFrom(inputs)) && inputs["adoptExisting"] === true && intent.kind === "delete"
  );
}

function takenOver({ intent }: Obstacle): WordedConsequence {
  return {
    level: "notice",
    text: findings.takenOver({ other: nameIn(intent.urn) }),
    source: sources.aliases,
  };
}
