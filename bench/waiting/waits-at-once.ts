import { createPace, type Pace } from "../../provider/aws/pace";
import type { Clock } from "../../provider/clock";
import { ServiceError } from "../../provider/errors/service-error";
import { createDomain } from "../../provider/lifecycle/create";
import { stepDurations } from "../../provider/usual-durations";
import { type Chance, chanceFrom, durationsOf } from "./chance";
import { terraformPause } from "./pollers";
import { inputsOf, serviceThatTakes } from "./service";
import { inVirtualTime } from "./virtual-time";

/** How so many waits at once went. */
export interface WaitsAtOnce {
  /** Of each wait. */
  readonly waits: readonly { readonly duration: number; readonly lag: number }[];
  /** When each call was made, in milliseconds, and whether the service took it. */
  readonly calls: readonly { readonly at: number; readonly isTaken: boolean }[];
}

/** "Quotas in Amazon Cognito" in the developer guide: UserPoolResourceRead, of a new account in one Region. */
export const readsASecond = 20;

/** Creates of custom domains by this package, begun at the same moment, with one client and the pace that it keeps. */
export function oursAtOnce(size: number): Promise<WaitsAtOnce> {
  return atOnce(size, (clock) => {
    const pace = createPace(clock);
    return async (duration, gate, chance) => {
      const inputs = inputsOf("custom");
      const admit = (): Promise<void> => attempts(gate, pace, clock, chance);
      const { client, endedAt } = serviceThatTakes(duration, inputs, clock, admit);
      await createDomain(inputs, { client, clock, random: chance, showStatus() {} });
      return clock.now() - endedAt();
    };
  });
}

/** As many that look every 10 s, whatever the service says. */
export function fixedAtOnce(size: number): Promise<WaitsAtOnce> {
  return looksAtOnce(size, () => 10_000);
}

/** As many that look as Terraform does. What its SDK tries again between two looks, when it is throttled, is left out. */
export function terraformAtOnce(size: number): Promise<WaitsAtOnce> {
  return looksAtOnce(size, terraformPause);
}

/** Each looks from a random moment of the first 10 s on. */
function looksAtOnce(size: number, pause: (look: number) => number): Promise<WaitsAtOnce> {
  return atOnce(size, (clock) => async (duration, gate, chance) => {
    await clock.sleep(chance() * 10_000);
    const endsAt = clock.now() + duration;
    for (let look = 1; !gate() || clock.now() < endsAt; look += 1) await clock.sleep(pause(look));
    return clock.now() - endsAt;
  });
}

/** Makes a call, and tells whether the service took it. */
type Gate = () => boolean;
type Wait = (duration: number, gate: Gate, chance: Chance) => Promise<number>;

async function atOnce(size: number, waiter: (clock: Clock) => Wait): Promise<WaitsAtOnce> {
  const chance = chanceFrom(1_000);
  const durations = durationsOf(stepDurations.custom.create, size, chance);
  const waits: WaitsAtOnce["waits"][number][] = [];
  const calls: WaitsAtOnce["calls"][number][] = [];
  await inVirtualTime((clock) => {
    const takes = quota(clock);
    const wait = waiter(clock);
    const gate = (): boolean => {
      const isTaken = takes();
      calls.push({ at: clock.now(), isTaken });
      return isTaken;
    };
    return durations.map(async (duration) => {
      waits.push({ duration, lag: await wait(duration, gate, chance) });
    });
  });
  return { waits, calls };
}

/** Takes so many calls a second, with as many at once after a pause, and none above that. */
function quota(clock: Clock): Gate {
  let tokens = readsASecond;
  let at = clock.now();
  return () => {
    tokens = Math.min(readsASecond, tokens + ((clock.now() - at) / 1000) * readsASecond);
    at = clock.now();
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** As the client does: 10 attempts (aws/client-settings.ts), each in its turn, with the pauses of the SDK's retries. */
async function attempts(gate: Gate, pace: Pace, clock: Clock, chance: Chance): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const turn = await pace.turn();
    if (gate()) return turn.taken();
    turn.throttled();
    await clock.sleep(chance() * Math.min(500 * 2 ** attempt, 20_000));
  }
  throw new ServiceError({
    operation: "DescribeUserPoolDomain",
    exception: "TooManyRequestsException",
    message: "Rate exceeded",
    requestId: undefined,
  });
}
