import { formatDuration } from "../duration";
import { Diagnostic } from "../errors/diagnostic";
import { explain } from "../errors/explanations";
import { isThrottled, ServiceError } from "../errors/service-error";
import { type Step, subjectOf } from "./step";
import { waitFor } from "./wait";

/** The pause between two tries, once it has been tried for a while: names are released within minutes. */
const steadyPause = 15_000;

/**
 * Makes a call that the service may refuse for the moment, again and again until the step's deadline, as long as
 * `because` gives a reason to. What the service finally said is what is thrown.
 */
export async function insist(
  call: (within: number) => Promise<void>,
  because: (error: ServiceError) => string | undefined,
  step: Step,
): Promise<void> {
  let refusal: ServiceError | undefined;
  let reason = "";
  const done = await waitFor(
    {
      ...step,
      rhythm: { denseFrom: 0, shortestPause: steadyPause },
      async look(within) {
        try {
          await call(within);
          return true;
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error;
          const passing = because(error);
          if (passing === undefined) throw error;
          refusal = error;
          reason = passing;
          return undefined;
        }
      },
      onWaiting: (elapsed) =>
        step.showStatus(`${step.domain}: ${reason}; trying again, ${formatDuration(elapsed)} so far`),
    },
    step.clock,
    step.random,
  );
  if (done === undefined && refusal) {
    const tried = formatDuration(step.deadline - step.startedAt);
    throw new Diagnostic(
      `${explain(refusal, subjectOf(step))} It was tried for ${tried}, the ${step.name} timeout, because ${reason}.`,
      {
        cause: refusal,
      },
    );
  }
}

/** The reasons for which every changing call is tried again. */
export function refusedForNow(error: ServiceError): string | undefined {
  if (isThrottled(error)) return "the service allows no more calls for now";
  return error.exception === "ConcurrentModificationException"
    ? "the service is still busy with another change"
    : undefined;
}
