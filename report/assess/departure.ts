import { sources, type WordedConsequence } from "../../provider/plan/consequences/consequence";
import { staysInTheCloud } from "../../provider/plan/consequences/deletion";
import { planDeletion } from "../../provider/plan/plan";
import { commandsFor } from "../commands";
import { findings } from "../diagnostics";
import { type Intent, nameIn, type ReasonToDelete } from "../intents";
import type { Obstacle } from "../obstacles";
import type { DomainChange } from "../shape";
import { isTakenOver } from "./creation";
import { heldIn, inputsOf } from "./inputs";
import { subject } from "./subject";

type Of<Kind> = Extract<Intent, { kind: Kind }>;

/** A domain that goes, and none comes in its place. */
export function deleted(
  intent: Of<"delete">,
  obstacles: ReadonlyMap<Intent, Obstacle>,
  region: string | undefined,
): DomainChange {
  const { urn, before, because } = intent;
  if (before.retainOnDelete) return forgotten(intent);
  const held = heldIn(before);
  const successor = successorOf(intent, obstacles);
  if (successor) {
    const consequences = [leftToSuccessor(held.domain, successor)];
    return { ...subject(urn, held.domain), action: "forget", impact: "none", consequences };
  }
  const { calls, consequences } = planDeletion(held);
  return {
    ...subject(urn, held.domain),
    action: "delete",
    impact: "sign-in ends",
    consequences: because ? [...consequences, reasons[because]] : consequences,
    ...commandsFor(calls, held.region ?? region),
  };
}

/** A domain that leaves Pulumi's state, and stays in the cloud. */
export function forgotten({ urn, before, kind }: Of<"delete" | "release">): DomainChange {
  const { domain } = heldIn(before);
  const consequences = [kind === "delete" ? staysInTheCloud(domain) : released];
  return { ...subject(urn, domain), action: "forget", impact: "none", consequences };
}

/** A domain that is there, and comes into Pulumi's state. */
export function imported({ urn, after }: Of<"import">): DomainChange {
  return {
    ...subject(urn, inputsOf(after)["domain"], after),
    action: "import",
    impact: "none",
    consequences: [{ level: "notice", text: findings.imported(), source: sources.import }],
  };
}

const released: WordedConsequence = { level: "notice", text: findings.onlyRead(), source: sources.import };

const reasons: Readonly<Record<ReasonToDelete, WordedConsequence>> = {
  "left by an earlier replacement": {
    level: "notice",
    text: findings.leftBehind(),
    source: sources.state,
  },
  "depends on what is replaced": {
    level: "notice",
    text: findings.goesBefore(),
    source: sources.deleteBeforeReplace,
  },
};

/** Who finds it, and takes it over before it would be deleted. */
function successorOf(gone: Intent, obstacles: ReadonlyMap<Intent, Obstacle>): Intent | undefined {
  for (const [other, obstacle] of obstacles) {
    const creates = other.kind === "create" || other.kind === "replace";
    if (creates && obstacle.intent === gone && isTakenOver(obstacle, inputsOf(other.after))) return other;
  }
  return undefined;
}

function leftToSuccessor(domain: string, { urn }: Intent): WordedConsequence {
  return {
    level: "notice",
    text: findings.leftToSuccessor({ domain, other: nameIn(urn) }),
    source: sources.aliases,
  };
}
