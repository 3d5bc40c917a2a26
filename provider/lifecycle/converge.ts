import { explain } from "../errors/explanations";
import { ServiceError } from "../errors/service-error";
import type { DomainInputs } from "../inputs";
import { planChange } from "../plan/plan";
import { type UpdateCall, updateRequest } from "../plan/requests";
import { type DomainState, stateRecorded } from "../state";
import { isBusy, isLost } from "../status";
import { insist, refusedForNow } from "./insist";
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
    throw new Unsettled(
      `${step.domain} can't be updated: its ${plan.changes
        .filter(({ change }) => change === "replace")
        .map(({ property, from }) => `${property} is ${JSON.stringify(from)}`)
        .join(
          " and its ",
        )} on the service's side.${isLost(state.status) ? " The next pulumi up replaces it, with sign-in down meanwhile, unless it is put right by hand before, and pulumi refresh finds it so." : ""}`,
      state,
    );
  }
  if (plan.calls.length === 0 && isSettled) return stateRecorded(state, wanted);
  const target = { wanted, held: state };
  const requested: DomainState = { ...stateRecorded(state, wanted), status: "UPDATING" };
  await change(updateRequest(state, wanted), requested, step);
  if (!isSettled) throw new Unsettled(cantBeToldYet(step), requested);
  return wanted.waitForDeployment === false ? look(target, requested, step) : settle(target, requested, step);
}

function cantBeToldYet(step: Step): string {
  const { domain, userPoolId, region } = subjectOf(step);
  return `${domain} was updated on user pool ${userPoolId} in ${region}, but whether that is in force can't be told yet: reads may still show what was there before a change of an earlier run, and timeouts.update leaves no time for that. Run pulumi up again in a minute.`;
}

/** Makes the call. Where its answer is lost it may have taken effect, so the next run has to look. */
async function change(request: UpdateCall["request"], requested: DomainState, step: Step): Promise<void> {
  try {
    await insist((within) => step.client.update(request, within), refusedForNow, step);
  } catch (error) {
    if (!(error instanceof ServiceError && error.mayHaveTakenEffect)) throw error;
    const text = `${explain(error, subjectOf(step))} The change may have been made all the same: run pulumi up again to see.`;
    throw new Unsettled(text, requested, { cause: error });
  }
}
