import { Diagnostic } from "../provider/errors/diagnostic";
import { explain, type Subject } from "../provider/errors/explanations";
import { ServiceError } from "../provider/errors/service-error";
import { commandSettings } from "../provider/errors/settings";

/** Ends as the call does. What goes wrong with it is worded for who runs a command. */
export async function explained<T>(call: Promise<T>, subject: Omit<Subject, "settings">): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new Diagnostic(explain(error, { ...subject, settings: commandSettings }), { cause: error });
  }
}
