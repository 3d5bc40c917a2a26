import { Diagnostic } from "../errors/diagnostic";
import type { DomainInputs } from "../inputs";
import { planChange } from "../plan/plan";
import { type DomainState, stateFrom, stateRecorded } from "../state";
import { converge } from "./converge";
import { missing } from "./diagnostics";
import { insist, reasonToInsist } from "./insist";
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
    reasonToInsist,
    step,
  );
  const { description, isSettled } = look ?? { description: undefined, isSettled: false };
  const owner = description && foreignOwner(description, held);
  const { domain, client } = step;
  const place = { domain, userPoolId: held.userPoolId, region: client.region };
  if (!isSettled && (!description || owner)) throw new Diagnostic(missing.unseen(place));
  if (!description) throw new Diagnostic(missing.gone(place));
  if (owner) throw new Diagnostic(missing.foreign({ ...place, owner }));
  return { live: stateFrom(description, held, step.client.region), isSettled };
}
