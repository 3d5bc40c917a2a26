import { type Consequence, sources } from "../../provider/plan/consequences/consequence";
import type { Held } from "../../provider/plan/plan";
import type { Values } from "../../provider/values";
import { nameIn } from "../intents";
import type { Obstacle } from "../obstacles";
import { inputsFrom, isSameDomain } from "./inputs";

/** Another resource's domain is in the way of one that is to be created. */
export function refusal({ domain, intent }: Obstacle, inputs: Values): Consequence {
  const other = nameIn(intent.urn);
  const why =
    domain.domain === inputs["domain"]
      ? `resource ${other} has that name`
      : `resource ${other} has ${domain.domain} on the same user pool, which holds one of a kind`;
  if (intent.kind !== "delete")
    return refused(`${why}. One of the two has to go first.`, "Let one of the two go first");
  return isSameDomain(domain, inputsFrom(inputs))
    ? refused(
        `${why}, and is deleted only afterwards. If they are one resource that was renamed or moved in the program, give it its old place in aliases, and nothing happens to the domain. Otherwise take ${other} out in a deploy of its own, with sign-in down in between.`,
        `Add an alias for ${other}`,
      )
    : refused(
        `${why}, and is deleted only afterwards. If they are one resource that was renamed in the program, give it its old name in aliases, and Pulumi replaces the domain. Otherwise take ${other} out in a deploy of its own first.`,
        `Take ${other} out first, or add an alias`,
      );
}

function refused(why: string, todo: string): Consequence {
  return {
    level: "action",
    todo,
    text: `The create will be refused, and pulumi up fails: ${why}`,
    source: sources.aliases,
  };
}

/** A replacement that creates first, where the old domain is in the way. */
export function refusalOfOrder(held: Held, wanted: Held): Consequence {
  const why = held.domain === wanted.domain ? "a name exists once" : "a user pool has one domain of a kind";
  return {
    level: "action",
    todo: "Set deleteBeforeReplace: true, or take its false out",
    text: `The create will be refused, and pulumi up fails: ${held.domain} is deleted only afterwards, and ${why}. Pulumi creates first where the program says deleteBeforeReplace: false, and where it is told to replace (--replace, --target-replace). The resource option deleteBeforeReplace: true has it delete first, with sign-in down in between.`,
    source: sources.deleteBeforeReplace,
  };
}

/** A replacement of a domain that stays. */
export function refusalByRetained({ domain }: Held): Consequence {
  return {
    level: "action",
    todo: "Take retainOnDelete out first",
    text: `The create will be refused, and pulumi up fails: ${domain} stays in the cloud, because retainOnDelete is set, and is in the way. Take retainOnDelete out, and run pulumi up, before it is replaced.`,
    source: sources.retainOnDelete,
  };
}
