import { clockOfOne } from "../../../bench/waiting/virtual-time";
import { type Call, type Domain, type Emulator, startEmulator } from "../../../emulator/index";
import { connectToCognito } from "../../../provider/aws/cognito-client";
import type { DomainClient } from "../../../provider/domain-client";
import { type Operation, ServiceError } from "../../../provider/errors/service-error";
import { kindOfName } from "../../../provider/kind";
import { certificate } from "../provider/support";
import { keyOf, type Place, placeAsked, regionOf } from "./places";
import { type Outside, otherAccount, pools, type Scenario, type SomebodysDomain } from "./scenario";
import { oneAtATime, type Time } from "./time";

/** The emulator, and beside it what it can't know: whose each domain is, and what others did to it. */
export interface Cloud {
  readonly emulator: Emulator;
  connect(region: string | undefined): Promise<DomainClient>;
  /** The domain of that name that the pool's Region sees. */
  at(place: Place): Domain | undefined;
  live(): Domain[];
  isSomebodys(place: Place): boolean;
  /** From now on it is the stack's, as after an adoption. */
  handOver(place: Place): void;
  /** Has others do that once so many calls were made; from then on the stack can't know how things are. */
  schedule(outside: readonly Outside[]): void;
  /** Forgets what others were still about to do. */
  unschedule(): void;
  /** Whether the name changed since the stack was last told how it is. */
  isChangedUnheard(place: Place): boolean;
  wasChangedInThisRun(place: Place): boolean;
  /** Whether anything changed since the stack was last told how it is. */
  isAnythingChangedUnheard(): boolean;
  /** The same, but for what somebody made. */
  wasAlteredInThisRun(place: Place): boolean;
  /** The stack was told how it is. */
  isKnown(place: Place): void;
  /** The stack can't know how it is. */
  isUnknown(place: Place): void;
  /** Whether the stack looked at it in this run, and was told how it is rather than how it was. */
  wasDescribedInThisRun(place: Place): boolean;
  /** The pool of the domain of that name, as the latest answer to a Describe in this run had it. */
  poolSeenInThisRun(place: Place): string | undefined;
  /** Whether a create in this run got no answer that says what became of it, and nothing tells that it didn't make the domain. */
  mayBeMadeUnheard(place: Place): boolean;
  /** Whether a call of this run never got an answer. */
  hasHung(): boolean;
  beginRun(): void;
  /** Ends whatever is stuck, as support at AWS would. */
  unstick(): void;
}

export interface CloudParts {
  onCall(call: Call, tookEffect: boolean): void;
  onOutside(line: string): void;
}

/** How long the client waits for an answer, if it may wait so long. */
export const patience = 60_000;

