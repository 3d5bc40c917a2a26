import assert from "node:assert/strict";
import { DescribeUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { type DomainStatus, messages, type PoolOptions, type Seed } from "../../../emulator/index";
import {
  certificateArn,
  clientOfAccount,
  create,
  created,
  custom,
  describeDomain,
  invalidParameter,
  otherCertificateArn,
  prefix,
  refusal,
  remove,
  statusOf,
  update,
  useEmulator,
  useEmulators,
} from "./support";

const userPoolId = "us-east-1_Seeded";
const pools = [{ id: userPoolId }];
const login = { domain: "login.example.com", userPoolId, certificateArn };

describe("a seed", () => {
  const start = useEmulators();

  it("makes the pools that it lists, as they are asked for", async () => {
    const bench = await start({ seed: { pools: [{ id: userPoolId, name: "customers", tier: "PLUS" }] } });
    const { UserPool } = await bench.client.send(new DescribeUserPoolCommand({ UserPoolId: userPoolId }));
    assert.deepEqual(
      [UserPool?.Id, UserPool?.Name, UserPool?.UserPoolTier, UserPool?.Arn],
      [
        userPoolId,
        "customers",
        "PLUS",
        "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Seeded",
      ],
    );
  });

  it("makes pools of other Regions and accounts", async () => {
    const bench = await start({ seed: { pools: [{ id: "eu-west-1_Abc", accountId: "999999999999" }] } });
    const client = await clientOfAccount(bench.emulator, "999999999999", "eu-west-1");
    await create({ client }, prefix("eu-west-1_Abc"));
  });

  it("makes prefix domains", async () => {
    const bench = await start({
      seed: { pools, domains: [{ domain: "shop", userPoolId, managedLoginVersion: 2 }] },
    });
    const { Status, UserPoolId, CustomDomainConfig, ManagedLoginVersion } = await describeDomain(
      bench,
      "shop",
    );
    assert.deepEqual(
      { Status, UserPoolId, CustomDomainConfig, ManagedLoginVersion },
      { Status: "ACTIVE", UserPoolId: userPoolId, CustomDomainConfig: undefined, ManagedLoginVersion: 2 },
    );
  });

  it("makes custom domains with all that they can have", async () => {
    const failover = { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "health-check" };
    const bench = await start({
      seed: { pools, domains: [{ ...login, securityPolicy: "TLS_V1", failover }] },
    });
    const { CustomDomainConfig, Routing } = await describeDomain(bench, "login.example.com");
    assert.deepEqual(
      { CustomDomainConfig, Routing },
      {
        CustomDomainConfig: { CertificateArn: certificateArn, SecurityPolicy: "TLS_V1" },
        Routing: { Failover: { SecondaryRegion: "us-west-2", PrimaryRoute53HealthCheckId: "health-check" } },
      },
    );
  });

  it("makes domains with the defaults of the service for what it leaves out", async () => {
    const bench = await start({ seed: { pools, domains: [login] } });
    const { CustomDomainConfig, ManagedLoginVersion } = await describeDomain(bench, "login.example.com");
    assert.deepEqual([CustomDomainConfig?.SecurityPolicy, ManagedLoginVersion], ["TLS_V1_2_2021", 1]);
  });

  for (const status of ["CREATING", "ACTIVE", "UPDATING", "DELETING", "FAILED"] satisfies DomainStatus[]) {
    it(`makes a domain that is ${status} and stays so`, async () => {
      const bench = await start({ seed: { pools, domains: [{ domain: "shop", userPoolId, status }] } });
      bench.clock.advance(86_400_000);
      assert.equal(await statusOf(bench, "shop"), status);
    });
  }

  it("makes domains that go through life like any other", async () => {
    const bench = await start({
      seed: { pools, domains: [{ domain: "shop", userPoolId, status: "FAILED" }] },
    });
    await update(bench, prefix(userPoolId));
    bench.clock.advance(60_000);
    await remove(bench, "shop", userPoolId);
    bench.clock.advance(60_000);
    assert.deepEqual(await describeDomain(bench, "shop"), {});
  });

  it("says which certificates there are", async () => {
    const bench = await start({ seed: { pools, certificates: [otherCertificateArn] } });
    assert.deepEqual(
      await refusal(create(bench, custom(userPoolId))),
      invalidParameter(messages.certificateNotUsable),
    );
  });

  it("says which DNS records there are", async () => {
    const bench = await start({ seed: { pools, dns: { "example.org": ["192.0.2.1"] } } });
    assert.deepEqual(
      await refusal(create(bench, custom(userPoolId))),
      invalidParameter(messages.rootUnresolved),
    );
  });

  it("leaves certificates and DNS records as they are when it doesn't list any", async () => {
    const bench = await start({ certificates: [], seed: { pools } });
    assert.equal((await refusal(create(bench, custom(userPoolId)))).name, "InvalidParameterException");
  });

  it("reads the same as JSON", async () => {
    const seed: Seed = {
      pools,
      domains: [login],
      certificates: [certificateArn],
      dns: { "example.com": ["192.0.2.1"] },
    };
    const bench = await start({ seed: JSON.parse(JSON.stringify(seed)) });
    assert.equal(bench.emulator.domain("login.example.com")?.status, "ACTIVE");
  });

  it("can be empty", async () => {
    const bench = await start({ seed: {} });
    assert.deepEqual(bench.emulator.snapshot().pools, []);
  });

  it("isn't a call, so it isn't in the record", async () => {
    const bench = await start({ seed: { pools, domains: [login] } });
    assert.deepEqual(bench.emulator.calls, []);
  });
});

describe("what is no seed", () => {
  const start = useEmulators();
  const shop = { domain: "shop", userPoolId };

  for (const [why, value, complaint] of [
    ["is nothing", null, /It is no seed of the emulator\./],
    ["is a list", [], /It is no seed of the emulator\. .*array/],
    ["has a misspelt member", { pool: [] }, /"pool"/],
    ["has one pool where a list belongs", { pools: pools[0] }, /pools: /],
    ["has a misspelt member in a pool", { pools: [{}, { nmae: "customers" }] }, /pools\[1\]: .*"nmae"/],
    ["has a pool of no known tier", { pools: [{ tier: "GOLD" }] }, /pools\[0\]\.tier(?: \(.*\))?: .*"LITE"/],
    [
      "has a pool with a malformed id",
      { pools: [{ id: "customers" }] },
      /pools\[0\]\.id(?: \(.*\))?: .*us-east-1_AbCdEf123/,
    ],
    ["has a pool of a malformed Region", { pools: [{ region: "mars" }] }, /mars, which is no Region/],
    [
      "has a pool of a malformed account",
      { pools: [{ accountId: "12" }] },
      /pools\[0\]\.accountId(?: \(.*\))?: isn't twelve/,
    ],
    [
      "has a pool with one replica where a list belongs",
      { pools: [{ replicas: "eu-west-1" }] },
      /pools\[0\]\.replicas(?: \(.*\))?: /,
    ],
    ["has a domain without a name", { domains: [{ userPoolId }] }, /domains\[0\]\.domain(?: \(.*\))?: /],
    [
      "has a domain without a pool",
      { domains: [{ domain: "shop" }] },
      /domains\[0\]\.userPoolId(?: \(.*\))?: /,
    ],
    [
      "has a misspelt member in a domain",
      { domains: [{ ...shop, certificate: "" }] },
      /domains\[0\]: .*"certificate"/,
    ],
    [
      "has a domain in no known status",
      { domains: [{ ...shop, status: "BUSY" }] },
      /domains\[0\]\.status(?: \(.*\))?: .*"ACTIVE"/,
    ],
    [
      "has a domain with no known policy",
      { domains: [{ ...login, securityPolicy: "TLS" }] },
      /domains\[0\]\.securityPolicy(?: \(.*\))?: /,
    ],
    [
      "has a domain with half a failover",
      { domains: [{ ...login, failover: { secondaryRegion: "us-west-2" } }] },
      /domains\[0\]\.failover\.primaryRoute53HealthCheckId(?: \(.*\))?: /,
    ],
    [
      "has a branding version in words",
      { domains: [{ ...shop, managedLoginVersion: "2" }] },
      /domains\[0\]\.managedLoginVersion(?: \(.*\))?: /,
    ],
    [
      "has one certificate where a list belongs",
      { certificates: certificateArn },
      /certificates(?: \(.*\))?: /,
    ],
    ["has a list where DNS names belong", { dns: ["example.com"] }, /dns: /],
    [
      "has one address where a list belongs",
      { dns: { "example.com": "192.0.2.1" } },
      /dns\["example\.com"\](?: \(.*\))?: /,
    ],
    [
      "has an address that is none",
      { dns: { "example.com": ["192.0.2.1", "example.org"] } },
      /dns\["example\.com"\]\[1\](?: \(.*\))?: /,
    ],
  ] as const) {
    it(`is refused when it ${why}`, async () => {
      await assert.rejects(start({ seed: value as Seed }), { name: "TypeError", message: complaint });
    });
  }

  it("has all its mistakes named at once", async () => {
    const seed = { pools: [{ tier: "GOLD", color: "red" }] } as unknown as Seed;
    await assert.rejects(start({ seed }), { message: /pools\[0\]\.tier(?: \(.*\))?: .*"color"/ });
  });

  it("has a domain on a pool that isn't there", async () => {
    await assert.rejects(start({ seed: { domains: [{ domain: "shop", userPoolId: "us-east-1_Nobody" }] } }), {
      name: "TypeError",
      message: "There is no user pool us-east-1_Nobody for the domain shop.",
    });
  });

  for (const [why, pool, complaint] of [
    ["twice the same pool", { id: userPoolId }, /us-east-1_Seeded exists already/],
    [
      "a pool whose id is of another Region",
      { id: "eu-west-1_Abc", region: "us-east-1" },
      /eu-west-1_Abc is not of us-east-1/,
    ],
  ] satisfies [string, PoolOptions, RegExp][]) {
    it(`has ${why}`, async () => {
      await assert.rejects(start({ seed: { pools: [...pools, pool] } }), {
        name: "TypeError",
        message: complaint,
      });
    });
  }

  it("has a domain whose certificate isn't among those that it lists", async () => {
    await assert.rejects(start({ seed: { pools, domains: [login], certificates: [] } }), {
      name: "TypeError",
      message: `The domain login.example.com can't be: ${messages.certificateNotUsable}`,
    });
  });
});

describe("a domain that is made at once", () => {
  const bench = useEmulator();
  beforeEach(() => {
    bench.emulator.createPool({ id: userPoolId, tier: "LITE" });
  });

  it("is given back as it is", async () => {
    const domain = bench.emulator.createDomain({ ...login, status: "FAILED" });
    assert.deepEqual(domain, bench.emulator.domain("login.example.com"));
  });

  it("is of its pool's Region and account", async () => {
    const { id } = bench.emulator.createPool({ region: "eu-west-1", accountId: "999999999999" });
    const { region, accountId } = bench.emulator.createDomain({ domain: "shop", userPoolId: id });
    assert.deepEqual([region, accountId], ["eu-west-1", "999999999999"]);
  });

  for (const [why, options, message] of [
    ["a prefix with a reserved word", { domain: "my-aws-shop", userPoolId }, messages.reservedWord("aws")],
    ["a prefix with a dot", { domain: "login.example.com", userPoolId }, messages.invalidCharacter],
    ["a custom domain without a parent", { ...login, domain: "example.com" }, messages.parentUnresolved],
    ["managed login on a LITE pool", { ...login, managedLoginVersion: 2 }, messages.managedLoginNotInLite],
    [
      "a branding version that there isn't",
      { ...login, managedLoginVersion: 3 },
      messages.unknownManagedLoginVersion(3),
    ],
    [
      "failover of a prefix domain",
      {
        domain: "shop",
        userPoolId,
        failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "one" },
      },
      messages.routingNeedsCustomDomain,
    ],
  ] as const) {
    it(`can't break the rules of the service: ${why}`, async () => {
      assert.throws(() => bench.emulator.createDomain(options), {
        name: "TypeError",
        message: `The domain ${options.domain} can't be: ${message}`,
      });
    });
  }

  it("can't break the model's constraints", async () => {
    assert.throws(() => bench.emulator.createDomain({ domain: "Shop", userPoolId }), {
      name: "TypeError",
      message: /^The domain Shop can't be: 1 validation error detected: Value 'Shop' at 'domain'/,
    });
  });

  it("can't be a prefix domain with a security policy, which would be lost", async () => {
    assert.throws(
      () => bench.emulator.createDomain({ domain: "shop", userPoolId, securityPolicy: "TLS_V1" }),
      {
        name: "TypeError",
      },
    );
  });

  it("can't be the second of its kind of a pool", async () => {
    bench.emulator.createDomain({ domain: "shop", userPoolId });
    assert.throws(() => bench.emulator.createDomain({ domain: "cellar", userPoolId }), {
      message: `The domain cellar can't be: ${messages.poolHasDomain}`,
    });
  });

  it("can't have a name that still lingers", async () => {
    await created(bench, prefix(userPoolId));
    await remove(bench, "shop", userPoolId);
    assert.throws(() => bench.emulator.createDomain({ domain: "shop", userPoolId }), {
      message: `The domain shop can't be: ${messages.domainExists}`,
    });
  });

  it("leaves everything as it was when it can't be", async () => {
    const before = bench.emulator.snapshot();
    assert.throws(() => bench.emulator.createDomain({ domain: "aws", userPoolId }));
    assert.deepEqual(bench.emulator.snapshot(), before);
  });
});

describe("quotas", () => {
  const start = useEmulators();

  it("don't hold for what is made at once", async () => {
    const { emulator } = await start({ quotas: { userPools: 1, customDomains: 1, requestsPerSecond: 1 } });
    for (const name of ["one", "two", "three"]) {
      const { id } = emulator.createPool();
      emulator.createDomain({ ...login, domain: `${name}.example.com`, userPoolId: id });
    }
    assert.equal(emulator.snapshot().domains.length, 3);
  });

  it("count what was made at once", async () => {
    const seed = { pools: [...pools, { id: "us-east-1_Other" }], domains: [login] };
    const bench = await start({ quotas: { customDomains: 1 }, seed });
    const { name } = await refusal(create(bench, custom("us-east-1_Other", { Domain: "id.example.com" })));
    assert.equal(name, "LimitExceededException");
  });
});
