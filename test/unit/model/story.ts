import { fractionLooking } from "../../../emulator/cloud/identifiers";
import type { Domain } from "../../../emulator/index";
import { domainProvider } from "../../../provider/engine/domain-provider";
import { createWorld } from "./cloud";
import { edited } from "./edits";
import { createEngine, type Deed, type Entry, type Program, type Provider } from "./engine";
import { type Facts, isMuddled, isThere, placeIn, wasLookedAt } from "./facts";
import { keyOf, type Place, placeAsked, placeOf, same, sharedAmong } from "./places";
import { type Rule, rules } from "./rules";
import { hasToSucceed } from "./rules/of-passing-trouble";
import type { Command, Scenario } from "./scenario";
import { createTime } from "./time";
import { badEndsMet, onlyPassing, troublesOf } from "./trouble";
import { wordedCall, wordedEntry, wordedProgram } from "./wording";

/** What came of a scenario: the rules that were broken, and everything that happened. */
export interface Ending {
  breaches: readonly string[];
  transcript: readonly string[];
  calls: number;
  /** What befell calls and steps. */
  troubles: readonly string[];
}

/** Plays a scenario through the provider and the emulator, then lets calm return and sees that all comes right. */
export async function play(scenario: Scenario): Promise<Ending> {
  const breaches = new Set<string>();
  const transcript: string[] = [];
  const troubles: string[] = [];
  let calls = 0;
  /** Every domain as it was after the latest call. */
  let lastSeen: Domain[] = [];
  let drawn = 0;
  let provider: Provider;

  const time = createTime();
  const start = time.clock.now();
  const cloud = await createWorld(scenario, time, {
    onCall(call, tookEffect) {
      calls += 1;
      troubles.push(...troublesOf(call));
      tell(`    ${wordedCall(call)}`);
      const before = lastSeen.find((each) => keyOf(placeIn(each)) === keyOf(placeAsked(call)));
      hold(rules.afterCall, { call, tookEffect, before });
      lastSeen = cloud.live();
    },
    onOutside: (line) => tell(`    somebody: ${line}`),
  });
  const engine = createEngine({
    provider: () => provider,
    now: time.clock.now,
    together: (tasks) => time.together(tasks),
    onState(entries) {
      facts.entries = entries;
      facts.heldInThisRun.push(...entries.map(placeOf));
      facts.muddled.push(...sharedAmong(entries));
    },
    onStep: (taken) => hold(rules.afterStep, taken),
  });
  const facts = {
    scenario,
    cloud,
    program: new Map() as Program,
    entries: engine.entries,
    settledBefore: true as boolean,
    heldBefore: [] as Place[],
    heldInThisRun: [] as Place[],
    told: [] as Place[],
    muddled: [] as Place[],
  } satisfies Facts;

  try {
    for (const [index, command] of scenario.commands.entries()) {
      await run(command, `${index + 1}`);
      if (breaches.size > 0) break;
    }
    if (breaches.size === 0) await calmDown();
  } catch (error) {
    breaches.add(`${error instanceof Error ? error.stack : error}`);
  } finally {
    await cloud.emulator.close();
  }
  return { breaches: [...breaches], transcript, calls, troubles };

  function hold<Moment>(upheld: readonly Rule<Moment>[], moment: Moment): void {
    for (const [sentence, breachesOf] of upheld) {
      for (const breach of breachesOf(moment, facts)) {
        breaches.add(`${sentence} Broken: ${breach}`);
        tell(`    BROKEN: ${sentence} ${breach}`);
      }
    }
  }

  function tell(line: string): void {
    const seconds = Math.round((time.clock.now() - start) / 1000);
    transcript.push(`${String(seconds).padStart(6)} s ${line}`);
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

  async function run({ run, edits, faults, outside, pause }: Command, number: string): Promise<void> {
    for (const edit of edits) facts.program = edited(facts.program, edit);
    time.emulators.advance(pause);
    tell(`${number}. pulumi ${run}${isUp(run) ? ` of ${wordedProgram(facts.program)}` : ""}`);
    for (const fault of faults) cloud.emulator.inject(fault);
    await beginRun();
    cloud.schedule(outside);
    const deeds = await runEngine(run);
    cloud.unschedule();
    troubles.push(...badEndsMet(faults, cloud.emulator.waitingFaults()));
    cloud.emulator.clearFaults();
    await endRun({ run, faults, outside }, deeds);
  }

  async function beginRun(): Promise<void> {
    lastSeen = cloud.live();
    provider = await newProvider();
    facts.settledBefore = engine.entries.every(isSettled) && !cloud.isAnythingChangedUnheard();
    facts.heldBefore = engine.entries.map(placeOf);
    facts.heldInThisRun = [...facts.heldBefore];
    cloud.beginRun();
  }

  async function runEngine(what: Command["run"]): Promise<Deed[]> {
    switch (what) {
      case "up":
        return engine.up(facts.program);
      case "up --refresh": {
        const read = await engine.refresh();
        return failuresAmong(read).length > 0 ? read : [...read, ...(await engine.up(facts.program))];
      }
      default:
        return engine[what]();
    }
  }

  async function endRun(
    { run: what, ...around }: Pick<Command, "run" | "faults" | "outside">,
    deeds: readonly Deed[],
  ): Promise<void> {
    const failures = failuresAmong(deeds);
    const succeeded = failures.length === 0;
    for (const { step, resource, domain, error, partial } of failures) {
      tell(`    ${resource}: the ${step} of ${domain} failed${partial ? ", in part" : ""}: ${error}`);
    }
    for (const entry of engine.entries) tell(`    state: ${wordedEntry(entry)}`);
    facts.told.push(...failures.filter(({ error = "" }) => error.includes("adoptExisting")));

    const ended = { run: what, ...around, deeds, succeeded };
    hold(rules.afterRun, ended);
    if (around.faults.length > 0 && hasToSucceed(ended, facts)) troubles.push(onlyPassing);
    if (isUp(what) && succeeded) await preview();

    noteWhatIsTheStacks();
    noteWhatIsKnown(deeds);
    // The engine lets a delete change the state only when it succeeds: until a refresh the state may be wrong.
    for (const deed of failures) if (deed.step === "delete") cloud.isUnknown(deed);
  }

  async function preview(): Promise<void> {
    const before = calls;
    const changes = (await engine.preview(facts.program)).filter(({ changes }) => changes);
    const resources = changes.map(({ resource }) => resource);
    hold(rules.afterPreview, { changes: resources, calls: calls - before });
  }

  function isSettled({ outputs, initErrors, doomed, pendingReplacement }: Entry): boolean {
    const isThere = cloud.at(outputs)?.userPoolId === outputs.userPoolId;
    return (
      outputs.status === "ACTIVE" && isThere && initErrors.length === 0 && !doomed && !pendingReplacement
    );
  }

  function noteWhatIsTheStacks(): void {
    for (const entry of engine.entries) {
      const place = placeOf(entry);
      if (entry.pendingReplacement || !isThere(facts, place)) continue;
      cloud.handOver(place);
      facts.told = facts.told.filter((each) => !same(each, place));
    }
  }

  function noteWhatIsKnown(deeds: readonly Deed[]): void {
    for (const entry of engine.entries) {
      const place = placeOf(entry);
      const isComparable = !entry.pendingReplacement && !isMuddled(facts, place);
      if (isComparable && wasLookedAt(facts, entry, deeds)) cloud.isKnown(place);
    }
  }

  /** Nothing goes wrong any more and nobody interferes: the same program comes up, and is taken down. */
  async function calmDown(): Promise<void> {
    tell("Calm returns.");
    const refresh = await runInCalm("refresh");
    let failures = await failuresOfUp();
    for (let more = 4; more > 0 && failures.length > 0; more -= 1) failures = await failuresOfUp();
    hold(rules.inCalm, { refresh, failures });
    for (let attempt = 0; attempt < 4 && engine.entries.length > 0; attempt += 1) await runInCalm("destroy");
    hold(rules.atTheEnd, { left: engine.entries });
  }

  async function failuresOfUp(): Promise<Deed[]> {
    return failuresAmong(await runInCalm("up"));
  }

  async function runInCalm(what: Command["run"]): Promise<Deed[]> {
    time.emulators.advance(calm);
    cloud.unstick();
    tell(`pulumi ${what}`);
    await beginRun();
    const deeds = await runEngine(what);
    await endRun({ run: what, faults: [], outside: [] }, deeds);
    return deeds;
  }
}

/** Longer than any step takes by itself. */
const calm = 3 * 60 * 60_000;

function isUp(run: Command["run"]): boolean {
  return run === "up" || run === "up --refresh";
}

function failuresAmong(deeds: readonly Deed[]): Deed[] {
  return deeds.filter(({ error }) => error !== undefined);
}
