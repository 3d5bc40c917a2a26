import assert from "node:assert/strict";
import { messages, type PoolOptions } from "../../../emulator/index";
import {
  certificateArn,
  clientFor,
  clientOfAccount,
  create,
  created,
  custom,
  deletePool,
  describeDomain,
  describePool,
  failover,
  invalidParameter,
  outcomeOf,
  prefix,
  refusal,
  remove,
  statusOf,
  update,
  useEmulator,
} from "./support";

const taken = "taken";

function failoverTo(SecondaryRegion: string) {
  return { Failover: { SecondaryRegion, PrimaryRoute53HealthCheckId: "health-check" } };
}

describe("failover", () => {
  const bench = useEmulator();
  const tried = (SecondaryRegion: string, options: PoolOptions) => {
    const { id } = bench.emulator.createPool(options);
    return outcomeOf(create(bench, custom(id, { Routing: failoverTo(SecondaryRegion) })));
  };

  it("is described for a custom domain that has it", async () => {
    await create(bench, custom(bench.emulator.createPool().id, { Routing: failover }));
    assert.deepEqual((await describeDomain(bench, "login.example.com")).Routing, failover);
  });

  it("is answered by the create that sets it", async () => {
    const { Routing } = await create(bench, custom(bench.emulator.createPool().id, { Routing: failover }));
    assert.deepEqual(Routing, failover);
  });

  it("is refused when a prefix domain is created", async () => {
    assert.deepEqual(
      await refusal(create(bench, prefix(bench.emulator.createPool().id, { Routing: failover }))),
      invalidParameter(messages.routingNeedsCustomDomain),
    );
  });

  it("is refused when a prefix domain is updated", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    assert.deepEqual(
      await refusal(update(bench, prefix(id, { Routing: failover }))),
      invalidParameter(messages.routingNeedsCustomDomain),
    );
  });

  it("is left out of a prefix domain's request by an empty routing", async () => {
    const { id } = bench.emulator.createPool();
    assert.equal(await outcomeOf(create(bench, prefix(id, { Routing: {} }))), taken);
  });

  for (const [SecondaryRegion, whose, options] of [
    ["us-west-2", "a pool whose replicas aren't known", {}],
    ["us-west-2", "a pool with a replica there", { replicas: ["us-west-2"] }],
    ["eu-west-1", "a pool with a second replica there", { replicas: ["us-west-2", "eu-west-1"] }],
  ] as const) {
    it(`may go to ${SecondaryRegion} from ${whose}`, async () => {
      assert.equal(await tried(SecondaryRegion, options), taken);
    });
  }

  for (const [SecondaryRegion, whose, options] of [
    ["us-east-1", "a pool of this Region", {}],
    ["nowhere", "a pool whose replicas aren't known", {}],
    ["us-east", "a pool whose replicas aren't known", {}],
    ["ap-south-1", "a pool with replicas elsewhere", { replicas: ["us-west-2", "eu-west-1"] }],
    ["us-west-2", "a pool with no replica", { replicas: [] }],
    ["us-east-1", "a pool of this Region that has replicas", { replicas: ["us-west-2"] }],
    ["cn-north-1", "a pool of another partition", {}],
  ] as const) {
    it(`may not go to ${SecondaryRegion} from ${whose}`, async () => {
      const id = "us-east-1_Abc";
      assert.equal(
        await tried(SecondaryRegion, { id, ...options }),
        messages.noReplicaInRegion(id, SecondaryRegion),
      );
    });
  }

  it("may not be set to a Region without a replica by an update", async () => {
    const { id } = bench.emulator.createPool({ replicas: ["us-west-2"] });
    await created(bench, custom(id));
    assert.equal(
      await outcomeOf(update(bench, custom(id, { Routing: failoverTo("eu-west-1") }))),
      messages.noReplicaInRegion(id, "eu-west-1"),
    );
  });

  it("may be set to the Region of a replica by an update", async () => {
    const { id } = bench.emulator.createPool({ replicas: ["us-west-2"] });
    await created(bench, custom(id));
    await update(bench, custom(id, { Routing: failover }));
    assert.deepEqual((await describeDomain(bench, "login.example.com")).Routing, failover);
  });

  it("is gone after an update that leaves it out", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, custom(id, { Routing: failover }));
    await update(bench, custom(id));
    assert.equal((await describeDomain(bench, "login.example.com")).Routing, undefined);
  });

  it("may not go to the pool's own Region for a domain that is made without a call", () => {
    const userPoolId = bench.emulator.createPool().id;
    assert.throws(
      () =>
        bench.emulator.createDomain({
          domain: "login.example.com",
          userPoolId,
          certificateArn,
          failover: { secondaryRegion: "us-east-1", primaryRoute53HealthCheckId: "health-check" },
        }),
      { name: "TypeError", message: /has no replica in us-east-1\.$/ },
    );
  });
});

