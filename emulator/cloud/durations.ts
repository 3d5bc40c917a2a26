import type { DomainKind } from "./domain";

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

/** How long the steps of a domain's life take. */
export type Durations = Record<DomainKind, StepDurations>;

/**
 * "quick": a second or so for prefix, some seconds for custom domains. "realistic": about as long as in the service.
 * Or each in milliseconds, where what is left out is quick.
 */
export type DurationOptions =
  | "quick"
  | "realistic"
  | { readonly [Kind in DomainKind]?: Readonly<Partial<StepDurations>> };

/** Long enough to be seen in a demo, short enough to wait for. */
const quick: Durations = {
  prefix: { create: 1000, update: 500, delete: 500, nameRelease: 500 },
  custom: { create: 3000, update: 2000, delete: 1500, nameRelease: 2000 },
};

// A create takes up to 1 minute for a prefix and about 5 to 15 minutes for a custom domain, and so does a change of
// branding up to 1 and 5 minutes (Amazon Cognito API reference). Acceptance tests of Terraform's AWS provider, a
// create and a delete each, took 44 to 55 s and 556 to 1044 s. A name stays taken for minutes (terraform-provider-aws
// issue 28124).
const realistic: Durations = {
  prefix: { create: 30_000, update: 30_000, delete: 10_000, nameRelease: 120_000 },
  custom: { create: 600_000, update: 300_000, delete: 120_000, nameRelease: 300_000 },
};

/** @param speed how many times as fast the steps go */
export function durationsOf(options: DurationOptions, speed: number): Durations {
  const { prefix, custom } =
    options === "quick"
      ? quick
      : options === "realistic"
        ? realistic
        : { prefix: { ...quick.prefix, ...options.prefix }, custom: { ...quick.custom, ...options.custom } };
  return { prefix: divided(prefix, speed), custom: divided(custom, speed) };
}

function divided(steps: StepDurations, speed: number): StepDurations {
  return {
    create: steps.create / speed,
    update: steps.update / speed,
    delete: steps.delete / speed,
    nameRelease: steps.nameRelease / speed,
  };
}
