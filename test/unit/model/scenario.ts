import fc from "fast-check";
import type { DomainKind, DomainPatch, Fault, Quotas, StepDurations } from "../../../emulator/index";
import type { DomainInputs } from "../../../provider/inputs";
import { certificate } from "../provider/support";

/** One story, as plain data: it prints as it is, replays as it is, and shrinks part by part. */
export interface Scenario {
  /** What decides the provider's jitter. */
  jitter: number;
  readDelay: number;
  durations: Readonly<Record<DomainKind, StepDurations>>;
  quotas: Quotas;
  /** Domains that somebody else has from the start. */
  somebodys: SomebodysDomain[];
  commands: Command[];
}

/** One run of `pulumi`, and what happens around it. */
export interface Command {
  run: "up" | "up --refresh" | "refresh" | "destroy";
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
  /** Changes what can change in place, from whatever it is to something else. */
  | { resource: ResourceName; turn: "branding" | "certificate" | "failover" }
  | { resource: ResourceName; change: Change }
  | { resource: ResourceName; remove: true };

/** Null takes out what was there. */
export type Change = { [K in keyof DomainInputs]?: DomainInputs[K] | null };

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

// Few of each, so that they collide, but not all the time.
const prefixNames = ["alpha", "beta"] as const;
const customNames = ["auth.example.com", "login.example.com"] as const;
const anyName = fc.constantFrom(...prefixNames, ...customNames);
const ownPools = [pools.one, pools.two, pools.europe] as const;
const anyPool = fc.constantFrom(...Object.values(pools));

function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

const certificates = fc.constantFrom(certificate("a"), certificate("b"));
const policies = fc.constantFrom("TLS_V1_2_2021" as const, "TLS_V1_3_2025" as const);
const versions = fc.constantFrom(1 as const, 2 as const);
const failover = fc.constantFrom("us-west-2", "ap-south-1").map((secondaryRegion) => ({
  secondaryRegion,
  primaryRoute53HealthCheckId: "check",
}));
const routing = fc.record({ failover }, { requiredKeys: [] });
const customDomainConfig = fc.record(
  { certificateArn: certificates, securityPolicy: policies },
  { requiredKeys: ["certificateArn"] },
);
const timeout = fc.constantFrom("2s", "20s", "90s");
const timeouts = fc.record({ create: timeout, update: timeout, delete: timeout }, { requiredKeys: [] });

/** What a resource is declared with at first: as a rule the names and the pool that the other one doesn't have. */
function inputsOf(resource: ResourceName): fc.Arbitrary<DomainInputs> {
  const [one, other] = resource === "login" ? ([0, 1] as const) : ([1, 0] as const);
  const settings = {
    userPoolId: mostly(ownPools[one], ...ownPools),
    managedLoginVersion: versions,
    timeouts,
    waitForDeployment: fc.constantFrom(true, true, false),
    adoptExisting: fc.constantFrom(false, false, true),
  };
  const required = ["domain", "userPoolId", "timeouts"] as const;
  return fc.oneof(
    fc.record(
      { domain: mostly(prefixNames[one], prefixNames[other]), ...settings },
      { requiredKeys: [...required] },
    ),
    fc.record(
      { domain: mostly(customNames[one], customNames[other]), customDomainConfig, routing, ...settings },
      { requiredKeys: [...required, "customDomainConfig"] },
    ),
  );
}

/** Of the parts that a person changes one at a time. What doesn't fit the kind of domain is left out when it is made. */
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ domain: anyName }) },
  { weight: 1, arbitrary: fc.record({ userPoolId: fc.constantFrom(...ownPools) }) },
  { weight: 2, arbitrary: fc.record({ managedLoginVersion: fc.option(versions) }) },
  { weight: 3, arbitrary: fc.record({ customDomainConfig }) },
  { weight: 2, arbitrary: fc.record({ routing: fc.option(routing) }) },
  { weight: 1, arbitrary: fc.record({ timeouts }) },
  { weight: 1, arbitrary: fc.record({ waitForDeployment: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ adoptExisting: fc.boolean() }) },
);

const resource = fc.constantFrom<ResourceName>("login", "shop");
const declaration = resource.chain(declarationOf);

function declarationOf(resource: ResourceName) {
  return fc.record({ resource: fc.constant(resource), declare: inputsOf(resource) });
}

const turn = fc.constantFrom("branding" as const, "certificate" as const, "failover" as const);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ resource, turn }) },
  { weight: 5, arbitrary: fc.record({ resource, change }) },
  { weight: 2, arbitrary: declaration },
  { weight: 1, arbitrary: fc.record({ resource, remove: fc.constant(true as const) }) },
);

// An update is the rarest of the calls, so that most of what is aimed at one meets none.
const changingOperation = fc.oneof(
  { weight: 1, arbitrary: fc.constant("CreateUserPoolDomain" as const) },
  { weight: 4, arbitrary: fc.constant("UpdateUserPoolDomain" as const) },
  { weight: 3, arbitrary: fc.constant("DeleteUserPoolDomain" as const) },
);
const operation = fc.oneof(
  { weight: 9, arbitrary: changingOperation },
  { weight: 1, arbitrary: fc.constant("DescribeUserPoolDomain" as const) },
  { weight: 1, arbitrary: fc.constant("*" as const) },
);
const times = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(1, 1, 2, 5) },
  { weight: 1, arbitrary: fc.constant("always" as const) },
);
const after = fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 4);
const error = fc.constantFrom(
  { name: "TooManyRequestsException" },
  { name: "ConcurrentModificationException" },
  { name: "InternalErrorException" },
  { name: "NotAuthorizedException" },
);
// What is kept from its effect is tried again, and meets the fault once more.
const effect = fc.constantFrom("before" as const, "after" as const, "after" as const);
// As often as there are ways of each.
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ operation, after, times, error }) },
  { weight: 2, arbitrary: fc.record({ operation, after, times, drop: effect }) },
  { weight: 2, arbitrary: fc.record({ operation, after, times, hang: effect }) },
  { weight: 2, arbitrary: fc.record({ operation, after, times, garbage: effect }) },
  {
    weight: 3,
    arbitrary: fc.record({
      operation: changingOperation,
      domainStatus: fc.constantFrom("FAILED" as const, "stuck" as const),
    }),
  },
);