describe("a pool's replicas", () => {
  const bench = useEmulator();

  for (const [what, options] of [
    ["in its own Region", { region: "us-east-1", replicas: ["us-east-1"] }],
    ["in another partition", { region: "us-east-1", replicas: ["cn-north-1"] }],
    ["in no Region", { replicas: ["west"] }],
    ["on the LITE tier", { tier: "LITE", replicas: ["us-west-2"] }],
  ] satisfies [string, PoolOptions][]) {
    it(`can't be ${what}`, () => {
      assert.throws(() => bench.emulator.createPool(options), TypeError);
    });
  }
});

describe("a replicated pool", () => {
  const bench = useEmulator();
  const inReplica = () => ({ client: clientFor(bench.emulator, { region: "us-west-2" }) });
  const replicated = () => bench.emulator.createPool({ replicas: ["us-west-2", "eu-west-1"] });

  it("is in the Region of a replica what it is in its own, but for the Region in its ARN", async () => {
    const { id, arn } = replicated();
    const { Arn, ...there } = await describePool(inReplica(), id);
    const { Arn: ownArn, ...here } = await describePool(bench, id);
    assert.deepEqual(there, here);
    assert.deepEqual([Arn, ownArn], [arn.replace("us-east-1", "us-west-2"), arn]);
  });

  it("isn't in a Region where it has no replica", async () => {
    const { id } = bench.emulator.createPool({ replicas: ["eu-west-1"] });
    assert.equal(await outcomeOf(describePool(inReplica(), id)), "ResourceNotFoundException");
  });

  it("isn't in any other Region when its replicas aren't known", async () => {
    const { id } = bench.emulator.createPool();
    assert.equal(await outcomeOf(describePool(inReplica(), id)), "ResourceNotFoundException");
  });

  it("isn't in the Region of a replica to another account", async () => {
    const { id } = replicated();
    const client = await clientOfAccount(bench.emulator, "999999999999", "us-west-2");
    assert.equal(await outcomeOf(describePool({ client }, id)), "ResourceNotFoundException");
  });

  it("has no domains to give to another account in the Region of a replica", async () => {
    const { id } = replicated();
    const client = await clientOfAccount(bench.emulator, "999999999999", "us-west-2");
    assert.equal(await outcomeOf(create({ client }, prefix(id))), "ResourceNotFoundException");
  });

  it("can't be deleted from the Region of a replica", async () => {
    const { id } = replicated();
    assert.deepEqual(await refusal(deletePool(inReplica(), id)), {
      name: "OperationNotEnabledException",
      message: "The operation isn't enabled in us-west-2, which has a replica of the user pool.",
    });
  });

  it("is still there after it couldn't be deleted", async () => {
    const { id } = replicated();
    await refusal(deletePool(inReplica(), id));
    assert.equal((await describePool(bench, id)).Id, id);
  });

  it("is gone everywhere once it is deleted", async () => {
    const { id } = replicated();
    await deletePool(bench, id);
    assert.equal(await outcomeOf(describePool(inReplica(), id)), "ResourceNotFoundException");
  });

  it("can't be deleted while it has a domain in the Region of a replica", async () => {
    const { id } = replicated();
    await create(inReplica(), prefix(id));
    assert.equal(await outcomeOf(deletePool(bench, id)), messages.poolStillHasDomain);
  });
});

