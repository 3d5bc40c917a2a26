import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import { formatDuration } from "../duration";
import type { Wording } from "../errors/diagnosis";
import { Diagnostic } from "../errors/diagnostic";
import { explain } from "../errors/explanations";
import { ServiceError } from "../errors/service-error";
import type { DomainInputs } from "../inputs";
import { changesBetween } from "../plan/change";
import { type DomainState, stateFrom, stateRecorded } from "../state";
import { isBusy } from "../status";
import { stepDurations, usualDurations } from "../usual-durations";
import { type Late, type Taken, waiting } from "./diagnostics";
import { glance } from "./glance";
import { foreignOwner } from "./owner";
import { type Step, subjectOf, timeLeft } from "./step";
import { rhythmFor, waitFor } from "./wait";

/** The service took the request, and then it did not come to a good end. Carries the state as it was seen last. */
export class Unsettled extends Diagnostic {
  readonly state: DomainState;

  constructor(message: Wording, state: DomainState, options?: ErrorOptions) {
    super(message, options);
    this.state = state;
  }
}

/** Reads may lag behind writes: for this long the service may contradict what it was just told. */
export const settlingTime = 60_000;

/** What the program asks for, and what was held before, from which values that nobody reports are taken. */
export interface Target {
  wanted: DomainInputs;
  held: DomainInputs;
}

/**
 * Waits until the domain is ACTIVE and nothing that the service reports contradicts what was asked. Ends with an
 * `Unsettled` when the status is FAILED, when the domain is gone, another pool's, or contradicts for longer than the
 * settling time, and when the timeout is over.
 */
export function settle(target: Target, seen: DomainState, step: Step): Promise<DomainState> {
  return waitUntilActive(target, seen, step, takenBy(step), (state) => contradiction(state, target.wanted));
}

/** Waits until a change that is under way, an earlier one or somebody else's, has come to its end. */
export function settleStatus(seen: DomainState, step: Step): Promise<DomainState> {
  const asSeen = { wanted: seen, held: seen };
  const done = "found busy with an earlier change";
  return waitUntilActive(asSeen, seen, step, { ...subjectOf(step), done }, () => undefined);
}

/** Looks once, for a program that doesn't want to wait. What can't be seen is as it was requested. */
export async function look(
  { wanted, held }: Target,
  requested: DomainState,
  step: Step,
): Promise<DomainState> {
  const description = await step.client.describe(step.domain, timeLeft(step)).catch(() => undefined);
  // A read that lags behind shows what was there before, be it another pool's.
  if (!description || foreignOwner(description, requested)) return requested;
  const state = stateFrom(description, wanted, step.client.region, held);
  if (state.status === "FAILED") throw new Unsettled(gaveUp(step, takenBy(step)), state);
  return contradiction(state, wanted) ? requested : state;
}

function takenBy(step: Step): Taken {
  return { ...subjectOf(step), done: step.name === "create" ? "created" : "updated" };
}

function gaveUp({ name }: Step, taken: Taken): Wording {
  return name === "create" ? waiting.createFailed(taken) : waiting.updateFailed(taken);
}

/** What the service contradicts, as it is told at once, or at the end of the time. */
type Oddity = (end: { late?: Late }) => Wording;

async function waitUntilActive(
  { wanted, held }: Target,
  seen: DomainState,
  step: Step,
  taken: Taken,
  contradictionIn: (state: DomainState) => string | undefined,
): Promise<DomainState> {
  let last = seen;
  let oddity: Oddity | undefined;
  let oddSince: number | undefined;
  let unanswered: ServiceError | undefined;

  const settled = await waitFor(
    {
      ...step,
      rhythm: rhythmFor(stepDurations[step.kind][step.name]),
      look: lookOnce,
      onWaiting: (elapsed) => step.showStatus(statusLine(elapsed)),
    },
    step.clock,
    step.random,
  );
  if (settled) return settled;
  const late = { step: step.name, waited: timeout() };
  if (unanswered) {
    const failure = explain(unanswered, subjectOf(step));
    throw unsettled(waiting.unseenAtTheEnd({ ...taken, late, failure }));
  }
  throw unsettled(oddity ? oddity({ late }) : waiting.notActive({ ...taken, status: last.status, late }));

  async function lookOnce(within: number): Promise<DomainState | undefined> {
    const seen = await glance(step, within).catch((error: unknown) => {
      if (!(error instanceof ServiceError)) throw error;
      const failure = explain(error, subjectOf(step));
      throw unsettled(waiting.unreadable({ ...taken, failure }), { cause: error });
    });
    unanswered = seen.unanswered;
    if (seen.unanswered) return undefined;
    const { description } = seen;
    oddity = description ? oddityOf(description) : (end) => waiting.vanished({ ...taken, ...end });
    oddSince = oddity === undefined ? undefined : (oddSince ?? step.clock.now());
    if (oddity && oddSince !== undefined && step.clock.now() - oddSince >= settlingTime)
      throw unsettled(oddity({}), { state: last });
    return !oddity && last.status === "ACTIVE" ? last : undefined;
  }

  /** Notes what was seen, and says what is wrong with it. */
  function oddityOf(description: DomainDescriptionType): Oddity | undefined {
    const owner = foreignOwner(description, last);
    if (owner) return (end) => waiting.takenByAnother({ ...taken, ...end, owner });
    last = stateFrom(description, wanted, step.client.region, held);
    if (last.status === "FAILED") throw unsettled(gaveUp(step, taken));
    const differences = last.status === "ACTIVE" ? contradictionIn(last) : undefined;
    return differences === undefined
      ? undefined
      : (end) => waiting.contradicted({ ...taken, ...end, differences });
  }

  function unsettled(
    text: Wording,
    { state = asAskedFor(), cause }: { state?: DomainState; cause?: unknown } = {},
  ): Unsettled {
    return new Unsettled(text, state, { cause });
  }

  /** While the change is under way, or doesn't show yet: by that the next run tells a read that lags behind. */
  function asAskedFor(): DomainState {
    if (isBusy(last.status)) return stateRecorded(last, wanted);
    const doesNotShow = last.status === "ACTIVE" && oddity !== undefined;
    return doesNotShow ? { ...stateRecorded(last, wanted), status: "UPDATING" } : last;
  }

  function statusLine(elapsed: number): string {
    const state = unanswered ? `no answer (${unanswered.exception})` : last.status;
    return `${step.domain}: ${state}, ${formatDuration(elapsed)} so far; a ${step.kind} domain usually takes ${usualDurations[step.kind].words} (timeout ${timeout()})`;
  }

  function timeout(): string {
    return formatDuration(step.deadline - step.startedAt);
  }
}

/** What the service reports other than it was asked for, in words. */
export function contradiction(state: DomainState, wanted: DomainInputs): string | undefined {
  const different = changesBetween({ ...state }, { ...wanted }).filter(({ change }) => change === "update");
  if (different.length === 0) return undefined;
  const words = different.map(
    ({ property, from, to }) => `${property} is ${shown(from)} where ${shown(to)} was asked for`,
  );
  return words.join("; ");
}

function shown(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value);
}