const patch: fc.Arbitrary<DomainPatch> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ managedLoginVersion: fc.constantFrom(1, 2) }) },
  { weight: 1, arbitrary: fc.record({ certificateArn: certificates }) },
  { weight: 2, arbitrary: fc.record({ securityPolicy: policies }) },
  { weight: 1, arbitrary: fc.record({ failover: fc.option(failover) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      status: fc.constantFrom("FAILED" as const, "UPDATING" as const, "DELETING" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: anyPool.map((userPoolId) => ({
      userPoolId,
      accountId: userPoolId === pools.others ? otherAccount : "123456789012",
    })),
  },
);
const somebodysDomain = fc.record({ domain: anyName, userPoolId: anyPool });
const moment = fc.constantFrom(0, 0, 1, 2, 3);
const outside: fc.Arbitrary<Outside> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ after: moment, somebodyDeletes: anyName }) },
  { weight: 4, arbitrary: fc.record({ after: moment, somebodyChanges: anyName, patch }) },
  { weight: 1, arbitrary: fc.record({ after: moment, somebodyCreates: somebodysDomain }) },
);

/** Now and then some of that kind. */
function now<T>(arbitrary: fc.Arbitrary<T>, most = 2): fc.Arbitrary<T[]> {
  return fc.oneof(fc.constant<T[]>([]), fc.array(arbitrary, { minLength: 1, maxLength: most }));
}

/** As a rule nothing of that kind. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: now(arbitrary) });
}

const around = {
  faults: now(fault, 3),
  outside: seldom(outside),
  // At once, sooner than reads know of the run before, and later.
  pause: fc.constantFrom(0, 500, 10_000, 10_000, 600_000),
};
const firstCommand: fc.Arbitrary<Command> = fc.record({
  run: fc.constant("up"),
  edits: fc
    .tuple(declarationOf("login"), fc.option(declarationOf("shop")))
    .map(([login, shop]) => (shop ? [login, shop] : [login])),
  ...around,
});
const command: fc.Arbitrary<Command> = fc.record({
  run: fc.constantFrom(
    "up",
    "up",
    "up",
    "up",
    "up",
    "up",
    "up --refresh",
    "up --refresh",
    "refresh",
    "destroy",
  ),
  edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
  ...around,
});

const minute = 60_000;
/** From at once to longer than the timeouts. */
const steps = fc.record({
  create: fc.constantFrom(0, 1_000, 30_000, 3 * minute),
  update: fc.constantFrom(0, 1_000, 30_000, 3 * minute),
  delete: fc.constantFrom(0, 1_000, 30_000, 3 * minute),
  nameRelease: fc.constantFrom(0, 1_000, 2 * minute),
});

const anyScenario: fc.Arbitrary<Scenario> = fc.record({
  jitter: fc.nat(1_000),
  readDelay: fc.constantFrom(0, 0, 1_000, 5_000),
  durations: fc.record({ prefix: steps, custom: steps }),
  quotas: fc.constantFrom<Quotas>({}, {}, {}, { customDomains: 1 }, { requestsPerSecond: 5 }),
  somebodys: seldom(somebodysDomain),
  commands: fc
    .tuple(firstCommand, fc.array(command, { maxLength: 7 }))
    .map(([first, others]) => [first, ...others]),
});

/** A story in which nothing goes wrong but what passes, with time enough for everything. */
function patient(scenario: Scenario): Scenario {
  const { durations, commands } = scenario;
  return {
    ...scenario,
    durations: { prefix: brief(durations.prefix), custom: brief(durations.custom) },
    quotas: {},
    somebodys: [],
    commands: commands.map((command) => ({
      ...command,
      edits: command.edits.map(withoutTimeouts),
      faults: command.faults.flatMap(passing),
      outside: [],
    })),
  };
}

function brief(steps: StepDurations): StepDurations {
  const entries = Object.entries(steps).map(([step, duration]) => [step, Math.min(duration, 30_000)]);
  return Object.fromEntries(entries);
}

function withoutTimeouts(edit: Edit): Edit {
  if ("declare" in edit) return { ...edit, declare: { ...edit.declare, timeouts: {} } };
  return "change" in edit && edit.change.timeouts ? { ...edit, change: { timeouts: {} } } : edit;
}

function passing(fault: Fault): Fault[] {
  const { operation, after = 0, times = 1 } = fault;
  const name = "error" in fault ? fault.error.name : "TooManyRequestsException";
  const isForAChange = operation !== "*" && operation !== "DescribeUserPoolDomain";
  if (name !== "TooManyRequestsException" && !(name === "ConcurrentModificationException" && isForAChange))
    return [];
  return [{ operation, after, times: times === "always" ? 5 : times, error: { name } }];
}

export const scenarios: fc.Arbitrary<Scenario> = fc.oneof(
  { weight: 4, arbitrary: anyScenario },
  { weight: 1, arbitrary: anyScenario.map(patient) },
);
