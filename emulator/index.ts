import { createCallers } from "./callers";
import type { Call } from "./calls";
import { type Clock, systemClock } from "./clock";
import { createDomains, type Domain, type DomainPatch } from "./domains";
import { type DurationOptions, withDefaults } from "./durations";
import { createFaults, type Fault } from "./faults";
import { serveHttp } from "./http";
import { createPools, type Pool, type PoolOptions } from "./pools";
import { createService } from "./service";

export type { Call, Outcome } from "./calls";
export type { Clock } from "./clock";
export type {
  BadEnd,
  Domain,
  DomainConfiguration,
  DomainKind,
  DomainPatch,
  DomainStatus,
  Failover,
  SecurityPolicy,
} from "./domains";
export type { DurationOptions, Durations, StepDurations } from "./durations";
export type { DomainStatusFault, DropFault, ErrorFault, Fault } from "./faults";
export { messages } from "./messages";
export type { OperationName } from "./operations/table";
export type { Pool, PoolOptions, UserPoolTier } from "./pools";

export interface EmulatorOptions {
  /** The port to listen on, on 127.0.0.1. @default 0: a free one is picked */
  port?: number;
  /** The Region for what names none. Requests count in the Region they are signed for. @default "us-east-1" */
  region?: string;
  /** The account of every access key that isn't a session's, twelve digits. @default "123456789012" */
  accountId?: string;
  /** Where time comes from. @default the system's clock */
  clock?: Clock;
  /**
   * How long the steps of a domain's life take, in milliseconds.
   * @default prefix domains: create 1000, update 500, delete 500, nameRelease 500;
   * custom domains: create 3000, update 2000, delete 1500, nameRelease 2000
   */
  durations?: DurationOptions;
}

/** Amazon Cognito's user pool domains, and as much of user pools and STS as they need, in this process. */
export interface Emulator {
  /** Such as `http://127.0.0.1:49152`, for Cognito and STS alike. */
  readonly endpoint: string;
  /** Environment variables that lead an SDK, of any language, here with test credentials. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every call so far, in order, but those with a body above 256 KiB (413). No signature, secret or token is in it. */
  readonly calls: readonly Call[];
  /** Makes a user pool at once. @throws TypeError for an id that is taken or not of the Region */
  createPool(options?: PoolOptions): Pool;
  /**
   * The domain as it is now, or undefined when Describe wouldn't find it.
   *
   * @param region where to look for a prefix domain. @default the emulator's; custom domains are found from all
   */
  domain(name: string, region?: string): Domain | undefined;
  /**
   * Changes a domain behind everybody's back and at once, as somebody in the console might.
   *
   * @throws TypeError when there is no such domain
   */
  changeDomain(name: string, patch: DomainPatch, region?: string): void;
  /** Takes a domain away behind everybody's back and at once. @throws TypeError when there is no such domain */
  removeDomain(name: string, region?: string): void;
  /** Has something go wrong on one of the next calls. */
  inject(fault: Fault): void;
  /** Stops listening and breaks the connections that clients keep open. */
  close(): Promise<void>;
}

/**
 * Starts an embedded Cognito, which listens on loopback only and keeps everything in memory.
 *
 * ```ts
 * const emulator = await startEmulator();
 * const pool = emulator.createPool();
 * Object.assign(process.env, emulator.environment);
 * // … any AWS SDK or tool now talks to the emulator …
 * await emulator.close();
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, region = "us-east-1", accountId = "123456789012", clock = systemClock } = options;
  const calls: Call[] = [];
  const pools = createPools(clock, { region, accountId });
  const domains = createDomains(clock, withDefaults(options.durations ?? {}));
  const faults = createFaults();
  const callers = createCallers(clock, accountId);
  const service = createService({
    clock,
    region,
    callers,
    pools,
    domains,
    faults,
    record: (call) => calls.push(call),
  });
  const { endpoint, close } = await serveHttp(port, service);

  const existing = (name: string, where = region): Domain => {
    const domain = domains.find(name, where);
    if (!domain) throw new TypeError(`There is no domain ${name}.`);
    return domain;
  };
  return {
    endpoint,
    environment: environmentFor(endpoint, region),
    calls,
    createPool: (pool = {}) => pools.create(pool),
    domain: (name, where = region) => domains.find(name, where),
    changeDomain: (name, patch, where) => domains.change(existing(name, where), patch),
    removeDomain: (name, where) => domains.remove(existing(name, where)),
    inject: faults.inject,
    close,
  };
}

function environmentFor(endpoint: string, region: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint,
    AWS_ENDPOINT_URL_STS: endpoint,
    AWS_REGION: region,
    // Python's SDK and the AWS CLI built on it read only this one.
    AWS_DEFAULT_REGION: region,
    // The example credentials of AWS's own documentation, which secret scanners know to be nobody's.
    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  };
}
