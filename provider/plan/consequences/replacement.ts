import type { DomainInputs } from "../../inputs";
import { kindHeld } from "../../kind";
import type { DomainStatus } from "../../status";
import { isUnknown } from "../../unknown";
import { usualDurations } from "../../usual-durations";
import { type Consequence, mostSevereFirst, sources } from "./consequence";
import { needsBrandingStyle } from "./creation";
import { staysInTheCloud } from "./deletion";
import { kindWanted, nameOf } from "./naming";

/** A domain that goes, and one that comes in its place. */
interface Replacement {
  readonly held: DomainInputs & { status?: DomainStatus };
  readonly wanted: DomainInputs;
  readonly fate: Fate;
}

/** What becomes of the old domain, before the new one is created or after; `kept` is what retainOnDelete does. */
export type Fate = "deleted first" | "deleted afterwards" | "kept";

/** What it means that a domain is replaced by another. */
export function consequencesOfReplacement(replacement: Replacement): Consequence[] {
  return mostSevereFirst(rules.flatMap((rule) => rule(replacement)));
}

const rules: readonly ((replacement: Replacement) => Consequence[])[] = [
  stopsOrNot,
  lingeringName,
  newAddress,
  anotherPool,
  newCloudFrontName,
  passkeys,
  brandingStyle,
];

function stopsOrNot({ held, wanted, fate }: Replacement): Consequence[] {
  const kind = kindWanted(wanted);
  const source = sources[kind];
  const works = `${nameOf(wanted)} is ACTIVE${kind === "custom" ? " and its DNS record leads there" : ""}: usually ${usualDurations[kind].words}.`;
  const { domain, status } = held;
  if (fate === "kept") return [staysInTheCloud(domain)];
  if (fate === "deleted afterwards" && wanted.waitForDeployment === false) {
    const text = `${nameOf(wanted)} is created first, but not waited for, as waitForDeployment is false: ${domain} is deleted while the new one isn't ACTIVE yet, and nobody can sign in until ${works} Without waitForDeployment: false there would be no gap.`;
    return [{ level: "outage", todo: "Leave waitForDeployment: false out of this deploy", text, source }];
  }
  if (fate === "deleted afterwards") {
    const text = `${nameOf(wanted)} is created first, and ${domain} is deleted once it is ACTIVE: there is no gap, but sign-in at ${domain} ends then for whoever still uses it.`;
    return [{ level: "notice", text, source }];
  }
  switch (status) {
    case "DELETING":
      return [
        { level: "notice", text: `${domain} is DELETING already. Sign-in works once ${works}`, source },
      ];
    case "FAILED": {
      const text = `${domain} is FAILED, so it is deleted. Sign-in, if it still works there, stops, and works again once ${works} To keep it, put the domain right by hand instead, and run pulumi refresh.`;
      return [{ level: "outage", text, source }];
    }
    default: {
      const text = `Sign-in at ${domain} stops with its delete and works again once ${works}`;
      return [{ level: "outage", text, source }];
    }
  }
}

function lingeringName({ held, wanted }: Replacement): Consequence[] {
  if (wanted.domain !== held.domain) return [];
  return [
    {
      level: held.status === "DELETING" ? "notice" : "outage",
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

function anotherPool({ held, wanted }: Replacement): Consequence[] {
  const { userPoolId } = wanted;
  if (userPoolId === held.userPoolId) return [];
  const what = "its users, app clients and identity providers";
  return [
    {
      level: "action",
      todo: "See to the other pool's users and app clients",
      text: isUnknown(userPoolId)
        ? `The user pool isn't known yet. If it is another than ${held.userPoolId}, people sign in with ${what} from then on.`
        : `People sign in to user pool ${userPoolId} from then on, with ${what}, and no longer to ${held.userPoolId}.`,
      source: sources.domains,
    },
  ];
}

function newCloudFrontName({ held, wanted, fate }: Replacement): Consequence[] {
  if (kindWanted(wanted) !== "custom") return [];
  const until = `sign-in at ${nameOf(wanted)} works only once its DNS alias record points to the output cloudFrontDistribution`;
  return [
    {
      level: "action",
      todo: "Point the DNS alias record anew",
      text:
        fate === "deleted afterwards"
          ? `The new custom domain gets a CloudFront name of its own: ${until}. Keep the record in the same program, since ${held.domain} is deleted at the end of the same pulumi up.`
          : `The new custom domain gets another CloudFront name: ${until}.`,
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
