import { Diagnostic } from "../errors/diagnostic";
import type { DomainInputs } from "../inputs";
import { changesBetween } from "../plan/change";
import { inputsWithin } from "../plan/overlay";
import { type DomainState, stateFrom } from "../state";
import { missing } from "./diagnostics";
import { foreignOwner } from "./owner";
import { lookSettled } from "./settled-look";
import type { Surroundings } from "./step";

/** What a refresh found. */
export type Found =
  | { outcome: "gone" }
  /** The name is somebody else's now: the stack's domain is gone, and this one is none of its business. */
  | { outcome: "foreign"; owner: string }
  /** `inputs` are there when the service holds other values than the program last gave. */
  | { outcome: "there"; state: DomainState; inputs?: DomainInputs };

/** How long a read may take, the SDK's retries included. */
const readWithin = 5 * 60_000;

/**
 * Reads a domain: 1 Describe. `held` is what the state knows of it; for `UserPoolDomain.get` and for an import that is
 * nothing, and then the domain has to be there.
 */
export async function readDomain(
  domain: string,
  held: Partial<DomainState>,
  surroundings: Surroundings,
): Promise<Found> {
  const { client } = surroundings;
  const { description } = await lookSettled({ ...held, domain }, surroundings, readWithin);
  if (!description && held.status === undefined) {
    throw new Diagnostic(missing.unknown({ domain, region: client.region }));
  }
  if (!description) return { outcome: "gone" };
  const userPoolId = held.userPoolId ?? description.UserPoolId;
  if (userPoolId === undefined) throw new Diagnostic(missing.ofNoPool({ domain, region: client.region }));
  const known = { ...held, domain, userPoolId };
  const owner = foreignOwner(description, known);
  if (owner) return { outcome: "foreign", owner };
  const given = inputsWithin(known, held.__defaults ?? []);
  const state = stateFrom(description, given, client.region, known);
  const inputs = inputsWithin(state, state.__defaults ?? []);
  const drifted = held.status !== undefined && changesBetween({ ...given }, { ...inputs }).length > 0;
  return { outcome: "there", state, ...(drifted && { inputs }) };
}
