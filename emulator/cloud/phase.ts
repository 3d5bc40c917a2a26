import type { DomainStatus } from "./domain";

/** Where a domain is in its life, and what comes of it by itself. */
export type Phase = SettledPhase | MovingPhase;

/** Stays as it is until somebody changes it. */
export interface SettledPhase {
  /** What Describe tells. */
  readonly status: "ACTIVE" | "FAILED";
}

/** On its way through a step. */
export interface MovingPhase {
  /** What Describe tells until then. */
  readonly status: "CREATING" | "UPDATING" | "DELETING";
  /** Milliseconds since 1970, or "never" for a domain that is stuck. */
  readonly until: number | "never";
  /** What becomes of it then. */
  readonly next: "ACTIVE" | "FAILED" | "gone";
}

/** How a step ends when a fault has hold of it: in FAILED, or never. */
export type BadEnd = "FAILED" | "stuck";

/** A domain on its way through a step, which takes that many milliseconds from now unless a fault has hold of it. */
export function moving(
  status: "CREATING" | "UPDATING" | "DELETING",
  now: number,
  duration: number,
  badEnd: BadEnd | undefined,
): Phase {
  const goal = status === "DELETING" ? "gone" : "ACTIVE";
  const isEndless = badEnd === "stuck" || duration === Number.POSITIVE_INFINITY;
  return {
    status,
    until: isEndless ? "never" : now + duration,
    next: badEnd === "FAILED" ? "FAILED" : goal,
  };
}

/** A status that stays until somebody changes it. */
export function held(status: DomainStatus): Phase {
  if (status === "ACTIVE" || status === "FAILED") return { status };
  return moving(status, 0, 0, "stuck");
}

export function statusAt(phase: Phase, now: number): DomainStatus | "gone" {
  if (!("until" in phase)) return phase.status;
  return phase.until === "never" || now < phase.until ? phase.status : phase.next;
}

/** When the domain is gone, in milliseconds since 1970; undefined when it isn't on its way to that. */
export function goneAt(phase: Phase): number | undefined {
  return "until" in phase && phase.next === "gone" && phase.until !== "never" ? phase.until : undefined;
}
