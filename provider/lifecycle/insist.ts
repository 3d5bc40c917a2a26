import { formatDuration } from "../duration";
import type { Wording } from "../errors/diagnosis";
import { Diagnostic } from "../errors/diagnostic";
import { explain } from "../errors/explanations";
import { isThrottled, ServiceError } from "../errors/service-error";
import { insisting, refusedForNow } from "./diagnostics";
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
  because: (error: ServiceError) => Wording | undefined,
  step: Step,
): Promise<void> {
  let refused: { error: ServiceError; reason: Wording } | undefined;
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
          const reason = because(error);
          if (reason === undefined) throw error;
          refused = { error, reason };
          return undefined;
        }
      },
      onWaiting: (elapsed) =>
        step.showStatus(
          `${step.domain}: ${refused?.reason}; trying again, ${formatDuration(elapsed)} so far`,
        ),
    },
    step.clock,
    step.random,
  );
  if (done === undefined && refused) {
    const { error, reason } = refused;
    const waited = formatDuration(step.deadline - step.startedAt);
    const failure = explain(error, subjectOf(step));
    throw new Diagnostic(insisting.triedToTheEnd({ failure, step: step.name, waited, reason }), {
      cause: error,
    });
  }
}

/** The reasons for which every changing call is tried again. */
export function reasonToInsist(error: ServiceError): Wording | undefined {
  if (isThrottled(error)) return refusedForNow.throttled();
  return error.exception === "ConcurrentModificationException" ? refusedForNow.busy() : undefined;
}
