import { formatDuration } from "../duration";
import { Diagnostic } from "../errors/diagnostic";
import { explain } from "../errors/explanations";
import { ServiceError, saysDomainIsGone } from "../errors/service-error";
import { deleteRequest } from "../plan/requests";
import type { DomainState } from "../state";
import { usualDurations } from "../usual-durations";
import { glance } from "./glance";
import { insist, refusedForNow } from "./insist";
import { foreignOwner } from "./owner";
import { beginStep, type Surroundings, subjectOf } from "./step";
import { waitFor } from "./wait";

/**
 * Deletes a domain and waits until it is gone: 1 Delete, then Describe until nothing is described, or a domain of
 * somebody else. A domain that is gone already is deleted. The request names the pool, so that the service refuses to
 * delete a domain that has moved to another one.
 */
export async function deleteDomain(held: DomainState, surroundings: Surroundings): Promise<void> {
  const step = beginStep("delete", held, surroundings);
  await insist(remove, refusedForNow, step);

  let status: string | undefined = "DELETING";
  let unanswered: ServiceError | undefined;
  const gone = await waitFor(
    {
      ...step,
      usual: usualDurations[step.kind],
      async look(within) {
        const seen = await glance(step, within);
        unanswered = seen.unanswered;
        if (seen.unanswered) return undefined;
        status = seen.description?.Status;
        return !seen.description || foreignOwner(seen.description, held) ? true : undefined;
      },
      onWaiting: (elapsed) => {
        const seen = unanswered ? `no answer (${unanswered.exception})` : status;
        step.showStatus(`${step.domain}: ${seen} for ${formatDuration(elapsed)}, until it is gone`);
      },
    },
    step.clock,
    step.random,
  );
  if (gone) return;
  const waited = formatDuration(step.deadline - step.startedAt);
  throw new Diagnostic(
    `The delete of ${step.domain} was taken, but it is not gone after ${waited}, the delete timeout: ${unanswered ? explain(unanswered, subjectOf(step)) : `its status is ${status}.`} Run pulumi up again to go on, or raise timeouts.delete.`,
  );

  async function remove(within: number): Promise<void> {
    try {
      await step.client.delete(deleteRequest(held), within);
    } catch (error) {
      // Said too of a domain that an attempt of ours without an answer is deleting: the look that follows tells.
      if (!(error instanceof ServiceError && saysDomainIsGone(error))) throw error;
    }
  }
}
