import type { DomainInputs } from "../inputs";
import { planChange } from "../plan/plan";
import { type DomainState, stateRecorded } from "../state";
import { isBusy, isLost } from "../status";
import { insist, refusedForNow } from "./insist";
import { look, settle, settleStatus, Unsettled } from "./settle";
import type { Step } from "./step";

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
      for (const { request } of plan.calls) {
        await insist((within) => step.client.update(request, within), refusedForNow, step);
      }
      const target = { wanted, held: state };
      const requested: DomainState = { ...stateRecorded(state, wanted), status: "UPDATING" };
      return wanted.waitForDeployment === false
        ? look(target, requested, step)
        : settle(target, requested, step);
    }
  }
}
