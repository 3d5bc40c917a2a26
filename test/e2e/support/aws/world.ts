import type { Cloud } from "../cloud";

/** What the stand-in has of AWS. Of Cognito the emulator has it. */
export interface World {
  readonly cloud: Cloud;
  /** Where things are that name no Region. */
  region: string;
  /** By their ARNs. */
  readonly certificates: Map<string, Certificate>;
  /** The certificates that CloudFront has not let go of everywhere yet. */
  readonly kept: Set<string>;
  /** By the ids of their resources. */
  readonly records: Map<string, DnsRecord>;
}

export interface Certificate {
  /** The records by which ACM knows that the names are the owner's. */
  readonly proofs: readonly { readonly fqdn: string; readonly value: string }[];
  /** Whether ACM has seen them all. */
  readonly isIssued: boolean;
}

export interface DnsRecord {
  readonly zoneId: string;
  readonly fqdn: string;
  readonly type: string;
  readonly setIdentifier: string | undefined;
  /** None where it is an alias. */
  readonly values: readonly string[];
}

export function newWorld(cloud: Cloud): World {
  return { cloud, region: "us-east-1", certificates: new Map(), kept: new Set(), records: new Map() };
}

// An emulator that was started with a list of certificates, or of DNS names, knows no others; it is told of those that
// come and go here. Without a list it takes everything for there.

export function tellOfCertificate({ cloud: { emulator }, certificates }: World, arn: string): void {
  const { certificates: known } = emulator.snapshot().outside;
  if (!known) return;
  const others = known.filter((each) => each !== arn);
  emulator.setOutside({ certificates: certificates.get(arn)?.isIssued ? [...others, arn] : others });
}

export function tellOfAddress({ cloud: { emulator }, records }: World, { fqdn, type }: DnsRecord): void {
  const { dns: known } = emulator.snapshot().outside;
  if (!known || type !== "A") return;
  const isThere = [...records.values()].some((record) => record.fqdn === fqdn && record.type === type);
  emulator.setOutside({ dns: { ...known, [fqdn]: isThere ? ["192.0.2.1"] : [] } });
}
