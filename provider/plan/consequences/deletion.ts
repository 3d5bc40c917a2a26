import type { DomainInputs } from "../../inputs";
import { kindHeld } from "../../kind";
import { type Consequence, mostSevereFirst, sources } from "./consequence";

/** What it means that a domain goes, and none comes in its place. */
export function consequencesOfDeletion(held: DomainInputs): Consequence[] {
  const { domain } = held;
  return mostSevereFirst([
    { level: "outage", text: `Sign-in at ${domain} stops, and doesn't come back.`, source: sources.delete },
    kindHeld(held) === "custom"
      ? {
          level: "action",
          todo: "Remove the DNS record",
          text: `The DNS record of ${domain} points to nothing from then on: remove it.`,
          source: sources.dangling,
        }
      : {
          level: "notice",
          text: `The prefix ${domain} becomes free, and anybody with an AWS account can take it.`,
          source: sources.prefix,
        },
  ]);
}

/** With `retainOnDelete`, Pulumi only forgets it. */
export function staysInTheCloud(domain: string): Consequence {
  return {
    level: "notice",
    text: `${domain} leaves Pulumi's state and stays in the cloud, because retainOnDelete is set: sign-in goes on there.`,
    source: sources.retainOnDelete,
  };
}
