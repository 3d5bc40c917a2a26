import type { Wording } from "../../provider/errors/diagnosis";
import { sources, type WordedConsequence } from "../../provider/plan/consequences/consequence";
import type { Held } from "../../provider/plan/plan";
import type { Values } from "../../provider/values";
import { obstacles } from "../diagnostics";
import { nameIn } from "../intents";
import type { Obstacle } from "../obstacles";
import { inputsFrom, isSameDomain } from "./inputs";

/** Another resource's domain is in the way of one that is to be created. */
export function refusal({ domain, intent }: Obstacle, inputs: Values): WordedConsequence {
  const other = nameIn(intent.urn);
  const why =
    domain.domain === inputs["domain"]
      ? `resource ${other} has that name`
      : `resource ${other} has ${domain.domain} on the same user pool, which holds one of a kind`;
  if (intent.kind !== "delete") {
    return refused(obstacles.both({ other, why }), "Let one of the two go first", sources.aliases);
  }
  return isSameDomain(domain, inputsFrom(inputs))
    ? refused(obstacles.deletedTooLate({ other, why }), `Add an alias for ${other}`, sources.aliases)
    : refused(
        obstacles.otherDeletedTooLate({ other, why }),
        `Take ${other} out first, or add an alias`,
        sources.aliases,
      );
}

/** A replacement that creates first, where the old domain is in the way. */
export function refusalOfOrder(held: Held, wanted: Held): WordedConsequence {
  const why = held.domain === wanted.domain ? "a name exists once" : "a user pool has one domain of a kind";
  return refused(
    obstacles.createdFirst({ domain: held.domain, why }),
    "Set deleteBeforeReplace: true, or take its false out",
    sources.deleteBeforeReplace,
  );
}

/** A replacement of a domain that stays. */
export function refusalByRetained({ domain }: Held): WordedConsequence {
  return refused(obstacles.retained({ domain }), "Take retainOnDelete out first", sources.retainOnDelete);
}

function refused(text: Wording, todo: string, source: string): WordedConsequence {
  return { level: "action", todo, text, source };
}
