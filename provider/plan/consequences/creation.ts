import type { DomainInputs } from "../../inputs";
import type { DomainKind } from "../../kind";
import { usualDurations } from "../../usual-durations";
import { mostSevereFirst, sources, type WordedConsequence } from "./consequence";
import { creating } from "./diagnostics";
import { kindWanted, nameOf } from "./naming";

/** What it means that a domain is made where there was none. */
export function consequencesOfCreation(wanted: DomainInputs): WordedConsequence[] {
  const kind = kindWanted(wanted);
  return mostSevereFirst([
    takesTime(wanted, kind),
    ...(kind === "custom" ? [needsAlias(wanted), takesPasskeys] : []),
    ...(wanted.managedLoginVersion === 2 ? [needsBrandingStyle] : []),
  ]);
}

/** It is said too of a change to managed login. */
export const needsBrandingStyle: WordedConsequence = {
  level: "action",
  todo: "Give each app client a branding style",
  text: creating.needsBrandingStyle(),
  source: sources.managedLogin,
};

function takesTime(wanted: DomainInputs, kind: DomainKind): WordedConsequence {
  return {
    level: "notice",
    text: creating.takesTime({ domain: nameOf(wanted), usually: usualDurations[kind].words }),
    source: sources[kind],
  };
}

function needsAlias(wanted: DomainInputs): WordedConsequence {
  return {
    level: "action",
    todo: "Add a DNS alias record",
    text: creating.needsAlias({ domain: nameOf(wanted) }),
    source: sources.custom,
  };
}

const takesPasskeys: WordedConsequence = {
  level: "action",
  todo: "See to the passkey RP ID",
  text: creating.takesPasskeys(),
  source: sources.create,
};
