import { Diagnostic } from "../errors/diagnostic";
import { explain } from "../errors/explanations";
import { ServiceError } from "../errors/service-error";
import { Unsettled } from "../lifecycle/settle";
import { regionOfUserPool } from "../region";

/**
 * The engine shows an error's message as the resource's error. Before that, on stderr, Pulumi's plugin prints
 * `${error}: ${error.stack}` of what check, diff, read and delete throw: kept to a pointer, so that the message is read
 * once.
 */
class ShownByEngine extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.stack = "see the error of the resource";
  }

  override toString(): string {
    return "UserPoolDomain";
  }
}

/**
 * What the engine takes for "the resource is there, and something went wrong": it keeps the resource in the state
 * with these properties, shows the reasons instead of the message, and has the next `pulumi up` update it.
 */
class PartialFailure extends ShownByEngine {
  readonly id: string;
  readonly properties: Record<string, unknown>;
  readonly reasons: string[];

  constructor(unsettled: Unsettled, providerReference: string | undefined) {
    super(unsettled.message, unsettled);
    this.id = unsettled.state.domain;
    this.properties = { ...unsettled.state, __provider: providerReference };
    this.reasons = [unsettled.message];
  }
}

/** Runs a step, and words whatever goes wrong for a person. */
export async function reportFailure<T>(
  subject: { domain?: string; userPoolId?: string; region?: string },
  providerReference: string | undefined,
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Unsettled) throw new PartialFailure(error, providerReference);
    if (error instanceof ServiceError) {
      const { domain = "", userPoolId } = subject;
      const region = subject.region ?? regionOfUserPool(userPoolId ?? "") ?? "the stack's Region";
      const text = explain(error, { domain, region, ...(userPoolId && { userPoolId }) });
      throw new ShownByEngine(text, error);
    }
    if (error instanceof Diagnostic) throw new ShownByEngine(error.message, error);
    throw error;
  }
}
