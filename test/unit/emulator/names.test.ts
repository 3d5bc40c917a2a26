import assert from "node:assert/strict";
import {
  around,
  type Bench,
  clientFor,
  clientOfAccount,
  create,
  created,
  custom,
  type DomainRequest,
  describeDomain,
  outcomeOf,
  prefix,
  remove,
  statusOf,
  useEmulator,
} from "./support";

const kinds = [
  ["prefix", prefix],
  ["custom", custom],
] as const;

const taken = "taken";
const exists = "Domain already exists.";
const anotherPools = "Domain already associated with another user pool.";

/** A client of a Region, and the request for a custom domain there. */
function inRegion({ emulator }: Bench, region: string, accountId = "123456789012") {
  const { id } = emulator.createPool({ region, accountId });
  const partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  const CertificateArn = `arn:${partition}:acm:${partition === "aws" ? "us-east-1" : region}:${accountId}:certificate/one`;
  return {
    client: clientFor(emulator, { region }),
    prefix: prefix(id),
    custom: custom(id, { CustomDomainConfig: { CertificateArn } }),
  };
}

describe("the name of a domain", () => {
  const bench = useEmulator();

  for (const [kind, request] of kinds) {
    it(`can't be had again by the pool that has it, when it is a ${kind} domain`, async () => {
      const input = request(bench.emulator.createPool().id);
      await created(bench, input);
      assert.equal(await outcomeOf(create(bench, input)), exists);
    });

    it(`can't be had by another pool, when it is a ${kind} domain`, async () => {
      await created(bench, request(bench.emulator.createPool().id));
      const another = request(bench.emulator.createPool().id);
      assert.equal(await outcomeOf(create(bench, another)), anotherPools);
    });

    it(`can't be had by another account in the Region, when it is a ${kind} domain`, async () => {
      await created(bench, request(bench.emulator.createPool().id));
      const client = await clientOfAccount(bench.emulator, "999999999999");
      const another = request(bench.emulator.createPool({ accountId: "999999999999" }).id);
      assert.equal(await outcomeOf(create({ client }, another)), anotherPools);
    });

    it(`is known to other accounts, when it is a ${kind} domain`, async () => {
      const input = request(bench.emulator.createPool().id);
      await created(bench, input);
      const client = await clientOfAccount(bench.emulator, "999999999999");
      assert.equal((await describeDomain({ client }, input.Domain)).AWSAccountId, "123456789012");
    });

    it(`is told of before a ${kind} domain that the pool already has`, async () => {
      const { id } = bench.emulator.createPool();
      await created(bench, request(bench.emulator.createPool().id));
      await created(bench, request(id, { Domain: kind === "prefix" ? "cellar" : "id.example.com" }));
      assert.equal(await outcomeOf(create(bench, request(id))), anotherPools);
    });
  }

  it("can be had in another Region, when it is a prefix", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    const elsewhere = inRegion(bench, "us-west-2");
    await create(elsewhere, elsewhere.prefix);
    assert.equal((await describeDomain(elsewhere, "shop")).UserPoolId, elsewhere.prefix.UserPoolId);
  });

  it("is nothing outside its Region, when it is a prefix", async () => {
    await create(bench, prefix(bench.emulator.createPool().id));
    const elsewhere = { client: clientFor(bench.emulator, { region: "us-west-2" }) };
    assert.deepEqual(await describeDomain(elsewhere, "shop"), {});
  });

  it("is the same in every Region, when it is a custom domain", async () => {
    await create(bench, custom(bench.emulator.createPool().id));
    const elsewhere = { client: clientFor(bench.emulator, { region: "eu-west-1" }) };
    assert.equal((await describeDomain(elsewhere, "login.example.com")).Domain, "login.example.com");
  });

  for (const [region, other, outcome] of [
    ["us-east-1", "eu-west-1", anotherPools],
    ["cn-north-1", "cn-northwest-1", anotherPools],
    ["us-gov-west-1", "us-gov-east-1", anotherPools],
    ["us-east-1", "cn-north-1", taken],
    ["us-east-1", "us-gov-west-1", taken],
    ["cn-north-1", "us-gov-west-1", taken],
    ["us-gov-west-1", "us-east-1", taken],
  ] as const) {
    it(`${outcome === taken ? "can" : "can't"} be had in ${other} when it is a custom domain in ${region}`, async () => {
      const first = inRegion(bench, region);
      const second = inRegion(bench, other);
      await create(first, first.custom);
      assert.equal(await outcomeOf(create(second, second.custom)), outcome);
    });
  }

  it("is nothing in another partition", async () => {
    await create(bench, custom(bench.emulator.createPool().id));
    assert.deepEqual(await describeDomain(inRegion(bench, "cn-north-1"), "login.example.com"), {});
  });

  it("can be that of one custom domain in each partition, each described as its own", async () => {
    const places = ["us-east-1", "cn-north-1", "us-gov-west-1"].map((region) => inRegion(bench, region));
    for (const place of places) await create(place, place.custom);
    assert.deepEqual(
      await Promise.all(
        places.map(async (place) => (await describeDomain(place, "login.example.com")).UserPoolId),
      ),
      places.map((place) => place.custom.UserPoolId),
    );
  });
});

