import type { DomainInputs } from "../../inputs";
import { kindHeld } from "../../kind";
import { mostSevereFirst, sources, type WordedConsequence } from "./consequence";
import { deleting } from "./diagnostics";

/** What it means that a domain goes, and none comes in its place. */
export function consequencesOfDeletion(held: DomainInputs): WordedConsequence[] {
  const { domain } = held;
  return mostSevereFirst([
    { level: "outage", text: deleting.signInEnds({ domain }), source: sources.delete },
    kindHeld(held) === "custom"
      ? {
          level: "action",
          todo: "Remove the DNS record",
          text: deleting.danglingRecord({ domain }),
          source: sources.dangling,
        }
      : { level: "notice", text: deleting.prefixFreed({ domain }), source: sources.prefix },
  ]);
}

/** With `retainOnDelete`, Pulumi only forgets it. */
export function staysInTheCloud(domain: string): WordedConsequence {
  return { level: "notice", text: deleting.staysInTheCloud({ domain }), source: sources.retainOnDelete };
}
