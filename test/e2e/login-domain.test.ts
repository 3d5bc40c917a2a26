import assert from "node:assert/strict";
import { isProven } from "./support/aws/certificate";
import { useAwsPlugin } from "./support/aws-plugin";
import { operations, requestOf } from "./support/calls";
import { useCloud } from "./support/cloud";
import { assertSucceeded, messagesOf, operationsOfEngine } from "./support/outcome";
import { javascript } from "./support/programs";
import type { ResourceInState } from "./support/state";
import { outcomeOf, useStack } from "./support/story";

describe("the life of a login page on a name of one's own", () => {
  // Nothing is there: the service takes a certificate once it is issued, and a domain once its parent has an address.
  const cloud = useCloud({ certificates: [], dns: {} });
  const aws = useAwsPlugin(cloud);
  const stack = useStack(
    cloud,
    () =>
      javascript(
        'const { LoginDomain } = require("pulumi-cognito-domain/login-domain");',
        'const login = new LoginDomain("login", config.requireObject("login"));',
        "exports.url = login.url;",
        'exports.signIn = login.signInUrl({ clientId: "client", redirectUri: "https://example.com/back" });',
        "exports.cloudFrontDistribution = login.cloudFrontDistribution;",
        "exports.certificateArn = login.certificateArn;",
      ),
    () => aws.environment,
  );

  before(async () => {
    await stack.configure({
      "login.domain": "auth.example.com",
      "login.userPoolId": cloud.emulator.createPool({ id: "us-east-1_AbCdEf123", replicas: ["us-west-2"] })
        .id,
      "login.hostedZoneId": "Z0123456789ABCDEFGHIJ",
      "login.parentPlaceholder": "true",
      "login.failover.secondaryRegion": "us-west-2",
    });
  });

  const resource = async (name: string): Promise<ResourceInState> => (await stack.state()).resource(name);
  const certificateInUse = (domain = "auth.example.com") =>
    cloud.emulator.domain(domain)?.customDomainConfig?.certificateArn ?? assert.fail(`no ${domain}`);
  const canBeRenewed = (arn: string) => {
    const certificate = aws.world.certificates.get(arn) ?? assert.fail(`no ${arn}`);
    return isProven(certificate, aws.world);
  };

  describe("the first preview", () => {
    const preview = outcomeOf(() => stack.preview());

    it("shows every resource, and creates nothing", async () => {
      assertSucceeded(preview);
      assert.deepEqual(operationsOfEngine(preview).sort(), [
        "create login",
        "create login-a",
        "create login-aaaa",
        "create login-certificate",
        "create login-certificate-validation",
        "create login-domain",
        "create login-health-check",
        "create login-parent-placeholder",
        "create login-validation",
      ]);
      assert.deepEqual((await stack.state()).resources, []);
    });
  });

  describe("the first up", () => {
    const up = outcomeOf(() => stack.up());

    it("brings up the domain with the certificate that was issued, and its failover", async () => {
      assertSucceeded(up);
      assert.deepEqual(operations(up.calls), ["Create", "Describe"]);
      const { CustomDomainConfig, Routing } = requestOf(up.calls, "Create") as Record<string, unknown>;
      assert.deepEqual(CustomDomainConfig, { CertificateArn: (await resource("login-certificate")).id });
      assert.deepEqual(Routing, {
        Failover: {
          SecondaryRegion: "us-west-2",
          PrimaryRoute53HealthCheckId: (await resource("login-health-check")).id,
        },
      });
    });

    it("leads its name to where CloudFront serves it", async () => {
      const { cloudFrontDistribution } = cloud.emulator.domain("auth.example.com") ?? assert.fail();
      for (const name of ["login-a", "login-aaaa"]) {
        const { inputs } = await resource(name);
        assert.deepEqual(inputs["aliases"], [
          { name: cloudFrontDistribution, zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false },
        ]);
      }
    });

    it("keeps in the state what each resource needs, so that it is destroyed in the other order", async () => {
      const { resources } = await stack.state();
      const named = (urn: string): string => urn.split("::").at(-1) ?? urn;
      const needs = Object.fromEntries(
        resources.map(({ urn, dependencies = [] }) => [named(urn), dependencies.map(named).sort()]),
      );
      assert.deepEqual(needs, {
        login: [],
        "login-certificate": [],
        "login-validation": ["login-certificate"],
        "login-certificate-validation": ["login-certificate", "login-validation"],
        "login-health-check": [],
        "login-parent-placeholder": [],
        "login-domain": ["login-certificate-validation", "login-health-check", "login-parent-placeholder"],
        "login-a": ["login-domain"],
        "login-aaaa": ["login-domain"],
      });
    });

    it("tells where people sign in", async () => {
      const { outputs } = await stack.state();
      const distribution = cloud.emulator.domain("auth.example.com")?.cloudFrontDistribution;
      assert.deepEqual(outputs, {
        url: "https://auth.example.com",
        signIn:
          "https://auth.example.com/oauth2/authorize?response_type=code&client_id=client&redirect_uri=https%3A%2F%2Fexample.com%2Fback",
        cloudFrontDistribution: distribution,
        certificateArn: certificateInUse(),
      });
    });
  });

  describe("an up without a change", () => {
    const up = outcomeOf(() => stack.up());

    it("changes nothing", () => {
      assertSucceeded(up);
      assert.deepEqual([...new Set(up.steps.map(({ op }) => op))], ["same"]);
      assert.deepEqual(up.calls, []);
    });
  });

  describe("another name for the certificate", () => {
    let former: string | undefined;
    before(async () => {
      former = certificateInUse();
      await stack.configure({ "login.subjectAlternativeNames[0]": "login.example.com" });
    });
    const preview = outcomeOf(() => stack.preview());
    const up = outcomeOf(() => stack.up());

    it("is previewed as a change of the domain in place", () => {
      assertSucceeded(preview);
      assert.deepEqual(
        operationsOfEngine(preview).filter((step) => step.endsWith(" login-domain")),
        ["update login-domain"],
      );
      assert.doesNotMatch(messagesOf(preview, "warning"), /outage/);
    });

    it("has the new certificate issued, the domain changed to it, and only then the old one deleted", async () => {
      assertSucceeded(up);
      const steps = operationsOfEngine(up);
      const order = [
        "create-replacement login-certificate",
        "create login-validation-login.example.com",
        "create-replacement login-certificate-validation",
        "update login-domain",
        "delete-replaced login-certificate-validation",
        "delete-replaced login-certificate",
      ];
      assert.deepEqual(
        steps.filter((step) => order.includes(step)),
        order,
      );
      assert.deepEqual(operations(up.calls), ["Describe", "Update", "Describe"]);
      assert.equal(certificateInUse(), (await resource("login-certificate")).id);
      assert.notEqual(certificateInUse(), former);
    });

    it("leaves the records of the names that stay", () => {
      for (const name of ["login-validation", "login-a", "login-aaaa"])
        assert.ok(operationsOfEngine(up).includes(`same ${name}`), name);
    });
  });

  describe("a certificate that CloudFront keeps for longer than the provider tries to delete it", () => {
    let former = "";
    before(async () => {
      former = certificateInUse();
      aws.world.kept.add(former);
      await stack.configure({ "login.subjectAlternativeNames[1]": "www.example.com" });
    });
    const up = outcomeOf(() => stack.up());

    it("fails, and lets people sign in with the new one", () => {
      assert.notEqual(up.exitCode, 0);
      assert.match(messagesOf(up, "error"), /is in use/);
      assert.equal(cloud.emulator.domain("auth.example.com")?.status, "ACTIVE");
      assert.notEqual(certificateInUse(), former);
      assert.ok(aws.world.certificates.get(certificateInUse())?.isIssued);
    });

    describe("and has let go of by the next up", () => {
      before(() => aws.world.kept.delete(former));
      const next = outcomeOf(() => stack.up());

      it("is deleted, and nothing else is done", () => {
        assertSucceeded(next);
        assert.deepEqual(
          operationsOfEngine(next).filter((step) => !step.startsWith("same ")),
          ["delete-replaced login-certificate"],
        );
        assert.equal(aws.world.certificates.has(former), false);
        assert.deepEqual(next.calls, []);
      });
    });
  });

  describe("a name in another zone", () => {
    before(() => stack.configure({ "login.subjectAlternativeNames[1]": "login.example.org" }));
    const preview = outcomeOf(() => stack.preview());

    it("is refused in the preview", () => {
      assert.notEqual(preview.exitCode, 0);
      assert.match(
        messagesOf(preview, "error"),
        /LoginDomain login needs a record for login\.example\.org, which the hosted zone Z0123456789ABCDEFGHIJ can't hold/,
      );
    });
  });

  describe("a login page that moves to the certificate's other name", () => {
    before(() =>
      stack.configure({
        "login.domain": "login.example.com",
        "login.subjectAlternativeNames[0]": "www.example.com",
        "login.subjectAlternativeNames[1]": "www.example.com",
      }),
    );
    const preview = outcomeOf(() => stack.preview());
    const up = outcomeOf(() => stack.up());

    it("is previewed as an outage", () => {
      assertSucceeded(preview);
      assert.match(messagesOf(preview, "warning"), /outage: Sign-in at auth\.example\.com stops/);
    });

    it("deletes the old domain first, and leads the new name to the new one", async () => {
      assertSucceeded(up);
      assert.deepEqual(operations(up.calls), ["Delete", "Describe", "Create", "Describe"]);
      assert.equal(cloud.emulator.domain("auth.example.com"), undefined);
      const { cloudFrontDistribution } = cloud.emulator.domain("login.example.com") ?? assert.fail();
      const { inputs } = await resource("login-a");
      assert.equal(inputs["name"], "login.example.com");
      assert.equal((inputs["aliases"] as { name: string }[])[0]?.name, cloudFrontDistribution);
    });

    it("keeps the record that its certificate is renewed by, which had another resource before", () => {
      assert.ok(canBeRenewed(certificateInUse("login.example.com")));
    });
  });

  describe("its end", () => {
    // Of somebody else, for a name that this certificate has as well.
    const others = "arn:aws:acm:us-east-1:123456789012:certificate/somebody-else";
    before(() => {
      const { proofs } =
        aws.world.certificates.get(certificateInUse("login.example.com")) ?? assert.fail("no certificate");
      aws.world.certificates.set(others, { proofs, isIssued: true });
    });
    const destroy = outcomeOf(() => stack.destroy());

    it("takes the records away before the domain, and the certificate last", () => {
      assertSucceeded(destroy);
      const order = ["login-a", "login-domain", "login-certificate-validation", "login-certificate"];
      assert.deepEqual(
        destroy.steps.map(({ name }) => name).filter((name) => order.includes(name)),
        order,
      );
    });

    it("leaves nothing but the records that other certificates are renewed by", () => {
      const { domains, outside } = cloud.emulator.snapshot();
      assert.deepEqual([domains, outside.certificates], [[], []]);
      assert.deepEqual([...new Set([...aws.world.records.values()].map(({ type }) => type))], ["CNAME"]);
      assert.ok(canBeRenewed(others));
    });
  });
});

describe("a login page whose certificate a transform makes for other names", () => {
  const cloud = useCloud();
  const aws = useAwsPlugin(cloud);
  const stack = useStack(
    cloud,
    () =>
      javascript(
        'const { LoginDomain } = require("pulumi-cognito-domain/login-domain");',
        `new LoginDomain("login", {
           domain: "auth.example.com",
           userPoolId: ${JSON.stringify(cloud.emulator.createPool().id)},
           hostedZoneId: "Z0123456789ABCDEFGHIJ",
           transform: { certificate: { domainName: "*.example.com" } },
         });`,
      ),
    () => aws.environment,
  );
  const up = outcomeOf(() => stack.up());

  it("fails before there is a domain, and says what to do", () => {
    assert.notEqual(up.exitCode, 0);
    assert.match(
      messagesOf(up, "error"),
      /certificate of LoginDomain login names a validation record for \*\.example\.com, and none for auth\.example\.com\. Take /,
    );
    assert.deepEqual(up.calls, []);
  });
});
