import fc from "fast-check";
import type { DomainPatch, DurationOptions, Fault } from "../../../emulator/index";
import type { DomainInputs } from "../../../provider/inputs";
import { certificate } from "../provider/support";

/** One story, as plain data: it prints as it is, replays as it is, and shrinks part by part. */
export interface Scenario {
  /** What decides the provider's jitter. */
  jitter: number;
  readDelay: number;
  durations: Exclude<DurationOptions, string>;
  /** Domains that somebody else has from the start. */
  somebodys: SomebodysDomain[];
  commands: Command[];
}

/** One run of `pulumi`, and what happens around it. */
export interface Command {
  run: "up" | "refresh" | "destroy";
  /** How the program was edited before, one resource after the other. */
  edits: Edit[];
  /** What goes wrong with the service; taken back at the end of the run. */
  faults: Fault[];
  /** What other people do before the run or in the midst of it. */
  outside: Outside[];
  /** Milliseconds that pass before the run. */
  pause: number;
}

export type Edit =
  | { resource: ResourceName; declare: DomainInputs }
  | { resource: ResourceName; change: Partial<DomainInputs> }
  | { resource: ResourceName; remove: true };

export type ResourceName = "login" | "shop";

/** Done by somebody else, once the run has made so many calls. */
export type Outside = { after: number } & (
  | { somebodyCreates: SomebodysDomain }
  | { somebodyChanges: string; patch: DomainPatch }
  | { somebodyDeletes: string }
);

export interface SomebodysDomain {
  domain: string;
  userPoolId: string;
}

export const otherAccount = "999999999999";
export const pools = {
  one: "us-east-1_AbCdEf123",
  two: "us-east-1_BcDeFg234",
  europe: "eu-west-1_CdEfGh345",
  others: "us-east-1_DeFgHi456",
} as const;

// Few of each, so that they collide.
const prefixName = fc.constantFrom("alpha", "beta");
const customName = fc.constantFrom("auth.example.com", "login.example.com");
const anyName = fc.oneof(prefixName, customName);
const ownPool = fc.constantFrom(pools.one, pools.two, pools.europe);
const anyPool = fc.constantFrom(...Object.values(pools));

const certificates = fc.constantFrom(certificate("a"), certificate("b"));
const policies = fc.constantFrom("TLS_V1_2_2021" as const, "TLS_V1_3_2025" as const);
const failover = fc.constantFrom("us-west-2", "ap-south-1").map((secondaryRegion) => ({
  secondaryRegion,
  primaryRoute53HealthCheckId: "check",
}));
const customDomainConfig = fc.record(
  { certificateArn: certificates, securityPolicy: policies },
  { requiredKeys: ["certificateArn"] },
);
const timeout = fc.constantFrom("2s", "20s", "90s");
const settings = {
  managedLoginVersion: fc.constantFrom(1 as const, 2 as const),
  timeouts: fc.record({ create: timeout, update: timeout, delete: timeout }, { requiredKeys: [] }),
  waitForDeployment: fc.constantFrom(true, true, false),
  adoptExisting: fc.constantFrom(false, false, true),
};

const prefixInputs = fc.record(
  { domain: prefixName, userPoolId: ownPool, ...settings },
  { requiredKeys: ["domain", "userPoolId", "timeouts"] },
);
const customInputs = fc.record(
  {
    domain: customName,
    userPoolId: ownPool,
    customDomainConfig,
    routing: fc.record({ failover }, { requiredKeys: [] }),
    ...settings,
  },
  { requiredKeys: ["domain", "userPoolId", "customDomainConfig", "timeouts"] },
);

/** Of the parts that a person changes one at a time. What doesn't fit the kind of domain is left out when it is made. */
const change = fc.oneof(
  fc.record({ domain: anyName }),
  fc.record({ userPoolId: ownPool }),
  fc.record({ managedLoginVersion: settings.managedLoginVersion }),
  fc.record({ customDomainConfig }),
  fc.record({ routing: fc.record({ failover }, { requiredKeys: [] }) }),
  fc.record({ timeouts: settings.timeouts }),
  fc.record({ waitForDeployment: fc.boolean() }),
  fc.record({ adoptExisting: fc.boolean() }),
);

