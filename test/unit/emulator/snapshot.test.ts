import assert from "node:assert/strict";
import { CreateUserPoolCommand, DeleteUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { readSnapshot } from "../../../emulator/cloud/snapshot";
import type { EmulatorOptions, Snapshot } from "../../../emulator/index";
import {
  type Bench,
  certificateArn,
  create,
  created,
  custom,
  describeDomain,
  failover,
  invalidParameter,
  prefix,
  refusal,
  remove,
  statusOf,
  update,
  useEmulator,
  useEmulators,
} from "./support";

const options: EmulatorOptions = {
  durations: {
    prefix: { create: 100, update: 200, delete: 300, nameRelease: 400 },
    custom: { create: 1000, update: 2000, delete: 3000, nameRelease: 4000 },
  },
};

describe("an emulator that goes on from a snapshot of another", () => {
  const before = useEmulator(options);
  const start = useEmulators();
  /** Another emulator, with the same clock, that knows only what went through JSON. */
  const goOn = async (): Promise<Bench> => {
    const text = JSON.stringify(before.emulator.snapshot());
    const after = await start(options, before.clock);
    after.emulator.restore(JSON.parse(text));
    return after;
  };

  it("describes a domain as the other did, to the last member", async () => {
    const { id } = before.emulator.createPool();
    await created(before, custom(id, { ManagedLoginVersion: 2, Routing: failover }));
    await update(before, custom(id, { Routing: failover }));
    const expected = await describeDomain(before, "login.example.com");
    assert.deepEqual(await describeDomain(await goOn(), "login.example.com"), expected);
  });

  it("has the same snapshot", async () => {
    const { id } = before.emulator.createPool({ tier: "PLUS", replicas: ["eu-west-1"] });
    await create(before, prefix(id));
    await created(before, custom(id));
    await remove(before, "login.example.com", id);
    before.emulator.setOutside({ certificates: [certificateArn], dns: { "example.com": ["192.0.2.1"] } });
    const expected = before.emulator.snapshot();
    assert.deepEqual((await goOn()).emulator.snapshot(), expected);
  });

  it("finds the pools, and the rules that come with them", async () => {
    const { id } = before.emulator.createPool({ tier: "LITE" });
    const refused = await refusal(create(await goOn(), prefix(id, { ManagedLoginVersion: 2 })));
    assert.equal(refused.name, "FeatureUnavailableInTierException");
  });

  it("knows the certificates and DNS records that there are", async () => {
    before.emulator.setOutside({ certificates: [] });
    const after = await goOn();
    const { id } = after.emulator.createPool();
    assert.equal((await refusal(create(after, custom(id)))).name, "InvalidParameterException");
  });

  for (const [moving, duration, next, begin] of [
    ["CREATING", 1000, "ACTIVE", async (input) => void (await create(before, input))],
    [
      "UPDATING",
      2000,
      "ACTIVE",
      async (input) => {
        await created(before, input);
        await update(before, input);
      },
    ],
    [
      "DELETING",
      3000,
      undefined,
      async (input) => {
        await created(before, input);
        await remove(before, input.Domain, input.UserPoolId);
      },
    ],
  ] satisfies [string, number, string | undefined, (input: ReturnType<typeof custom>) => Promise<void>][]) {
    it(`has a domain ${moving} for as long as is left of its time`, async () => {
      const input = custom(before.emulator.createPool().id);
      await begin(input);
      before.clock.advance(duration - 10);
      const after = await goOn();
      after.clock.advance(9);
      assert.equal(await statusOf(after, input.Domain), moving);
      after.clock.advance(1);
      assert.equal(await statusOf(after, input.Domain), next);
    });

    it(`has a domain that was ${moving} at its end when the time passed in between`, async () => {
      const input = custom(before.emulator.createPool().id);
      await begin(input);
      const text = JSON.stringify(before.emulator.snapshot());
      before.clock.advance(duration);
      const after = await start(options, before.clock);
      after.emulator.restore(JSON.parse(text));
      assert.equal(await statusOf(after, input.Domain), next);
    });
  }

  it("shows reads at once what is in it, though they are otherwise behind", async () => {
    await created(before, prefix(before.emulator.createPool().id));
    const after = await start({ readDelay: 60_000 }, before.clock);
    after.emulator.restore(before.emulator.snapshot());
    assert.equal(await statusOf(after, "shop"), "CREATING");
  });

  it("leaves a domain whose step takes for ever in it", async () => {
    const slow = await start({ durations: { prefix: { create: Number.POSITIVE_INFINITY } } }, before.clock);
    await create(slow, prefix(slow.emulator.createPool().id));
    before.emulator.restore(JSON.parse(JSON.stringify(slow.emulator.snapshot())));
    assert.equal(await statusOf(before, "shop"), "CREATING");
  });

  it("leaves a stuck domain stuck", async () => {
    before.emulator.inject({ operation: "CreateUserPoolDomain", domainStatus: "stuck" });
    await create(before, prefix(before.emulator.createPool().id));
    const after = await goOn();
    after.clock.advance(86_400_000);
    assert.equal(await statusOf(after, "shop"), "CREATING");
  });

  it("has a step that is to fail fail", async () => {
    before.emulator.inject({ operation: "CreateUserPoolDomain", domainStatus: "FAILED" });
    await create(before, prefix(before.emulator.createPool().id));
    const after = await goOn();
    after.clock.advance(100);
    assert.equal(await statusOf(after, "shop"), "FAILED");
  });

  it("leaves a deleted domain's name taken until it would have been free", async () => {
    const input = prefix(before.emulator.createPool().id);
    await created(before, input);
    await remove(before, input.Domain, input.UserPoolId);
    before.clock.advance(300 + 399);
    const after = await goOn();
    assert.deepEqual(await refusal(create(after, input)), invalidParameter("Domain already exists."));
    after.clock.advance(1);
    await create(after, input);
  });

  it("lets a pool have only one domain of a kind", async () => {
    const { id } = before.emulator.createPool();
    await created(before, prefix(id));
    assert.deepEqual(
      await refusal(create(await goOn(), prefix(id, { Domain: "cellar" }))),
      invalidParameter("User pool already has a domain configured."),
    );
  });

  it("gives new pools ids that the other's don't have", async () => {
    const ids = [before.emulator.createPool().id, before.emulator.createPool().id];
    const { emulator } = await goOn();
    ids.push(emulator.createPool().id, emulator.createPool().id);
    assert.equal(new Set(ids).size, 4);
  });

  it("doesn't give a new pool the id of one that the other deleted", async () => {
    const { UserPool } = await before.client.send(new CreateUserPoolCommand({ PoolName: "customers" }));
    await before.client.send(new DeleteUserPoolCommand({ UserPoolId: UserPool?.Id }));
    assert.notEqual((await goOn()).emulator.createPool().id, UserPool?.Id);
  });

  it("gives a domain that is created again another CloudFront distribution", async () => {
    const input = custom(before.emulator.createPool().id);
    const { CloudFrontDomain } = await create(before, input);
    const after = await goOn();
    after.emulator.removeDomain(input.Domain);
    assert.notEqual((await create(after, input)).CloudFrontDomain, CloudFrontDomain);
  });
});

describe("restoring a snapshot", () => {
  const bench = useEmulator();

  it("puts it in the place of everything there is", async () => {
    const { emulator } = bench;
    const { id } = emulator.createPool();
    await created(bench, prefix(id));
    const snapshot = emulator.snapshot();
    emulator.removeDomain("shop");
    emulator.createDomain({ domain: "cellar", userPoolId: emulator.createPool().id });
    emulator.restore(snapshot);
    const { pools, domains } = emulator.snapshot();
    assert.deepEqual({ pools, domains }, { pools: snapshot.pools, domains: snapshot.domains });
  });

  it("empties the emulator when it is the snapshot of an empty one", async () => {
    const empty = bench.emulator.snapshot();
    await created(bench, prefix(bench.emulator.createPool().id));
    bench.emulator.restore(empty);
    assert.deepEqual(await describeDomain(bench, "shop"), {});
  });

  it("leaves faults and the record of calls as they are", async () => {
    const snapshot = bench.emulator.snapshot();
    await describeDomain(bench, "shop");
    bench.emulator.inject({ operation: "*", drop: "before" });
    bench.emulator.restore(snapshot);
    assert.deepEqual([bench.emulator.calls.length, bench.emulator.waitingFaults().length], [1, 1]);
  });

  it("changes nothing when the snapshot is none", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    const snapshot = bench.emulator.snapshot();
    const broken = { ...snapshot, domains: [{}] } as unknown as Snapshot;
    assert.throws(() => bench.emulator.restore(broken), { name: "TypeError" });
    assert.deepEqual(bench.emulator.snapshot(), snapshot);
  });
});

