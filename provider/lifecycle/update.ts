import { formatDuration } from "../duration";
import { Diagnostic } from "../errors/diagnostic";
import type { DomainInputs } from "../inputs";
import { planChange } from "../plan/plan";
import { type DomainState, stateFrom, stateRecorded } from "../state";
import { converge } from "./converge";
import { insist, refusedForNow } from "./insist";
import { foreignOwner } from "./owner";
import { lookSettled, type SettledLook } from "./settled-look";
import { beginStep, type Step, type Surroundings } from "./step";

/**
 * Brings an existing domain to what is wanted: 1 Describe, 1 Update, then Describe until done; nothing is called when
 * only the state has to change. Also run when an earlier create or update did not come to its end: then it goes on.
 */
export async function updateDomain(
  held: DomainState,
  wanted: DomainInputs,
  surroundings: Surroundings,
): Promise<DomainState> {
  const plan = planChange(held, wanted);
  const onlyRecorded = plan.kind === "update" && plan.calls.length === 0 && held.status === "ACTIVE";
  if (onlyRecorded) return stateRecorded(held, wanted);
  const step = beginStep("update", wanted, surroundings);
  return converge(await describeOwn(held, step), wanted, step);
}

async function describeOwn(held: DomainState, step: Step): Promise<DomainState> {
  let look: SettledLook | undefined;
  await insist(
    async (within) => {
      look = await lookSettled(held, step, within);
    },
    refusedForNow,
    step,
  );
  if (!look?.isSettled) {
    throw new Diagnostic(
      `${step.domain} on user pool ${held.userPoolId} in ${step.client.region} was changed by an earlier run, and that doesn't show yet after ${formatDuration(step.deadline - step.startedAt)}, the update timeout: what to change can't be told. Run pulumi up again in a minute, or raise timeouts.update. (DescribeUserPoolDomain)`,
    );
  }
  const { description } = look;
  if (!description) {
    throw new Diagnostic(
      `${step.domain} is gone from user pool ${held.userPoolId} in ${step.client.region}: it was deleted outside of Pulumi, so there is nothing to update. Run pulumi refresh, and the next pulumi up creates it again. (DescribeUserPoolDomain: empty DomainDescription)`,
    );
  }
  const owner = foreignOwner(description, held);
  if (owner) {
    throw new Diagnostic(
      `${step.domain} is on ${owner} now, no longer on user pool ${held.userPoolId} of this stack: it is left untouched. Run pulumi refresh to drop it from the state; then choose another name, or delete it over there and run pulumi up.`,
    );
  }
  return stateFrom(description, held, step.client.region);
}