const resource = fc.constantFrom<ResourceName>("login", "shop");
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ resource, change }) },
  { weight: 3, arbitrary: fc.record({ resource, declare: fc.oneof(prefixInputs, customInputs) }) },
  { weight: 1, arbitrary: fc.record({ resource, remove: fc.constant(true as const) }) },
);

const changingOperation = fc.constantFrom(
  "CreateUserPoolDomain" as const,
  "UpdateUserPoolDomain" as const,
  "DeleteUserPoolDomain" as const,
);
const operation = fc.oneof(
  changingOperation,
  fc.constantFrom("DescribeUserPoolDomain" as const, "*" as const),
);
const times = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(1, 2, 5) },
  { weight: 1, arbitrary: fc.constant("always" as const) },
);
const after = fc.constantFrom(0, 0, 0, 1, 2, 4);
const error = fc.constantFrom(
  { name: "TooManyRequestsException" },
  { name: "ConcurrentModificationException" },
  { name: "InternalErrorException" },
  { name: "NotAuthorizedException" },
);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ operation, after, times, error }),
  fc.record({ operation, after, times, drop: fc.constantFrom("before" as const, "after" as const) }),
  fc.record({ operation, after, times, garbage: fc.constantFrom("before" as const, "after" as const) }),
  fc.record({
    operation: changingOperation,
    after,
    times,
    domainStatus: fc.constantFrom("FAILED" as const, "stuck" as const),
  }),
);

const patch: fc.Arbitrary<DomainPatch> = fc.oneof(
  fc.record({ managedLoginVersion: fc.constantFrom(1, 2) }),
  fc.record({ certificateArn: certificates }),
  fc.record({ securityPolicy: policies }),
  fc.record({ failover: fc.option(failover) }),
  fc.record({ status: fc.constantFrom("FAILED" as const, "UPDATING" as const, "DELETING" as const) }),
  {
    weight: 4,
    arbitrary: anyPool.map((userPoolId) => ({
      userPoolId,
      accountId: userPoolId === pools.others ? otherAccount : "123456789012",
    })),
  },
);
const somebodysDomain = fc.record({ domain: anyName, userPoolId: anyPool });
const outside: fc.Arbitrary<Outside> = fc.oneof(
  fc.record({ after: fc.constantFrom(0, 0, 1, 2, 3), somebodyDeletes: anyName }),
  fc.record({ after: fc.constantFrom(0, 0, 1, 2, 3), somebodyChanges: anyName, patch }),
  fc.record({ after: fc.constantFrom(0, 0, 1, 2, 3), somebodyCreates: somebodysDomain }),
);

const command: fc.Arbitrary<Command> = fc.record({
  run: fc.constantFrom(
    "up" as const,
    "up" as const,
    "up" as const,
    "up" as const,
    "refresh" as const,
    "destroy" as const,
  ),
  edits: fc.array(edit, { maxLength: 2 }),
  faults: fc.oneof(fc.constant<Fault[]>([]), fc.array(fault, { maxLength: 2 })),
  outside: fc.oneof(fc.constant<Outside[]>([]), fc.array(outside, { maxLength: 1 })),
  pause: fc.constantFrom(0, 10_000, 600_000),
});

const minute = 60_000;
/** From at once to longer than the timeouts. */
const steps = fc.record({
  create: fc.constantFrom(0, 1_000, 30_000, 3 * minute),
  update: fc.constantFrom(0, 1_000, 30_000, 3 * minute),
  delete: fc.constantFrom(0, 1_000, 30_000, 3 * minute),
  nameRelease: fc.constantFrom(0, 1_000, 2 * minute),
});

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  jitter: fc.nat(1_000),
  readDelay: fc.constantFrom(0, 0, 1_000, 5_000),
  durations: fc.record({ prefix: steps, custom: steps }),
  somebodys: fc.array(somebodysDomain, { maxLength: 2 }),
  commands: fc.array(command, { minLength: 1, maxLength: 8 }),
});
