import type { DomainInputs } from "../../inputs";
import { kindHeld } from "../../kind";
import type { DomainStatus } from "../../status";
import { isUnknown } from "../../unknown";
import { usualDurations } from "../../usual-durations";
import { mostSevereFirst, sources, type WordedConsequence } from "./consequence";
import { needsBrandingStyle } from "./creation";
import { staysInTheCloud } from "./deletion";
import { replacing } from "./diagnostics";
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
export function consequencesOfReplacement(replacement: Replacement): WordedConsequence[] {
  return mostSevereFirst(rules.flatMap((rule) => rule(replacement)));
}

const rules: readonly ((replacement: Replacement) => WordedConsequence[])[] = [
  stopsOrNot,
  lingeringName,
  newAddress,
  anotherPool,
  newCloudFrontName,
  passkeys,
  brandingStyle,
];

function stopsOrNot({ held, wanted, fate }: Replacement): WordedConsequence[] {
  const kind = kindWanted(wanted);
  const source = sources[kind];
  const works = `${nameOf(wanted)} is ACTIVE${kind === "custom" ? " and its DNS record leads there" : ""}: usually ${usualDurations[kind].words}.`;
  const { domain, status } = held;
  if (fate === "kept") return [staysInTheCloud(domain)];
  if (fate === "deleted afterwards" && wanted.waitForDeployment === false) {
    const text = replacing.notWaitedFor({ held: domain, wanted: nameOf(wanted), works });
    return [{ level: "outage", todo: "Leave waitForDeployment: false out of this deploy", text, source }];
  }
  if (fate === "deleted afterwards") {
    const text = replacing.createdFirst({ held: domain, wanted: nameOf(wanted) });
    return [{ level: "notice", text, source }];
  }
  switch (status) {
    case "DELETING":
      return [{ level: "notice", text: replacing.deletingAlready({ held: domain, works }), source }];
    case "FAILED":
      return [{ level: "outage", text: replacing.failedGoes({ held: domain, works }), source }];
    default:
      return [{ level: "outage", text: replacing.signInDown({ held: domain, works }), source }];
  }
}

function lingeringName({ held, wanted }: Replacement): WordedConsequence[] {
  if (wanted.domain !== held.domain) return [];
  return [
    {
      level: held.status === "DELETING" ? "notice" : "outage",
      text: replacing.nameLingers({ held: held.domain }),
      source: sources.lingering,
    },
  ];
}

function newAddress({ held, wanted }: Replacement): WordedConsequence[] {
  if (wanted.domain === held.domain) return [];
  return [
    {
      level: "action",
      todo: "Move applications and redirect URIs",
      text: replacing.newAddress({ held: held.domain, wanted: nameOf(wanted) }),
      source: sources.federation,
    },
  ];
}

function anotherPool({ held, wanted }: Replacement): WordedConsequence[] {
  const { userPoolId } = wanted;
  if (userPoolId === held.userPoolId) return [];
  return [
    {
      level: "action",
      todo: "See to the other pool's users and app clients",
      text: isUnknown(userPoolId)
        ? replacing.maybeAnotherPool({ userPoolId: held.userPoolId })
        : replacing.anotherPool({ from: held.userPoolId, to: userPoolId }),
      source: sources.domains,
    },
  ];
}

function newCloudFrontName({ held, wanted, fate }: Replacement): WordedConsequence[] {
  if (kindWanted(wanted) !== "custom") return [];
  return [
    {
      level: "action",
      todo: "Point the DNS alias record anew",
      text:
        fate === "deleted afterwards"
          ? replacing.ownCloudFrontName({ held: held.domain, wanted: nameOf(wanted) })
          : replacing.anotherCloudFrontName({ wanted: nameOf(wanted) }),
      source: sources.custom,
    },
  ];
}

function passkeys({ held, wanted }: Replacement): WordedConsequence[] {
  if (kindWanted(wanted) !== "custom") return [];
  const before = kindHeld(held) === "prefix" ? "the prefix domain" : held.domain;
  return [
    {
      level: "action",
      todo: "See to the passkey RP ID",
      text: replacing.movesPasskeys({ before }),
      source: sources.create,
    },
  ];
}

function brandingStyle({ held, wanted }: Replacement): WordedConsequence[] {
  const turnsToManagedLogin = wanted.managedLoginVersion === 2 && held.managedLoginVersion !== 2;
  return turnsToManagedLogin ? [needsBrandingStyle] : [];
}
