import type { DomainInputs } from "../inputs";
import { kindHeld, kindOf, kindOfName } from "../kind";
import { type DomainStatus, isBusy, isLost } from "../status";
import { isUnknown } from "../unknown";
import { type Change, changesBetween } from "./change";
import type { Consequence } from "./consequences/consequence";
import { consequencesOfCreation } from "./consequences/creation";
import { consequencesOfDeletion } from "./consequences/deletion";
import { consequencesOfReplacement, type Fate } from "./consequences/replacement";
import { consequencesOfUpdate } from "./consequences/update";
import { type Call, createRequest, deleteRequest, type UpdateCall, updateRequest } from "./requests";

/** What a change comes to. The engine, the executor and whatever is shown to people only read it. */
export type Plan = Unchanged | Update | Replacement;

/** Nothing differs. */
export interface Unchanged {
  /** Tells it from the others. */
  kind: "none";
  /** None. */
  changes: [];
  /** None. */
  calls: [];
  /** None. */
  consequences: [];
}

/** The domain stays, and becomes what is wanted. */
export interface Update {
  /** Tells it from the others. */
  kind: "update";
  /** What differs, in the order of the inputs. */
  changes: Change[];
  /** One, with the whole configuration; none where only Pulumi's state changes. */
  calls: UpdateCall[];
  /** What a reviewer should know. */
  consequences: Consequence[];
}

/** Another domain takes its place. */
export interface Replacement {
  /** Tells it from the others. */
  kind: "replace";
  /** Whether the old domain is deleted before the new one is created: sign-in stops in between. */
  deleteBeforeReplace: boolean;
  /** What differs, in the order of the inputs. */
  changes: Change[];
  /** In the order in which they are made. */
  calls: Call[];
  /** What a reviewer should know. */
  consequences: Consequence[];
}

/** What it comes to that a domain is made where there was none, or goes and leaves none. */
export type Beginning = { kind: "create"; changes: []; calls: Call[]; consequences: Consequence[] };
export type End = { kind: "delete"; changes: []; calls: Call[]; consequences: Consequence[] };

/** What is there: the inputs it was made with or found with, and the status that was last seen. */
export interface Held extends DomainInputs {
  /** CREATING, ACTIVE, UPDATING, DELETING or FAILED; left out, it counts as ACTIVE. */
  status?: DomainStatus;
}

/**
 * Decides how to get from what is there to what is wanted: not at all, by updates in place, or by a replacement with
 * the least outage. Pure: what is unknown in preview counts as different.
 *
 * @param held the domain as it is
 * @param wanted the inputs as they are to be
 */
export function planChange(held: Held, wanted: DomainInputs): Plan {
  const changes = [
    ...changesBetween({ ...held }, { ...wanted }).map((change) => withKnownKind(change, held, wanted)),
    ...lostBecauseOf(held.status),
    ...unfinishedIn(held, wanted),
  ];
  if (changes.length === 0) return { kind: "none", changes: [], calls: [], consequences: [] };
  if (changes.some(({ change }) => change === "replace")) {
    const fate = mustGoFirst(held, wanted) ? "deleted first" : "deleted afterwards";
    return planReplacement(held, wanted, changes, fate);
  }
  const update: UpdateCall = { operation: "UpdateUserPoolDomain", request: updateRequest(held, wanted) };
  const calls = changes.some(({ change }) => change === "update") ? [update] : [];
  return { kind: "update", changes, calls, consequences: consequencesOfUpdate({ changes, held, wanted }) };
}

/** A replacement of which it is settled what becomes of the old domain. */
export function planReplacement(
  held: Held,
  wanted: DomainInputs,
  changes: Change[],
  fate: Fate,
): Replacement {
  const deleteBeforeReplace = fate === "deleted first";
  const create = creation(wanted);
  const remove = fate === "kept" ? [] : [deletion(held)];
  return {
    kind: "replace",
    deleteBeforeReplace,
    changes,
    calls: deleteBeforeReplace ? [...remove, create] : [create, ...remove],
    consequences: consequencesOfReplacement({ held, wanted, fate }),
  };
}

export function planCreation(wanted: DomainInputs): Beginning {
  const consequences = consequencesOfCreation(wanted);
  return { kind: "create", changes: [], calls: [creation(wanted)], consequences };
}

export function planDeletion(held: Held): End {
  return { kind: "delete", changes: [], calls: [deletion(held)], consequences: consequencesOfDeletion(held) };
}

function creation(wanted: DomainInputs): Call {
  return { operation: "CreateUserPoolDomain", request: createRequest(wanted) };
}

function deletion(held: DomainInputs): Call {
  return { operation: "DeleteUserPoolDomain", request: deleteRequest(held) };
}

/**
 * A configuration that is unknown, or that the state never held, doesn't make another kind of domain of one whose name
 * says that it stays what it is.
 */
function withKnownKind(change: Change, held: Held, wanted: DomainInputs): Change {
  const staysOfItsKind = !isUnknown(wanted.domain) && kindOfName(wanted.domain) === kindOfName(held.domain);
  return change.property === "customDomainConfig" && staysOfItsKind
    ? { ...change, change: "update" }
    : change;
}

function lostBecauseOf(status: DomainStatus | undefined): Change[] {
  if (status === undefined || !isLost(status)) return [];
  return [{ property: "status", from: status, to: "ACTIVE", change: "replace" }];
}

/** A refresh takes the errors of an unfinished step out of the state, and leaves the status: it is still to be waited for. */
function unfinishedIn({ status }: Held, { waitForDeployment }: DomainInputs): Change[] {
  if (waitForDeployment === false || status === undefined || !isBusy(status)) return [];
  return [{ property: "status", from: status, to: "ACTIVE", change: "record" }];
}

/**
 * A pool holds at most one domain of each kind, and a name exists once. So the old domain is in the way of the new
 * one when the two have the same name, or the same kind on the same pool; and as long as that can't be known, it
 * counts as in the way, because a preview may not promise less of an outage than there will be.
 */
export function mustGoFirst(held: DomainInputs, wanted: DomainInputs): boolean {
  const sameName = maybeSame(held.domain, wanted.domain);
  const samePool = maybeSame(held.userPoolId, wanted.userPoolId);
  const wantedKind = kindOf(wanted);
  const sameKind = wantedKind === undefined || wantedKind === kindHeld(held);
  return sameName || (sameKind && samePool);
}

function maybeSame(held: string, wanted: string): boolean {
  return isUnknown(wanted) || held === wanted;
}
