import assert from "node:assert/strict";
import type { DomainPatch } from "../../emulator/index";
import { useCloud } from "./support/cloud";
import { certificateArn } from "./support/domains";
import { assertEncrypted } from "./support/encrypted";
import { assertSucceeded, everythingShown } from "./support/outcome";
import { javascript } from "./support/programs";
import type { State } from "./support/state";
import { outcomeOf, useStack } from "./support/story";

interface Level {
  /** What must be read nowhere; none where it is a value that many have. */
  hidden?: string;
  /** Whether messages tell it all the same, as SECURITY.md says. */
  isTold?: true;
  /** As the program says it. */
  secret(hidden: string): string;
  /** Where it stands among inputs and outputs. */
  at: readonly string[];
  /** What somebody changes behind everybody's back, and what of that must be read nowhere, either. */
  drift?: DomainPatch;
  found?: string;
}

/** What is secret of each domain. */
const levels: Record<string, Level> = {
  userPoolId: {
    hidden: "us-east-1_Hidden001",
    secret: (hidden) => `userPoolId: pulumi.secret("${hidden}")`,
    at: ["userPoolId"],
  },
  customDomainConfig: {
    hidden: certificateArn("whole"),
    secret: (hidden) => `customDomainConfig: pulumi.secret({ certificateArn: "${hidden}" })`,
    at: ["customDomainConfig"],
    drift: { certificateArn: certificateArn("another-whole") },
    found: certificateArn("another-whole"),
  },
  certificateArn: {
    hidden: certificateArn("inner"),
    secret: (hidden) => `customDomainConfig: { certificateArn: pulumi.secret("${hidden}") }`,
    at: ["customDomainConfig", "certificateArn"],
  },
  securityPolicy: {
    hidden: "TLS_V1_3_2025",
    isTold: true,
    secret: (hidden) =>
      `customDomainConfig: {
         certificateArn: "${certificateArn("seen")}",
         securityPolicy: pulumi.secret("${hidden}"),
       }`,
    at: ["customDomainConfig", "securityPolicy"],
    drift: { securityPolicy: "TLS_V1_2_2021" },
  },
  managedLoginVersion: {
    secret: () => "managedLoginVersion: pulumi.secret(1)",
    at: ["managedLoginVersion"],
    drift: { managedLoginVersion: 2 },
  },
  routing: {
    hidden: "hidden-with-routing",
    secret: (hidden) =>
      `routing: pulumi.secret({ failover: ${JSON.stringify(failoverTo("us-west-2", hidden))} })`,
    at: ["routing"],
    drift: { failover: failoverTo("us-west-2", "found-with-routing") },
    found: "found-with-routing",
  },
  failover: {
    hidden: "hidden-with-failover",
    secret: (hidden) =>
      `routing: { failover: pulumi.secret(${JSON.stringify(failoverTo("us-west-2", hidden))}) }`,
    at: ["routing", "failover"],
    drift: { failover: failoverTo("us-west-2", "found-with-failover") },
    found: "found-with-failover",
  },
  secondaryRegion: {
    hidden: "ap-southeast-4",
    secret: (hidden) =>
      `routing: { failover: { secondaryRegion: pulumi.secret("${hidden}"), primaryRoute53HealthCheckId: "seen" } }`,
    at: ["routing", "failover", "secondaryRegion"],
    drift: { failover: failoverTo("ap-southeast-3", "seen") },
    found: "ap-southeast-3",
  },
  healthCheckId: {
    hidden: "hidden-health-check",
    secret: (hidden) =>
      `routing: { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: pulumi.secret("${hidden}") } }`,
    at: ["routing", "failover", "primaryRoute53HealthCheckId"],
    drift: { failover: failoverTo("us-west-2", "found-health-check") },
    found: "found-health-check",
  },
  region: { secret: () => 'region: pulumi.secret("us-east-1")', at: ["region"] },
  timeouts: {
    hidden: "41m7s",
    secret: (hidden) => `timeouts: pulumi.secret({ create: "${hidden}" })`,
    at: ["timeouts"],
  },
  timeout: {
    hidden: "47m11s",
    secret: (hidden) => `timeouts: { create: pulumi.secret("${hidden}"), delete: "5m" }`,
    at: ["timeouts", "create"],
  },
  waitForDeployment: { secret: () => "waitForDeployment: pulumi.secret(true)", at: ["waitForDeployment"] },
  adoptExisting: { secret: () => "adoptExisting: pulumi.secret(true)", at: ["adoptExisting"] },
};

/** What must not be read, and of which level it is. */
const everythingHidden = Object.entries(levels).flatMap(([name, { hidden = [], found = [] }]) =>
  [hidden, found].flat().map((text) => ({ name, text })),
);

function nameOf(level: string): string {
  return `${level.toLowerCase()}.example.com`;
}

function failoverTo(secondaryRegion: string, primaryRoute53HealthCheckId: string) {
  return { secondaryRegion, primaryRoute53HealthCheckId };
}

describe("an input that is secret", () => {
  const cloud = useCloud();
  const names = Object.keys(levels);
  const stack = useStack(cloud, () =>
    javascript(
      ...Object.entries(levels).map(([name, { hidden = "", secret }]) => {
        const id = name === "userPoolId" ? hidden : cloud.emulator.createPool().id;
        if (name === "userPoolId") cloud.emulator.createPool({ id });
        return `exports.${name} = new UserPoolDomain("${name}", {
          domain: "${nameOf(name)}",
          userPoolId: "${id}",
          customDomainConfig: { certificateArn: "${certificateArn("seen")}" },
          ${secret(hidden)},
        });`;
      }),
    ),
  );
  const create = outcomeOf(() => stack.up("--diff"));
  const same = outcomeOf(() => stack.up("--diff"));
  const states = { refreshed: {} as State, drifted: {} as State };
  const refresh = outcomeOf(async () => {
    const outcome = await stack.refresh("--diff");
    Object.assign(states.refreshed, await stack.state());
    return outcome;
  });
  const refreshAfterDrift = outcomeOf(async () => {
    for (const [name, { drift }] of Object.entries(levels)) {
      if (drift) cloud.emulator.changeDomain(nameOf(name), drift);
    }
    const outcome = await stack.refresh("--diff");
    Object.assign(states.drifted, await stack.state());
    return outcome;
  });

  const commands = {
    "a create": create,
    "an up without a change": same,
    "a refresh": refresh,
    "a refresh that finds others": refreshAfterDrift,
  };
  for (const [command, outcome] of Object.entries(commands)) {
    it(`is not shown in ${command}`, () => {
      assertSucceeded(outcome);
      for (const { name, text } of everythingHidden) {
        if (!levels[name]?.isTold) assert.ok(!everythingShown(outcome).includes(text), name);
      }
    });
  }

  it("leads to no change of its own", () => {
    assert.deepEqual(
      same.steps.map(({ op }) => op),
      names.map(() => "same"),
    );
  });

  for (const [when, state] of Object.entries(states)) {
    for (const [name, { at }] of Object.entries(levels)) {
      it(`is encrypted among inputs and outputs of the state, once ${when}: ${name}`, () => {
        const { inputs, outputs } = state.resource(name);
        for (const values of [inputs, outputs]) assertEncrypted(values, at);
      });
    }

    it(`is nowhere else in the state, once ${when}`, () => {
      for (const { name, text } of everythingHidden) assert.ok(!state.text.includes(text), name);
    });
  }

  it("leaves readable what isn't secret", () => {
    assert.ok(states.refreshed.text.includes(certificateArn("seen")));
  });
});
