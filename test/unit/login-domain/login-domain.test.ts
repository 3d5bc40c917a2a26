import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { LoginDomainArgs, LoginDomainTransform } from "../../../login-domain";
import { problemsOf } from "../../support/aws-types";
import { resolved } from "../../support/resolved";
import { type Made, type Making, make, pool, usual, zone } from "./made";

const everything = {
  ...usual,
  managedLoginVersion: 2,
  securityPolicy: "TLS_V1_3_2025",
  tags: { team: "identity" },
  subjectAlternativeNames: ["login.example.com"],
  parentPlaceholder: true,
  failover: { secondaryRegion: "us-west-2" },
} as const satisfies LoginDomainArgs;

const issued = "arn:aws:acm:us-east-1:123456789012:certificate/issued";
const given = "arn:aws:acm:us-east-1:123456789012:certificate/given";

describe("LoginDomain", () => {
  describe("with all that it can make", () => {
    let making: Making;
    before(async () => {
      making = await make(everything);
    });

    const inputsOf = (name: string) => made(making, name).inputs;

    it("makes each resource once, inside of itself", () => {
      assert.deepEqual(
        [...making.resources].map(([name, { type }]) => [name, type]),
        [
          ["login-certificate", "aws:acm/certificate:Certificate"],
          ["login-validation", "aws:route53/record:Record"],
          ["login-validation-login.example.com", "aws:route53/record:Record"],
          ["login-certificate-validation", "aws:acm/certificateValidation:CertificateValidation"],
          ["login-parent-placeholder", "aws:route53/record:Record"],
          ["login-health-check", "aws:route53/healthCheck:HealthCheck"],
          ["login-domain", "pulumi-nodejs:dynamic/cognito:UserPoolDomain"],
          ["login-a", "aws:route53/record:Record"],
          ["login-aaaa", "aws:route53/record:Record"],
        ],
      );
      for (const [name, { opts }] of making.resources) assert.equal(opts.parent, making.login, name);
    });

    it("gives the resources of AWS nothing that their types don't know", () => {
      for (const [name, { type, inputs }] of making.resources)
        if (type.startsWith("aws:")) assert.deepEqual(problemsOf(type, inputs), [], name);
    });

    it("has the certificate issued in us-east-1, whatever the pool's Region", () => {
      assert.deepEqual(inputsOf("login-certificate"), {
        domainName: "auth.example.com",
        subjectAlternativeNames: ["login.example.com"],
        validationMethod: "DNS",
        region: "us-east-1",
        tags: { team: "identity" },
      });
      assert.equal(inputsOf("login-certificate-validation")["region"], "us-east-1");
    });

    it("shows ACM each name in DNS, also after a create that was killed", () => {
      assert.deepEqual(inputsOf("login-validation"), {
        zoneId: zone,
        name: "_0a1b.auth.example.com.",
        type: "CNAME",
        records: ["_2c3d.auth.example.com.acm-validations.aws."],
        ttl: 60,
        allowOverwrite: true,
      });
      assert.equal(inputsOf("login-validation-login.example.com")["name"], "_0a1b.login.example.com.");
      assert.deepEqual(inputsOf("login-certificate-validation")["validationRecordFqdns"], [
        "_0a1b.auth.example.com.",
        "_0a1b.login.example.com.",
      ]);
    });

    it("makes the domain with the issued certificate and all that was given", () => {
      const { __provider, ...inputs } = inputsOf("login-domain");
      assert.ok(__provider);
      assert.deepEqual(inputs, {
        domain: "auth.example.com",
        userPoolId: pool,
        customDomainConfig: { certificateArn: issued, securityPolicy: "TLS_V1_3_2025" },
        managedLoginVersion: 2,
        routing: {
          failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "login-health-check-id" },
        },
      });
    });

    it("leads the name to CloudFront over IPv4 and IPv6", () => {
      for (const [name, type] of [
        ["login-a", "A"],
        ["login-aaaa", "AAAA"],
      ] as const) {
        assert.deepEqual(inputsOf(name), {
          zoneId: zone,
          name: "auth.example.com",
          type,
          aliases: [
            {
              name: "d111111abcdef8.cloudfront.net",
              zoneId: "Z2FDTNDATAQYW2",
              evaluateTargetHealth: false,
            },
          ],
        });
      }
    });

    it("gives the parent an address that nobody has", () => {
      assert.deepEqual(inputsOf("login-parent-placeholder"), {
        zoneId: zone,
        name: "example.com",
        type: "A",
        records: ["198.51.100.1"],
        ttl: 300,
      });
    });

    it("checks the health of the pool in its primary Region, and not of the login page", () => {
      assert.deepEqual(inputsOf("login-health-check"), {
        type: "HTTPS",
        fqdn: "cognito-idp.eu-west-1.amazonaws.com",
        port: 443,
        enableSni: true,
        resourcePath: `/${pool}/.well-known/jwks.json`,
        requestInterval: 30,
        failureThreshold: 3,
        tags: { team: "identity" },
      });
    });

    it("begins nothing before what it needs is there", () => {
      const needs: Record<string, readonly string[]> = {
        "login-validation": ["login-certificate"],
        "login-validation-login.example.com": ["login-certificate"],
        "login-certificate-validation": ["login-validation", "login-validation-login.example.com"],
        "login-domain": ["login-certificate-validation", "login-health-check", "login-parent-placeholder"],
        "login-a": ["login-domain"],
        "login-aaaa": ["login-domain"],
      };
      for (const [name, needed] of Object.entries(needs))
        for (const other of needed) assert.ok(made(making, name).after.includes(other), `${name}: ${other}`);
    });

    it("waits for nothing that isn't needed", () => {
      for (const name of ["login-certificate", "login-health-check", "login-parent-placeholder"])
        assert.deepEqual(made(making, name).after, ["login"], name);
    });

    it("has the address, once it leads somewhere, the CloudFront name and the certificate as outputs", async () => {
      assert.equal(await resolved(making.login.url), "https://auth.example.com");
      assert.equal(await resolved(making.login.cloudFrontDistribution), "d111111abcdef8.cloudfront.net");
      assert.equal(await resolved(making.login.certificateArn), issued);
    });

    it("tells where a client's people sign in", async () => {
      const url = making.login.signInUrl({
        clientId: pulumi.output("1example23456789"),
        redirectUri: "https://app.example.com/callback?from=login",
      });
      const { origin, pathname, searchParams } = new URL(await resolved(url));
      assert.equal(origin + pathname, "https://auth.example.com/oauth2/authorize");
      assert.deepEqual(Object.fromEntries(searchParams), {
        response_type: "code",
        client_id: "1example23456789",
        redirect_uri: "https://app.example.com/callback?from=login",
      });
    });
  });

  describe("in the preview of its first deployment", () => {
    let making: Making;
    before(async () => {
      making = await make(everything, { preview: true });
    });

    it("shows every resource, with what isn't known yet left open", async () => {
      const made = await make(everything);
      assert.deepEqual([...making.resources.keys()], [...made.resources.keys()]);
      const unknown = [...making.resources].flatMap(([name, { inputs }]) => unknownIn(inputs, name));
      assert.deepEqual(unknown, [
        "login-validation.name",
        "login-validation.records.0",
        "login-validation.type",
        "login-validation-login.example.com.name",
        "login-validation-login.example.com.records.0",
        "login-validation-login.example.com.type",
        "login-certificate-validation.certificateArn",
        "login-certificate-validation.validationRecordFqdns.0",
        "login-certificate-validation.validationRecordFqdns.1",
        "login-domain.customDomainConfig.certificateArn",
        "login-domain.routing.failover.primaryRoute53HealthCheckId",
        "login-a.aliases.0.name",
        "login-a.aliases.0.zoneId",
        "login-aaaa.aliases.0.name",
        "login-aaaa.aliases.0.zoneId",
      ]);
    });

    it("lets its users know nothing of what isn't there", async () => {
      for (const output of [making.login.url, making.login.cloudFrontDistribution])
        assert.equal(await (output as unknown as { isKnown: Promise<boolean> }).isKnown, false);
    });
  });

  it("makes only the domain without DNS", async () => {
    const making = await make({
      domain: "auth.example.com",
      userPoolId: pool,
      dns: false,
      certificateArn: given,
    });
    assert.deepEqual([...making.resources.keys()], ["login-domain"]);
    assert.deepEqual(made(making, "login-domain").inputs["customDomainConfig"], { certificateArn: given });
    assert.equal(await resolved(making.login.url), "https://auth.example.com");
    assert.equal(await resolved(making.login.certificateArn), given);
  });

  it("makes the records, and no certificate, where one is given", async () => {
    const making = await make({ ...usual, certificateArn: pulumi.output(given) });
    assert.deepEqual([...making.resources.keys()], ["login-domain", "login-a", "login-aaaa"]);
  });

  it("makes one validation record for each distinct name", async () => {
    const { resources } = await make({
      ...usual,
      subjectAlternativeNames: ["*.auth.example.com", "*.example.com", "example.com", "Auth.Example.com"],
    });
    const validations = [...resources.keys()].filter((name) => name.startsWith("login-validation"));
    assert.deepEqual(validations, ["login-validation", "login-validation-example.com"]);
  });

  it("takes a domain, a pool and a zone that are outputs", async () => {
    const making = await make({
      domain: pulumi.interpolate`auth.${pulumi.output("example.com")}`,
      userPoolId: pulumi.output(pool),
      hostedZoneId: pulumi.output(zone),
      parentPlaceholder: true,
      failover: { secondaryRegion: pulumi.output("us-west-2") },
    });
    assert.equal(made(making, "login-parent-placeholder").inputs["name"], "example.com");
    assert.equal(made(making, "login-validation").inputs["name"], "_0a1b.auth.example.com.");
    assert.equal(made(making, "login-health-check").inputs["fqdn"], "cognito-idp.eu-west-1.amazonaws.com");
  });

  it("checks the health of a pool in China at China's hosts", async () => {
    const making = await make({
      ...usual,
      userPoolId: "cn-north-1_AbCdEf123",
      certificateArn: given,
      failover: { secondaryRegion: "cn-northwest-1" },
    });
    assert.equal(
      made(making, "login-health-check").inputs["fqdn"],
      "cognito-idp.cn-north-1.amazonaws.com.cn",
    );
  });

  it("passes on a routing with a health check that is there", async () => {
    const routing = { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "there" } };
    const making = await make({ ...usual, routing });
    assert.equal(making.resources.has("login-health-check"), false);
    assert.deepEqual(made(making, "login-domain").inputs["routing"], routing);
  });

  describe("with a provider that is passed down", () => {
    const provider = () => new aws.Provider("identity-account", { region: "eu-central-1" });

    it("has it make the resources of AWS, and look at the zone", async () => {
      const { resources, looks } = await make(everything, { providers: [provider()] });
      for (const [name, { type, provider }] of resources)
        assert.equal(provider.includes("identity-account"), type.startsWith("aws:"), name);
      assert.deepEqual(
        looks.map(({ token, provider }) => [token, provider.includes("identity-account")]),
        [["aws:route53/getZone:getZone", true]],
      );
    });

    it("leaves the zone of another account to a provider of its own", async () => {
      const dnsProvider = new aws.Provider("network-account", { region: "eu-central-1" });
      const { resources, looks } = await make({ ...everything, dnsProvider }, { providers: [provider()] });
      const made = [...resources].filter(([, { provider }]) => provider.includes("network-account"));
      assert.deepEqual(
        made.map(([name]) => name),
        [
          "login-validation",
          "login-validation-login.example.com",
          "login-parent-placeholder",
          "login-a",
          "login-aaaa",
        ],
      );
      assert.deepEqual(
        looks.map(({ provider }) => provider.includes("network-account")),
        [true],
      );
    });
  });

  it("leaves validation records behind, which other certificates may be renewed by", async () => {
    const { resources } = await make(everything);
    const left = [...resources].filter(([, { opts }]) => opts.retainOnDelete === true);
    assert.deepEqual(
      left.map(([name]) => name),
      ["login-validation", "login-validation-login.example.com"],
    );
  });

  describe("transforms", () => {
    /** What each is to be of, and a property that can be told apart. */
    const inside = {
      certificate: [["login-certificate"], { keyAlgorithm: "EC_prime256v1" }],
      validationRecord: [["login-validation", "login-validation-login.example.com"], { ttl: 30 }],
      certificateValidation: [["login-certificate-validation"], { validationRecordFqdns: ["elsewhere"] }],
      domain: [["login-domain"], { timeouts: { create: "2h" } }],
      aliasRecord: [["login-a", "login-aaaa"], { allowOverwrite: true }],
      parentPlaceholder: [["login-parent-placeholder"], { ttl: 60 }],
      healthCheck: [["login-health-check"], { failureThreshold: 5 }],
    } as const satisfies { [K in keyof LoginDomainTransform]-?: readonly [readonly string[], object] };

    for (const [key, [names, change]] of Object.entries(inside)) {
      it(`${key} by arguments that take the place of those given`, async () => {
        const changed = await make({ ...everything, transform: { [key]: change } });
        for (const name of names) assertHas(made(changed, name).inputs, change, name);
      });

      it(`${key} by a function that is told the name, and may change the options`, async () => {
        const told: string[] = [];
        const transform = (args: object, opts: pulumi.CustomResourceOptions, name: string): void => {
          told.push(name);
          Object.assign(args, change);
          opts.protect = true;
        };
        const changed = await make({ ...everything, transform: { [key]: transform } });
        assert.deepEqual(told, names);
        for (const [name, { inputs, opts }] of changed.resources) {
          const isMeant = (names as readonly string[]).includes(name);
          assert.equal(opts.protect === true, isMeant, name);
          if (isMeant) assertHas(inputs, change, name);
        }
      });
    }

    it("change one alias record and not the other", async () => {
      const making = await make({
        ...usual,
        transform: {
          aliasRecord({ aliases }, _opts, name) {
            const [alias] = aliases as { evaluateTargetHealth: boolean }[];
            if (alias && name === "login-aaaa") alias.evaluateTargetHealth = true;
          },
        },
      });
      const healths = ["login-a", "login-aaaa"].map((name) => {
        const [alias] = made(making, name).inputs["aliases"] as { evaluateTargetHealth: boolean }[];
        return alias?.evaluateTargetHealth;
      });
      assert.deepEqual(healths, [false, true]);
    });

    it("may end with a value that is of no use, as an arrow function does", async () => {
      for (const aliasRecord of [
        (args: aws.route53.RecordArgs) => (args.ttl = 30),
        (args: aws.route53.RecordArgs) => Object.assign(args, { ttl: 30 }),
      ]) {
        const making = await make({ ...usual, transform: { aliasRecord } });
        assert.equal(made(making, "login-a").inputs["ttl"], 30);
      }
    });

    it("are refused where they return what was to be used, now or later", async () => {
      for (const certificate of [
        (args: aws.acm.CertificateArgs) => ({ ...args, keyAlgorithm: "EC_prime256v1" }),
        async (args: aws.acm.CertificateArgs) => {
          args.keyAlgorithm = "EC_prime256v1";
        },
      ]) {
        await assert.rejects(make({ ...usual, transform: { certificate } }), {
          message:
            "The transform of login-certificate returns an object, which goes nowhere. Have it change its arguments and options where they are, before it returns.",
        });
      }
    });
  });
});

function made({ resources }: Making, name: string): Made {
  return resources.get(name) ?? assert.fail(`${name} isn't made`);
}

function assertHas(inputs: Readonly<Record<string, unknown>>, part: object, name: string): void {
  for (const [key, value] of Object.entries(part)) assert.deepEqual(inputs[key], value, `${name}.${key}`);
}

function unknownIn(value: unknown, path: string): string[] {
  if (pulumi.isUnknown(value)) return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => unknownIn(member, `${path}.${key}`));
}