describe("a snapshot", () => {
  const bench = useEmulator();
  beforeEach(async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, custom(id));
    await create(bench, prefix(id));
  });

  it("stays as it was while the emulator goes on", async () => {
    const snapshot = bench.emulator.snapshot();
    const text = JSON.stringify(snapshot);
    bench.emulator.changeDomain("shop", { status: "FAILED" });
    bench.emulator.createPool();
    bench.emulator.setOutside({ certificates: [] });
    assert.equal(JSON.stringify(snapshot), text);
  });

  it("is the same after a while in which nobody called, for what will happen is in it", () => {
    const snapshot = bench.emulator.snapshot();
    bench.clock.advance(86_400_000);
    assert.deepEqual(bench.emulator.snapshot(), snapshot);
  });

  it("reads the same after JSON", () => {
    const snapshot = bench.emulator.snapshot();
    assert.deepEqual(readSnapshot(JSON.parse(JSON.stringify(snapshot))), snapshot);
  });

  it("has no lists of certificates and DNS records when anything goes", () => {
    assert.deepEqual(bench.emulator.snapshot().outside, {});
  });

  it("has no credentials in it", () => {
    assert.doesNotMatch(JSON.stringify(bench.emulator.snapshot()), /AKIA|secret|token/i);
  });
});