describe("the prefix domain of a replicated pool", () => {
  const bench = useEmulator();
  const inReplica = () => ({ client: clientFor(bench.emulator, { region: "us-west-2" }) });
  const replicated = () => bench.emulator.createPool({ replicas: ["us-west-2", "eu-west-1"] }).id;

  it("is nothing in the Region of a replica", async () => {
    await create(bench, prefix(replicated()));
    assert.deepEqual(await describeDomain(inReplica(), "shop"), {});
  });

  it("isn't named by the pool in the Region of a replica", async () => {
    const id = replicated();
    await create(bench, prefix(id));
    assert.equal((await describePool(inReplica(), id)).Domain, undefined);
  });

  it("can't be updated from the Region of a replica", async () => {
    const input = prefix(replicated());
    await created(bench, input);
    assert.equal(await outcomeOf(update(inReplica(), input)), messages.noSuchDomain);
  });

  it("can't be deleted from the Region of a replica", async () => {
    const { Domain, UserPoolId } = prefix(replicated());
    await created(bench, prefix(UserPoolId));
    assert.equal(await outcomeOf(remove(inReplica(), Domain, UserPoolId)), messages.noSuchDomain);
  });

  it("leaves its name to other pools in the Region of a replica", async () => {
    await create(bench, prefix(replicated()));
    const { id } = bench.emulator.createPool({ region: "us-west-2" });
    await create(inReplica(), prefix(id));
    assert.equal((await describeDomain(inReplica(), "shop")).UserPoolId, id);
  });

  it("may have another beside it in the Region of a replica", async () => {
    const id = replicated();
    await create(bench, prefix(id));
    await create(inReplica(), prefix(id, { Domain: "shop-west" }));
    assert.deepEqual(
      [(await describePool(bench, id)).Domain, (await describePool(inReplica(), id)).Domain],
      ["shop", "shop-west"],
    );
  });

  it("may have one of the same name in the Region of a replica", async () => {
    const id = replicated();
    await create(bench, prefix(id));
    assert.equal(await outcomeOf(create(inReplica(), prefix(id))), taken);
  });

  it("is one for each Region: a second in the Region of a replica is refused", async () => {
    const id = replicated();
    await create(inReplica(), prefix(id));
    const second = create(inReplica(), prefix(id, { Domain: "cellar" }));
    assert.equal(await outcomeOf(second), messages.poolHasDomain);
  });

  it("goes through life in the Region of a replica", async () => {
    const input = prefix(replicated());
    const place = { ...bench, ...inReplica() };
    await created(place, input);
    await update(place, input);
    bench.clock.advance(60_000);
    await remove(place, input.Domain, input.UserPoolId);
    assert.equal(await statusOf(place, "shop"), "DELETING");
  });

  it("in the Region of a replica is not touched by the deletion of the one in the pool's own", async () => {
    const input = prefix(replicated());
    await create(inReplica(), input);
    await created(bench, input);
    await remove(bench, input.Domain, input.UserPoolId);
    bench.clock.advance(60_000);
    assert.deepEqual(
      [await statusOf(bench, "shop"), await statusOf(inReplica(), "shop")],
      [undefined, "ACTIVE"],
    );
  });
});

describe("the custom domain of a replicated pool", () => {
  const bench = useEmulator({ quotas: { customDomains: 1 } });
  const inReplica = () => ({ client: clientFor(bench.emulator, { region: "us-west-2" }) });
  const inOtherReplica = () => ({ client: clientFor(bench.emulator, { region: "eu-west-1" }) });
  const replicated = () => bench.emulator.createPool({ replicas: ["us-west-2", "eu-west-1"] }).id;

  it("is the same in the Region of a replica", async () => {
    await create(bench, custom(replicated(), { Routing: failover }));
    assert.deepEqual(
      await describeDomain(inReplica(), "login.example.com"),
      await describeDomain(bench, "login.example.com"),
    );
  });

  it("is named by the pool in the Region of a replica", async () => {
    const id = replicated();
    await create(bench, custom(id));
    assert.equal((await describePool(inReplica(), id)).CustomDomain, "login.example.com");
  });

  it("can be created from the Region of a replica", async () => {
    const id = replicated();
    await create(inReplica(), custom(id));
    assert.equal((await describePool(bench, id)).CustomDomain, "login.example.com");
  });

  it("can be updated from the Region of a replica", async () => {
    const input = custom(replicated());
    await created(bench, input);
    await update(inReplica(), { ...input, ManagedLoginVersion: 2 });
    assert.equal((await describeDomain(bench, "login.example.com")).ManagedLoginVersion, 2);
  });

  it("can be deleted from the Region of a replica", async () => {
    const { Domain, UserPoolId } = custom(replicated());
    await created(bench, custom(UserPoolId));
    await remove(inReplica(), Domain, UserPoolId);
    assert.equal(await statusOf(bench, Domain), "DELETING");
  });

  it("is one for all Regions: a second is refused in each", async () => {
    const id = replicated();
    await create(bench, custom(id));
    const second = custom(id, { Domain: "id.example.com" });
    assert.deepEqual(
      [await outcomeOf(create(inReplica(), second)), await outcomeOf(create(inOtherReplica(), second))],
      [messages.poolHasDomain, messages.poolHasDomain],
    );
  });

  it("may fail over from the Region of a replica to the pool's own", async () => {
    const input = custom(replicated(), { Routing: failoverTo("us-east-1") });
    assert.equal(await outcomeOf(create(inReplica(), input)), taken);
  });

  it("may fail over from the Region of a replica to that of another", async () => {
    const input = custom(replicated(), { Routing: failoverTo("eu-west-1") });
    assert.equal(await outcomeOf(create(inReplica(), input)), taken);
  });

  it("may not fail over from the Region of a replica to itself", async () => {
    const id = replicated();
    const input = custom(id, { Routing: failoverTo("us-west-2") });
    assert.equal(await outcomeOf(create(inReplica(), input)), messages.noReplicaInRegion(id, "us-west-2"));
  });

  it("counts towards the quota of the Region that it is created in", async () => {
    await create(inReplica(), custom(replicated()));
    const second = custom(replicated(), { Domain: "id.example.com" });
    assert.deepEqual(
      [await outcomeOf(create(inReplica(), second)), await outcomeOf(create(bench, second))],
      ["LimitExceededException", taken],
    );
  });
});
