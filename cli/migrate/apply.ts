import type { Clock } from "../../provider/clock";
import { framed } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { requireAgreement, type Watching } from "./agreement";
import { type Hindsight, verifyEarlier } from "./earlier";
import { type Preparation, prepareExchange } from "./exchange";
import type { PulumiCli } from "./pulumi-cli";
import { putBack } from "./put-back";
import { shownUrn } from "./urn";

/** What a migration through the CLI works with. */
export interface Surroundings extends Preparation, Watching, Hindsight {
  readonly pulumi: PulumiCli;
  readonly clock: Pick<Clock, "sleep">;
  /** Keeps a state in a file, and tells its name. With it the migration has begun. */
  keep(state: string): Promise<string>;
}

/** What was done. */
export interface Applied {
  readonly domains: readonly { readonly domain: string; readonly urn: string }[];
  /** Where the state from before is kept; left out where there was nothing to do but to look. */
  readonly backup?: string;
}

/**
 * Puts the successors in the place of the old domains, in one step, and then sees whether the program agrees. If it
 * doesn't, or anything fails, the state is put back.
 *
 * @throws Diagnostic that says what became of the state
 */
export async function applyMigration(surroundings: Surroundings): Promise<Applied> {
  const { pulumi, signal, say } = surroundings;
  const exchange = await prepareExchange(surroundings);
  if (!exchange.migrated) {
    const there = await verifyEarlier(exchange.state, surroundings);
    return { domains: there.map(({ id = "", urn }) => ({ domain: id, urn })) };
  }
  signal.throwIfAborted();
  const { before, successors, migrated } = exchange;
  const backup = await surroundings.keep(before);
  say(`The state is kept in ${backup}`);
  let left: string | undefined;
  try {
    signal.throwIfAborted();
    await pulumi.importState(JSON.stringify(migrated.state));
    left = await pulumi.exportState();
    for (const urn of migrated.successors.values()) say(`In the state now: ${shownUrn(urn)}.`);
    for (const urn of migrated.dependents) say(`Refers to the new one now: ${shownUrn(urn)}.`);
    await requireAgreement(migrated, surroundings);
  } catch (error) {
    const fate = await putBack({ before, sent: migrated.state, left, backup }, surroundings);
    const reason = signal.aborted ? signal.reason : error;
    const text = framed(fate, (end) => `${messageOf(reason)}\n${end}`);
    throw new Diagnostic(text, { cause: error });
  }
  const domains = successors.map(({ old }) => ({
    domain: old.domain,
    urn: migrated.successors.get(old.address) ?? old.address,
  }));
  return { domains, backup };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
