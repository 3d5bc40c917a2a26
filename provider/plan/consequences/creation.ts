import type { DomainInputs } from "../../inputs";
import type { DomainKind } from "../../kind";
import { usualDurations } from "../../usual-durations";
import { type Consequence, mostSevereFirst, sources } from "./consequence";
import { kindWanted, nameOf } from "./naming";

/** What it means that a domain is made where there was none. */
export function consequencesOfCreation(wanted: DomainInputs): Consequence[] {
  const kind = kindWanted(wanted);
  return mostSevereFirst([
    takesTime(wanted, kind),
    ...(kind === "custom" ? [needsAlias(wanted), takesPasskeys] : []),
    ...(wanted.managedLoginVersion === 2 ? [needsBrandingStyle] : []),
  ]);
}

/** It is said too of a change to managed login. */
export const needsBrandingStyle: Consequence = {
  level: "action",
  todo: "Give each app client a branding style",
  text: "Managed login needs a branding style for each app client (CreateManagedLoginBranding), and a user pool on a plan above Lite: without a style the sign-in pages can't be shown.",
  source: sources.managedLogin,
};

function takesTime(wanted: DomainInputs, kind: DomainKind): Consequence {
  const { words } = usualDurations[kind];
  return {
    level: "notice",
    text: `Sign-in at ${nameOf(wanted)} works once it is ACTIVE: usually ${words}.`,
    source: sources[kind],
  };
}

function needsAlias(wanted: DomainInputs): Consequence {
  return {
    level: "action",
    todo: "Add a DNS alias record",
    text: `Sign-in at ${nameOf(wanted)} needs a DNS alias record that points to the output cloudFrontDistribution.`,
    source: sources.custom,
  };
}

const takesPasskeys: Consequence = {
  level: "action",
  todo: "See to the passkey RP ID",
  text: "The passkey RP ID moves to the custom domain, unless it is set explicitly: passkeys registered on a prefix domain of the pool stop working there.",
  source: sources.create,
};