describe("the name of a deleted domain", () => {
  const bench = useEmulator({
    durations: {
      prefix: { create: 0, delete: 300, nameRelease: 400 },
      custom: { create: 0, delete: 300, nameRelease: 400 },
    },
  });
  const free = 700;
  const deleted = async (input: DomainRequest, place: Pick<Bench, "client"> = bench) => {
    await create(place, input);
    await remove(place, input.Domain, input.UserPoolId);
    return input;
  };

  for (const [kind, request] of kinds) {
    const deletedDomain = () => deleted(request(bench.emulator.createPool().id));

    it(`is another pool's for as long as the ${kind} domain is DELETING`, async () => {
      await deletedDomain();
      const another = request(bench.emulator.createPool().id);
      const outcome = () => outcomeOf(create(bench, another));
      assert.deepEqual(await around(bench, 300, outcome), [anotherPools, exists]);
    });

    it(`exists for as long as the ${kind} domain is DELETING, to the pool that it was on`, async () => {
      const input = await deletedDomain();
      assert.equal(await outcomeOf(create(bench, input)), exists);
    });

    it(`lingers for the pool that the ${kind} domain was on`, async () => {
      const input = await deletedDomain();
      const outcome = () => outcomeOf(create(bench, input));
      assert.deepEqual(await around(bench, free, outcome), [exists, taken]);
    });

    it(`lingers for other pools than the one that the ${kind} domain was on`, async () => {
      await deletedDomain();
      const another = request(bench.emulator.createPool().id);
      const outcome = () => outcomeOf(create(bench, another));
      assert.deepEqual(await around(bench, free, outcome), [exists, taken]);
    });

    it(`lingers for other accounts than the one that the ${kind} domain was in`, async () => {
      await deletedDomain();
      const client = await clientOfAccount(bench.emulator, "999999999999");
      const another = request(bench.emulator.createPool({ accountId: "999999999999" }).id);
      const outcome = () => outcomeOf(create({ client }, another));
      assert.deepEqual(await around(bench, free, outcome), [exists, taken]);
    });

    it(`isn't described while it lingers after a ${kind} domain`, async () => {
      const { Domain } = await deletedDomain();
      bench.clock.advance(free - 1);
      assert.deepEqual(await describeDomain(bench, Domain), {});
    });

    it(`lingers without keeping the pool from having another ${kind} domain`, async () => {
      const input = await deletedDomain();
      const another = { ...input, Domain: kind === "prefix" ? "cellar" : "id.example.com" };
      const outcome = () => outcomeOf(create(bench, another));
      assert.deepEqual(await around(bench, 300, outcome), [
        "User pool already has a domain configured.",
        taken,
      ]);
    });

    it(`lingers for a ${kind} domain that is made without a call`, async () => {
      const { Domain, UserPoolId, CustomDomainConfig } = await deletedDomain();
      const certificateArn = CustomDomainConfig?.CertificateArn;
      const place = () =>
        bench.emulator.createDomain({
          domain: Domain,
          userPoolId: UserPoolId,
          ...(certificateArn && { certificateArn }),
        });
      bench.clock.advance(free - 1);
      assert.throws(place, { name: "TypeError", message: /can't be: Domain already exists\.$/ });
    });

    it(`is free at once when the ${kind} domain is removed without a call`, async () => {
      const input = request(bench.emulator.createPool().id);
      await create(bench, input);
      bench.emulator.removeDomain(input.Domain);
      assert.equal(await outcomeOf(create(bench, input)), taken);
    });
  }

  it("doesn't linger in another Region, when it was a prefix", async () => {
    await deleted(prefix(bench.emulator.createPool().id));
    bench.clock.advance(300);
    const elsewhere = inRegion(bench, "us-west-2");
    assert.equal(await outcomeOf(create(elsewhere, elsewhere.prefix)), taken);
  });

  it("lingers in every Region of the partition, when it was a custom domain", async () => {
    await deleted(custom(bench.emulator.createPool().id));
    const elsewhere = inRegion(bench, "us-west-2");
    const outcome = () => outcomeOf(create(elsewhere, elsewhere.custom));
    assert.deepEqual(await around(bench, free, outcome), [exists, taken]);
  });

  it("doesn't linger in another partition, when it was a custom domain", async () => {
    await deleted(custom(bench.emulator.createPool().id));
    bench.clock.advance(300);
    const inChina = inRegion(bench, "cn-north-1");
    assert.equal(await outcomeOf(create(inChina, inChina.custom)), taken);
  });

  it("lingers anew each time", async () => {
    const input = await deleted(prefix(bench.emulator.createPool().id));
    bench.clock.advance(free);
    await deleted(input);
    const outcome = () => outcomeOf(create(bench, input));
    assert.deepEqual(await around(bench, free, outcome), [exists, taken]);
  });
});

describe("what is kept of deleted domains", () => {
  const bench = useEmulator({
    durations: {
      prefix: { create: 0, delete: 300, nameRelease: 400 },
      custom: { create: 0, delete: 3000, nameRelease: 4000 },
    },
  });
  const deleted = async (input: DomainRequest) => {
    await create(bench, input);
    await remove(bench, input.Domain, input.UserPoolId);
  };
  /** The names that are kept once something else has happened. */
  const kept = async () => {
    await create(bench, prefix(bench.emulator.createPool().id, { Domain: "activity" }));
    bench.emulator.removeDomain("activity");
    return bench.emulator.snapshot().domains.map(({ facts }) => facts.name);
  };

  for (const [kind, request, free] of [
    ["prefix", prefix, 700],
    ["custom", custom, 7000],
  ] as const) {
    it(`is the name of a ${kind} domain, for as long as it is taken`, async () => {
      const input = request(bench.emulator.createPool().id);
      await deleted(input);
      bench.clock.advance(free - 1);
      assert.deepEqual(await kept(), [input.Domain]);
    });

    it(`is nothing of a ${kind} domain once its name is free`, async () => {
      await deleted(request(bench.emulator.createPool().id));
      bench.clock.advance(free + 1);
      assert.deepEqual(await kept(), []);
    });
  }

  it("is nothing once all names are free, however many there were", async () => {
    const { id } = bench.emulator.createPool();
    for (let number = 0; number < 50; number += 1) {
      await deleted(prefix(id, { Domain: `shop-${number}` }));
      bench.clock.advance(300);
    }
    bench.clock.advance(401);
    assert.deepEqual(await kept(), []);
  });

  it("is nothing of a name that is free, although one that was deleted earlier isn't", async () => {
    const { id } = bench.emulator.createPool();
    await deleted(custom(id));
    await deleted(prefix(id));
    bench.clock.advance(701);
    assert.deepEqual(await kept(), ["login.example.com"]);
  });

  it("is a domain whose name was taken again", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await deleted(input);
    bench.clock.advance(700);
    await create(bench, input);
    bench.clock.advance(701);
    assert.deepEqual(await kept(), ["shop"]);
  });

  it("is a name that was taken again and deleted again, until it is free again", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await deleted(input);
    bench.clock.advance(700);
    await deleted(input);
    bench.clock.advance(699);
    assert.deepEqual(await kept(), ["shop"]);
  });

  it("is a domain that never stops DELETING", async () => {
    const input = prefix(bench.emulator.createPool().id);
    bench.emulator.inject({ operation: "DeleteUserPoolDomain", domainStatus: "stuck" });
    await deleted(input);
    bench.clock.advance(86_400_000);
    assert.deepEqual(await kept(), ["shop"]);
  });

  it("is a domain whose deletion FAILED", async () => {
    const input = prefix(bench.emulator.createPool().id);
    bench.emulator.inject({ operation: "DeleteUserPoolDomain", domainStatus: "FAILED" });
    await deleted(input);
    bench.clock.advance(86_400_000);
    assert.deepEqual(await kept(), ["shop"]);
  });
});

