import type { DomainKind } from "./domains";

/** How long the steps of one kind of domain take, in milliseconds, 0 or more. */
export interface StepDurations {
  /** From the call until ACTIVE. */
  create: number;
  /** From the call until ACTIVE. */
  update: number;
  /** From the call until Describe finds nothing. */
  delete: number;
  /** From then until the name can be taken again. */
  nameRelease: number;
}

/** How long the steps of a domain's life take. The service takes seconds for prefix, minutes for custom domains. */
export type Durations = Record<DomainKind, StepDurations>;

/** The same, where everything that is left out takes its default. */
export type DurationOptions = { [Kind in DomainKind]?: Partial<StepDurations> };

/** Long enough to be seen in a demo, short enough to wait for. */
export const defaultDurations: Durations = {
  prefix: { create: 1000, update: 500, delete: 500, nameRelease: 500 },
  custom: { create: 3000, update: 2000, delete: 1500, nameRelease: 2000 },
};

export function withDefaults(options: DurationOptions): Durations {
  return {
    prefix: { ...defaultDurations.prefix, ...options.prefix },
    custom: { ...defaultDurations.custom, ...options.custom },
  };
}
