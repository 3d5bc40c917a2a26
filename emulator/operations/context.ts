import type { Caller, Callers } from "../callers";
import type { BadEnd, Domains } from "../domains";
import type { Pools } from "../pools";

/** What an operation works on, and for whom. */
export interface Context {
  readonly region: string;
  readonly caller: Caller;
  readonly callers: Callers;
  readonly pools: Pools;
  readonly domains: Domains;
  /** How the create or update of a domain is to end, if a fault has hold of it. */
  readonly badEnd?: BadEnd;
}
