import { explain } from "../errors/explanations";
import { ServiceError } from "../errors/service-error";
import type { DomainInputs } from "../inputs";
import { planChange } from "../plan/plan";
import type { UpdateCall } from "../plan/requests";
import { type DomainState, stateRecorded } from "../state";
import { isBusy, isLost } from "../status";
import { insist, refusedForNow } from "./insist";
import { look, settle, settleStatus, Unsettled } from "./settle";
import { type Step, subjectOf } from "./step";

/**
 * Brings a domain that was just described to what is wanted: waits for a change that is under way, plans against what
 * is really there, makes the plan's calls, and waits until they are in force. To run it again does no harm.
 */
export async function converge(live: DomainState, wanted: DomainInputs, step: Step): Promise<DomainState> {
  const state = isBusy(live.status) ? await settleStatus(live, step) : live;
  const plan = planChange(state, wanted);
  switch (plan.kind) {
    case "replace":
      throw new Unsettled(
        `${step.domain} can't be updated: its ${plan.changes
          .filter(({ change }) => change === "replace")
          .map(({ property, from }) => `${property} is ${JSON.stringify(from)}`)
          .join(
            " and its ",
          )} on the service's side.${isLost(state.status) ? " The next pulumi up replaces it." : ""}`,
        state,
      );
    case "none":
      return stateRecorded(state, wanted);
    case "update": {
      if (plan.calls.length === 0) return stateRecorded(state, wanted);
      const target = { wanted, held: state };
      const requested: DomainState = { ...stateRecorded(state, wanted), status: "UPDATING" };
      for (const { request } of plan.calls) await change(request, requested, step);
      return wanted.waitForDeployment === false
        ? look(target, requested, step)
        : settle(target, requested, step);
    }
  }
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
