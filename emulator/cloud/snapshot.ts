import * as z from "zod";
import { unfit } from "../diagnostics";
import { explained } from "../explained";
import { failover, outsideOptions, securityPolicy, tier } from "../schemas";
import type { OutsideOptions } from "./outside";
import type { Pool } from "./pools";
import type { DomainRecord } from "./timeline";

/**
 * What an emulator holds at one moment, as JSON: user pools, domains with what they are going through, and the
 * certificates and DNS records when there are lists of them. Calls, faults, STS sessions and what
 * reads with a delay still see of the past aren't in it.
 */
export interface Snapshot {
  /** The version of this format. */
  readonly version: 1;
  /** Every user pool. */
  readonly pools: readonly Pool[];
  /** Every domain, and those that are gone as long as their names linger. */
  readonly domains: readonly DomainRecord[];
  /** The lists of certificates and DNS records, where there are any. */
  readonly outside: OutsideOptions;
  /** How many were ever made, so that none gets what another was called by. */
  readonly made: MadeCounts;
}

/** Counts of what was ever made. */
export interface MadeCounts {
  /** User pools. */
  readonly pools: number;
  /** Domains. */
  readonly domains: number;
}

const domainFacts = z.strictObject({
  name: z.string(),
  kind: z.enum(["prefix", "custom"]),
  userPoolId: z.string(),
  region: z.string(),
  accountId: z.string(),
  customDomainConfig: z
    .strictObject({
      certificateArn: z.string(),
      securityPolicy,
    })
    .exactOptional(),
  managedLoginVersion: z.int(),
  failover: failover.exactOptional(),
  cloudFrontDistribution: z.string(),
  s3Bucket: z.string(),
  version: z.string(),
});

const phase = z.discriminatedUnion("status", [
  z.strictObject({ status: z.enum(["ACTIVE", "FAILED"]) }),
  z.strictObject({
    status: z.enum(["CREATING", "UPDATING", "DELETING"]),
    until: z.union([z.number(), z.literal("never")]),
    next: z.enum(["ACTIVE", "FAILED", "gone"]),
  }),
]);

const pool = z.strictObject({
  id: z.string(),
  name: z.string(),
  arn: z.string(),
  region: z.string(),
  accountId: z.string(),
  tier,
  replicas: z.array(z.string()).exactOptional(),
  createdAt: z.number(),
  number: z.int().positive(),
});

const snapshot = z.strictObject({
  version: z.literal(1),
  pools: z.array(pool),
  domains: z.array(z.strictObject({ facts: domainFacts, phase })),
  outside: outsideOptions,
  made: z.strictObject({ pools: z.int().nonnegative(), domains: z.int().nonnegative() }),
}) satisfies z.ZodType<Snapshot>;

/** @throws TypeError that says what is wrong with it */
export function readSnapshot(value: unknown): Snapshot {
  return explained(snapshot, value, unfit.snapshot);
}
