import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import { Diagnostic } from "../errors/diagnostic";
import { ServiceError, saysNameIsTaken } from "../errors/service-error";
import type { DomainInputs } from "../inputs";
import { planChange } from "../plan/plan";
import { createRequest } from "../plan/requests";
import { type DomainState, stateFrom } from "../state";
import { converge } from "./converge";
import { insist, refusedForNow } from "./insist";
import { foreignOwner } from "./owner";
import { look, settle, settlingTime } from "./settle";
import { beginStep, type Step, type Surroundings, timeLeft } from "./step";

/**
 * Creates a domain and waits until it is ACTIVE: 1 Create, then Describe until done. With `adoptExisting`, a domain of
 * that name on the same pool is taken over instead.
 */
export async function createDomain(wanted: DomainInputs, surroundings: Surroundings): Promise<DomainState> {
  const step = beginStep("create", wanted, surroundings);
  const existing = await claimName(wanted, step);
  if (existing) return converge(existing, wanted, step);
  const created = stateFrom({ Status: "CREATING" }, wanted, step.client.region);
  const target = { wanted, held: wanted };
  return wanted.waitForDeployment === false ? look(target, created, step) : settle(target, created, step);
}

/** Makes the domain, and gives nothing; or gives the domain of that name that is there already and is ours to take. */
async function claimName(wanted: DomainInputs, step: Step): Promise<DomainState | undefined> {
  let existing: DomainState | undefined;
  let unheard = false;

  await insist(createOrFind, whyTryAgain, step);
  return existing;

  async function createOrFind(within: number): Promise<void> {
    try {
      await step.client.create(createRequest(wanted), within);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      unheard ||= error.mayHaveTakenEffect;
      if (!unheard && !saysNameIsTaken(error)) throw error;
      const found = await step.client.describe(step.domain, timeLeft(step));
      if (!found) throw error;
      existing = takeOver(found, wanted, unheard, step);
    }
  }

  function whyTryAgain(error: ServiceError): string | undefined {
    // Taken, while there is no such domain: after a delete a name can stay taken for minutes.
    if (saysNameIsTaken(error)) return "the name is still being released after a delete";
    const elapsed = step.clock.now() - step.startedAt;
    if (error.mayHaveTakenEffect && elapsed < settlingTime) return "no answer came to the create";
    return refusedForNow(error);
  }
}

/**
 * The domain that stands where ours should be created. It is taken when the program says so, and when it is what an
 * attempt of ours without an answer must have made; never from another pool.
 */
function takeOver(
  found: DomainDescriptionType,
  wanted: DomainInputs,
  unheard: boolean,
  step: Step,
): DomainState {
  const owner = foreignOwner(found, wanted);
  const where = `${step.domain} exists already in ${step.client.region}`;
  if (owner) {
    throw new Diagnostic(
      `${where}, on ${owner}; it was asked for on user pool ${wanted.userPoolId}. A domain of another pool is never taken over: delete it there first, or choose another name. (CreateUserPoolDomain, Domain already exists)`,
    );
  }
  const state = stateFrom(found, wanted, step.client.region);
  const isAsWanted = planChange(state, wanted).calls.length === 0;
  if (wanted.adoptExisting || (unheard && isAsWanted)) return state;
  throw new Diagnostic(
    `${where}, on the same user pool ${wanted.userPoolId}, with status ${state.status}. Two ways on: set adoptExisting: true, and this resource takes it over as it is and brings it to what the program says; or delete it (aws cognito-idp delete-user-pool-domain --domain ${step.domain} --user-pool-id ${wanted.userPoolId}), and this resource creates it anew, with sign-in down in between. (CreateUserPoolDomain, Domain already exists)`,
  );
}
