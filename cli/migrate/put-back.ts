import { quoted } from "../../code/aws-cli";
import type { Clock } from "../../provider/clock";
import type { Wording } from "../../provider/errors/diagnosis";
import { fates } from "./diagnostics";
import type { PulumiCli } from "./pulumi-cli";
import type { PulumiState } from "./pulumi-state";
import { isSameState, isStateSent } from "./same-state";

/** What is known of a state that is to be put back. */
export interface Attempt {
  /** The state from before, as it was exported. */
  readonly before: string;
  /** What Pulumi was given in its place. */
  readonly sent: PulumiState;
  /** The state after that, as it was exported, where that was possible. */
  readonly left: string | undefined;
  /** The file that keeps the state from before. */
  readonly backup: string;
}

/** What puts a state back. */
export interface Rescue {
  readonly stack: string;
  readonly pulumi: Pick<PulumiCli, "exportState" | "importState">;
  readonly clock: Pick<Clock, "sleep">;
}

/** The command with which a person puts a state back that is kept in a file. */
export function wayBack(stack: string, backup: string): string {
  return `pulumi stack import --stack ${quoted(stack)} --file ${quoted(backup)}`;
}

/** Puts the state back, unless it may be somebody else's by now. Tells what became of it. */
export async function putBack(attempt: Attempt, { stack, pulumi, clock }: Rescue): Promise<Wording> {
  const { before, sent, left, backup } = attempt;
  const byHand = wayBack(stack, backup);
  try {
    return await insist(tryOnce, clock);
  } catch (error) {
    return fates.stuck({ problem: messageOf(error), byHand });
  }

  async function tryOnce(): Promise<Wording> {
    const now = await pulumi.exportState();
    if (isSameState(now, before)) return fates.untouched();
    // What was exported after the import may have been somebody else's already.
    const isOurs = isStateSent(now, sent) && (left === undefined || isSameState(now, left));
    if (!isOurs) {
      return fates.notOurs({ deployed: left === undefined ? "may have deployed" : "has deployed", byHand });
    }
    await pulumi.importState(before);
    return fates.putBack({ backup });
  }
}

/** Milliseconds before each further attempt. */
const pauses = [1_000, 4_000];

/** What fails once, as where the network is away for a moment, needn't fail again; and much depends on it here. */
async function insist<T>(work: () => Promise<T>, clock: Pick<Clock, "sleep">): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch {
      await clock.sleep(pause);
    }
  }
  return work();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
