import * as z from "zod";
import type { Clock } from "./clock";
import type { DurationOptions } from "./cloud/durations";
import type { OutsideOptions } from "./cloud/outside";
import type { Quotas } from "./cloud/quotas";
import { looksLikeRegion } from "./cloud/regions";
import { unfit } from "./diagnostics";
import { explained } from "./explained";
import { accountId, certificates, dns } from "./schemas";
import type { Seed } from "./seed";
import type { Call } from "./testing/record";

/** How an emulator is to be. Nothing is required. */
export interface EmulatorOptions extends OutsideOptions {
  /** The port to listen on, on 127.0.0.1. @default 0: a free one is picked */
  port?: number;
  /** The Region for what names none. Requests count in the Region they are signed for. @default "us-east-1" */
  region?: string;
  /** The account of every access key that isn't a session's, twelve digits. @default "123456789012" */
  accountId?: string;
  /** Where time comes from; `virtualClock()` makes one that a test moves. @default the system's clock */
  clock?: Clock;
  /** How long the steps of a domain's life take: "quick", "realistic", or each in milliseconds. @default "quick" */
  durations?: DurationOptions;
  /** How many times as fast the steps go as `durations` says, above 0. @default 1 */
  speed?: number;
  /** How far Describe is behind what has happened, in milliseconds, 0 or more. @default 0 */
  readDelay?: number;
  /** "service" for the quotas that AWS gives a new account, or each by itself. @default nothing is limited */
  quotas?: "service" | Readonly<Quotas>;
  /** What decides which calls a fault with a `chance` befalls; the same seed decides the same. @default 1 */
  randomSeed?: number;
  /** What is there from the start. Left out when the state file holds something. @default nothing */
  seed?: Seed;
  /**
   * A file that user pools and domains are kept in, and loaded from when it exists. Every change is in it before the
   * call that made it is answered. @default nothing outlives the emulator
   */
  stateFile?: string;
  /** Told of every call when it is answered. What it throws is an uncaught error of the process, and no caller's. */
  onCall?: (call: Call) => void;
}

const duration = z.union(
  [z.number().nonnegative(), z.literal(Number.POSITIVE_INFINITY)],
  "isn't a number of milliseconds from 0",
);
const steps = z.strictObject({ create: duration, update: duration, delete: duration, nameRelease: duration });
const rate = z.number().positive();
const rates = z.strictObject({
  UserPoolRead: rate,
  UserPoolUpdate: rate,
  UserPoolResourceRead: rate,
  UserPoolResourceUpdate: rate,
});
const quotas = z.strictObject({
  userPools: z.int().nonnegative(),
  customDomains: z.int().nonnegative(),
  requestsPerSecond: z.union([rate, rates.partial()]),
  requestsPerSecondAndPool: rate,
});
const options = z
  .strictObject({
    port: z.int().min(0).max(65_535),
    region: z.string().refine(looksLikeRegion, "isn't a Region, such as us-east-1"),
    accountId,
    clock: z.custom<Clock>((clock) => typeof (clock as Clock | null)?.now === "function", "has no now()"),
    durations: z.union(
      [
        z.enum(["quick", "realistic"]),
        z.strictObject({ prefix: steps.partial(), custom: steps.partial() }).partial(),
      ],
      'is neither "quick", "realistic" nor { prefix, custom } with create, update, delete and nameRelease in milliseconds',
    ),
    speed: z.number().positive(),
    readDelay: z.number().nonnegative(),
    quotas: z.union(
      [z.literal("service"), quotas.partial()],
      'is neither "service" nor numbers for userPools, customDomains, requestsPerSecond and requestsPerSecondAndPool',
    ),
    randomSeed: z.number(),
    seed: z.custom<Seed>(),
    stateFile: z.string().min(1),
    onCall: z.custom<(call: Call) => void>((onCall) => typeof onCall === "function", "is no function"),
    certificates,
    dns,
  })
  .partial();

/** @throws TypeError for an option that isn't there, or can't be what it is */
export function checkOptions(given: EmulatorOptions): void {
  explained(options, given, unfit.options);
}
