import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { useCloud } from "./support/cloud";
import { certificateArn, customDomain } from "./support/domains";
import { assertSucceeded, everythingShown, operationsOfEngine } from "./support/outcome";
import { javascript, type Program } from "./support/programs";
import type { Outcome } from "./support/stack";
import { outcomeOf, useStack } from "./support/story";

const secret = certificateArn("5ec2e7");
const foundSecret = certificateArn("f00d");
const nextSecret = certificateArn("0e57");

describe("a certificate that is secret", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  const stack = useStack(cloud, () => {
    wanted = customDomain(cloud);
    return programWith(secret);
  });

  function programWith(certificate: string): Program {
    const { domain, userPoolId } = wanted;
    return javascript(
      `exports.login = new UserPoolDomain("login", {
         ...${JSON.stringify({ domain, userPoolId })},
         customDomainConfig: { certificateArn: pulumi.secret("${certificate}") },
       });`,
    );
  }

  async function assertKeptSecret(): Promise<void> {
    const { text, resource } = await stack.state();
    const { inputs, outputs } = resource("login");
    for (const values of [inputs, outputs]) {
      assert.match(JSON.stringify(values["customDomainConfig"]), /"ciphertext"/);
    }
    assertHidden(text);
  }

  function assertNotShown(outcome: Outcome): void {
    assertHidden(everythingShown(outcome));
  }

  function assertHidden(text: string): void {
    for (const hidden of [secret, foundSecret, nextSecret]) assert.ok(!text.includes(hidden), text);
  }

  describe("in a create", () => {
    const up = outcomeOf(() => stack.up());

    it("reaches the service", () => {
      assertSucceeded(up);
      const live = cloud.emulator.domain("auth.example.com");
      assert.equal(live?.customDomainConfig?.certificateArn, secret);
    });

    it("is encrypted in the state, among inputs and outputs", assertKeptSecret);
    it("is not shown", () => assertNotShown(up));
  });

  describe("in an up without a change", () => {
    const up = outcomeOf(() => stack.up());

    it("leads to no update", () => assert.deepEqual(operationsOfEngine(up), ["same login"]));
  });

  describe("in a refresh that finds another one", () => {
    const refresh = outcomeOf(() => {
      cloud.emulator.changeDomain("auth.example.com", { certificateArn: foundSecret });
      return stack.refresh("--diff");
    });

    it("is encrypted in the state, among inputs and outputs", async () => {
      assertSucceeded(refresh);
      await assertKeptSecret();
    });

    it("is not shown", () => assertNotShown(refresh));
  });

  describe("in an update", () => {
    const up = outcomeOf(async () => {
      await stack.write(programWith(nextSecret));
      return stack.up("--diff");
    });

    it("reaches the service", () => {
      assertSucceeded(up);
      const live = cloud.emulator.domain("auth.example.com");
      assert.equal(live?.customDomainConfig?.certificateArn, nextSecret);
    });

    it("is encrypted in the state, among inputs and outputs", assertKeptSecret);
    it("is not shown", () => assertNotShown(up));
  });
});

