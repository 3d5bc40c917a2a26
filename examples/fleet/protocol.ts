import type { Tenant } from "./tenants";

// What the command and its worker processes tell each other.

/** What is to be done with each shard. */
export type Command = "up" | "preview" | "destroy";

/** What a worker is told first. */
export interface Setup {
  readonly command: Command;
  readonly tenants: readonly Tenant[];
  readonly shards: number;
  /** How many domains of a shard are worked on at the same time. */
  readonly parallel: number;
  /** The identities of the domains that the command has seen it would delete. No other may be. */
  readonly deletes: readonly string[];
}

export type ToWorker =
  | { readonly setup: Setup }
  | { readonly stack: string }
  /** Begin nothing more, and bring what is under way to its end. */
  | { readonly stop: true };

export type FromWorker =
  /** One more domain of the shard has come to its end. */
  { readonly progress: true } | { readonly outcome: Outcome };

/** What became of a shard. */
export type Outcome =
  | { readonly kind: "done"; readonly counts: Counts }
  | { readonly kind: "failed"; readonly counts: Counts; readonly failures: readonly Failure[] }
  /** Somebody else is at work on it. */
  | {
      readonly kind: "locked";
      readonly counts: Counts;
      readonly why: string;
      /** What to do if they are no more, where `pulumi cancel` isn't it. */
      readonly remedy?: string | undefined;
    }
  /** Told to end before its own end; what had failed by then is told, too. */
  | { readonly kind: "stopped"; readonly counts: Counts; readonly failures: readonly Failure[] }
  /** The worker was killed, or ran out of memory. */
  | { readonly kind: "died"; readonly counts: Counts; readonly why: string };

/** How many domains were, or in a preview would be, created and so on. */
export interface Counts {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  readonly same: number;
}

export const nothing: Counts = { create: 0, update: 0, replace: 0, delete: 0, same: 0 };

/** Why something failed; for a tenant, or for the shard as a whole. */
export interface Failure {
  readonly tenant?: string;
  readonly message: string;
  /** The message without what is the tenant's own, by which alike failures are told. */
  readonly cause: string;
}
