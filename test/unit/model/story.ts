import { fractionLooking } from "../../../emulator/cloud/identifiers";
import type { Call, Domain } from "../../../emulator/index";
import { domainProvider } from "../../../provider/engine/domain-provider";
import type { DomainInputs } from "../../../provider/inputs";
import { kindOf, kindOfName } from "../../../provider/kind";
import { certificate } from "../provider/support";
import { createBreaches } from "./breaches";
import { createWorld } from "./cloud";
import { createEngine, type Deed, type Entry, type Program, type Provider } from "./engine";
import { holds, keyOf, type Place, placeOf, same, sharedAmong } from "./places";
import type { Command, Edit, ResourceName, Scenario } from "./scenario";
import { createTime } from "./time";
import { wordedCall, wordedEntry, wordedProgram } from "./wording";

/** What came of a scenario: the rules that were broken, and everything that happened. */
export interface Ending {
  breaches: readonly string[];
  transcript: readonly string[];
  calls: number;
}

/** Plays a scenario through the provider and the emulator, then lets calm return and sees that all comes right. */
export async function play(scenario: Scenario): Promise<Ending> {
  const breaches = createBreaches();
  const transcript: string[] = [];
  /** Names of which the user was told, in an error, that a domain may be there that the state doesn't know. */
  let told: Place[] = [];
  /** What two resources hold at once, because one adopted what the other has: documented, and the user's to mend. */
  const muddled: Place[] = [];
  /** The state when the run began, and all that it held since. */
  let heldBefore: Place[] = [];
  let heldInThisRun: Place[] = [];
  let lastFailures: readonly Deed[] = [];
  let program: Program = new Map();
  let calls = 0;
  /** Every domain as it was after the latest call. */
  let lastSeen: Domain[] = [];

  const cloud = await createWorld(scenario, {
    onCall(call, tookEffect) {
      calls += 1;
      tell(`    ${wordedCall(call)}`);
      checkTouch(call, tookEffect);
      if (tookEffect)
        checkLeftAlone(
          call,
          lastSeen.find((each) => keyOf(placeIn(each)) === keyOf(placeAsked(call))),
        );
      lastSeen = cloud.live();
    },
    onOutside: (line) => tell(`    somebody: ${line}`),
  });
  const start = cloud.clock.now();
  const time = createTime(cloud.clock);
  let drawn = 0;
  let provider: Provider;
  const engine = createEngine({
    provider: () => provider,
    breaches,
    now: cloud.clock.now,
    together: (tasks) => time.together(tasks),
    onState(entries) {
      heldInThisRun.push(...entries.map(placeOf));
      muddled.push(...sharedAmong(entries));
    },
  });

  try {
    for (const [index, command] of scenario.commands.entries()) {
      await run(command, `${index + 1}`);
      if (breaches.found.length > 0) break;
    }
    if (breaches.found.length === 0) await calmDown();
  } catch (error) {
    breaches.add(`${error instanceof Error ? error.stack : error}`);
  } finally {
    await cloud.emulator.close();
  }
  return { breaches: breaches.found, transcript, calls };

  function tell(line: string): void {
    transcript.push(`${String(Math.round((cloud.clock.now() - start) / 1000)).padStart(6)} s ${line}`);
  }

  /** The engine starts a plugin process for each run. */
  async function newProvider(): Promise<Provider> {
    const made = domainProvider({
      connect: (_configuration, region) => cloud.connect(region),
      clock: time.clock,
      random() {
        drawn += 1;
        return fractionLooking(`${scenario.jitter} ${drawn}`);
      },
      log: {
        status: () => {},
        info: async () => {},
        warn: async (text) => tell(`    warning: ${text}`),
      },
    }) as Provider;
    const config = { get: () => undefined, require: () => "" };
    await made.configure({ config });
    return made;
  }

  async function run(command: Command, number: string): Promise<void> {
    for (const edit of command.edits) program = edited(program, edit);
    // Between two runs more time passes than reads are behind.
    cloud.clock.advance(scenario.readDelay + 1_000 + command.pause);
    tell(`${number}. pulumi ${command.run}${command.run === "up" ? ` of ${wordedProgram(program)}` : ""}`);
    for (const fault of command.faults) cloud.emulator.inject(fault);
    await beginRun();
    cloud.schedule(command.outside);
    const deeds = await runEngine(command.run);
    cloud.unschedule();
    cloud.emulator.clearFaults();
    await endRun(command.run, deeds);
  }

  async function beginRun(): Promise<void> {
    lastSeen = cloud.live();
    provider = await newProvider();
    heldBefore = engine.entries.map(placeOf);
    heldInThisRun = [...heldBefore];
    cloud.beginRun();
  }

  function runEngine(what: Command["run"]): Promise<Deed[]> {
    return what === "up" ? engine.up(program) : engine[what]();
  }

  async function endRun(what: Command["run"], deeds: readonly Deed[]): Promise<boolean> {
    const failures = deeds.filter(({ error }) => error !== undefined);
    for (const { step, resource, domain, error, partial } of failures) {
      tell(`    ${resource}: the ${step} of ${domain} failed${partial ? ", in part" : ""}: ${error}`);
    }
    for (const deed of failures) if (/adoptExisting/.test(deed.error ?? "")) told.push(deed);
    for (const entry of engine.entries) tell(`    state: ${wordedEntry(entry)}`);
    await checkTheState(what, deeds, failures.length === 0);
    // The engine lets a delete change the state only when it succeeds: until a refresh the state may be wrong.
    for (const deed of failures) if (deed.step === "delete") cloud.isUnknown(deed);
    for (const breach of breaches.found) tell(`    BROKEN: ${breach}`);
    return failures.length === 0;
  }

  /** Nothing goes wrong any more and nobody interferes: the same program comes up, and is taken down. */
  async function calmDown(): Promise<void> {
    tell("Calm returns.");
    for (const what of ["refresh", "up", "up", "up", "up", "up"] as const) {
      cloud.clock.advance(calm);
      cloud.unstick();
      tell(`pulumi ${what}`);
      await beginRun();
      const deeds = await runEngine(what);
      const isDone = await endRun(what, deeds);
      if (breaches.found.length > 0) return;
      if (what === "refresh" && !isDone) breaches.add("A refresh fails although nothing goes wrong.");
      if (what === "up" && isDone) {
        lastFailures = [];
        break;
      }
      if (what === "up") lastFailures = deeds.filter(({ error }) => error !== undefined);
    }
    checkConvergence();
    if (breaches.found.length > 0) return;
    for (let attempt = 0; attempt < 4 && engine.entries.length > 0; attempt += 1) {
      cloud.clock.advance(calm);
      cloud.unstick();
      tell("pulumi destroy");
      await beginRun();
      await endRun("destroy", await engine.destroy());
    }
    if (engine.entries.length > 0)
      breaches.add("Destroy, tried again and again, doesn't end in an empty state.");
  }

  // --- rules ---

  /** A domain of somebody else is never touched. */
  function checkTouch({ operation, request }: Call, tookEffect: boolean): void {
    if (operation !== "UpdateUserPoolDomain" && operation !== "DeleteUserPoolDomain") return;
    const { Domain: domain, UserPoolId: userPoolId } = request as { Domain: string; UserPoolId: string };
    const place = { domain, userPoolId };
    const isWanted = [...program.values()].some((wanted) => same(wanted, place));
    if (!holds(heldInThisRun, place) && !isWanted)
      breaches.add(`${operation} of ${domain} on ${userPoolId}, which neither state nor program names.`);
    if (!tookEffect || !cloud.isSomebodys(place) || holds(heldInThisRun, place)) return;
    const mayAdopt = [...program.values()].some((wanted) => wanted.adoptExisting && same(wanted, place));
    if (!mayAdopt) breaches.add(`${operation} of ${domain} on ${userPoolId}, which is somebody else's.`);
  }

  function isMuddled(place: Place): boolean {
    return holds(muddled, place) || cloud.wasChangedInThisRun(place);
  }

  /** What the program leaves out stays as it is. */
  function checkLeftAlone({ operation, request }: Call, before: Domain | undefined): void {
    if (operation !== "UpdateUserPoolDomain" || before === undefined) return;
    const { Domain: domain, UserPoolId: userPoolId } = request as { Domain: string; UserPoolId: string };
    const place = { domain, userPoolId };
    const after = cloud.at(place);
    const wanted = [...program.values()].find((each) => same(each, place));
    if (!wanted || !after || isMuddled(place)) return;
    const policyBefore = before.customDomainConfig?.securityPolicy;
    const isPolicyChanged = policyBefore !== after.customDomainConfig?.securityPolicy;
    if (isPolicyChanged && wanted.customDomainConfig?.securityPolicy === undefined)
      breaches.add(`The update of ${domain} changed its security policy, which the program leaves alone.`);
    if (before.managedLoginVersion !== after.managedLoginVersion && wanted.managedLoginVersion === undefined)
      breaches.add(`The update of ${domain} changed its branding version, which the program leaves alone.`);
  }

  async function checkTheState(
    what: Command["run"],
    deeds: readonly Deed[],
    succeeded: boolean,
  ): Promise<void> {
    for (const entry of engine.entries) checkTakeOver(entry);
    checkOrphans();
    if (!succeeded) return;
    switch (what) {
      case "destroy":
        if (engine.entries.length > 0) breaches.add("After a destroy the state isn't empty.");
        return;
      case "refresh":
        for (const deed of deeds) checkDropped(deed);
        for (const entry of engine.entries) checkEntry(entry);
        return;
      case "up":
        checkComplete();
        for (const entry of engine.entries) {
          checkEntry(entry);
        }
        await checkNothingIsLeftToDo();
    }
  }

  /** What comes into the state was made by the stack, or adopted because the program says so. */
  function checkTakeOver(entry: Entry): void {
    const place = placeOf(entry);
    const found = cloud.at(place);
    if (entry.pendingReplacement || found?.userPoolId !== place.userPoolId) return;
    if (cloud.isSomebodys(place)) {
      const isNew = !holds(heldBefore, place);
      const mayAdopt = [...program.values()].some((wanted) => wanted.adoptExisting && same(wanted, place));
      if (isNew && !mayAdopt && !cloud.wasChangedInThisRun(place))
        breaches.add(`${place.domain} of somebody else was taken into the state.`);
    }
    cloud.handOver(place);
    told = told.filter((each) => !same(each, place));
  }

  /** No domain in the cloud that the state doesn't know, unless the user was told. */
  function checkOrphans(): void {
    const known = engine.entries.filter(({ pendingReplacement }) => !pendingReplacement).map(placeOf);
    for (const { name: domain, userPoolId } of cloud.live()) {
      const place = { domain, userPoolId };
      if (cloud.isSomebodys(place) || holds(known, place) || holds(told, place) || holds(muddled, place))
        continue;
      breaches.add(`${domain} on ${userPoolId} is in the cloud, and the state doesn't know it.`);
    }
  }

  function checkDropped(deed: Deed): void {
    const found = cloud.at(deed);
    if (!deed.dropped || found?.userPoolId !== deed.userPoolId || cloud.wasChangedInThisRun(deed)) return;
    breaches.add(`The refresh dropped ${deed.domain}, which is there.`);
  }

  function checkComplete(): void {
    for (const resource of program.keys()) {
      if (!engine.entries.some((entry) => entry.resource === resource && !entry.pendingReplacement))
        breaches.add(`After a success ${resource} isn't in the state.`);
    }
    for (const entry of engine.entries) {
      const { status, waitForDeployment } = entry.outputs;
      const isBad = status === "FAILED" || status === "DELETING";
      if ((isBad || (status !== "ACTIVE" && waitForDeployment !== false)) && !isMuddled(placeOf(entry)))
        breaches.add(`After a success ${entry.resource} is ${status}.`);
    }
    for (const { resource, doomed, initErrors } of engine.entries) {
      if (doomed || initErrors.length > 0 || !program.has(resource))
        breaches.add(`After a success there is unfinished work on ${resource}.`);
    }
  }

  /** State equals what Describe says, unless somebody changed it since the last look. */
  function checkEntry(entry: Entry): void {
    const place = placeOf(entry);
    if (entry.pendingReplacement || holds(muddled, place) || cloud.wasChangedInThisRun(place)) return;
    if (cloud.wasDescribedInThisRun(place)) cloud.isKnown(place);
    else if (cloud.isChangedUnheard(place)) return;
    const found = cloud.at(place);
    // A read that lags behind shows it for a while after it is gone.
    if (!found && entry.outputs.status === "DELETING") return;
    if (!found || found.userPoolId !== place.userPoolId) {
      breaches.add(`The state holds ${place.domain} on ${place.userPoolId}, which is not there.`);
      return;
    }
    const { outputs } = entry;
    const isBehind = scenario.readDelay > 0 && outputs.status !== "ACTIVE";
    const isSettled = outputs.waitForDeployment !== false && !isBehind;
    const facts = {
      certificateArn: found.customDomainConfig?.certificateArn,
      securityPolicy: found.customDomainConfig?.securityPolicy,
      managedLoginVersion: found.managedLoginVersion,
      failover: found.failover,
      ...(isSettled && { status: found.status, cloudFrontDistribution: found.cloudFrontDistribution }),
    };
    const state = {
      certificateArn: outputs.customDomainConfig?.certificateArn,
      securityPolicy: outputs.customDomainConfig?.securityPolicy,
      managedLoginVersion: outputs.managedLoginVersion,
      failover: outputs.routing?.failover,
      ...(isSettled && { status: outputs.status, cloudFrontDistribution: outputs.cloudFrontDistribution }),
    };
    for (const name of Object.keys(facts) as (keyof typeof facts)[]) {
      const [inState, inCloud] = [JSON.stringify(state[name]), JSON.stringify(facts[name])];
      // Without a wait the state may not know yet what the program left to the service.
      if (inState === inCloud || (!isSettled && inState === undefined)) continue;
      breaches.add(`The state has ${name} ${inState} of ${place.domain}, and the cloud ${inCloud}.`);
    }
  }

  async function checkNothingIsLeftToDo(): Promise<void> {
    const before = calls;
    for (const { resource, changes } of await engine.preview(program)) {
      const entry = engine.entries.find((each) => each.resource === resource);
      if (changes && entry && entry.outputs.status !== "FAILED" && entry.outputs.status !== "DELETING")
        breaches.add(`After a success the preview still has a change of ${resource}.`);
    }
    if (calls > before) breaches.add("A preview called the service.");
  }

  /** A retried operation converges, unless somebody's domain, or another resource's, is in the way. */
  function checkConvergence(): void {
    for (const { step, resource, domain, error } of lastFailures) {
      const wanted = program.get(resource);
      if (!wanted || !isInTheWay(resource, wanted))
        breaches.add(
          `Nothing is in the way of ${resource}, and its ${step} of ${domain} goes on failing: ${error}`,
        );
    }
  }

  function isInTheWay(resource: ResourceName, wanted: DomainInputs): boolean {
    const own = engine.entries
      .filter((entry) => entry.resource === resource && !entry.doomed && !entry.pendingReplacement)
      .map(placeOf);
    return cloud.live().some(({ name: domain, userPoolId }) => {
      const hasName = keyOf({ domain, userPoolId }) === keyOf(wanted);
      const hasSlot = userPoolId === wanted.userPoolId && kindOfName(domain) === kindOf(wanted);
      return (hasName || hasSlot) && !holds(own, { domain, userPoolId });
    });
  }
}

function placeIn({ name, userPoolId }: Domain): Place {
  return { domain: name, userPoolId };
}

/** What a call names; a Describe names no pool, but comes to the Region of its pool. */
function placeAsked({ request, region }: Call): Place {
  const { Domain: domain, UserPoolId: userPoolId } = request as { Domain: string; UserPoolId?: string };
  return { domain, userPoolId: userPoolId ?? `${region}_` };
}

/** Longer than any step takes by itself. */
const calm = 3 * 60 * 60_000;

/** The program after an edit; what isn't for a domain of the kind that it is now is left out. */
function edited(program: Program, edit: Edit): Program {
  const next = new Map(program);
  const before = program.get(edit.resource);
  if ("remove" in edit) next.delete(edit.resource);
  else if ("declare" in edit) next.set(edit.resource, fitting(edit.declare));
  else if (before) next.set(edit.resource, fitting({ ...before, ...edit.change }));
  return next;
}

function fitting({ customDomainConfig, routing, ...rest }: DomainInputs): DomainInputs {
  if (kindOfName(rest.domain) === "prefix") return rest;
  const config = customDomainConfig ?? { certificateArn: certificate("a") };
  return { ...rest, customDomainConfig: config, ...(routing && { routing }) };
}
