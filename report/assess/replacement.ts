import { parseDuration } from "../../provider/duration";
import type { Timeouts } from "../../provider/inputs";
import { sources, type WordedConsequence } from "../../provider/plan/consequences/consequence";
import { kindWanted } from "../../provider/plan/consequences/naming";
import type { Fate } from "../../provider/plan/consequences/replacement";
import { type Held, mustGoFirst, planChange, planReplacement } from "../../provider/plan/plan";
import { defaultTimeouts, usualDurations } from "../../provider/usual-durations";
import { commandsFor } from "../commands";
import { findings } from "../diagnostics";
import { withSecretsSettled } from "../hidden";
import type { Intent } from "../intents";
import type { Obstacle } from "../obstacles";
import type { DomainChange } from "../shape";
import { isTakenOver } from "./creation";
import { heldIn, inputsFrom, inputsOf, isSameDomain } from "./inputs";
import { driftBetween, propertyChanges } from "./property-changes";
import { refusal, refusalByRetained, refusalOfOrder } from "./refusal";
import { knownName, subject } from "./subject";
import { changesInPlace } from "./update";

type Replacement = Extract<Intent, { kind: "replace" }>;

/** A domain that goes, and another that comes in its place. */
export function replaced(
  intent: Replacement,
  obstacle: Obstacle | undefined,
  region: string | undefined,
): DomainChange {
  const { urn, before, after, reasons, recorded } = intent;
  const held = heldIn(before);
  const inputs = inputsOf(after);
  const wanted = inputsFrom(
    withSecretsSettled(
      { ...held },
      inputs,
      (path, property) => changesInPlace(property) || reasons.includes(path),
    ),
  );
  const { changes } = planChange(held, wanted);
  return {
    ...subject(urn, held.domain, after),
    action: "replace",
    order: orders[fateOf(intent)],
    successor: successorOf(held, wanted, fateOf(intent), inputs["domain"]),
    // What the engine says of a resource that it was told to replace.
    causes: reasons.map((reason) => (reason === "id" ? "--replace" : reason)),
    changes: propertyChanges(changes, inputs, ({ change }) =>
      change === "replace" ? "replaces" : "with the new domain",
    ),
    drift: driftBetween(recorded?.outputs, before.outputs),
    ...(refusalOf(intent, held, wanted, obstacle) ?? outcomeOf(held, wanted, fateOf(intent), region)),
  };
}

const orders = {
  "deleted first": "delete first",
  "deleted afterwards": "create first",
  kept: "keep the old",
} as const satisfies Record<Fate, DomainChange["order"]>;

type Outcome = Pick<DomainChange, "impact" | "consequences"> & Partial<DomainChange>;

function fateOf({ before, isDeletedFirst }: Replacement): Fate {
  if (before.retainOnDelete) return "kept";
  return isDeletedFirst ? "deleted first" : "deleted afterwards";
}

/** The create finds a domain in its way, another resource's or the one that it is to replace. */
function refusalOf(
  intent: Replacement,
  held: Held,
  wanted: Held,
  obstacle: Obstacle | undefined,
): Outcome | undefined {
  const inputs = inputsOf(intent.after);
  if (obstacle && !isTakenOver(obstacle, inputs))
    return { impact: "refused", consequences: [refusal(obstacle, inputs)] };
  const fate = fateOf(intent);
  if (fate === "deleted first" || !mustGoFirst(held, wanted)) return undefined;
  if (isSameDomain(held, wanted) && wanted.adoptExisting === true)
    return { action: "adopt", order: null, impact: "none", consequences: [foundAndTakenOver] };
  const reason = fate === "kept" ? refusalByRetained(held) : refusalOfOrder(held, wanted);
  return { impact: "refused", consequences: [reason] };
}

function outcomeOf(held: Held, wanted: Held, fate: Fate, region: string | undefined): Outcome {
  const { calls, consequences } = planReplacement(held, wanted, [], fate);
  const isDown = consequences.some(({ level }) => level === "outage");
  const isAvoidable = fate === "deleted first" && !mustGoFirst(held, wanted);
  return {
    duration: durationOf(held, wanted, fate),
    ...commandsFor(calls, held.region ?? region),
    impact: isDown ? "outage" : fate === "deleted first" ? "none" : "new address",
    consequences: isAvoidable ? [...consequences, avoidable] : consequences,
  };
}

const minute = 60_000;

function successorOf(held: Held, wanted: Held, fate: Fate, domain: unknown): DomainChange["successor"] {
  const { from, to } = usualDurations[kindWanted(wanted)];
  const creation = Math.max(to, timeoutOf("create", wanted));
  const deletion = fate === "deleted first" ? timeoutOf("delete", held) : 0;
  return {
    domain: knownName(domain),
    usualMinutes: [from / minute, to / minute],
    longestMinutes: (deletion + creation) / minute,
  };
}

function timeoutOf(step: keyof Timeouts, inputs: Held): number {
  return parseDuration(inputs.timeouts?.[step] ?? "") ?? defaultTimeouts[kindWanted(inputs)];
}

function durationOf(held: Held, wanted: Held, fate: Fate): string {
  const { words } = usualDurations[kindWanted(wanted)];
  const lingers = fate === "deleted first" && held.domain === wanted.domain;
  return lingers ? `${words}, and some minutes more until the name is free` : words;
}

const foundAndTakenOver: WordedConsequence = {
  level: "notice",
  text: findings.foundByItsReplacement(),
  source: sources.deleteBeforeReplace,
};

const avoidable: WordedConsequence = {
  level: "notice",
  text: findings.avoidableGap(),
  source: sources.deleteBeforeReplace,
};
