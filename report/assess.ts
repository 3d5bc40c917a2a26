import type { DomainKind } from "../provider/kind";
import { type Change, changesBetween } from "../provider/plan/change";
import { type Consequence, sources } from "../provider/plan/consequences/consequence";
import { kindWanted } from "../provider/plan/consequences/naming";
import { type Held, planChange, planCreation, planDeletion, planReplacement } from "../provider/plan/plan";
import type { Property } from "../provider/properties";
import { regionOfInputs } from "../provider/region";
import { isLost } from "../provider/status";
import { isUnknown } from "../provider/unknown";
import { defaultTimeouts, usualDurations } from "../provider/usual-durations";
import type { Values } from "../provider/values";
import { commandsFor } from "./commands";
import { isSecret, shownValueOf, withSecretsSettled } from "./hidden";
import type { PreviewStep, ResourceState } from "./preview";
import type { DomainChange, PropertyChange } from "./report";

/**
 * What the engine's step means for a domain; undefined where it changes nothing. What is done and in which order is the
 * engine's word; what that comes to is the plan's, which the provider's own diff is made from.
 */
export function assess(step: PreviewStep, region: string | undefined): DomainChange | undefined {
  switch (step.op) {
    case "create":
      return created(step, region);
    case "update":
      return updated(step, region);
    case "replace":
      return replaced(step, region);
    case "delete":
      return step.oldState?.retainOnDelete ? forgotten(step) : deleted(step, region);
    case "import":
      return imported(step);
    default:
      return undefined;
  }
}

function created(step: PreviewStep, region: string | undefined): DomainChange {
  const inputs = inputsOf(step.newState);
  const wanted = inputsFrom(withSecretsSettled({}, inputs, () => true));
  const { consequences, calls } = planCreation(wanted);
  return {
    ...subject(step, inputs["domain"]),
    action: "create",
    impact: "none",
    changes: changesBetween({ domain: wanted.domain }, { ...wanted }).map((change) => ({
      ...shownChange(change, inputs),
      effect: "with the new domain",
    })),
    duration: usualDurations[kindWanted(wanted)].words,
    consequences,
    ...commandsFor(calls, regionOfInputs(inputs) ?? region),
  };
}

function updated(step: PreviewStep, region: string | undefined): DomainChange {
  const held = heldIn(step);
  const inputs = inputsOf(step.newState);
  // What would make the engine replace the domain is what it was, since it isn't replaced.
  const wanted = inputsFrom(
    withSecretsSettled({ ...held }, inputs, (_path, property) => changesInPlace(property)),
  );
  const { changes, calls, consequences } = planChange(held, wanted);
  return {
    ...subject(step, held.domain),
    action: "update",
    impact: calls.length > 0 ? "in place" : "none",
    changes: changes.map((change) => shownChange(change, inputs)),
    duration: durationOfUpdate(changes, kindWanted(wanted)),
    consequences,
    ...commandsFor(calls, held.region ?? region),
  };
}

function replaced(step: PreviewStep, region: string | undefined): DomainChange {
  const held = heldIn(step);
  const inputs = inputsOf(step.newState);
  // The engine's order differs from run to run.
  const causes = (step.replaceReasons ?? []).toSorted();
  const wanted = inputsFrom(
    withSecretsSettled(
      { ...held },
      inputs,
      (path, property) => changesInPlace(property) || causes.includes(path),
    ),
  );
  const deleteFirst = step.oldState?.pendingReplacement === true;
  const { changes } = planChange(held, wanted);
  const { calls, consequences } = planReplacement(held, wanted, changes, deleteFirst);
  const replacement = {
    ...subject(step, held.domain),
    action: "replace",
    order: deleteFirst ? "delete first" : "create first",
    causes,
    changes: changes.map((change) => ({ ...shownChange(change, inputs), ...alongWith(change) })),
  } satisfies Partial<DomainChange>;
  if (step.oldState?.retainOnDelete) {
    const creates = calls.filter(({ operation }) => operation === "CreateUserPoolDomain");
    return {
      ...replacement,
      impact: "none",
      consequences: [deleteFirst ? inTheWay(held) : kept(held)],
      ...commandsFor(creates, held.region ?? region),
    };
  }
  const usual = usualDurations[kindWanted(wanted)];
  const wasUp = held.status === undefined || !isLost(held.status);
  return {
    ...replacement,
    impact: !wasUp ? "none" : deleteFirst ? "outage" : "new address",
    duration: usual.words,
    gap:
      wasUp && deleteFirst
        ? {
            to: shownName(inputs["domain"]),
            usualMinutes: [usual.from / minute, usual.to / minute],
            longestMinutes: defaultTimeouts[kindWanted(wanted)] / minute,
          }
        : null,
    consequences,
    ...commandsFor(calls, held.region ?? region),
  };
}