export async function createWorld(
  scenario: Scenario,
  time: Time,
  { onCall, onOutside }: CloudParts,
): Promise<Cloud> {
  const somebodys = new Set<string>();
  /** When it changed since the stack was last told how it is. */
  const changed = new Map<string, number>();
  const madeInThisRun = new Set<string>();
  const alteredInThisRun = new Set<string>();
  const seenOn = new Map<string, string>();
  const described = new Set<string>();
  /** When a create began whose answer was lost. */
  const unheard = new Map<string, number>();
  let calls = 0;
  let waiting: Outside[] = [];
  let hung = false;
  let begunAt = 0;
  let giveUp = (): void => {};

  const { readDelay, durations, quotas } = scenario;
  const emulator = await startEmulator({
    clock: time.emulators,
    readDelay,
    durations,
    quotas,
    onCall: answered,
  });
  for (const id of Object.values(pools)) {
    emulator.createPool({ id, ...(id === pools.others && { accountId: otherAccount }) });
  }
  for (const domain of scenario.somebodys) somebodyCreates(domain);
  const inTurn = oneAtATime();
  const live = (): Domain[] =>
    names.flatMap((name) =>
      kindOfName(name) === "custom"
        ? (emulator.domain(name) ?? [])
        : ["us-east-1", "eu-west-1"].flatMap((region) => emulator.domain(name, region) ?? []),
    );
  const names = ["alpha", "beta", "auth.example.com", "login.example.com"];

  return {
    emulator,
    connect: (region) =>
      inTurn(async () => {
        // With one attempt for each call all retrying is done on the virtual clock.
        const endpoints = { cognitoidp: emulator.endpoint, sts: emulator.endpoint };
        const configuration = {
          accessKey: "AKIAIOSFODNN7EXAMPLE",
          secretKey: "example",
          endpoints,
          maxRetries: 1,
        };
        const client = await connectToCognito(configuration, region, {}, clockOfOne());
        return {
          region: client.region,
          create: (request, within) =>
            make("CreateUserPoolDomain", within, () => client.create(request, within)),
          describe: (domain, within) =>
            make("DescribeUserPoolDomain", within, () => client.describe(domain, within)),
          update: (request, within) =>
            make("UpdateUserPoolDomain", within, () => client.update(request, within)),
          delete: (request, within) =>
            make("DeleteUserPoolDomain", within, () => client.delete(request, within)),
        };
      }),
    at,
    live,
    isSomebodys: (place) => somebodys.has(keyOf(place)),
    handOver: (place) => somebodys.delete(keyOf(place)),
    schedule(outside) {
      waiting = [...outside];
      actOutside();
    },
    unschedule() {
      waiting = [];
    },
    isChangedUnheard: (place) => changed.has(keyOf(place)),
    wasChangedInThisRun: (place) => madeInThisRun.has(keyOf(place)) || alteredInThisRun.has(keyOf(place)),
    isAnythingChangedUnheard: () => changed.size > 0,
    wasAlteredInThisRun: (place) => alteredInThisRun.has(keyOf(place)),
    isKnown: (place) => changed.delete(keyOf(place)),
    isUnknown: (place) => changed.set(keyOf(place), time.clock.now()),
    wasDescribedInThisRun: (place) => described.has(keyOf(place)),
    poolSeenInThisRun: (place) => seenOn.get(keyOf(place)),
    mayBeMadeUnheard(place) {
      const begun = unheard.get(keyOf(place));
      const { version = "" } = at(place) ?? {};
      return begun !== undefined && version >= secondOf(begun - 61_000);
    },
    hasHung: () => hung,
    beginRun() {
      calls = 0;
      hung = false;
      begunAt = time.clock.now();
      madeInThisRun.clear();
      alteredInThisRun.clear();
      seenOn.clear();
      described.clear();
      unheard.clear();
    },
    unstick() {
      for (const { name, region, status } of live()) {
        if (status === "DELETING") emulator.removeDomain(name, region);
        else if (status !== "ACTIVE" && status !== "FAILED")
          emulator.changeDomain(name, { status: "ACTIVE" }, region);
      }
    },
  };

  /**
   * Makes a call. What never gets an answer isn't waited for: time passes as if it were, and the call ends as one of the
   * client does whose time is up (test/unit/aws/send.test.ts), which takes real time.
   */
  async function make<T>(operation: Operation, within: number, call: () => Promise<T>): Promise<T> {
    const outcome = await inTurn(() => {
      const silence = new Promise<undefined>((resolve) => {
        giveUp = () => resolve(undefined);
      });
      return Promise.race([call().then((answer) => ({ answer })), silence]);
    });
    if (outcome) return outcome.answer;
    await time.clock.sleep(Math.min(within, patience));
    const message = "No answer in time";
    throw new ServiceError({ operation, exception: "TimeoutError", message, mayHaveTakenEffect: true });
  }

  function at({ domain, userPoolId }: Place): Domain | undefined {
    return emulator.domain(domain, regionOf(userPoolId));
  }

  function answered(call: Call): void {
    const { Domain: domain, UserPoolId: userPoolId } = call.request as { Domain: string; UserPoolId: string };
    const { status, error, spoiled } = call.outcome;
    const tookEffect = error === undefined && spoiled?.effect !== "none";
    if (call.operation === "CreateUserPoolDomain") {
      if (tookEffect) handOver({ domain, userPoolId });
      if (spoiled || status >= 500) unheard.set(keyOf({ domain, userPoolId }), begunAt);
    }
    // A Describe names no pool, but comes to the Region of its pool.
    const key = keyOf(placeAsked(call));
    const isCurrent = (changed.get(key) ?? Number.NEGATIVE_INFINITY) <= time.clock.now() - readDelay;
    if (call.operation === "DescribeUserPoolDomain" && !error && !spoiled && isCurrent) {
      described.add(key);
      seenOn.set(key, at(placeAsked(call))?.userPoolId ?? "");
    }
    if (spoiled?.by === "hang") {
      hung = true;
      giveUp();
    }
    onCall(call, tookEffect);
    calls += 1;
    actOutside();
  }

  function handOver(place: Place): void {
    somebodys.delete(keyOf(place));
  }

  function actOutside(): void {
    const due = waiting.filter(({ after }) => after <= calls);
    waiting = waiting.filter(({ after }) => after > calls);
    for (const each of due) {
      try {
        act(each);
        onOutside(JSON.stringify(each));
      } catch (error) {
        // What can't be done isn't.
        if (!(error instanceof TypeError)) throw error;
      }
    }
  }

  function act(outside: Outside): void {
    if ("somebodyCreates" in outside) {
      somebodyCreates(outside.somebodyCreates);
      note(outside.somebodyCreates, madeInThisRun);
      return;
    }
    const name = "somebodyChanges" in outside ? outside.somebodyChanges : outside.somebodyDeletes;
    const region = emulator.domain(name) ? "us-east-1" : "eu-west-1";
    const found = emulator.domain(name, region);
    if (!found) throw new TypeError("It isn't there.");
    const place = { domain: name, userPoolId: found.userPoolId };
    if ("patch" in outside && regionOf(outside.patch.userPoolId ?? place.userPoolId) !== found.region)
      throw new TypeError("It can't move to another Region.");
    if ("somebodyDeletes" in outside) emulator.removeDomain(name, region);
    else emulator.changeDomain(name, outside.patch, region);
    note(place, alteredInThisRun);
    if ("patch" in outside && (outside.patch.userPoolId ?? found.userPoolId) !== found.userPoolId)
      somebodys.add(keyOf(place));
  }

  function note(place: Place, inThisRun: Set<string>): void {
    changed.set(keyOf(place), time.clock.now());
    inThisRun.add(keyOf(place));
  }

  function somebodyCreates({ domain, userPoolId }: SomebodysDomain): void {
    const isCustom = kindOfName(domain) === "custom";
    const existing = at({ domain, userPoolId });
    if (existing) return;
    try {
      emulator.createDomain({ domain, userPoolId, ...(isCustom && { certificateArn: certificate("a") }) });
      somebodys.add(keyOf({ domain, userPoolId }));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

/** As a domain's version has it. */
function secondOf(time: number): string {
  return new Date(time).toISOString().replaceAll(/\D/g, "").slice(0, 14);
}