describe("an input that is secret", () => {
  const cloud = useCloud();
  /** What is secret of each domain, as its program says it, and where that stands among inputs and outputs. */
  const levels: Record<string, { hidden: string; secret(hidden: string): string; at: readonly string[] }> = {
    userPoolId: {
      hidden: "us-east-1_Hidden001",
      secret: (hidden) => `userPoolId: pulumi.secret("${hidden}")`,
      at: ["userPoolId"],
    },
    customDomainConfig: {
      hidden: certificateArn("whole"),
      secret: (hidden) => `customDomainConfig: pulumi.secret({ certificateArn: "${hidden}" })`,
      at: ["customDomainConfig"],
    },
    certificateArn: {
      hidden: certificateArn("inner"),
      secret: (hidden) => `customDomainConfig: { certificateArn: pulumi.secret("${hidden}") }`,
      at: ["customDomainConfig", "certificateArn"],
    },
    secondaryRegion: {
      hidden: "ap-southeast-4",
      secret: (hidden) =>
        `routing: { failover: { secondaryRegion: pulumi.secret("${hidden}"), primaryRoute53HealthCheckId: "seen" } }`,
      at: ["routing", "failover", "secondaryRegion"],
    },
    healthCheckId: {
      hidden: "hidden-health-check",
      secret: (hidden) =>
        `routing: { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: pulumi.secret("${hidden}") } }`,
      at: ["routing", "failover", "primaryRoute53HealthCheckId"],
    },
    failover: {
      hidden: "hidden-with-failover",
      secret: (hidden) =>
        `routing: { failover: pulumi.secret({ secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "${hidden}" }) }`,
      at: ["routing", "failover"],
    },
    timeouts: {
      hidden: "47m11s",
      secret: (hidden) => `timeouts: { create: pulumi.secret("${hidden}"), delete: "5m" }`,
      at: ["timeouts", "create"],
    },
  };
  const names = Object.keys(levels);
  const stack = useStack(cloud, () =>
    javascript(
      ...Object.entries(levels).map(([name, { hidden, secret }]) => {
        const id = name === "userPoolId" ? hidden : cloud.emulator.createPool().id;
        if (name === "userPoolId") cloud.emulator.createPool({ id });
        return `exports.${name} = new UserPoolDomain("${name}", {
          domain: "${name.toLowerCase()}.example.com",
          userPoolId: "${id}",
          customDomainConfig: { certificateArn: "${certificateArn("seen")}" },
          ${secret(hidden)},
        });`;
      }),
    ),
  );
  const commands: [name: string, outcome: Outcome][] = [
    ["a create", outcomeOf(() => stack.up("--diff"))],
    ["an up without a change", outcomeOf(() => stack.up("--diff"))],
    ["a refresh", outcomeOf(() => stack.refresh("--diff"))],
  ];
  let text: string;
  before(async function () {
    this.timeout("1m");
    ({ text } = await stack.state());
  });

  for (const [command, outcome] of commands) {
    it(`is not shown in ${command}`, () => {
      assertSucceeded(outcome);
      for (const [name, { hidden }] of Object.entries(levels)) {
        assert.ok(!everythingShown(outcome).includes(hidden), name);
      }
    });
  }

  it("leads to no change of its own", () => {
    assert.deepEqual(
      commands[1]?.[1].steps.map(({ op }) => op),
      names.map(() => "same"),
    );
  });

  for (const name of names) {
    it(`is encrypted among inputs, outputs and exports of the state: ${name}`, async () => {
      const { hidden = "", at = [] } = levels[name] ?? {};
      const { resource } = await stack.state();
      for (const values of [resource(name).inputs, resource(name).outputs]) assertEncrypted(values, at);
      assert.ok(!text.includes(hidden), text);
    });
  }

  it("leaves readable what isn't secret", () => assert.ok(text.includes(certificateArn("seen"))));
});

/** At this place, or above it: the engine may keep a whole object secret for the sake of a part. */
function assertEncrypted(values: unknown, [next, ...rest]: readonly string[]): void {
  if (typeof values === "object" && values !== null && "ciphertext" in values) return;
  assert.ok(next !== undefined, `Not encrypted: ${JSON.stringify(values)}`);
  assertEncrypted((values as Record<string, unknown>)[next], rest);
}

describe("a domain whose name is secret", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => {
    const { userPoolId } = customDomain(cloud);
    return javascript(
      `exports.login = new UserPoolDomain("login", { domain: pulumi.secret("whispered"), userPoolId: "${userPoolId}" });`,
    );
  });
  const up = outcomeOf(() => stack.up());

  it("has it encrypted as the input and output of that name", async () => {
    assertSucceeded(up);
    const { inputs, outputs } = (await stack.state()).resource("login");
    for (const values of [inputs, outputs]) assertEncrypted(values, ["domain"]);
  });

  // Pulumi has no secret ids, and a provider isn't told which inputs are secret: SECURITY.md says so.
  it("has it readable in its id and its address, for which the name is known to all the world", async () => {
    const { id, outputs } = (await stack.state()).resource("login");
    assert.equal(id, "whispered");
    assert.match(String(outputs["baseUrl"]), /whispered/);
  });
});

describe("a secret that is refused", () => {
  const cloud = useCloud();
  const wrong = "arn:aws:acm:eu-west-1:123456789012:certificate/unwanted";
  const programWith = (value: string): Program => {
    const { domain, userPoolId } = customDomain(cloud);
    return javascript(
      `new UserPoolDomain("login", {
         ...${JSON.stringify({ domain, userPoolId })},
         customDomainConfig: { certificateArn: ${value} },
       });`,
    );
  };

  describe("and stands in the stack configuration", () => {
    const stack = useStack(cloud, () => programWith('config.requireSecret("certificate")'));
    const preview = outcomeOf(async () => {
      await stack.configureSecret("certificate", wrong);
      return stack.preview();
    });

    it("isn't shown in the message, either", () => {
      assert.match(everythingShown(preview), /certificateArn isn't right, and not shown here/);
      assert.ok(!everythingShown(preview).includes(wrong));
    });
  });

  describe("and was made in the program", () => {
    const stack = useStack(cloud, () => programWith(`pulumi.secret("${wrong}")`));
    const preview = outcomeOf(() => stack.preview());

    it("isn't shown in the message, which says what is expected", () => {
      assert.match(everythingShown(preview), /certificateArn isn't right, and not shown here/);
      assert.match(everythingShown(preview), /The ACM certificate, in us-east-1/);
      assert.ok(!everythingShown(preview).includes(wrong));
    });
  });
});
