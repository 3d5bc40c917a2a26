import { explain } from "../errors/explanations";
import { ServiceError } from "../errors/service-error";
import type { DomainInputs } from "../inputs";
import { planChange } from "../plan/plan";
import { type UpdateCall, updateRequest } from "../plan/requests";
import { type DomainState, stateRecorded } from "../state";
import { isBusy } from "../status";
import { waiting } from "./diagnostics";
import { insist, reasonToInsist } from "./insist";
import { look, settle, settleStatus, Unsettled } from "./settle";
import { type Step, subjectOf } from "./step";

/**
 * Brings a domain that was just described to what is wanted: waits for a change that is under way, plans against what
 * is really there, makes the plan's calls, and waits until they are in force. To run it again does no harm.
 *
 * @param isSettled whether it is as it was described. What only seems to be as wanted is asked for all the same.
 */
export async function converge(
  live: DomainState,
  wanted: DomainInputs,
  step: Step,
  { isSettled = true } = {},
): Promise<DomainState> {
  const state = isBusy(live.status) ? await settleStatus(live, step) : live;
  const plan = planChange(state, wanted);
  if (plan.kind === "replace") {
    const differences = plan.changes
      .filter(({ change }) => change === "replace")
      .map(({ property, from }) => `${property} is ${JSON.stringify(from)}`)
      .join(" and its ");
    throw new Unsettled(waiting.onlyReplaceable({ domain: step.domain, differences }), state);
  }
  if (plan.calls.length === 0 && isSettled) return stateRecorded(state, wanted);
  const target = { wanted, held: state };
  const requested: DomainState = { ...stateRecorded(state, wanted), status: "UPDATING" };
  await change(updateRequest(state, wanted), requested, step);
  if (!isSettled) throw new Unsettled(waiting.notInForceYet(subjectOf(step)), requested);
  return wanted.waitForDeployment === false ? look(target, requested, step) : settle(target, requested, step);
}

/** Makes the call. Where its answer is lost it may have taken effect, so the next run has to look. */
async function change(request: UpdateCall["request"], requested: DomainState, step: Step): Promise<void> {
  try {
    await insist((within) => step.client.update(request, within), reasonToInsist, step);
  } catch (error) {
    if (!(error instanceof ServiceError && error.mayHaveTakenEffect)) throw error;
    const failure = explain(error, subjectOf(step));
    throw new Unsettled(waiting.maybeUpdated({ failure }), requested, { cause: error });
  }
}
