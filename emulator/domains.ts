import type { Clock } from "./clock";
import type { Durations } from "./durations";
import { lowerCaseAndDigits, randomLooking } from "./identifiers";
import type { Model } from "./model";
import { partitionOf } from "./regions";
import type { ValueOf } from "./shapes";

export type DomainKind = "prefix" | "custom";
export type DomainStatus = "CREATING" | "ACTIVE" | "UPDATING" | "DELETING" | "FAILED";
export type SecurityPolicy = NonNullable<
  NonNullable<ValueOf<Model["CreateUserPoolDomain"]>["CustomDomainConfig"]>["SecurityPolicy"]
>;

export interface Failover {
  readonly secondaryRegion: string;
  readonly primaryRoute53HealthCheckId: string;
}

/** What a create or an update sets, whole. */
export interface DomainConfiguration {
  /** Custom domains have one, prefix domains don't. */
  readonly customDomainConfig?: { readonly certificateArn: string; readonly securityPolicy: SecurityPolicy };
  readonly managedLoginVersion: number;
  /** Left out: requests are not routed to a replica. */
  readonly failover?: Failover;
}

/** A domain as it is at one moment. */
export interface Domain extends DomainConfiguration {
  readonly name: string;
  readonly kind: DomainKind;
  readonly status: DomainStatus;
  readonly userPoolId: string;
  /** The Region of the user pool. */
  readonly region: string;
  readonly accountId: string;
  /** Such as `d3a8kfj2m9x0qz.cloudfront.net`; a domain that is created again gets another. */
  readonly cloudFrontDistribution: string;
  readonly s3Bucket: string;
  /** The second of the last change in UTC, as `YYYYMMDDhhmmss`. */
  readonly version: string;
}

/** A change made past the API, in the console as it were. What is left out stays. */
export interface DomainPatch {
  /** CREATING, UPDATING and DELETING stay until they are patched again. */
  status?: DomainStatus;
  userPoolId?: string;
  accountId?: string;
  certificateArn?: string;
  securityPolicy?: SecurityPolicy;
  managedLoginVersion?: number;
  /** null removes it. */
  failover?: Failover | null;
}

/** How a create or an update ends when a fault has hold of it: in FAILED, or never. */
export type BadEnd = "FAILED" | "stuck";

export interface Domains {
  /** What Describe sees in that Region: prefix domains are seen only in their own, custom domains in all. */
  find(name: string, region: string): Domain | undefined;
  /** Whether a create must be refused: a deleted name lingers for a while after Describe has lost sight of it. */
  isTaken(name: string, region: string): boolean;
  ofPool(userPoolId: string): Domain[];
  create(owner: DomainOwner, configuration: DomainConfiguration, badEnd?: BadEnd): Facts;
  /** Replaces the whole configuration. */
  update(domain: Domain, configuration: DomainConfiguration, badEnd?: BadEnd): void;
  delete(domain: Domain): void;
  /** Changes a domain at once. */
  change(domain: Domain, patch: DomainPatch): void;
  /** Takes a domain away at once; its name is free at once, too. */
  remove(domain: Domain): void;
}

export type DomainOwner = Pick<Domain, "name" | "kind" | "userPoolId" | "region" | "accountId">;

/**
 * The domains and their life cycle. No timer runs: a status is worked out from the clock when somebody looks.
 */
