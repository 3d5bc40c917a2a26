import { formatDuration } from "../duration";
import { Diagnostic } from "../errors/diagnostic";
import { explain, referenceOf } from "../errors/explanations";
import { ServiceError, saysDomainIsGone } from "../errors/service-error";
import { deleteRequest } from "../plan/requests";
import type { DomainState } from "../state";
import { isBusy } from "../status";
import { stepDurations } from "../usual-durations";
import { waiting } from "./diagnostics";
import { glance } from "./glance";
import { insist, reasonToInsist } from "./insist";
import { foreignOwner } from "./owner";
import { settlingTime } from "./settle";
import { beginStep, type Step, type Surroundings, subjectOf } from "./step";
import { rhythmFor, waitFor } from "./wait";

/**
 * Deletes a domain and waits until it is gone: 1 Delete, then Describe until nothing is described, or a domain of
 * somebody else. A domain that is gone already is deleted. The request names the pool, so that the service refuses to
 * delete a domain that has moved to another one.
 */
export async function deleteDomain(held: DomainState, surroundings: Surroundings): Promise<void> {
  const step = beginStep("delete", held, surroundings);
  /** What the service said last when it knows of no such domain. */
  let refusal: ServiceError | undefined;
  await insist(remove, reasonToInsist, step);
  const removedAt = step.clock.now();

  let status: string | undefined = "DELETING";
  let unanswered: ServiceError | undefined;
  // Of a domain that an earlier run didn't wait for, a read that lags behind may not know yet.
  let isVisible = !isBusy(held.status);
  const end = await waitFor<"gone" | "refused">(
    {
      ...step,
      rhythm: rhythmFor(stepDurations[step.kind].delete),
      async look(within) {
        const seen = await glance(step, within);
        unanswered = seen.unanswered;
        if (seen.unanswered) return undefined;
        const isSettled = step.clock.now() - removedAt >= settlingTime;
        if (!seen.description || foreignOwner(seen.description, held))
          return isVisible || refusal || isSettled ? "gone" : undefined;
        isVisible = true;
        status = seen.description.Status;
        return isSettled && refusal && status !== "DELETING" ? "refused" : undefined;
      },
      onWaiting: (elapsed) => {
        const seen = unanswered ? `no answer (${unanswered.exception})` : status;
        step.showStatus(`${step.domain}: ${seen} for ${formatDuration(elapsed)}, until it is gone`);
      },
    },
    step.clock,
    step.random,
  );
  if (end === "gone") return;
  if (refusal && !unanswered && status !== "DELETING") throw refusedAndThere(refusal, status, step);
  const waited = formatDuration(step.deadline - step.startedAt);
  const seen = unanswered ? explain(unanswered, subjectOf(step)) : `its status is ${status}.`;
  throw new Diagnostic(waiting.notDeleted({ domain: step.domain, waited, seen }));

  async function remove(within: number): Promise<void> {
    try {
      await step.client.delete(deleteRequest(held), within);
      refusal = undefined;
    } catch (error) {
      // Said too of a domain that an attempt of ours without an answer is deleting: the look that follows tells.
      if (!(error instanceof ServiceError && saysDomainIsGone(error))) throw error;
      refusal = error;
    }
  }
}

/** Reads may lag behind for a while; after that the service contradicts itself. */
function refusedAndThere(refusal: ServiceError, status: string | undefined, step: Step): Diagnostic {
  const said = { refusal: refusal.message, reference: referenceOf(refusal) };
  const text = waiting.deleteContradicted({ ...subjectOf(step), ...said, status: status ?? "unknown" });
  return new Diagnostic(text, { cause: refusal });
}
