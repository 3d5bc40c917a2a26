import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
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
import { insist, refusedForNow } from "./insist";
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

  function whyTryAgain(error: ServiceError): string | undefined {
    const now = step.clock.now();
    if (error.operation === "DescribeUserPoolDomain" && isPassing(error)) {
      return unheardSince === undefined
        ? "the name is taken, and by which domain can't be seen for now"
        : "no answer came to the create, and what it did can't be seen for now";
    }
    if (saysNameIsTaken(error)) {
      return "the name is taken, though by no domain that can be seen: it is still being released after a delete, or another account has it";
    }
    if (isGivenUp && saysNameIsAnotherPools(error)) {
      return "the name is still being released after the delete";
    }
    if (saysAliasIsTaken(error) && (isGivenUp || now - step.startedAt < aliasRelease)) {
      return "CloudFront still serves the name elsewhere, as it does for some minutes after a delete";
    }
    if (unheardSince !== undefined && now - unheardSince < settlingTime)
      return "no answer came to the create";
    return refusedForNow(error);
  }
}

/** What the create ended with, and that an attempt before may have made a domain that no state knows of. */
function mayBeThere(error: unknown, step: Step): Diagnostic {
  const text = error instanceof ServiceError ? explain(error, subjectOf(step)) : (error as Error).message;
  return new Diagnostic(
    `${text} An attempt to create it got no answer, and may have made it: if so, the next pulumi up says that it exists already, and adoptExisting: true takes it in.`,
    { cause: error },
  );
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
  const where = `${domain} exists already in ${region}`;
  const owner = foreignOwner(found, wanted);
  if (owner) {
    throw new Diagnostic(
      `${where}, on ${owner}; it was asked for on user pool ${userPoolId}. A domain of another pool is never taken over: delete it there first, or choose another name. (CreateUserPoolDomain: Domain already exists)`,
    );
  }
  // What we asked for ourselves counts as there even where it isn't reported; of what was there before, only what is.
  const asRequested = stateFrom(found, wanted, region);
  const isAsRequested = changesBetween({ ...asRequested }, { ...wanted }).every(
    ({ change }) => change === "record",
  );
  if (maybeOurs && isAsRequested) return asRequested;
  if (wanted.adoptExisting) return stateFrom(found, { domain, userPoolId }, region);
  throw new Diagnostic(
    `${where}, on the same user pool ${userPoolId}, with status ${asRequested.status}. Two ways on: set adoptExisting: true, and this resource takes it over and brings it to what the program says; or delete it (aws cognito-idp delete-user-pool-domain --domain ${domain} --user-pool-id ${userPoolId}), and this resource creates it anew, with sign-in down in between. But if this stack has it as aws.cognito.UserPoolDomain, do neither, or the same pulumi up deletes what was just adopted: npx cognito-domain migrate moves it over. (CreateUserPoolDomain: Domain already exists)`,
  );
}