describe("what is no snapshot", () => {
  const bench = useEmulator();
  /** A snapshot of one of everything, to be spoiled. */
  const whole = () => {
    const { emulator } = bench;
    const { id } = emulator.createPool();
    emulator.createDomain({ domain: "login.example.com", userPoolId: id, certificateArn });
    emulator.createDomain({ domain: "shop", userPoolId: id, status: "DELETING" });
    return emulator.snapshot();
  };

  for (const [why, spoil, complaint] of [
    ["is nothing", () => undefined, /This is no snapshot of the emulator\./],
    ["is a list", () => [], /received array/],
    ["has a later version", (snapshot) => ({ ...snapshot, version: 2 }), /version.*: .*expected 1/],
    ["has no version", ({ version: _, ...snapshot }) => snapshot, /version.*: /],
    ["lacks the pools", ({ pools: _, ...snapshot }) => snapshot, /pools.*: /],
    ["lacks what is outside", ({ outside: _, ...snapshot }) => snapshot, /outside.*: /],
    ["has another member", (snapshot) => ({ ...snapshot, calls: [] }), /"calls"/],
    [
      "has another member in a pool",
      (snapshot) => ({ ...snapshot, pools: snapshot.pools.map((pool) => ({ ...pool, color: "red" })) }),
      /pools\[0\].*: .*"color"/,
    ],
    [
      "has a pool of no known tier",
      (snapshot) => ({ ...snapshot, pools: snapshot.pools.map((pool) => ({ ...pool, tier: "GOLD" })) }),
      /pools\[0\]\.tier.*: /,
    ],
    [
      "lacks what a domain goes through",
      (snapshot) => ({ ...snapshot, domains: snapshot.domains.map(({ facts }) => ({ facts })) }),
      /domains\[0\]\.phase.*: /,
    ],
    [
      "has a domain in no known status",
      (snapshot) => ({
        ...snapshot,
        domains: snapshot.domains.map(({ facts }) => ({ facts, phase: { status: "GONE" } })),
      }),
      /domains\[1\]\.phase/,
    ],
    [
      "has a domain on its way with no end",
      (snapshot) => ({
        ...snapshot,
        domains: snapshot.domains.map(({ facts }) => ({ facts, phase: { status: "CREATING" } })),
      }),
      /domains\[1\]\.phase/,
    ],
    [
      "has a domain without a name",
      (snapshot) => ({
        ...snapshot,
        domains: snapshot.domains.map(({ facts: { name: _, ...facts }, phase }) => ({ facts, phase })),
      }),
      /domains\[0\]\.facts\.name.*: /,
    ],
  ] satisfies [string, (snapshot: Snapshot) => unknown, RegExp][]) {
    it(`is refused when it ${why}`, () => {
      assert.throws(() => readSnapshot(spoil(whole())), { name: "TypeError", message: complaint });
    });
  }
});
