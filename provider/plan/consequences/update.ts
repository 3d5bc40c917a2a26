import type { DomainInputs } from "../inputs";
import { type DomainKind, kindOf, kindOfName } from "../kind";
import { type DomainStatus, isLost } from "../status";
import { isUnknown } from "../unknown";
import { usualDurations } from "../usual-durations";
import type { Change } from "./change";

/** Something a reviewer should know before a change is approved. */
export interface Consequence {
  /** `outage`: people can't sign in for a while. `action`: somebody must do something. `notice`: worth knowing. */
  level: "outage" | "action" | "notice";
  /** One or two plain sentences. */
  text: string;
  /** Where it is documented. */
  source: string;
}

/** What is known of a change when its consequences are worded. */
export type ChangeInContext = {
  changes: readonly Change[];
  held: DomainInputs & { status?: DomainStatus };
  wanted: DomainInputs;
} & ({ kind: "update" } | { kind: "replace"; deleteBeforeReplace: boolean });

const sources = {
  api: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html",
  create:
    "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html",
  custom:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html",
  prefix:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html",
  managedLogin:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html",
  federation:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html",
  lingering: "https://github.com/hashicorp/terraform-provider-aws/issues/28124",
} as const;

/** Each rule looks at the change and says its sentences, or nothing. Outages come first. */
export function consequencesOf(change: ChangeInContext): Consequence[] {
  const found = rules.flatMap((rule) => rule(change));
  return [...found].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

const levels: readonly Consequence["level"][] = ["outage", "action", "notice"];

type ConsequenceRule = (change: ChangeInContext) => Consequence[];

const rules: readonly ConsequenceRule[] = [
  outage,
  lingeringName,
  newAddress,
  newCloudFrontName,
  passkeys,
  certificate,
  securityPolicy,
  branding,
  brandingStyle,
  failover,
  onlyRecorded,
];

function outage(change: ChangeInContext): Consequence[] {
  if (change.kind !== "replace") return [];
  const source = wantedKind(change) === "prefix" ? sources.prefix : sources.custom;
  if (!change.deleteBeforeReplace) {
    return [
      {
        level: "notice",
        text: `${nameOf(change.wanted)} is created first and ${change.held.domain} is deleted once it is ACTIVE: there is no gap, but ${change.held.domain} stops then for whoever still uses it.`,
        source,
      },
    ];
  }
  const { domain, status } = change.held;
  const works = `${nameOf(change.wanted)} is ACTIVE: usually ${usualDurations[wantedKind(change)].words}.`;
  const text =
    status && isLost(status)
      ? `${domain} is ${status}, so it is deleted, and sign-in works once ${works}`
      : `Sign-in at ${domain} stops with its delete and works again once ${works}`;
  return [{ level: "outage", text, source }];
}

function lingeringName(change: ChangeInContext): Consequence[] {
  if (change.kind !== "replace" || change.wanted.domain !== change.held.domain) return [];
  return [
    {
      level: "outage",
      text: `After its delete the name ${change.held.domain} can stay taken for some minutes more; the create is tried again until it is free or the create timeout is over.`,
      source: sources.lingering,
    },
  ];
}

function newAddress({ kind, held, wanted }: ChangeInContext): Consequence[] {
  if (kind !== "replace" || wanted.domain === held.domain) return [];
  return [
    {
      level: "action",
      text: `The sign-in address changes from ${held.domain} to ${nameOf(wanted)}: applications that open it, and the redirect URIs registered with external identity providers (/oauth2/idpresponse, /saml2/idpresponse), must follow.`,
      source: sources.federation,
    },
  ];
}

function newCloudFrontName(change: ChangeInContext): Consequence[] {
  if (change.kind !== "replace" || wantedKind(change) !== "custom") return [];
  return [
    {
      level: "action",
      text: `The new custom domain gets another CloudFront name: the DNS alias record of ${nameOf(change.wanted)} must point to the output cloudFrontDistribution.`,
      source: sources.custom,
    },
  ];
}

function passkeys(change: ChangeInContext): Consequence[] {
  if (change.kind !== "replace" || wantedKind(change) !== "custom") return [];
  const before = kindOfName(change.held.domain) === "prefix" ? "the prefix domain" : change.held.domain;
  return [
    {
      level: "action",
      text: `The passkey RP ID moves to the new custom domain, unless it is set explicitly: passkeys registered on ${before} stop working there.`,
      source: sources.create,
    },
  ];
}

function certificate({ kind, changes }: ChangeInContext): Consequence[] {
  if (kind !== "update" || !changed(changes, "customDomainConfig.certificateArn")) return [];
  return [
    {
      level: "notice",
      text: "The new certificate takes up to 1 hour to reach every CloudFront edge; until then some visitors are served the old one, which must stay valid. Sign-in goes on.",
      source: sources.api,
    },
  ];
}

function securityPolicy({ kind, changes }: ChangeInContext): Consequence[] {
  const change = changed(changes, "customDomainConfig.securityPolicy");
  if (kind !== "update" || !change) return [];
  const to = isUnknown(change.to) ? "another security policy" : `the security policy ${change.to}`;
  return [
    {
      level: "notice",
      text: `CloudFront turns to ${to}: browsers and clients that speak none of the TLS versions it accepts can't sign in afterwards.`,
      source: sources.api,
    },
  ];
}

function branding(change: ChangeInContext): Consequence[] {
  if (change.kind !== "update" || !changed(change.changes, "managedLoginVersion")) return [];
  const length = wantedKind(change) === "prefix" ? "1 minute" : "5 minutes";
  return [
    {
      level: "notice",
      text: `The change of the branding version takes up to ${length} to show on a ${wantedKind(change)} domain.`,
      source: sources.api,
    },
  ];
}

function brandingStyle({ changes }: ChangeInContext): Consequence[] {
  if (changed(changes, "managedLoginVersion")?.to !== 2) return [];
  return [
    {
      level: "action",
      text: "Managed login needs a branding style for each app client (CreateManagedLoginBranding), and a user pool on a plan above Lite: without a style the sign-in pages can't be shown.",
      source: sources.managedLogin,
    },
  ];
}

function failover({ kind, changes, wanted }: ChangeInContext): Consequence[] {
  if (kind !== "update" || !changes.some(({ property }) => property.startsWith("routing"))) return [];
  const text =
    isUnknown(wanted.routing) || wanted.routing?.failover
      ? "From now on the Route 53 health check decides which Region answers sign-in: while it is unhealthy, the secondary Region does."
      : "The failover is removed: if the pool's Region fails, sign-in fails with it.";
  return [{ level: "notice", text, source: sources.api }];
}

function onlyRecorded({ changes, held }: ChangeInContext): Consequence[] {
  // A domain that had not settled is looked at all the same.
  if (held.status !== "ACTIVE" || changes.some(({ change }) => change !== "record")) return [];
  return [
    { level: "notice", text: "Only Pulumi's state changes; Cognito is not called.", source: sources.api },
  ];
}

function changed(changes: readonly Change[], property: string): Change | undefined {
  // An unknown parent may change every member.
  return changes.find(
    (change) =>
      change.property === property || (isUnknown(change.to) && property.startsWith(`${change.property}.`)),
  );
}

/** While the new domain's kind is unknown, the one that takes longer is told. */
function wantedKind({ wanted }: ChangeInContext): DomainKind {
  return kindOf(wanted) ?? "custom";
}

function nameOf({ domain }: DomainInputs): string {
  return isUnknown(domain) ? "the new domain" : domain;
}
