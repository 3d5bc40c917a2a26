import assert from "node:assert/strict";
import { checkInputs } from "../../../provider/check";
import { unknownValue } from "../../../provider/unknown";
import { certificate, customInputs, poolId, prefixInputs } from "./support";

type Values = Record<string, unknown>;

const failuresOf = (inputs: object) => checkInputs({ ...inputs }).failures.map(({ reason }) => reason);
const warningsOf = (inputs: object) => checkInputs({ ...inputs }).warnings.map(({ reason }) => reason);

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
      ["a GovCloud certificate", certified("arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/abc")],
    ];
    for (const [what, inputs] of cases) it(what, () => assert.deepEqual(failuresOf(inputs), []));
  });

  describe("refuses", () => {
    const cases: [string, object, RegExp][] = [
      ["nothing at all", {}, /^domain is missing\. The prefix/],
      ["an empty domain", prefix({ domain: "" }), /domain "" is empty: give a prefix/],
      ["a domain that is a number", prefix({ domain: 7 }), /domain is 7; expected a string/],
      [
        "upper case",
        named("Auth.example.com"),
        /"Auth\.example\.com" has upper-case letters: write "auth\.example\.com"/,
      ],
      [
        "64 characters",
        named(`${"a".repeat(52)}.example.com`),
        /has 64 characters; the service takes at most 63/,
      ],
      ["a hyphen first", prefix({ domain: "-app" }), /has a hyphen at an end of "-app"/],
      ["a hyphen last in a label", named("auth-.example.com"), /has a hyphen at an end of "auth-"/],
      ["a trailing dot", named("auth.example.com."), /has an empty label/],
      ["two dots", named("auth..example.com"), /has an empty label/],
      ["an underscore", prefix({ domain: "my_app" }), /has the character "_"/],
      ["an international name", named("bücher.example.com"), /has the character "ü".*xn--/],
      ["a name with blanks around it", named(" auth.example.com"), /has the character " "/],
      ["a URL", named("https://auth.example.com"), /has the character ":"/],
      [
        "a parent that is a top-level domain",
        named("example.com"),
        /has a top-level domain as its parent \(com\).*auth\.example\.com/,
      ],
      [
        "a custom domain of one label",
        named("auth"),
        /is a single label, but customDomainConfig asks for a custom domain/,
      ],
      [
        "a prefix with a dot",
        prefix({ domain: "auth.example.com" }),
        /has a dot, so it is a custom domain: add customDomainConfig\.certificateArn/,
      ],
      ["aws in a prefix", prefix({ domain: "flaws" }), /holds the text "aws"/],
      ["amazon in a prefix", prefix({ domain: "my-amazon-app" }), /holds the text "amazon"/],
      ["cognito in a prefix", prefix({ domain: "cognito" }), /holds the text "cognito"/],
      [
        "a pool's ARN",
        prefix({ userPoolId: "arn:aws:cognito-idp:us-east-1:1:userpool/us-east-1_A" }),
        /userPoolId ".*" is not a user pool id.*not its name or ARN/,
      ],
      [
        "a pool id of 56 characters",
        prefix({ userPoolId: `us-east-1_${"a".repeat(46)}` }),
        /has 56 characters/,
      ],
      [
        "a configuration without certificate",
        custom({ customDomainConfig: {} }),
        /customDomainConfig\.certificateArn is missing\. The ACM certificate, in us-east-1/,
      ],
      [
        "a configuration that is a text",
        custom({ customDomainConfig: "arn" }),
        /customDomainConfig is "arn"; expected an object with certificateArn, securityPolicy/,
      ],
      [
        "a certificate that is no ARN",
        certified("11111111-2222-3333-4444"),
        /is not an ARN\. Expected arn:aws:acm:us-east-1/,
      ],
      [
        "a certificate in another Region",
        certified("arn:aws:acm:eu-west-1:123456789012:certificate/abc"),
        /is a certificate in eu-west-1.*us-east-1 only/,
      ],
      [
        "an IAM server certificate",
        certified("arn:aws:iam::123456789012:server-certificate/abc"),
        /is not the ARN of an ACM certificate/,
      ],
      [
        "an ARN without certificate id",
        certified("arn:aws:acm:us-east-1:123456789012:certificate/"),
        /no certificate id/,
      ],
      ["a short account", certified("arn:aws:acm:us-east-1:1234:certificate/abc"), /no account of 12 digits/],
      [
        "an unknown security policy",
        custom({ customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "TLS_V1_2" } }),
        /securityPolicy is "TLS_V1_2"; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025/,
      ],
      [
        "a branding version that is a text",
        prefix({ managedLoginVersion: "2" }),
        /managedLoginVersion is "2"; allowed: 1, 2 as a number.*requireNumber/,
      ],
      ["branding version 3", prefix({ managedLoginVersion: 3 }), /managedLoginVersion is 3; allowed: 1, 2/],
      ["routing on a prefix", prefix({ routing: { failover: {} } }), /routing is only for custom domains/],
      ["a failover to the pool's own Region", failingOverTo("us-east-1"), /is the user pool's own Region/],
      ["a failover to nowhere", failingOverTo("Oregon"), /is not the name of an AWS Region/],
      ["a failover without its parts", custom({ routing: { failover: {} } }), /secondaryRegion is missing/],
      [
        "a health check of 65 characters",
        custom({
          routing: {
            failover: { secondaryRegion: "eu-west-1", primaryRoute53HealthCheckId: "x".repeat(65) },
          },
        }),
        /has 65 characters/,
      ],
      [
        "a Region that is none",
        prefix({ region: "earth" }),
        /region "earth" is not the name of an AWS Region/,
      ],
      [
        "a timeout without unit",
        prefix({ timeouts: { create: "60" } }),
        /timeouts\.create "60" is not a duration/,
      ],
      ["a timeout of nothing", prefix({ timeouts: { create: "0s" } }), /no time at all/],
      ["a timeout of two days", prefix({ timeouts: { create: "48h" } }), /longer than a day/],
      [
        "a wish to wait that is a text",
        prefix({ waitForDeployment: "false" }),
        /waitForDeployment is "false"; expected true or false/,
      ],
      [
        "an unknown property, with the nearest known one",
        prefix({ userPoolID: poolId }),
        /userPoolID is not a property of a user pool domain; did you mean userPoolId\?/,
      ],
      [
        "an unknown nested property",
        custom({ customDomainConfig: { certificateArn: certificate("a"), certificate: "x" } }),
        /customDomainConfig\.certificate is not a property.*did you mean customDomainConfig\.certificateArn/,
      ],
      [
        "properties of every object",
        { ...prefixInputs(), ["toString"]: "x" } as Values,
        /toString is not a property/,
      ],
      [
        "a list where an object belongs",
        custom({ customDomainConfig: [certificate("a")] }),
        /customDomainConfig is \["arn:.*expected an object/,
      ],
    ];
    for (const [what, inputs, reason] of cases)
      it(what, () => assert.match(failuresOf(inputs)[0] ?? "nothing", reason));

    it("everything that is wrong at once", () => {
      assert.equal(failuresOf({ domain: "A", userPoolId: "x", regoin: "y" }).length, 3);
    });

    it("a very long value without repeating all of it", () => {
      const [reason = ""] = failuresOf(prefix({ domain: "a".repeat(10_000) }));
      assert.ok(reason.length < 300, `${reason.length} characters`);
    });
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

  describe("warns", () => {
    it("of TLS 1.0", () => {
      const inputs = custom({
        customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "TLS_V1" },
      });
      assert.match(warningsOf(inputs)[0] ?? "", /"TLS_V1" lets browsers sign in over TLS 1\.0/);
    });

    it("of custom domains in GovCloud and China", () => {
      assert.match(
        warningsOf(certified("arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/a"))[0] ?? "",
        /GovCloud/,
      );
      assert.match(
        warningsOf(certified("arn:aws-cn:acm:cn-north-1:123456789012:certificate/abc"))[0] ?? "",
        /China/,
      );
    });
  });
});
