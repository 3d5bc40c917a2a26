import assert from "node:assert/strict";
import {
  certificateArn,
  clientFor,
  create,
  created,
  custom,
  type DomainRequest,
  describeDomain,
  failover,
  invalidParameter,
  otherCertificateArn,
  prefix,
  refusal,
  remove,
  statusOf,
  update,
  useEmulator,
} from "./support";

describe("the life of an emulated domain", () => {
  const bench = useEmulator({
    durations: {
      prefix: { create: 100, update: 200, delete: 300, nameRelease: 400 },
      custom: { create: 1000, update: 2000, delete: 3000, nameRelease: 4000 },
    },
  });

  for (const { kind, request, scale } of [
    { kind: "prefix", request: prefix, scale: 1 },
    { kind: "custom", request: custom, scale: 10 },
  ]) {
    describe(`of the ${kind} kind`, () => {
      it("is CREATING until its time has passed, then ACTIVE", async () => {
        const input = request(bench.emulator.createPool().id);
        await create(bench, input);
        bench.clock.advance(100 * scale - 1);
        assert.equal(await statusOf(bench, input.Domain), "CREATING");
        bench.clock.advance(1);
        assert.equal(await statusOf(bench, input.Domain), "ACTIVE");
      });

      it("is UPDATING until its time has passed, then ACTIVE", async () => {
        const input = request(bench.emulator.createPool().id);
        await created(bench, input);
        await update(bench, input);
        bench.clock.advance(200 * scale - 1);
        assert.equal(await statusOf(bench, input.Domain), "UPDATING");
        bench.clock.advance(1);
        assert.equal(await statusOf(bench, input.Domain), "ACTIVE");
      });

      it("is DELETING until its time has passed, then not found", async () => {
        const input = request(bench.emulator.createPool().id);
        await created(bench, input);
        await remove(bench, input.Domain, input.UserPoolId);
        bench.clock.advance(300 * scale - 1);
        assert.equal(await statusOf(bench, input.Domain), "DELETING");
        bench.clock.advance(1);
        assert.deepEqual(await describeDomain(bench, input.Domain), {});
      });

      it("leaves its name taken for a while after it is not found any more", async () => {
        const input = request(bench.emulator.createPool().id);
        await created(bench, input);
        await remove(bench, input.Domain, input.UserPoolId);
        bench.clock.advance(700 * scale - 1);
        assert.deepEqual(await refusal(create(bench, input)), invalidParameter("Domain already exists."));
        bench.clock.advance(1);
        await create(bench, input);
      });
    });
  }

  for (const [status, begin] of [
    ["CREATING", async (input: DomainRequest) => void (await create(bench, input))],
    [
      "UPDATING",
      async (input: DomainRequest) => {
        await created(bench, input);
        await update(bench, input);
      },
    ],
    [
      "DELETING",
      async (input: DomainRequest) => {
        await created(bench, input);
        await remove(bench, input.Domain, input.UserPoolId);
      },
    ],
  ] as const) {
    it(`takes neither an update nor a delete while it is ${status}`, async () => {
      const input = custom(bench.emulator.createPool().id);
      await begin(input);
      const updated = await refusal(update(bench, input));
      const removed = await refusal(remove(bench, input.Domain, input.UserPoolId));
      assert.deepEqual([updated.name, removed.name], Array(2).fill("ConcurrentModificationException"));
    });
  }

  it("takes an update in FAILED, and is ACTIVE afterwards", async () => {
    const input = custom(bench.emulator.createPool().id);
    await created(bench, input);
    bench.emulator.changeDomain(input.Domain, { status: "FAILED" });
    await update(bench, input);
    bench.clock.advance(2000);
    assert.equal(await statusOf(bench, input.Domain), "ACTIVE");
  });

  it("can be deleted in FAILED", async () => {
    const input = custom(bench.emulator.createPool().id);
    await created(bench, input);
    bench.emulator.changeDomain(input.Domain, { status: "FAILED" });
    await remove(bench, input.Domain, input.UserPoolId);
    assert.equal(await statusOf(bench, input.Domain), "DELETING");
  });
});

