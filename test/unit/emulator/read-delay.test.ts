import assert from "node:assert/strict";
import { virtualClock } from "../../../emulator/index";
import {
  around,
  certificateArn,
  create,
  custom,
  type DomainRequest,
  deletePool,
  describeDomain,
  describePool,
  outcomeOf,
  prefix,
  remove,
  statusOf,
  update,
  useEmulator,
  useEmulators,
} from "./support";

const delay = 1000;

describe("with a read delay, a read", () => {
  const steps = { create: 100, update: 200, delete: 300, nameRelease: 400 };
  const bench = useEmulator({ readDelay: delay, durations: { prefix: steps, custom: steps } });
  const status = (domain: string) => () => statusOf(bench, domain);
  const namesOf = (UserPoolId: string) => async () => {
    const { Domain, CustomDomain } = await describePool(bench, UserPoolId);
    return [Domain, CustomDomain];
  };
  /** A domain that everybody has seen to be ACTIVE. */
  const settled = async (input: DomainRequest) => {
    await create(bench, input);
    bench.clock.advance(10_000);
    return input;
  };

  for (const [kind, request, names] of [
    ["prefix", prefix, ["shop", undefined]],
    ["custom", custom, [undefined, "login.example.com"]],
  ] as const) {
    describe(`of a ${kind} domain`, () => {
      const nothing = [undefined, undefined];

      it("finds nothing after a create, until the delay has passed", async () => {
        const input = request(bench.emulator.createPool().id);
        await create(bench, input);
        assert.deepEqual(await describeDomain(bench, input.Domain), {});
        const found = await around(bench, delay, status(input.Domain));
        assert.deepEqual(found, [undefined, "CREATING"]);
      });

      it("sees the creation end late", async () => {
        const input = request(bench.emulator.createPool().id);
        await create(bench, input);
        const found = await around(bench, 100 + delay, status(input.Domain));
        assert.deepEqual(found, ["CREATING", "ACTIVE"]);
      });

      it("of its pool names no domain after a create, until the delay has passed", async () => {
        const { id } = bench.emulator.createPool();
        await create(bench, request(id));
        assert.deepEqual(await around(bench, delay, namesOf(id)), [nothing, names]);
      });

      it("sees the status before an update, until the delay has passed", async () => {
        const input = await settled(request(bench.emulator.createPool().id));
        await update(bench, input);
        const found = await around(bench, delay, status(input.Domain));
        assert.deepEqual(found, ["ACTIVE", "UPDATING"]);
      });

      it("sees the configuration before an update, until the delay has passed", async () => {
        const input = await settled(request(bench.emulator.createPool().id));
        await update(bench, { ...input, ManagedLoginVersion: 2 });
        const version = async () => (await describeDomain(bench, input.Domain)).ManagedLoginVersion;
        assert.deepEqual(await around(bench, delay, version), [1, 2]);
      });

      it("sees an update end late", async () => {
        const input = await settled(request(bench.emulator.createPool().id));
        await update(bench, input);
        const found = await around(bench, 200 + delay, status(input.Domain));
        assert.deepEqual(found, ["UPDATING", "ACTIVE"]);
      });

      it("finds the domain as it was after a delete, until the delay has passed", async () => {
        const input = await settled(request(bench.emulator.createPool().id));
        const before = await describeDomain(bench, input.Domain);
        await remove(bench, input.Domain, input.UserPoolId);
        bench.clock.advance(delay - 1);
        assert.deepEqual(await describeDomain(bench, input.Domain), before);
      });

      it("sees a deletion begin late", async () => {
        const input = await settled(request(bench.emulator.createPool().id));
        await remove(bench, input.Domain, input.UserPoolId);
        const found = await around(bench, delay, status(input.Domain));
        assert.deepEqual(found, ["ACTIVE", "DELETING"]);
      });

      it("sees a deletion end late", async () => {
        const input = await settled(request(bench.emulator.createPool().id));
        await remove(bench, input.Domain, input.UserPoolId);
        const found = await around(bench, 300 + delay, status(input.Domain));
        assert.deepEqual(found, ["DELETING", undefined]);
      });

      it("of its pool names a deleted domain until the delay has passed, too", async () => {
        const { Domain, UserPoolId } = await settled(request(bench.emulator.createPool().id));
        await remove(bench, Domain, UserPoolId);
        assert.deepEqual(await around(bench, 300 + delay, namesOf(UserPoolId)), [names, nothing]);
      });
    });
  }

  it("sees the second of the change that it shows, not of the one that happened", async () => {
    const input = await settled(prefix(bench.emulator.createPool().id));
    await update(bench, input);
    const version = async () => (await describeDomain(bench, "shop")).Version;
    assert.deepEqual(await around(bench, delay, version), ["20260701000000", "20260701000010"]);
  });

  it("still finds a deleted domain after its name has become free and others have come", async () => {
    const input = await settled(prefix(bench.emulator.createPool().id));
    await remove(bench, input.Domain, input.UserPoolId);
    bench.clock.advance(800);
    await create(bench, prefix(bench.emulator.createPool().id, { Domain: "cellar" }));
    assert.equal(await statusOf(bench, "shop"), "ACTIVE");
  });

  describe("of a name that is deleted and created again within the delay", () => {
    /** Deleted from one pool at 0 ms, created on another at 700 ms. */
    const moved = async () => {
      const from = await settled(prefix(bench.emulator.createPool().id));
      const to = prefix(bench.emulator.createPool().id);
      await remove(bench, from.Domain, from.UserPoolId);
      bench.clock.advance(700);
      await create(bench, to);
      return { from: from.UserPoolId, to: to.UserPoolId };
    };
    const seen = async () => {
      const { UserPoolId, Status } = await describeDomain(bench, "shop");
      return [UserPoolId, Status];
    };

    it("sees the deletion begin first", async () => {
      const { from } = await moved();
      assert.deepEqual(await around(bench, delay - 700, seen), [
        [from, "ACTIVE"],
        [from, "DELETING"],
      ]);
    });

    it("sees nothing after the deletion", async () => {
      const { from } = await moved();
      assert.deepEqual(await around(bench, delay - 400, seen), [
        [from, "DELETING"],
        [undefined, undefined],
      ]);
    });

    it("sees the creation last", async () => {
      const { to } = await moved();
      assert.deepEqual(await around(bench, delay, seen), [
        [undefined, undefined],
        [to, "CREATING"],
      ]);
    });

    it("of the pool that has lost it still names it", async () => {
      const { from } = await moved();
      assert.deepEqual(await around(bench, delay - 400, namesOf(from)), [
        ["shop", undefined],
        [undefined, undefined],
      ]);
    });

    it("of the pool that has got it doesn't name it yet", async () => {
      const { to } = await moved();
      assert.deepEqual(await namesOf(to)(), [undefined, undefined]);
      assert.deepEqual(await around(bench, delay, namesOf(to)), [
        [undefined, undefined],
        ["shop", undefined],
      ]);
    });
  });
});

