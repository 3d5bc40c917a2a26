import type { LocalWorkspace, PulumiFn } from "@pulumi/pulumi/automation";
import { type Deletes, deletesIn, identityOf } from "./deletes";
import { readLayout } from "./layout";
import { shardProgram } from "./program";
import type { Setup } from "./protocol";
import { Refused, refusalOf } from "./refusal";
import type { Roster } from "./roster";
import { readStack } from "./stacks";

export interface Guarded {
  readonly workspace: LocalWorkspace;
  readonly setup: Setup;
  readonly roster: Roster;
  readonly stopped: AbortSignal;
}

/**
 * Runs a command with the shard's program, which first makes sure that the engine won't delete what is somebody's. It
 * looks where the engine already has the lock: from then on nobody changes the state, and who has announced a move
 * before has told so in the layout. A program that throws has the engine delete nothing.
 */
export async function guarded(
  stack: string,
  work: Guarded,
  command: (program: PulumiFn) => Promise<unknown>,
): Promise<void> {
  let refusal: Refused | undefined;
  const declare = shardProgram(work.roster.tenantsOf(stack));
  const program = async () => {
    refusal = await refusalUnderLock(stack, work);
    if (refusal) throw refusal;
    work.stopped.throwIfAborted();
    await declare();
  };
  try {
    await command(program);
  } catch (error) {
    throw refusal ?? error;
  }
}

async function refusalUnderLock(
  stack: string,
  { workspace, setup, roster }: Guarded,
): Promise<Refused | undefined> {
  const [layout, state] = await Promise.all([readLayout(workspace), readStack(workspace, stack)]);
  if (layout?.shards !== roster.shards || layout.next !== undefined) {
    const why = "The tenants are being moved to other shards: run `fleet reshard`, and then this again.";
    return new Refused(why, why);
  }
  if (!state) return undefined;
  const states = [{ stack, ...state }];
  return refusalOf(states, roster) ?? refusalOfUnseen(deletesIn(states, roster), setup.deletes);
}

/** Another run, with another list, may have been here since the command looked: its domains aren't this run's to delete. */
function refusalOfUnseen(deletes: Deletes, seen: readonly string[]): Refused | undefined {
  const unseen = [...deletes.leaving, ...deletes.replaced].find((held) => !seen.includes(identityOf(held)));
  if (!unseen) return undefined;
  return new Refused(
    "Another run has changed the shard meanwhile, with another list than this one: take the newest list, and run this again.",
    `${unseen.id}, which is ${unseen.name}, would be deleted, and it wasn't among those to be deleted when this run looked.`,
  );
}
