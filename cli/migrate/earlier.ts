import { Diagnostic } from "../../provider/errors/diagnostic";
import { resourceType } from "../../provider/resource-type";
import { requireAgreement, type Watching } from "./agreement";
import { dependentsOf } from "./dependents";
import { fates, unfit } from "./diagnostics";
import { isSuccessor, oldType, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import { wayBack } from "./put-back";
import { partsOf, shownUrn, urnOf } from "./urn";

/** What a look at an earlier migration works with. */
export interface Hindsight extends Watching {
  readonly stack: string;
  /** The file in which the state from before was kept last, where it is found. */
  lastKept(): Promise<string | undefined>;
}

/**
 * After a run that was killed once the successors were in the state, only the look at the preview is left.
 *
 * @returns the successors
 * @throws Diagnostic that says how to go on, and how to go back
 */
export async function verifyEarlier(state: PulumiState, hindsight: Hindsight): Promise<StateResource[]> {
  const { stack, say, lastKept } = hindsight;
  const there = resourcesIn(state).filter(isSuccessor);
  if (there.length === 0) throw new Diagnostic(unfit.nothingIn({ type: oldType, stack }));
  say(`No ${oldType} is left in the state, which has ${there.map(({ urn }) => shownUrn(urn)).join(", ")}.`);
  const urns = there.map(({ urn }) => urn);
  const successors = new Map(urns.map((urn) => [oldUrnOf(urn), urn]));
  const dependents = dependentsOf(new Set(urns), resourcesIn(state));
  try {
    await requireAgreement({ successors, dependents }, hindsight);
  } catch (error) {
    const kept = await lastKept();
    // Where no state was kept, nothing has been migrated here.
    if (kept === undefined) throw error;
    const text = fates.wayBack({ problem: (error as Error).message, byHand: wayBack(stack, kept) });
    throw new Diagnostic(text, { cause: error });
  }
  return there;
}

/** What a successor was called as a domain of Pulumi's AWS provider. */
function oldUrnOf(urn: string): string {
  const { types, ...parts } = partsOf(urn);
  return urnOf({ ...parts, types: types.slice(0, -resourceType.length) + oldType });
}