describe("with a read delay, a long history", () => {
  const none = { create: 0, update: 0, delete: 0, nameRelease: 0 };
  const bench = useEmulator({ readDelay: delay, durations: { prefix: none, custom: none } });

  it("is seen change by change, each when the delay since it has passed", async () => {
    const { id } = bench.emulator.createPool();
    const certificates = Array.from({ length: 80 }, (_, number) => `${certificateArn}-${number}`);
    const seen: (string | undefined)[] = [];
    const see = async () => {
      const { CustomDomainConfig } = await describeDomain(bench, "login.example.com");
      seen.push(CustomDomainConfig?.CertificateArn);
      bench.clock.advance(25);
    };
    await create(bench, custom(id));
    bench.clock.advance(delay);
    for (const CertificateArn of certificates) {
      await update(bench, custom(id, { CustomDomainConfig: { CertificateArn } }));
      await see();
    }
    for (let rest = 0; rest < delay / 25; rest += 1) await see();
    const late = Array.from({ length: delay / 25 }, () => certificateArn);
    assert.deepEqual(seen, [...late, ...certificates]);
  });

  it("is seen as it ended where it all happened in one moment", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    await update(bench, { ...input, ManagedLoginVersion: 2 });
    await remove(bench, "shop", input.UserPoolId);
    await create(bench, input);
    await update(bench, { ...input, ManagedLoginVersion: 2 });
    const version = async () => (await describeDomain(bench, "shop")).ManagedLoginVersion;
    assert.deepEqual(await around(bench, delay, version), [undefined, 2]);
  });

  it("is seen as creations and deletions alternate", async () => {
    const input = prefix(bench.emulator.createPool().id);
    const seen: boolean[] = [];
    const see = async () => {
      seen.push((await describeDomain(bench, "shop")).Status !== undefined);
      bench.clock.advance(100);
    };
    for (let round = 0; round < 10; round += 1) {
      await create(bench, input);
      await see();
      await remove(bench, "shop", input.UserPoolId);
      await see();
    }
    for (let rest = 0; rest < 10; rest += 1) await see();
    const alternating = Array.from({ length: 20 }, (_, step) => step % 2 === 0);
    assert.deepEqual(seen, [...Array(10).fill(false), ...alternating]);
  });
});

