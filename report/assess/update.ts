import type { DomainKind } from "../../provider/kind";
import type { Change } from "../../provider/plan/change";
import { sources, type WordedConsequence } from "../../provider/plan/consequences/consequence";
import { kindWanted } from "../../provider/plan/consequences/naming";
import { planChange } from "../../provider/plan/plan";
import type { Property } from "../../provider/properties";
import { usualDurations } from "../../provider/usual-durations";
import { commandsFor } from "../commands";
import { findings } from "../diagnostics";
import { withSecretsSettled } from "../hidden";
import type { Intent } from "../intents";
import type { DomainChange } from "../shape";
import { heldIn, inputsFrom, inputsOf } from "./inputs";
import { driftBetween, propertyChanges } from "./property-changes";
import { subject } from "./subject";

type Update = Extract<Intent, { kind: "update" | "keep" }>;

/** A domain that stays, and is changed in place or in Pulumi's state alone. */
export function updated({ urn, before, after, recorded }: Update, region: string | undefined): DomainChange {
  const held = heldIn(before);
  const inputs = inputsOf(after);
  // What would make the engine replace the domain is what it was, since it isn't replaced.
  const wanted = inputsFrom(
    withSecretsSettled({ ...held }, inputs, (_path, property) => changesInPlace(property)),
  );
  const { changes, calls, consequences } = planChange(held, wanted);
  const isUnfinished = changes.some(({ property }) => property === "status");
  return {
    ...subject(urn, held.domain, after),
    action: "update",
    impact: calls.length > 0 || isUnfinished ? "in place" : "none",
    changes: propertyChanges(changes, inputs),
    drift: driftBetween(recorded?.outputs, before.outputs),
    duration:
      durationOf(changes, kindWanted(wanted)) ??
      (isUnfinished ? usualDurations[kindWanted(wanted)].words : null),
    consequences,
    ...commandsFor(calls, held.region ?? region),
  };
}

/** Nothing is done to it; it is told of where a refresh has found that somebody else did. */
export function kept({ urn, before, after, recorded }: Update): DomainChange | undefined {
  const drift = driftBetween(recorded?.outputs, before.outputs);
  if (drift.length === 0) return undefined;
  return {
    ...subject(urn, heldIn(before).domain, after),
    action: "keep",
    impact: "none",
    drift,
    consequences: [staysChanged],
  };
}

const staysChanged: WordedConsequence = {
  level: "action",
  todo: "See whether that was meant",
  text: findings.staysChanged(),
  source: sources.state,
};

/** Without the engine's replacing the domain; what an object holds does. */
export function changesInPlace({ change, members }: Property): boolean {
  return change !== "replace" || members !== undefined;
}

/** A certificate and a security policy have to reach every edge; a branding version has its own times; of a failover none are known. */
function durationOf(changes: readonly Change[], kind: DomainKind): string | null {
  const changed = changes.filter(({ change }) => change === "update").map(({ property }) => property);
  if (changed.some((property) => property.startsWith("customDomainConfig"))) return "up to 1 hour";
  if (!changed.includes("managedLoginVersion")) return null;
  return kind === "prefix" ? "up to 1 minute" : "up to 5 minutes";
}
