import type { Clock } from "../clock";
import {
  type Domain,
  type DomainConfiguration,
  type DomainFacts,
  type DomainOwner,
  type DomainPatch,
  patched,
} from "./domain";
import type { Durations, StepDurations } from "./durations";
import { lowerCaseAndDigits, randomLooking } from "./identifiers";
import { type BadEnd, goneAt, held, moving, type Phase, statusAt } from "./phase";
import { partitionOf } from "./regions";
import { createTimeline, type DomainRecord } from "./timeline";

export interface Domains {
  /** The domain as it is. Prefix domains are found only from their own Region, custom domains from all. */
  find(name: string, region: string): Domain | undefined;
  /** The domain as a read shows it, which may be a while behind. */
  seen(name: string, region: string): Domain | undefined;
  /** Whether the name can't be had: a deleted one lingers for a while after Describe has lost sight of it. */
  isTaken(name: string, region: string): boolean;
  /** The pool's domains as they are. */
  ofPool(userPoolId: string): Domain[];
  /** The pool's domains as a read shows them. */
  seenOfPool(userPoolId: string): Domain[];
  /** How many custom domains the account has in the Region. */
  countCustom(accountId: string, region: string): number;
  create(owner: DomainOwner, configuration: DomainConfiguration, badEnd?: BadEnd): DomainFacts;
  /** Replaces the whole configuration. */
  update(domain: Domain, configuration: DomainConfiguration, badEnd?: BadEnd): DomainFacts;
  delete(domain: Domain, badEnd?: BadEnd): void;
  /** Changes a domain at once, for reads too. */
  change(domain: Domain, patch: DomainPatch): void;
  /** Takes a domain away at once, for reads too; its name is free at once. */
  remove(domain: Domain): void;
  /** What has to be kept so that the domains outlive the process. */
  records(): DomainRecord[];
  /** How many were ever created. */
  made(): number;
  /** Puts these domains in the place of all others. */
  restore(records: readonly DomainRecord[], made: number): void;
}

/**
 * The domains and their life cycle. No timer runs: a status is worked out from the clock when somebody looks, and a
 * read with a delay looks at the past.
 *
 * @param readDelay how far reads are behind, in milliseconds
 * @param changed is told of every change
 */
export function createDomains(
  clock: Clock,
  durations: Durations,
  readDelay: number,
  changed: () => void,
): Domains {
  const now = (): number => clock.now();
  const readable = (): number => clock.now() - readDelay;
  const timeline = createTimeline(({ facts, phase }) => {
    const at = freeAt(phase, durations[facts.kind]);
    return at !== undefined && at < readable();
  });
  let made = 0;

  const asOf = (key: string, moment: number): Domain | undefined => {
    const record = timeline.at(key, moment);
    if (!record) return undefined;
    const status = statusAt(record.phase, moment);
    return status === "gone" ? undefined : { ...record.facts, status };
  };
  const ofPool = (userPoolId: string, moment: number): Domain[] =>
    [...timeline.keysOf(userPoolId)]
      .flatMap((key) => asOf(key, moment) ?? [])
      .filter((domain) => domain.userPoolId === userPoolId);

  /** What happens from now on; reads see it later. */
  const store = (unstamped: DomainFacts, phase: Phase): DomainFacts => {
    const facts = { ...unstamped, version: versionAt(now()) };
    const key = keyOf(facts.name, facts.region);
    timeline.add(key, { facts, phase }, now(), readable());
    changed();
    return facts;
  };
  /** What has been so all along, as far as reads can tell. */
  const rewrite = (record: DomainRecord): void =>
    timeline.set(keyOf(record.facts.name, record.facts.region), record);

  return {
    find: (name, region) => asOf(keyOf(name, region), now()),
    seen: (name, region) => asOf(keyOf(name, region), readable()),
    isTaken(name, region) {
      const newest = timeline.newest(keyOf(name, region));
      if (!newest) return false;
      const at = freeAt(newest.phase, durations[newest.facts.kind]);
      return at === undefined || now() < at;
    },
    ofPool: (userPoolId) => ofPool(userPoolId, now()),
    seenOfPool: (userPoolId) => ofPool(userPoolId, readable()),
    countCustom(accountId, region) {
      const owners = timeline.records().filter(({ phase }) => statusAt(phase, now()) !== "gone");
      return owners.filter(
        ({ facts }) => facts.kind === "custom" && facts.accountId === accountId && facts.region === region,
      ).length;
    },
    create(owner, configuration, badEnd) {
      made += 1;
      const facts = {
        ...owner,
        ...configuration,
        cloudFrontDistribution: cloudFrontName(owner, made),
        s3Bucket: `aws-cognito-prod-${airports[owner.region] ?? owner.region}-assets`,
        version: "",
      };
      return store(facts, moving("CREATING", now(), durations[owner.kind].create, badEnd));
    },
    update(domain, configuration, badEnd) {
      const { customDomainConfig: _certificate, failover: _failover, status: _status, ...identity } = domain;
      const phase = moving("UPDATING", now(), durations[domain.kind].update, badEnd);
      return store({ ...identity, ...configuration }, phase);
    },
    delete({ status: _status, ...facts }, badEnd) {
      store(facts, moving("DELETING", now(), durations[facts.kind].delete, badEnd));
    },
    change({ status: _status, ...facts }, patch) {
      const phase = patch.status
        ? held(patch.status)
        : timeline.newest(keyOf(facts.name, facts.region))?.phase;
      if (!phase) return;
      rewrite({ facts: { ...patched(facts, patch), version: versionAt(now()) }, phase });
      changed();
    },
    remove({ name, region }) {
      timeline.delete(keyOf(name, region));
      changed();
    },
    records: () => timeline.records().map(({ facts, phase }) => ({ facts, phase })),
    made: () => made,
    restore(records, alreadyMade) {
      made = Math.max(made, alreadyMade);
      timeline.clear();
      for (const record of records) rewrite(record);
      changed();
    },
  };
}

/** When a deleted name can be had again, in milliseconds since 1970. */
function freeAt(phase: Phase, { nameRelease }: StepDurations): number | undefined {
  const gone = goneAt(phase);
  return gone === undefined ? undefined : gone + nameRelease;
}

// A custom domain, which has dots, is a CloudFront alias: it exists once in a partition. A prefix, which has none, is
// a label under its Region's name: it exists once in each Region.
function keyOf(name: string, region: string): string {
  return `${name.includes(".") ? partitionOf(region) : region}/${name}`;
}

// Prefix domains share a distribution of their Region, as answers in public issues show; custom domains have their own.
function cloudFrontName({ kind, name, region }: DomainOwner, number: number): string {
  const host = partitionOf(region) === "aws-cn" ? "cloudfront.cn" : "cloudfront.net";
  return `d${randomLooking(kind === "prefix" ? region : `${name} ${number}`, lowerCaseAndDigits, 13)}.${host}`;
}

// The service calls its buckets by airports; these are known from public issues (aws-cdk 6787, localstack 9242,
// terraform-provider-aws 28124).
const airports: Readonly<Record<string, string>> = {
  "us-east-1": "iad",
  "us-west-1": "sfo",
  "us-west-2": "pdx",
  "eu-west-1": "dub",
  "ap-northeast-1": "nrt",
};

function versionAt(now: number): string {
  return new Date(now).toISOString().replace(/\D/g, "").slice(0, 14);
}
