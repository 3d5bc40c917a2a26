import type { Clock } from "../clock";
import { type Callers, createCallers } from "./callers";
import { createDomains, type Domains } from "./domains";
import type { Durations } from "./durations";
import { createOutside, type Outside } from "./outside";
import { createPools, type Pools } from "./pools";
import type { Quotas } from "./quotas";
import type { Snapshot } from "./snapshot";

/** Everything that calls look at and change. */
export interface Cloud {
  readonly callers: Callers;
  readonly pools: Pools;
  readonly domains: Domains;
  readonly outside: Outside;
  readonly quotas: Readonly<Quotas>;
  /** Grows with every change of what a snapshot holds. */
  revision(): number;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}

export interface CloudOptions {
  readonly clock: Clock;
  readonly region: string;
  readonly accountId: string;
  readonly durations: Durations;
  readonly readDelay: number;
  readonly quotas: Readonly<Quotas>;
  /** Told of every change of what a snapshot holds. */
  onChange(): void;
}

export function createCloud(options: CloudOptions): Cloud {
  const { clock, region, accountId, durations, readDelay, quotas, onChange } = options;
  let revision = 0;
  const changed = (): void => {
    revision += 1;
    onChange();
  };
  const callers = createCallers(clock, accountId);
  const pools = createPools(clock, { region, accountId }, changed);
  const domains = createDomains(clock, durations, readDelay, changed);
  const outside = createOutside(changed);

  return {
    callers,
    pools,
    domains,
    outside,
    quotas,
    revision: () => revision,
    snapshot: () => ({
      version: 1,
      pools: pools.records(),
      domains: domains.records(),
      outside: outside.records(),
      made: { pools: pools.made(), domains: domains.made() },
    }),
    restore(snapshot) {
      pools.restore(snapshot.pools, snapshot.made.pools);
      domains.restore(snapshot.domains, snapshot.made.domains);
      outside.restore(snapshot.outside);
    },
  };
}
