import { isDeepStrictEqual } from "node:util";
import { quoted } from "../../code/aws-cli";
import { resourceType } from "../../provider/resource-type";
import { dynamicProviderIn, newDynamicProvider } from "./dynamic-provider";
import { type MigratedState, migratedState } from "./migrated-state";
import type { OldDomain } from "./old-domain";
import type { PulumiCli } from "./pulumi-cli";
import { pulumiDomainsIn } from "./pulumi-domains";
import { isSuccessor, oldType, type PulumiState, readPulumiState, resourcesIn } from "./pulumi-state";
import type { Successor } from "./successor";
import { partsOf, shownUrn, urnOf } from "./urn";
import { judge } from "./verdict";

/** What a migration through the CLI works with. */
export interface Surroundings {
  readonly stack: string;
  readonly pulumi: PulumiCli;
  /** Aborted with an Error that says why. */
  readonly signal: AbortSignal;
  lookAt(olds: readonly OldDomain[]): Promise<Successor[]>;
  /** Keeps a state in a file, and tells its name. */
  keep(state: string): Promise<string>;
  newId(): string;
  /** Tells a person how far it is. */
  say(line: string): void;
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
 * @throws Error that says what became of the state
 */
export async function applyMigration(surroundings: Surroundings): Promise<Applied> {
  const { pulumi, signal, say } = surroundings;
  const before = await pulumi.exportState();
  const state = readPulumiState(JSON.parse(before));
  const olds = pulumiDomainsIn(state);
  if (olds.length === 0) return verifyEarlier(state, surroundings);
  const successors = await surroundings.lookAt(olds);
  const migrated = migratedState(state, successors, await dynamicProvider(olds, state, surroundings));
  signal.throwIfAborted();
  if (!isSameState(await pulumi.exportState(), before)) {
    throw new Error(
      "The state has changed while it was read, and nothing was begun. Try again when nobody deploys.",
    );
  }
  const backup = await surroundings.keep(before);
  say(`The state is kept in ${backup}.`);
  let left: string | undefined;
  try {
    signal.throwIfAborted();
    await pulumi.importState(JSON.stringify(migrated.state));
    left = await pulumi.exportState();
    for (const urn of migrated.successors.values()) say(`In the state now: ${shownUrn(urn)}.`);
    for (const urn of migrated.dependents) say(`Refers to the new one now: ${shownUrn(urn)}.`);
    await requireAgreement(migrated, surroundings);
  } catch (error) {
    const fate = await putBack({ before, left, backup }, surroundings);
    const reason = signal.aborted ? signal.reason : error;
    throw new Error(`${messageOf(reason)}\n${fate}`, { cause: error });
  }
  const domains = successors.map(({ old }) => ({
    domain: old.domain,
    urn: migrated.successors.get(old.address) ?? old.address,
  }));
  return { domains, backup };
}

/** After a run that was killed once the state was there, only the look at the preview is left. */
async function verifyEarlier(state: PulumiState, surroundings: Surroundings): Promise<Applied> {
  const there = resourcesIn(state).filter(isSuccessor);
  if (there.length === 0) {
    throw new Error(`There is no ${oldType} in the state of ${surroundings.stack}: nothing to migrate.`);
  }
  surroundings.say(
    `No ${oldType} is left in the state, which has ${there.map(({ urn }) => shownUrn(urn)).join(", ")}.`,
  );
  const successors = new Map(there.map(({ urn }) => [oldUrnOf(urn), urn]));
  await requireAgreement({ successors, dependents: [] }, surroundings);
  return { domains: there.map(({ id = "", urn }) => ({ domain: id, urn })) };
}

/** What a successor was called as a domain of Pulumi's AWS provider. */
function oldUrnOf(urn: string): string {
  const { types, ...parts } = partsOf(urn);
  return urnOf({ ...parts, types: types.slice(0, -resourceType.length) + oldType });
}

async function requireAgreement(
  migrated: Omit<MigratedState, "state">,
  { pulumi, signal, say }: Surroundings,
): Promise<void> {
  signal.throwIfAborted();
  const preview = await pulumi.preview(signal);
  signal.throwIfAborted();
  const { problems, others } = judge(preview, migrated);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  say("pulumi preview leaves them alone.");
  if (others > 0)
    say(`It would change ${others} other resources, which has nothing to do with the migration.`);
}

async function dynamicProvider(olds: readonly OldDomain[], state: PulumiState, surroundings: Surroundings) {
  const urn = olds[0]?.address ?? "";
  return (
    dynamicProviderIn(state, urn) ??
    newDynamicProvider(urn, surroundings.newId(), await surroundings.pulumi.configuration())
  );
}

/** Puts the state back, unless it may be somebody else's by now. Tells what became of it. */
async function putBack(
  { before, left, backup }: { before: string; left: string | undefined; backup: string },
  { stack, pulumi }: Surroundings,
): Promise<string> {
  const byHand = `pulumi stack import --stack ${quoted(stack)} --file ${quoted(backup)}`;
  try {
    const now = await pulumi.exportState();
    if (isSameState(now, before)) return "The state is as it was, and so is the cloud.";
    if (left === undefined || !isSameState(now, left)) {
      const why = left === undefined ? "somebody else may have deployed" : "somebody else has deployed";
      return `The state isn't put back: it has changed, and ${why} meanwhile. Look at it with pulumi preview. If what they did may be forgotten: ${byHand}`;
    }
    await pulumi.importState(before);
    return `The state was put back as it was; the cloud was only read. The copy in ${backup} may go.`;
  } catch (error) {
    return `The state couldn't be put back. ${messageOf(error)}\nNobody should deploy before this has been run: ${byHand}`;
  }
}

function isSameState(one: string, other: string): boolean {
  return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
