import { Diagnostic } from "../errors/diagnostic";
import type { DomainInputs } from "../inputs";
import { planChange } from "../plan/plan";
import { type DomainState, stateFrom, stateRecorded } from "../state";
import { converge } from "./converge";
import { insist, refusedForNow } from "./insist";
import { foreignOwner } from "./owner";
import { lookSettled, type SettledLook } from "./settled-look";
import { beginStep, type Step, type Surroundings, timeLeft } from "./step";

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
  const { live, isSettled } = await describeOwn(held, step);
  return converge(live, wanted, step, { isSettled });
}

async function describeOwn(
  held: DomainState,
  step: Step,
): Promise<{ live: DomainState; isSettled: boolean }> {
  let look: SettledLook | undefined;
  // The other half of the time is for the change.
  const deadline = step.clock.now() + timeLeft(step) / 2;
  await insist(
    async (within) => {
      look = await lookSettled(held, { ...step, deadline }, within);
    },
    refusedForNow,
    step,
  );
  const { description, isSettled } = look ?? { description: undefined, isSettled: false };
  const owner = description && foreignOwner(description, held);
  if (!isSettled && (!description || owner)) {
    throw new Diagnostic(
      `${step.domain} on user pool ${held.userPoolId} in ${step.client.region} was changed by an earlier run, and can't be seen yet: reads lag behind, and timeouts.update leaves no time for that. Run pulumi up again in a minute. (DescribeUserPoolDomain)`,
    );
  }
  if (!description) {
    throw new Diagnostic(
      `${step.domain} is gone from user pool ${held.userPoolId} in ${step.client.region}: it was deleted outside of Pulumi, so there is nothing to update. Run pulumi refresh, and the next pulumi up creates it again. (DescribeUserPoolDomain: empty DomainDescription)`,
    );
  }
  if (owner) {
    throw new Diagnostic(
      `${step.domain} is on ${owner} now, no longer on user pool ${held.userPoolId} of this stack: it is left untouched. Run pulumi refresh to drop it from the state; then choose another name, or delete it over there and run pulumi up.`,
    );
  }
  return { live: stateFrom(description, held, step.client.region), isSettled };
}
