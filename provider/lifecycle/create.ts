import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import type { Wording } from "../errors/diagnosis";
import { Diagnostic } from "../errors/diagnostic";
import { explain } from "../errors/explanations";
import {
  isPassing,
  ServiceError,
  saysAliasIsTaken,
  saysNameIsAnotherPools,
  saysNameIsTaken,
} from "../errors/service-error";
import type { DomainInputs } from "../inputs";
import { changesBetween } from "../plan/change";
import { createRequest } from "../plan/requests";
import { type DomainState, stateFrom } from "../state";
import { mayBeMadeSince } from "./age";
import { converge } from "./converge";
import { existing, refusedForNow, waiting } from "./diagnostics";
import { insist, reasonToInsist } from "./insist";
import { foreignOwner } from "./owner";
import { look, settle, settlingTime } from "./settle";
import { beginStep, type Step, type Surroundings, subjectOf, timeLeft } from "./step";

/**
 * Creates a domain and waits until it is ACTIVE: 1 Create, then Describe until done. With `adoptExisting`, a domain of
 * that name on the same pool is taken over instead.
 */
export async function createDomain(
  wanted: DomainInputs,
  surroundings: Surroundings,
  history: NameHistory = { isGivenUp: false },
): Promise<DomainState> {
  const step = beginStep("create", wanted, surroundings);
  const claim = await claimName(wanted, step, history);
  if (claim.found) return converge(takeOver(claim.found, wanted, claim.maybeOurs, step), wanted, step);
  const requested = stateFrom(
    { ...createRequest(wanted), Status: "CREATING", CloudFrontDistribution: claim.cloudFrontDomain },
    wanted,
    step.client.region,
  );
  const target = { wanted, held: wanted };
  return wanted.waitForDeployment === false ? look(target, requested, step) : settle(target, requested, step);
}

/** Whether this run has deleted a domain of that name: who says that it is taken may be behind the times. */
interface NameHistory {
  readonly isGivenUp: boolean;
}

/** The domain of that name that is there, and whether we may have made it; or what the service said of the new one. */
type Claim =
  | { found: DomainDescriptionType; maybeOurs: boolean }
  | { found?: undefined; cloudFrontDomain: string | undefined };

async function claimName(wanted: DomainInputs, step: Step, { isGivenUp }: NameHistory): Promise<Claim> {
  let claim: Claim = { cloudFrontDomain: undefined };
  const begunAt = step.clock.timeOfDay();
  /** Since when an attempt of ours is without an answer. It may have made the domain. */
  let unheardSince: number | undefined;

  try {
    await insist(createOrFind, whyTryAgain, step);
  } catch (error) {
    throw unheardSince === undefined ? error : mayBeThere(error, step);
  }
  return claim;

  async function createOrFind(within: number): Promise<void> {
    try {
      const { cloudFrontDomain } = await step.client.create(createRequest(wanted), within);
      claim = { cloudFrontDomain };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      if (error.mayHaveTakenEffect) unheardSince ??= step.clock.now();
      if (unheardSince === undefined && !saysNameIsTaken(error) && !saysNameIsAnotherPools(error))
        throw error;
      const found = await step.client.describe(step.domain, timeLeft(step));
      // A domain that is on its way out is a name that is being released.
      if (!found || found.Status === "DELETING") throw error;
      claim = { found, maybeOurs: unheardSince !== undefined && mayBeMadeSince(found, begunAt) };
    }
  }

  function whyTryAgain(error: ServiceError): Wording | undefined {
    const now = step.clock.now();
    if (error.operation === "DescribeUserPoolDomain" && isPassing(error)) {
      return unheardSince === undefined ? refusedForNow.holderUnseen() : refusedForNow.outcomeUnseen();
    }
    if (saysNameIsTaken(error)) return refusedForNow.nameTaken();
    if (isGivenUp && saysNameIsAnotherPools(error)) return refusedForNow.nameReleased();
    if (saysAliasIsTaken(error) && (isGivenUp || now - step.startedAt < aliasRelease)) {
      return refusedForNow.aliasTaken();
    }
    if (unheardSince !== undefined && now - unheardSince < settlingTime) return refusedForNow.unanswered();
    return reasonToInsist(error);
  }
}

/** What the create ended with, and that an attempt before may have made a domain that no state knows of. */
function mayBeThere(error: unknown, step: Step): Diagnostic {
  const failure = error instanceof ServiceError ? explain(error, subjectOf(step)) : (error as Error).message;
  return new Diagnostic(waiting.maybeCreated({ failure }), { cause: error });
}

/** How long CloudFront may take to let go of a name; whoever holds it longer holds it for good, unless it was ours. */
const aliasRelease = 5 * 60_000;

/**
 * The domain that stands where ours should be created. It is taken when the program says so, and when an attempt of ours
 * without an answer may have made it, going by its age and by what was asked for; never from another pool.
 */
function takeOver(
  found: DomainDescriptionType,
  wanted: DomainInputs,
  maybeOurs: boolean,
  step: Step,
): DomainState {
  const { region } = step.client;
  const { domain, userPoolId } = wanted;
  const owner = foreignOwner(found, wanted);
  if (owner) throw new Diagnostic(existing.elsewhere({ domain, userPoolId, region, owner }));
  // What we asked for ourselves counts as there even where it isn't reported; of what was there before, only what is.
  const asRequested = stateFrom(found, wanted, region);
  const isAsRequested = changesBetween({ ...asRequested }, { ...wanted }).every(
    ({ change }) => change === "record",
  );
  if (maybeOurs && isAsRequested) return asRequested;
  if (wanted.adoptExisting) return stateFrom(found, { domain, userPoolId }, region);
  throw new Diagnostic(existing.onSamePool({ domain, userPoolId, region, status: asRequested.status }));
}
