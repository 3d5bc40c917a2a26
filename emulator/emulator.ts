import { systemClock } from "./clock";
import { createCloud } from "./cloud/cloud";
import type { Domain, DomainPatch } from "./cloud/domain";
import { durationsOf } from "./cloud/durations";
import { uuidLooking } from "./cloud/identifiers";
import type { OutsideOptions } from "./cloud/outside";
import type { Pool, PoolOptions } from "./cloud/pools";
import { createRateLimiter, serviceQuotas } from "./cloud/quotas";
import { readSnapshot, type Snapshot } from "./cloud/snapshot";
import { unfit } from "./diagnostics";
import { adminPath, createAdmin, longestAdminBody } from "./http/admin";
import { longestRequest } from "./http/front-door";
import { type HttpServer, serveHttp } from "./http/server";
import { checkOptions, type EmulatorOptions } from "./options";
import { readDomain, readOutside, readPatch, readPool } from "./schemas";
import { applySeed, type DomainOptions, placeDomain, readSeed } from "./seed";
import { createService } from "./service";
import { openStateFile, type StateFile } from "./state-file";
import type { Fault } from "./testing/fault-rules";
import { createFaults, type WaitingFault } from "./testing/faults";
import { type Call, createCallRecord } from "./testing/record";
import { UnfitValue } from "./unfit-value";

/** Amazon Cognito's user pool domains, and as much of user pools and STS as they need, in this process. */
export interface Emulator {
  /** Such as `http://127.0.0.1:49152`, for Cognito and STS alike. */
  readonly endpoint: string;
  /** Environment variables that lead an SDK, of any language, here with test credentials. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether there was a state file to load. */
  readonly stateLoaded: boolean;
  /** The latest calls, oldest first: at least 50,000 of them. No signature, secret or token is in it. */
  readonly calls: readonly Call[];
  /**
   * Makes a user pool at once.
   *
   * @throws TypeError for an id that is taken or not of the Region, and for replicas that can't be
   */
  createPool(options?: PoolOptions): Pool;
  /**
   * Makes a domain at once, ACTIVE unless asked otherwise.
   *
   * @throws TypeError when the service's rules forbid it
   */
  createDomain(options: DomainOptions): Domain;
  /**
   * The domain as it is now, or undefined when there is none.
   *
   * @param name the prefix, or the DNS name of a custom domain
   * @param region where to look for a prefix domain, by default in the emulator's; custom domains are found from all
   */
  domain(name: string, region?: string): Domain | undefined;
  /**
   * Changes a domain behind everybody's back and at once, as somebody in the console might.
   *
   * @throws TypeError when there is no such domain, and for what is no change
   */
  changeDomain(name: string, patch: DomainPatch, region?: string): void;
  /**
   * Takes a domain away behind everybody's back and at once; its name is free at once.
   *
   * @throws TypeError when there is no such domain
   */
  removeDomain(name: string, region?: string): void;
  /**
   * Changes which certificates and DNS records exist. What is left out stays.
   *
   * @throws TypeError for what is neither
   */
  setOutside(options: OutsideOptions): void;
  /**
   * Has something go wrong on one of the next calls, or on more of them.
   *
   * @throws TypeError for what is no fault
   */
  inject(fault: Fault): void;
  /** The faults that may still befall calls. */
  waitingFaults(): WaitingFault[];
  /** Takes back every fault that hasn't befallen all of its calls. */
  clearFaults(): void;
  /** What there is, as JSON. */
  snapshot(): Snapshot;
  /**
   * Puts a snapshot in the place of everything there is.
   *
   * @throws TypeError for what is no snapshot
   */
  restore(snapshot: Snapshot): void;
  /**
   * Stops listening, breaks the connections that clients keep open, and brings the state file up to date.
   *
   * @throws Error when the state file can't be written
   */
  close(): Promise<void>;
}

/**
 * Starts an embedded Cognito, which listens on loopback only.
 *
 * ```ts
 * const emulator = await startEmulator();
 * const pool = emulator.createPool();
 * Object.assign(process.env, emulator.environment);
 * // … any AWS SDK or tool now talks to the emulator …
 * await emulator.close();
 * ```
 *
 * @throws TypeError for an option that can't be; Error when the port is taken, or the state file can't be used
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  checkOptions(options);
  const { port = 0, region = "us-east-1", accountId = "123456789012", clock = systemClock } = options;
  const { durations = "quick", speed = 1, readDelay = 0, randomSeed = 1, seed, stateFile, onCall } = options;
  const quotas = options.quotas === "service" ? serviceQuotas : (options.quotas ?? {});

  let state: StateFile | undefined;
  const save = async (): Promise<void> => state?.save();
  const cloud = createCloud({
    clock,
    region,
    accountId,
    durations: durationsOf(durations, speed),
    readDelay,
    quotas,
    // What can't be saved now fails the next call that changes something, or close.
    onChange: () => void save().catch(() => {}),
  });
  const file = stateFile === undefined ? undefined : await openStateFile(stateFile, cloud);

  const faults = createFaults(randomSeed);
  const record = createCallRecord();
  const service = createService({
    clock,
    region,
    cloud,
    rates: createRateLimiter(clock, quotas),
    faults,
    requestId: requestIds(randomSeed),
    record(call) {
      const numbered = record.add(call);
      tell(onCall, numbered);
    },
    save,
  });
  const admin = createAdmin({ cloud, faults, record, save });
  const isAdmin = (url: string): boolean => url.startsWith(adminPath);
  let server: HttpServer | undefined;
  try {
    if (seed !== undefined && !file?.loaded) applySeed(readSeed(seed), cloud);
    cloud.outside.set(options);
    // Nothing of a seed that can't be is saved.
    state = file;
    server = await serveHttp(port, {
      longestBody: (url) => (isAdmin(url) ? longestAdminBody : longestRequest),
      answer: (request) => (isAdmin(request.url) ? admin(request) : service(request)),
    });
    // A file that can't be written is better found out now than with the first change.
    await save();
  } catch (error) {
    await server?.close();
    await file?.abandon();
    throw error;
  }
  const { endpoint, close: stopListening } = server;

  const existing = (name: string, where = region): Domain => {
    const domain = cloud.domains.find(name, where);
    if (!domain) throw new UnfitValue(unfit.noSuchDomain({ domain: name, region: where }));
    return domain;
  };
  return {
    endpoint,
    environment: environmentFor(endpoint, region),
    stateLoaded: file?.loaded ?? false,
    calls: record.calls,
    createPool: (pool = {}) => cloud.pools.create(readPool(pool)),
    createDomain: (domain) => placeDomain(readDomain(domain), cloud),
    domain: (name, where = region) => cloud.domains.find(name, where),
    changeDomain: (name, patch, where) => cloud.domains.change(existing(name, where), readPatch(patch)),
    removeDomain: (name, where) => cloud.domains.remove(existing(name, where)),
    setOutside: (more) => cloud.outside.set(readOutside(more)),
    inject: faults.inject,
    waitingFaults: faults.waiting,
    clearFaults: faults.clear,
    snapshot: cloud.snapshot,
    restore: (snapshot) => cloud.restore(readSnapshot(snapshot)),
    async close() {
      await stopListening();
      await file?.close();
    },
  };
}

/** Somebody else's mistake is theirs to hear of, and not the caller's of the service. */
function tell(onCall: EmulatorOptions["onCall"], call: Call): void {
  try {
    onCall?.(call);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

function requestIds(randomSeed: number): () => string {
  let requests = 0;
  return () => {
    requests += 1;
    return uuidLooking(`${randomSeed} request ${requests}`);
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