export function createDomains(clock: Clock, durations: Durations): Domains {
  const entries = new Map<string, Entry>();
  let created = 0;

  const look = ({ facts, phase }: Entry): Domain | undefined => {
    const status = statusAt(phase, clock.now());
    return status === "gone" ? undefined : { ...facts, status };
  };
  const store = (facts: Facts, phase: Phase): void => {
    const entry = { facts: { ...facts, version: versionAt(clock.now()) }, phase };
    entries.set(keyOf(facts.name, facts.region), entry);
  };
  const moving = (kind: DomainKind, step: "create" | "update", badEnd: BadEnd | undefined): Phase => ({
    status: step === "create" ? "CREATING" : "UPDATING",
    until: badEnd === "stuck" ? Number.POSITIVE_INFINITY : clock.now() + durations[kind][step],
    next: badEnd === "FAILED" ? "FAILED" : "ACTIVE",
  });

  return {
    find(name, region) {
      const entry = entries.get(keyOf(name, region));
      return entry && look(entry);
    },
    isTaken(name, region) {
      const entry = entries.get(keyOf(name, region));
      if (entry?.phase.status !== "DELETING") return entry !== undefined;
      return clock.now() < entry.phase.until + durations[entry.facts.kind].nameRelease;
    },
    ofPool: (userPoolId) =>
      Array.from(entries.values(), look)
        .filter((domain) => domain !== undefined)
        .filter((domain) => domain.userPoolId === userPoolId),
    create(owner, configuration, badEnd) {
      created += 1;
      const facts = {
        ...owner,
        ...configuration,
        cloudFrontDistribution: cloudFrontName(owner, created),
        s3Bucket: `aws-cognito-prod-${owner.region}-assets`,
      };
      store(facts, moving(owner.kind, "create", badEnd));
      return facts;
    },
    update(domain, configuration, badEnd) {
      const { customDomainConfig: _certificate, failover: _failover, ...identity } = domain;
      store({ ...identity, ...configuration }, moving(domain.kind, "update", badEnd));
    },
    delete(domain) {
      store(domain, { status: "DELETING", until: clock.now() + durations[domain.kind].delete });
    },
    change(domain, patch) {
      const entry = entries.get(keyOf(domain.name, domain.region));
      if (entry) store(patched(entry.facts, patch), patch.status ? held(patch.status) : entry.phase);
    },
    remove(domain) {
      entries.delete(keyOf(domain.name, domain.region));
    },
  };
}

/** A domain without its status, which depends on when one looks, and its version, which is set when it is stored. */
export type Facts = Omit<Domain, "status" | "version">;

interface Entry {
  readonly facts: Omit<Domain, "status">;
  readonly phase: Phase;
}

type Phase =
  | { readonly status: "ACTIVE" | "FAILED" }
  | { readonly status: "CREATING" | "UPDATING"; readonly until: number; readonly next: "ACTIVE" | "FAILED" }
  | { readonly status: "DELETING"; readonly until: number };

function statusAt(phase: Phase, now: number): DomainStatus | "gone" {
  switch (phase.status) {
    case "ACTIVE":
    case "FAILED":
      return phase.status;
    case "CREATING":
    case "UPDATING":
      return now < phase.until ? phase.status : phase.next;
    case "DELETING":
      return now < phase.until ? phase.status : "gone";
  }
}

function held(status: DomainStatus): Phase {
  switch (status) {
    case "ACTIVE":
    case "FAILED":
      return { status };
    case "CREATING":
    case "UPDATING":
      return { status, until: Number.POSITIVE_INFINITY, next: "ACTIVE" };
    case "DELETING":
      return { status, until: Number.POSITIVE_INFINITY };
  }
}

function patched(facts: Facts, patch: DomainPatch): Facts {
  const { customDomainConfig, failover, ...rest } = facts;
  const routed = patch.failover === undefined ? failover : patch.failover;
  return {
    ...rest,
    userPoolId: patch.userPoolId ?? rest.userPoolId,
    accountId: patch.accountId ?? rest.accountId,
    managedLoginVersion: patch.managedLoginVersion ?? rest.managedLoginVersion,
    ...(customDomainConfig && {
      customDomainConfig: {
        certificateArn: patch.certificateArn ?? customDomainConfig.certificateArn,
        securityPolicy: patch.securityPolicy ?? customDomainConfig.securityPolicy,
      },
    }),
    ...(routed && { failover: routed }),
  };
}

// A custom domain, which has dots, is a CloudFront alias: it exists once in the world. A prefix, which has none,
// is a label under its Region's name: it exists once in each Region.
function keyOf(name: string, region: string): string {
  return name.includes(".") ? name : `${region}/${name}`;
}

function cloudFrontName({ name, region }: DomainOwner, created: number): string {
  const host = partitionOf(region) === "aws-cn" ? "cloudfront.cn" : "cloudfront.net";
  return `d${randomLooking(`${name} ${created}`, lowerCaseAndDigits, 13)}.${host}`;
}

function versionAt(now: number): string {
  return new Date(now).toISOString().replace(/\D/g, "").slice(0, 14);
}
