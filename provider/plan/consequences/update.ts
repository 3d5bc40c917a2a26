import type { DomainInputs } from "../../inputs";
import { properties } from "../../properties";
import type { DomainStatus } from "../../status";
import { isUnknown } from "../../unknown";
import type { Change } from "../change";
import { mostSevereFirst, sources, type WordedConsequence } from "./consequence";
import { needsBrandingStyle } from "./creation";
import { updating } from "./diagnostics";
import { kindWanted } from "./naming";

/** A domain that stays, and what becomes of it. */
interface Update {
  readonly changes: readonly Change[];
  readonly held: DomainInputs & { status?: DomainStatus };
  readonly wanted: DomainInputs;
}

/** What it means that a domain is changed in place. */
export function consequencesOfUpdate(update: Update): WordedConsequence[] {
  return mostSevereFirst(rules.flatMap((rule) => rule(update)));
}

const rules: readonly ((update: Update) => WordedConsequence[])[] = [
  certificate,
  securityPolicy,
  branding,
  brandingStyle,
  failover,
  onlyRecorded,
];

function certificate({ changes }: Update): WordedConsequence[] {
  if (!changed(changes, "customDomainConfig.certificateArn")) return [];
  return [{ level: "notice", text: updating.newCertificate(), source: sources.api }];
}

function securityPolicy({ changes }: Update): WordedConsequence[] {
  const change = changes.find(({ property }) => property === "customDomainConfig.securityPolicy");
  if (!change) return [];
  const { from, to } = change;
  const policy = isUnknown(to) ? "another security policy" : `the security policy ${to}`;
  const isLower = !isUnknown(to) && lowestTls.indexOf(to) < lowestTls.indexOf(from);
  return [
    isLower
      ? {
          level: "notice",
          text: updating.lowerTls({ policy, before: String(from) }),
          source: sources.api,
        }
      : {
          level: "action",
          todo: "See that clients speak the new TLS version",
          text: updating.higherTls({ policy }),
          source: sources.api,
        },
  ];
}

/** From the most permissive on. */
const lowestTls: readonly unknown[] = properties.customDomainConfig.members.securityPolicy.allowed;

function branding({ changes, wanted }: Update): WordedConsequence[] {
  if (!changed(changes, "managedLoginVersion")) return [];
  const kind = kindWanted(wanted);
  const length = kind === "prefix" ? "1 minute" : "5 minutes";
  return [{ level: "notice", text: updating.branding({ length, kind }), source: sources.api }];
}

function brandingStyle({ changes }: Update): WordedConsequence[] {
  const version = changed(changes, "managedLoginVersion")?.to;
  return version === 2 || isUnknown(version) ? [needsBrandingStyle] : [];
}

function failover({ changes, wanted }: Update): WordedConsequence[] {
  if (!changes.some(({ property }) => property.startsWith("routing"))) return [];
  const text =
    isUnknown(wanted.routing) || wanted.routing?.failover
      ? updating.failoverSet()
      : updating.failoverRemoved();
  return [{ level: "notice", text, source: sources.api }];
}

function onlyRecorded({ changes, held }: Update): WordedConsequence[] {
  // A domain that had not settled is looked at all the same.
  if (held.status !== "ACTIVE" || changes.some(({ change }) => change !== "record")) return [];
  return [{ level: "notice", text: updating.onlyRecorded(), source: sources.state }];
}

function changed(changes: readonly Change[], property: string): Change | undefined {
  // An unknown parent may change every member.
  return changes.find(
    (change) =>
      change.property === property || (isUnknown(change.to) && property.startsWith(`${change.property}.`)),
  );
}
