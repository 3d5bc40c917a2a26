import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import { inputsWithin } from "../plan/overlay";
import { type DomainState, stateFrom } from "../state";
import { isBusy } from "../status";
import { foreignOwner } from "./owner";
import { contradiction, settlingTime } from "./settle";
import type { Surroundings } from "./step";
import { waitFor } from "./wait";

/** What the state knows of a domain. */
type Held = Partial<DomainState> & Pick<DomainState, "domain">;

/** What was seen, and whether it is how things are: a read may lag behind. */
export interface SettledLook {
  readonly description: DomainDescriptionType | undefined;
  readonly isSettled: boolean;
}

/**
 * Describes a domain: 1 Describe. Where the state knows it as busy with a change, whose end no run has seen, a read that
 * lags behind may show what was there before, or nothing. So what goes against the state, which has what was asked for last,
 * is looked at again until reads can't lag any more, or until the deadline.
 */
export async function lookSettled(
  held: Held,
  {
    client,
    clock,
    random,
    deadline,
  }: Pick<Surroundings, "client" | "clock" | "random"> & { deadline?: number },
  within: number,
): Promise<SettledLook> {
  const startedAt = clock.now();
  const settledAt = startedAt + settlingTime;
  let description: DomainDescriptionType | undefined;
  const agreed = await waitFor(
    {
      rhythm: { denseFrom: settlingTime, shortestPause: settlingTime },
      startedAt,
      deadline: Math.min(settledAt, deadline ?? settledAt),
      async look() {
        description = await client.describe(held.domain, within);
        return mayBeOutdated(description, held, client.region) ? undefined : true;
      },
    },
    clock,
    random,
  );
  return { description, isSettled: agreed === true || clock.now() >= settledAt };
}

function mayBeOutdated(description: DomainDescriptionType | undefined, held: Held, region: string): boolean {
  const { status, userPoolId, __defaults: unmanaged = [] } = held;
  if (status === undefined || !isBusy(status) || userPoolId === undefined) return false;
  const known = { ...held, userPoolId };
  if (!description || foreignOwner(description, known)) return true;
  const asked = inputsWithin(known, unmanaged);
  const seen = stateFrom(description, asked, region, known);
  return seen.status === "ACTIVE" && contradiction(seen, asked) !== undefined;
}
