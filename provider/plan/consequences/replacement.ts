import type { DomainInputs } from "../../inputs";
import { type DomainStatus, isLost } from "../../status";
import { usualDurations } from "../../usual-durations";
import { type Consequence, mostSevereFirst, sources } from "./consequence";
import { needsBrandingStyle } from "./creation";
import { kindHeld, kindWanted, nameOf } from "./naming";

/** A domain that goes, and one that comes in its place. */
interface Replacement {
  readonly held: DomainInputs & { status?: DomainStatus };
  readonly wanted: DomainInputs;
  /** Whether the old one is deleted before the new one is created. */
  readonly deleteBeforeReplace: boolean;
}

/** What it means that a domain is replaced by another. */
export function consequencesOfReplacement(replacement: Replacement): Consequence[] {
  return mostSevereFirst(rules.flatMap((rule) => rule(replacement)));
}

const rules: readonly ((replacement: Replacement) => Consequence[])[] = [
  outage,
  lingeringName,
  newAddress,
  newCloudFrontName,
  passkeys,
  brandingStyle,
];

function outage({ held, wanted, deleteBeforeReplace }: Replacement): Consequence[] {
  const kind = kindWanted(wanted);
  const source = sources[kind];
  if (!deleteBeforeReplace) {
    return [
      {
        level: "notice",
        text: `${nameOf(wanted)} is created first and ${held.domain} is deleted once it is ACTIVE: there is no gap, but ${held.domain} stops then for whoever still uses it.`,
        source,
      },
    ];
  }
  const { domain, status } = held;
  const works = `${nameOf(wanted)} is ACTIVE: usually ${usualDurations[kind].words}.`;
  const text =
    status && isLost(status)
      ? `${domain} is ${status}, so it is deleted, and sign-in works once ${works}`
      : `Sign-in at ${domain} stops with its delete and works again once ${works}`;
  return [{ level: "outage", text, source }];
}

function lingeringName({ held, wanted }: Replacement): Consequence[] {
  if (wanted.domain !== held.domain) return [];
  return [
    {
      level: "outage",
      text: `After its delete the name ${held.domain} can stay taken for some minutes more; the create is tried again until it is free or the create timeout is over.`,
      source: sources.lingering,
    },
  ];
}

function newAddress({ held, wanted }: Replacement): Consequence[] {
  if (wanted.domain === held.domain) return [];
  return [
    {
      level: "action",
      todo: "Move applications and redirect URIs",
      text: `The sign-in address changes from ${held.domain} to ${nameOf(wanted)}: applications that open it, and the redirect URIs registered with external identity providers (/oauth2/idpresponse, /saml2/idpresponse), must follow.`,
      source: sources.federation,
    },
  ];
}

function newCloudFrontName({ wanted }: Replacement): Consequence[] {
  if (kindWanted(wanted) !== "custom") return [];
  return [
    {
      level: "action",
      todo: "Point the DNS alias record anew",
      text: `The new custom domain gets another CloudFront name: the DNS alias record of ${nameOf(wanted)} must point to the output cloudFrontDistribution.`,
      source: sources.custom,
    },
  ];
}

function passkeys({ held, wanted }: Replacement): Consequence[] {
  if (kindWanted(wanted) !== "custom") return [];
  const before = kindHeld(held) === "prefix" ? "the prefix domain" : held.domain;
  return [
    {
      level: "action",
      todo: "See to the passkey RP ID",
      text: `The passkey RP ID moves to the new custom domain, unless it is set explicitly: passkeys registered on ${before} stop working there.`,
      source: sources.create,
    },
  ];
}

function brandingStyle({ held, wanted }: Replacement): Consequence[] {
  const turnsToManagedLogin = wanted.managedLoginVersion === 2 && held.managedLoginVersion !== 2;
  return turnsToManagedLogin ? [needsBrandingStyle] : [];
}
