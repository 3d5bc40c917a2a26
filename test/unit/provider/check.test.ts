import assert from "node:assert/strict";
import { checkInputs } from "../../../provider/check";
import { unknownValue } from "../../../provider/unknown";
import { certificate, customInputs, prefixInputs } from "./support";

const failuresOf = (inputs: object) => checkInputs({ ...inputs }).failures.map(({ reason }) => reason);

const custom = (given: object) => ({ ...customInputs(), ...given });
const prefix = (given: object) => ({ ...prefixInputs(), ...given });
const named = (domain: unknown) => custom({ domain });
const certified = (certificateArn: unknown) => custom({ customDomainConfig: { certificateArn } });
const failingOverTo = (secondaryRegion: unknown) =>
  custom({ routing: { failover: { secondaryRegion, primaryRoute53HealthCheckId: "check-1" } } });

describe("A check", () => {
  describe("takes", () => {
    const cases: [string, object][] = [
      ["a prefix", prefixInputs()],
      ["a prefix of one character", prefix({ domain: "a" })],
      ["a prefix of 63 characters", prefix({ domain: "a".repeat(63) })],
      ["a prefix with digits and hyphens", prefix({ domain: "9-lives-0" })],
      ["a custom domain", customInputs()],
      ["a custom domain of many labels", named("a.b.c.d.example.co.uk")],
      ["a custom domain of 63 characters", named(`${"a".repeat(51)}.example.com`)],
      [
        "a custom domain with reserved words, which only prefixes may not hold",
        named("cognito.aws.example.com"),
      ],
      ["an international name in its xn-- form", named("xn--bcher-kva.example.com")],
      ["managed login", prefix({ managedLoginVersion: 2 })],
      [
        "a security policy",
        custom({ customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "TLS_V1_3_2025" } }),
      ],
      ["a failover to another Region", failingOverTo("eu-west-1")],
      ["routing without failover, on a prefix too", prefix({ routing: {} })],
      ["timeouts", prefix({ timeouts: { create: "1h30m", update: "90s", delete: "500ms" } })],
      ["a pool of a server that numbers pools its own way", prefix({ userPoolId: "local_2ax" })],
    ];
    for (const [what, inputs] of cases) it(what, () => assert.deepEqual(failuresOf(inputs), []));
  });

  // Each thing that is refused or warned of is a row of test/unit/provider/bad-input.
  describe("refuses", () => {
    it("everything that is wrong at once", () => {
      assert.equal(failuresOf({ domain: "A", userPoolId: "x", regoin: "y" }).length, 3);
    });

    it("a very long value without repeating all of it", () => {
      const [reason = ""] = failuresOf(prefix({ domain: "a".repeat(10_000) }));
      assert.ok(reason.length < 300, `${reason.length} characters`);
    });
  });

  describe("of a failover to the Region of the stack", () => {
    const failuresIn = (stackRegion: string | undefined, given: object) =>
      checkInputs({ ...failingOverTo("us-west-2"), ...given }, { stackRegion }).failures.map(
        ({ reason }) => reason,
      );

    it("refuses it where the pool's id has none, since the pool is there", () => {
      const [reason, ...more] = failuresIn("us-west-2", { userPoolId: "local_2ax" });
      assert.match(
        reason ?? "",
        /^routing\.failover\.secondaryRegion "us-west-2" is the user pool's own Region: /,
      );
      assert.deepEqual(more, []);
    });

    const taken: [string, string | undefined, object][] = [
      ["where the stack has another", "eu-west-1", { userPoolId: "local_2ax" }],
      ["where the stack has none", undefined, { userPoolId: "local_2ax" }],
      ["where the pool's id has another", "us-west-2", {}],
      ["where the resource has another", "us-west-2", { userPoolId: "local_2ax", region: "eu-west-1" }],
      ["where the resource's is unknown", "us-west-2", { userPoolId: "local_2ax", region: unknownValue }],
      ["while the pool is unknown", "us-west-2", { userPoolId: unknownValue }],
    ];
    for (const [where, stackRegion, given] of taken) {
      it(`takes it ${where}`, () => assert.deepEqual(failuresIn(stackRegion, given), []));
    }
  });

  describe("passes over what is unknown in preview", () => {
    const cases: [string, object][] = [
      [
        "every input",
        {
          domain: unknownValue,
          userPoolId: unknownValue,
          customDomainConfig: unknownValue,
          managedLoginVersion: unknownValue,
          routing: unknownValue,
          region: unknownValue,
          timeouts: unknownValue,
          waitForDeployment: unknownValue,
          adoptExisting: unknownValue,
        },
      ],
      ["a nested certificate", certified(unknownValue)],
      ["a nested Region", failingOverTo(unknownValue)],
      [
        "whether a dotted name is a custom domain",
        prefix({ domain: "auth.example.com", customDomainConfig: unknownValue }),
      ],
      [
        "the kind that routing needs",
        prefix({
          domain: unknownValue,
          customDomainConfig: unknownValue,
          routing: { failover: { secondaryRegion: "eu-west-1", primaryRoute53HealthCheckId: "c" } },
        }),
      ],
    ];
    for (const [what, inputs] of cases) it(what, () => assert.deepEqual(failuresOf(inputs), []));
  });

  describe("of inputs that are secret", () => {
    const hidden = "arn:aws:acm:eu-west-1:123456789012:certificate/hidden";
    const found = (inputs: object, ...secrets: string[]) =>
      checkInputs({ ...inputs }, { secrets }).failures.map(
        ({ property, reason }) => `${property}: ${reason}`,
      );

    it("says what is expected, and nothing of what is there", () => {
      const [reason = ""] = found(certified(hidden), "customDomainConfig.certificateArn");
      assert.match(
        reason,
        /^customDomainConfig\.certificateArn: customDomainConfig\.certificateArn isn't right, and not shown here, since a secret is part of it; expected a string\. The ACM certificate, in us-east-1\./,
      );
      assert.doesNotMatch(reason, /hidden|eu-west-1/);
    });

    it("says nothing of what stands in a secret object, be it a name, and says so once", () => {
      const config = { certificateArn: hidden, hiddenName: 1 };
      const [reason = "", ...more] = found(custom({ customDomainConfig: config }), "customDomainConfig");
      assert.match(reason, /^customDomainConfig: .*expected an object with certificateArn/);
      assert.doesNotMatch(reason, /hidden/);
      assert.deepEqual(more, []);
    });

    it("doesn't repeat a secret in what it says of another input", () => {
      const inputs = {
        ...failingOverTo("eu-west-1"),
        userPoolId: "eu-west-1_AbCdEf123",
        region: "eu-west-1",
      };
      assert.match(found(inputs).join(), /secondaryRegion "eu-west-1" is the user pool's own Region/);
      assert.doesNotMatch(found(inputs, "region").join(), /"eu-west-1"/);
    });

    it("says of the other inputs what it always says", () => {
      assert.deepEqual(found(certified(hidden), "region"), found(certified(hidden)));
    });
  });
});