function deleted(step: PreviewStep, region: string | undefined): DomainChange {
  const held = heldIn(step);
  const { calls, consequences } = planDeletion(held);
  return {
    ...subject(step, held.domain),
    action: "delete",
    impact: "sign-in ends",
    consequences,
    ...commandsFor(calls, held.region ?? region),
  };
}

function forgotten(step: PreviewStep): DomainChange {
  const held = heldIn(step);
  return { ...subject(step, held.domain), action: "forget", impact: "none", consequences: [kept(held)] };
}

function imported(step: PreviewStep): DomainChange {
  return {
    ...subject(step, inputsOf(step.newState)["domain"]),
    action: "import",
    impact: "none",
    consequences: [
      {
        level: "notice",
        text: "It comes into Pulumi's state as it is; Cognito is not called.",
        source: sources.import,
      },
    ],
  };
}

function kept({ domain }: Held): Consequence {
  return {
    level: "notice",
    text: `${shownName(domain)} leaves Pulumi's state and stays in the cloud, because retainOnDelete is set: sign-in goes on there.`,
    source: sources.retainOnDelete,
  };
}

function inTheWay({ domain }: Held): Consequence {
  return {
    level: "action",
    todo: "Take retainOnDelete out first",
    text: `${shownName(domain)} stays in the cloud, because retainOnDelete is set, and is in the way of the new domain: the create will be refused. Take retainOnDelete out, and run pulumi up, before it is replaced.`,
    source: sources.retainOnDelete,
  };
}

/** What every change has, and what most have nothing of. */
function subject({ urn, newState }: PreviewStep, domain: unknown) {
  return {
    urn,
    name: urn.split("::").slice(3).join("::"),
    domain: shownName(domain),
    position: positionIn(newState?.sourcePosition),
    order: null,
    causes: [],
    changes: [],
    drift: [],
    recreated: false,
    duration: null,
    gap: null,
    commands: [],
    runnable: true,
  } satisfies Partial<DomainChange>;
}

/** What is there: the outputs tell more than the inputs, and are there but for a resource that was never finished. */
function heldIn({ oldState }: PreviewStep): Held {
  return inputsFrom({ ...oldState?.inputs, ...oldState?.outputs });
}

function inputsOf(state: ResourceState | null | undefined): Values {
  const { __provider: _, ...inputs } = state?.inputs ?? {};
  return inputs;
}

function inputsFrom(values: Values): Held {
  return values as unknown as Held;
}

function shownChange({ property, from, to, change }: Change, inputs: Values): PropertyChange {
  const isHidden = isSecret(property.split(".").reduce<unknown>(memberOf, inputs));
  return {
    property,
    from: shownValueOf(from),
    to: isHidden ? { kind: "secret" } : shownValueOf(to),
    effect: effects[change],
  };
}

/** Without a call of its own, since the new domain is made with it. */
function alongWith({ change }: Change): Partial<PropertyChange> {
  return change === "replace" ? {} : { effect: "with the new domain" };
}

/** Where the whole is a secret, its parts are. */
function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Values)[name] : value;
}

const effects = { replace: "replaces", update: "in place", record: "recorded" } as const;

const minute = 60_000;

/** A certificate and a security policy have to reach every edge; a branding version has its own times. */
function durationOfUpdate(changes: readonly Change[], kind: DomainKind): string | null {
  const changed = changes.filter(({ change }) => change === "update").map(({ property }) => property);
  if (changed.length === 0) return null;
  if (changed.some((property) => property.startsWith("customDomainConfig"))) return "up to 1 hour";
  return kind === "prefix" ? "up to 1 minute" : "up to 5 minutes";
}

/** Without the engine's replacing the domain; what an object holds does. */
function changesInPlace({ change, members }: Property): boolean {
  return change !== "replace" || members !== undefined;
}

function positionIn(sourcePosition: string | undefined): DomainChange["position"] {
  const [, file, line] = /^project:\/\/\/(.+)#(\d+)/.exec(sourcePosition ?? "") ?? [];
  return file === undefined ? null : { file, line: Number(line) };
}

/** What to call a domain. */
function shownName(domain: unknown): string {
  if (isUnknown(domain)) return "known after pulumi up";
  return isSecret(domain) ? "secret" : String(domain);
}
