import assert from "node:assert/strict";
import {
  around,
  certificateArn,
  create,
  created,
  custom,
  type DomainRequest,
  describeDomain,
  failover,
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
        const status = () => statusOf(bench, input.Domain);
        assert.deepEqual(await around(bench, 100 * scale, status), ["CREATING", "ACTIVE"]);
      });

      it("is UPDATING until its time has passed, then ACTIVE", async () => {
        const input = request(bench.emulator.createPool().id);
        await created(bench, input);
        await update(bench, input);
        const status = () => statusOf(bench, input.Domain);
        assert.deepEqual(await around(bench, 200 * scale, status), ["UPDATING", "ACTIVE"]);
      });

      it("is DELETING until its time has passed, then not found", async () => {
        const input = request(bench.emulator.createPool().id);
        await created(bench, input);
        await remove(bench, input.Domain, input.UserPoolId);
        const status = () => statusOf(bench, input.Domain);
        assert.deepEqual(await around(bench, 300 * scale, status), ["DELETING", undefined]);
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
      S3Bucket: "aws-cognito-prod-iad-assets",
      Status: "CREATING",
      UserPoolId: pool.id,
      Version: "20260701000000",
    });
  });

  it("is all of its description for a prefix domain, which has no custom configuration", async () => {
    const pool = bench.emulator.createPool();
    await create(bench, prefix(pool.id));
    const { CloudFrontDistribution, ...description } = await describeDomain(bench, "shop");
    assert.match(CloudFrontDistribution ?? "", /^d[a-z0-9]{13}\.cloudfront\.net$/);
    assert.deepEqual(description, {
      AWSAccountId: "123456789012",
      Domain: "shop",
      ManagedLoginVersion: 1,
      S3Bucket: "aws-cognito-prod-iad-assets",
      Status: "CREATING",
      UserPoolId: pool.id,
      Version: "20260701000000",
    });
  });

  it("names one CloudFront distribution for all prefix domains of a Region, and another for another", () => {
    const [first, second, elsewhere] = ["us-east-1", "us-east-1", "eu-west-1"].map((region, number) => {
      const userPoolId = bench.emulator.createPool({ region }).id;
      return bench.emulator.createDomain({ domain: `shop-${number}`, userPoolId }).cloudFrontDistribution;
    });
    assert.equal(first, second);
    assert.notEqual(first, elsewhere);
  });

  it("names another CloudFront distribution for each custom domain", () => {
    const [first, second] = ["login.example.com", "id.example.com"].map((domain) => {
      const userPoolId = bench.emulator.createPool().id;
      return bench.emulator.createDomain({ domain, userPoolId, certificateArn }).cloudFrontDistribution;
    });
    assert.notEqual(first, second);
  });

  it("has the second of the domain's last change as its version", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await created(bench, input);
    bench.clock.advance(1999);
    await update(bench, input);
    bench.clock.advance(60_000);
    assert.equal((await describeDomain(bench, "shop")).Version, "20260701000101");
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

  it("goes on with what it was going through", async () => {
    await create(bench, prefix(bench.emulator.createPool().id));
    bench.emulator.changeDomain("shop", { managedLoginVersion: 2 });
    const status = () => statusOf(bench, "shop");
    assert.deepEqual(await around(bench, 1000, status), ["CREATING", "ACTIVE"]);
  });

  it("keeps what isn't changed", async () => {
    await created(bench, custom(bench.emulator.createPool().id, { Routing: failover }));
    const { Version: _, ...before } = await describeDomain(bench, "login.example.com");
    bench.emulator.changeDomain("login.example.com", { managedLoginVersion: 2 });
    const { Version: __, ...after } = await describeDomain(bench, "login.example.com");
    assert.deepEqual(after, { ...before, ManagedLoginVersion: 2 });
  });

  it("gets failover that it didn't have", async () => {
    await created(bench, custom(bench.emulator.createPool().id));
    bench.emulator.changeDomain("login.example.com", {
      failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "health-check" },
    });
    assert.deepEqual((await describeDomain(bench, "login.example.com")).Routing, failover);
  });

  it("may come to be on another pool, and of another account", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    const { id, accountId } = bench.emulator.createPool({ accountId: "999999999999" });
    bench.emulator.changeDomain("shop", { userPoolId: id, accountId });
    const { UserPoolId, AWSAccountId } = await describeDomain(bench, "shop");
    assert.deepEqual([UserPoolId, AWSAccountId], [id, accountId]);
  });

  it("is that of the Region that is named, when it is a prefix domain", () => {
    for (const region of ["us-east-1", "eu-west-1"]) {
      const userPoolId = bench.emulator.createPool({ region }).id;
      bench.emulator.createDomain({ domain: "shop", userPoolId });
    }
    bench.emulator.changeDomain("shop", { status: "FAILED" }, "eu-west-1");
    const statuses = ["us-east-1", "eu-west-1"].map(
      (region) => bench.emulator.domain("shop", region)?.status,
    );
    assert.deepEqual(statuses, ["ACTIVE", "FAILED"]);
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

  it("has to exist to be removed", () => {
    assert.throws(() => bench.emulator.removeDomain("nobody"), {
      name: "TypeError",
      message: "There is no domain nobody in us-east-1. createDomain makes one.",
    });
  });

  it("has to exist to be changed", () => {
    assert.throws(() => bench.emulator.changeDomain("nobody", { status: "FAILED" }), {
      name: "TypeError",
      message: "There is no domain nobody in us-east-1. createDomain makes one.",
    });
  });

  it("has to exist in the Region that is named", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    assert.throws(() => bench.emulator.removeDomain("shop", "eu-west-1"), TypeError);
  });

  it("can be looked at without a call", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    const { calls } = bench.emulator;
    const before = calls.length;
    assert.equal(bench.emulator.domain("shop")?.status, "ACTIVE");
    assert.equal(calls.length, before);
  });
});