describe("with a read delay, a write", () => {
  const steps = { create: 0, update: 200, delete: 300, nameRelease: 400 };
  const bench = useEmulator({ readDelay: delay, durations: { prefix: steps, custom: steps } });

  it("finds a domain right after its creation: an update", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    assert.equal(await outcomeOf(update(bench, input)), "taken");
  });

  it("finds a domain right after its creation: a delete", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    assert.equal(await outcomeOf(remove(bench, input.Domain, input.UserPoolId)), "taken");
  });

  it("finds a domain right after its creation: another create of the name", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    assert.equal(await outcomeOf(create(bench, input)), "Domain already exists.");
  });

  it("finds a domain right after its creation: another create on the pool", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    const another = create(bench, { ...input, Domain: "cellar" });
    assert.equal(await outcomeOf(another), "User pool already has a domain configured.");
  });

  it("finds a domain right after its creation: the deletion of the pool", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    assert.match(await outcomeOf(deletePool(bench, input.UserPoolId)), /^User pool cannot be deleted\./);
  });

  it("meets an update that reads don't show yet", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    bench.clock.advance(delay);
    await update(bench, input);
    assert.equal(await statusOf(bench, "shop"), "ACTIVE");
    assert.equal(await outcomeOf(update(bench, input)), "ConcurrentModificationException");
  });

  it("doesn't meet an update that only reads still show", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    await update(bench, input);
    bench.clock.advance(delay);
    assert.equal(await statusOf(bench, "shop"), "UPDATING");
    assert.equal(await outcomeOf(update(bench, input)), "taken");
  });

  it("finds no domain that only reads still show", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    bench.clock.advance(delay);
    await remove(bench, input.Domain, input.UserPoolId);
    bench.clock.advance(300);
    assert.equal(await statusOf(bench, "shop"), "ACTIVE");
    assert.equal(await outcomeOf(update(bench, input)), "No such domain or user pool exists.");
  });

  it("can have a free name although reads still show its last domain", async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    bench.clock.advance(delay);
    await remove(bench, input.Domain, input.UserPoolId);
    const again = () => outcomeOf(create(bench, input));
    assert.deepEqual(await around(bench, 700, again), ["Domain already exists.", "taken"]);
  });

  it("can delete a pool whose domain is gone although reads still show it", async () => {
    const { Domain, UserPoolId } = prefix(bench.emulator.createPool().id);
    await create(bench, { Domain, UserPoolId });
    bench.clock.advance(delay);
    await remove(bench, Domain, UserPoolId);
    bench.clock.advance(300);
    assert.equal(await outcomeOf(deletePool(bench, UserPoolId)), "taken");
  });
});

describe("with a read delay, what is done without a call", () => {
  const steps = { create: 100, update: 200, delete: 300, nameRelease: 400 };
  const bench = useEmulator({ readDelay: delay, durations: { prefix: steps, custom: steps } });
  const start = useEmulators();
  const settled = async () => {
    const input = prefix(bench.emulator.createPool().id);
    await create(bench, input);
    bench.clock.advance(10_000);
    return input;
  };

  it("is seen at once: a new domain", async () => {
    bench.emulator.createDomain({ domain: "shop", userPoolId: bench.emulator.createPool().id });
    assert.equal(await statusOf(bench, "shop"), "ACTIVE");
  });

  it("is seen at once: a new domain at the beginning of time", async () => {
    const early = await start({ readDelay: delay }, virtualClock(0));
    early.emulator.createDomain({ domain: "shop", userPoolId: early.emulator.createPool().id });
    assert.equal(await statusOf(early, "shop"), "ACTIVE");
  });

  it("is seen at once: a change", async () => {
    await settled();
    bench.emulator.changeDomain("shop", { managedLoginVersion: 2 });
    assert.equal((await describeDomain(bench, "shop")).ManagedLoginVersion, 2);
  });

  it("is seen at once: a change of a domain that reads don't find yet", async () => {
    await create(bench, prefix(bench.emulator.createPool().id));
    bench.emulator.changeDomain("shop", { status: "FAILED" });
    assert.equal(await statusOf(bench, "shop"), "FAILED");
  });

  it("is seen at once: a change while an update isn't seen yet", async () => {
    const input = await settled();
    await update(bench, { ...input, ManagedLoginVersion: 2 });
    bench.emulator.changeDomain("shop", { status: "ACTIVE" });
    const { Status, ManagedLoginVersion } = await describeDomain(bench, "shop");
    assert.deepEqual({ Status, ManagedLoginVersion }, { Status: "ACTIVE", ManagedLoginVersion: 2 });
  });

  it("is seen at once: a domain on another pool", async () => {
    const { UserPoolId } = await settled();
    const userPoolId = bench.emulator.createPool().id;
    bench.emulator.changeDomain("shop", { userPoolId });
    const domainOf = async (id: string) => (await describePool(bench, id)).Domain;
    assert.deepEqual([await domainOf(UserPoolId), await domainOf(userPoolId)], [undefined, "shop"]);
  });

  it("is seen at once: that a domain is gone", async () => {
    await settled();
    bench.emulator.removeDomain("shop");
    assert.deepEqual(await describeDomain(bench, "shop"), {});
  });

  it("doesn't make a later call be seen at once", async () => {
    const input = await settled();
    bench.emulator.removeDomain("shop");
    await create(bench, input);
    const status = () => statusOf(bench, "shop");
    assert.deepEqual(await around(bench, delay, status), [undefined, "CREATING"]);
  });

  it("shows the present to who looks without a call", async () => {
    await create(bench, prefix(bench.emulator.createPool().id));
    assert.equal(bench.emulator.domain("shop")?.status, "CREATING");
  });
});
