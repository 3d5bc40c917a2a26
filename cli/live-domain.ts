import type { DomainClient } from "../provider/domain-client";
import type { DomainInputs } from "../provider/inputs";
import { inputsWithin } from "../provider/plan/overlay";
import { regionOfUserPool } from "../provider/region";
import { type DomainState, stateFrom } from "../provider/state";
import { explained } from "./explained";

/** A domain as the service has it now, for a program that takes it in. */
export interface LiveDomain {
  /** What a program gives, to have it as it is. */
  readonly inputs: DomainInputs;
  /** What Pulumi's state holds of it then. */
  readonly state: DomainState;
}

/** How long one look may take, the SDK's retries included. */
export const lookWithin = 60_000;

/**
 * Looks at a domain: 1 Describe. Undefined where there is none of that name. Of everything that the service reports,
 * `given` tells what the program is to give; the rest is shown in its outputs, and left to the service.
 */
export async function readLiveDomain(
  domain: string,
  client: DomainClient,
  given: (reported: DomainInputs) => DomainInputs = (reported) => reported,
): Promise<LiveDomain | undefined> {
  const { region: asked } = client;
  const description = await explained(client.describe(domain, lookWithin), { domain, region: asked });
  if (!description) return undefined;
  const userPoolId = description.UserPoolId ?? "";
  const reported = inputsWithin(stateFrom(description, { domain, userPoolId }, client.region), []);
  const { region, ...inputs } = given(reported);
  const needsRegion = region !== undefined && region !== regionOfUserPool(userPoolId);
  const wanted = { ...inputs, ...(needsRegion && { region }) };
  return { inputs: wanted, state: stateFrom(description, wanted, client.region) };
}