describe("what an emulated domain answers", () => {
  const bench = useEmulator();

  it("is all of its description for a custom domain", async () => {
    const pool = bench.emulator.createPool();
    const { CloudFrontDomain } = await create(
      bench,
      custom(pool.id, {
        CustomDomainConfig: { CertificateArn: certificateArn, SecurityPolicy: "TLS_V1_3_2025" },
        ManagedLoginVersion: 2,
        Routing: failover,
      }),
    );
    assert.deepEqual(await describeDomain(bench, "login.example.com"), {
      AWSAccountId: "123456789012",
      CloudFrontDistribution: CloudFrontDomain,
      CustomDomainConfig: { CertificateArn: certificateArn, SecurityPolicy: "TLS_V1_3_2025" },
      Domain: "login.example.com",
      ManagedLoginVersion: 2,
      Routing: failover,
      S3Bucket: "aws-cognito-prod-us-east-1-assets",
      Status: "CREATING",
      UserPoolId: pool.id,
      Version: "20260701000000",
    });
  });

  it("is an empty custom configuration and no routing for a prefix domain", async () => {
    await create(bench, prefix(bench.emulator.createPool().id));
    const { CustomDomainConfig, Routing } = await describeDomain(bench, "shop");
    assert.deepEqual({ CustomDomainConfig, Routing }, { CustomDomainConfig: {}, Routing: undefined });
  });

  it("is nothing for a name that is unknown", async () => {
    assert.deepEqual(await describeDomain(bench, "nobody"), {});
  });

  it("names a CloudFront distribution when a custom domain is created", async () => {
    const answer = await create(bench, custom(bench.emulator.createPool().id));
    assert.match(answer.CloudFrontDomain ?? "", /^d[a-z0-9]{13}\.cloudfront\.net$/);
  });

  it("names the same CloudFront distribution when it is updated", async () => {
    const input = custom(bench.emulator.createPool().id);
    const { CloudFrontDomain } = await create(bench, input);
    bench.clock.advance(60_000);
    assert.equal((await update(bench, input)).CloudFrontDomain, CloudFrontDomain);
  });

  it("names another CloudFront distribution when it is created again", async () => {
    const input = custom(bench.emulator.createPool().id);
    const first = await create(bench, input);
    bench.emulator.removeDomain(input.Domain);
    assert.notEqual((await create(bench, input)).CloudFrontDomain, first.CloudFrontDomain);
  });

  it("names none when a prefix domain is created, but echoes the branding version", async () => {
    const { $metadata: _, ...answer } = await create(
      bench,
      prefix(bench.emulator.createPool().id, { ManagedLoginVersion: 2 }),
    );
    assert.deepEqual(answer, { ManagedLoginVersion: 2 });
  });

  it("is the documented or assumed default for what a create leaves out", async () => {
    await create(bench, custom(bench.emulator.createPool().id));
    const { CustomDomainConfig, ManagedLoginVersion } = await describeDomain(bench, "login.example.com");
    assert.deepEqual([CustomDomainConfig?.SecurityPolicy, ManagedLoginVersion], ["TLS_V1_2_2021", 1]);
  });

  it("is a whole new configuration after an update: what it leaves out is reset", async () => {
    const pool = bench.emulator.createPool();
    const policy = { CertificateArn: certificateArn, SecurityPolicy: "TLS_V1_3_2025" as const };
    await created(
      bench,
      custom(pool.id, { CustomDomainConfig: policy, ManagedLoginVersion: 2, Routing: failover }),
    );
    await update(bench, custom(pool.id, { CustomDomainConfig: { CertificateArn: otherCertificateArn } }));
    const { CustomDomainConfig, ManagedLoginVersion, Routing } = await describeDomain(
      bench,
      "login.example.com",
    );
    assert.deepEqual(
      { CustomDomainConfig, ManagedLoginVersion, Routing },
      {
        CustomDomainConfig: { CertificateArn: otherCertificateArn, SecurityPolicy: "TLS_V1_2_2021" },
        ManagedLoginVersion: 1,
        Routing: undefined,
      },
    );
  });

  it("is the same in every Region for a custom domain", async () => {
    await create(bench, custom(bench.emulator.createPool().id));
    const elsewhere = { client: clientFor(bench.emulator, { region: "eu-west-1" }) };
    assert.equal((await describeDomain(elsewhere, "login.example.com")).Domain, "login.example.com");
  });

  it("is nothing outside its Region for a prefix domain", async () => {
    await create(bench, prefix(bench.emulator.createPool().id));
    const elsewhere = { client: clientFor(bench.emulator, { region: "us-west-2" }) };
    assert.deepEqual(await describeDomain(elsewhere, "shop"), {});
  });

  it("leaves a prefix to be taken in another Region", async () => {
    const elsewhere = { client: clientFor(bench.emulator, { region: "us-west-2" }) };
    await create(bench, prefix(bench.emulator.createPool().id));
    await create(elsewhere, prefix(bench.emulator.createPool({ region: "us-west-2" }).id));
    assert.equal((await describeDomain(elsewhere, "shop")).Domain, "shop");
  });
});

describe("a domain changed out of band", () => {
  const bench = useEmulator();

  it("has its new configuration at once", async () => {
    await created(bench, custom(bench.emulator.createPool().id, { Routing: failover }));
    bench.emulator.changeDomain("login.example.com", {
      securityPolicy: "TLS_V1",
      managedLoginVersion: 2,
      failover: null,
    });
    const { Status, CustomDomainConfig, ManagedLoginVersion, Routing } = await describeDomain(
      bench,
      "login.example.com",
    );
    assert.deepEqual(
      { Status, CustomDomainConfig, ManagedLoginVersion, Routing },
      {
        Status: "ACTIVE",
        CustomDomainConfig: { CertificateArn: certificateArn, SecurityPolicy: "TLS_V1" },
        ManagedLoginVersion: 2,
        Routing: undefined,
      },
    );
  });

  it("keeps a status that it is given until it is given another", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    bench.emulator.changeDomain("shop", { status: "UPDATING" });
    bench.clock.advance(86_400_000);
    assert.equal(await statusOf(bench, "shop"), "UPDATING");
  });

  it("is gone at once when it is removed, and its name is free", async () => {
    const pool = bench.emulator.createPool();
    await created(bench, prefix(pool.id));
    bench.emulator.removeDomain("shop");
    assert.deepEqual(await describeDomain(bench, "shop"), {});
    await create(bench, prefix(pool.id));
  });

  it("has to exist", () => {
    assert.throws(() => bench.emulator.removeDomain("nobody"), /There is no domain nobody\./);
  });

  it("can be looked at without a call", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    const { calls } = bench.emulator;
    const before = calls.length;
    assert.equal(bench.emulator.domain("shop")?.status, "ACTIVE");
    assert.equal(calls.length, before);
  });
});
