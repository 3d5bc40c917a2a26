import { Diagnostic } from "../errors/diagnostic";
import type { DomainInputs } from "../inputs";
import { planChange } from "../plan/plan";
import type { Call } from "../plan/requests";
import { type DomainState, stateRecorded } from "../state";
import { isBusy } from "../status";
import { insist, refusedForNow } from "./insist";
import { look, settle, settleStatus } from "./settle";
import type { Step } from "./step";

/**
 * Brings a domain that was just described to what is wanted: waits for a change that is under way, plans against what
 * is really there, makes the plan's calls, and waits until they are in force. To run it again does no harm.
 */
export async function converge(live: DomainState, wanted: DomainInputs, step: Step): Promise<DomainState> {
  const state = isBusy(live.status) ? await settleStatus({ wanted, held: live }, live, step) : live;
  const plan = planChange(state, wanted);
  switch (plan.kind) {
    case "replace":
      throw new Diagnostic(
        `${step.domain} can't be updated: ${plan.changes.map(({ property, from }) => `its ${property} is ${JSON.stringify(from)}`).join(", ")} on the service's side. Run pulumi refresh, then pulumi up, which replaces it.`,
      );
    case "none":
      return stateRecorded(state, wanted);
    case "update": {
      if (plan.calls.length === 0) return stateRecorded(state, wanted);
      for (const call of plan.calls) await make(call, step);
      const target = { wanted, held: state };
      return wanted.waitForDeployment === false ? look(target, state, step) : settle(target, state, step);
    }
  }
}

async function make(call: Call, step: Step): Promise<void> {
  await insist((within) => send(call, step, within), refusedForNow, step);
}

function send(call: Call, { client }: Step, within: number): Promise<void> {
  switch (call.operation) {
    case "CreateUserPoolDomain":
      return client.create(call.request, within);
    case "UpdateUserPoolDomain":
      return client.update(call.request, within);
    case "DeleteUserPoolDomain":
      return client.delete(call.request, within);
  }
}
