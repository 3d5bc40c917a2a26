import { Diagnostic } from "../../provider/errors/diagnostic";
import { fates } from "./diagnostics";

/** What becomes of a signal that asks a migration to stop. */
export interface Interruption {
  /** Aborted, with an Error that names the signal, once there is something to put in order before the end. */
  readonly signal: AbortSignal;
  /** From now on there is. */
  begin(): void;
}

/** The first signal ends the process at once while nothing has begun. After that, whatever has to be put back is. */
export function interruption(): Interruption {
  const controller = new AbortController();
  let hasBegun = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!hasBegun) {
        console.error(`error: ${fates.interruptedEarly({ signal })}`);
        process.exit(1);
      }
      if (controller.signal.aborted) console.error("It ends by itself, as soon as the state is in order.");
      else controller.abort(new Diagnostic(fates.interrupted({ signal })));
    });
  }
  return {
    signal: controller.signal,
    begin() {
      hasBegun = true;
    },
  };
}