describe("one emulator", () => {
  const bench = useEmulator();
  const places = ["us-east-1", "eu-central-1", "ap-southeast-2", "cn-north-1", "us-gov-west-1"].flatMap(
    (region) => ["111111111111", "222222222222", "333333333333"].map((accountId) => ({ region, accountId })),
  );
  const clientsOf = (all: typeof places) =>
    Promise.all(
      all.map(async ({ region, accountId }) => ({
        client: await clientOfAccount(bench.emulator, accountId, region),
        pool: bench.emulator.createPool({ region, accountId }),
        name: `shop-${accountId}`,
      })),
    );

  it("answers for many Regions and accounts at once", async () => {
    const callers = await clientsOf(places);
    await Promise.all(
      callers.map(({ client, pool, name }) => create({ client }, prefix(pool.id, { Domain: name }))),
    );
    const descriptions = await Promise.all(callers.map((caller) => describeDomain(caller, caller.name)));
    assert.deepEqual(
      descriptions.map(({ UserPoolId, AWSAccountId }) => [UserPoolId, AWSAccountId]),
      callers.map(({ pool }) => [pool.id, pool.accountId]),
    );
  });

  it("gives a name that several accounts ask for at once to one of them", async () => {
    const callers = await clientsOf(places.slice(0, 3));
    const outcomes = await Promise.all(
      callers.map(({ client, pool }) => outcomeOf(create({ client }, prefix(pool.id)))),
    );
    assert.deepEqual(outcomes.sort(), [anotherPools, anotherPools, taken]);
  });

  it("lets nobody change another account's domain", async () => {
    const [owner, other] = await clientsOf(places.slice(0, 2));
    assert.ok(owner && other);
    await created({ ...bench, client: owner.client }, prefix(owner.pool.id));
    assert.equal(
      await outcomeOf(remove(other, "shop", owner.pool.id)),
      "No such domain or user pool exists.",
    );
    assert.equal(await statusOf(owner, "shop"), "ACTIVE");
  });
});
