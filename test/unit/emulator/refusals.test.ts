import assert from "node:assert/strict";
import { messages } from "../../../emulator/index";
import {
  clientOfAccount,
  create,
  created,
  custom,
  invalidParameter,
  outcomeOf,
  prefix,
  refusal,
  remove,
  update,
  useEmulator,
} from "./support";

const kinds = [
  ["prefix", prefix],
  ["custom", custom],
] as const;

describe("a create is refused", () => {
  const bench = useEmulator();

  it("on a pool that doesn't exist", async () => {
    assert.deepEqual(await refusal(create(bench, prefix("us-east-1_nobody"))), {
      name: "ResourceNotFoundException",
      message: "User pool us-east-1_nobody does not exist.",
    });
  });

  it("on a pool of another Region", async () => {
    const { id } = bench.emulator.createPool({ region: "eu-west-1" });
    assert.equal((await refusal(create(bench, prefix(id)))).name, "ResourceNotFoundException");
  });

  it("on a pool of another account", async () => {
    const { id } = bench.emulator.createPool({ accountId: "999999999999" });
    assert.equal((await refusal(create(bench, prefix(id)))).name, "ResourceNotFoundException");
  });

  for (const [kind, request, other] of [
    ["prefix", prefix, "cellar"],
    ["custom", custom, "id.example.com"],
  ] as const) {
    it(`when the pool already has a ${kind} domain`, async () => {
      const { id } = bench.emulator.createPool();
      await created(bench, request(id));
      assert.deepEqual(
        await refusal(create(bench, request(id, { Domain: other }))),
        invalidParameter("User pool already has a domain configured."),
      );
    });
  }

  it("for a prefix with a dot", async () => {
    assert.deepEqual(
      await refusal(create(bench, prefix(bench.emulator.createPool().id, { Domain: "login.example.com" }))),
      invalidParameter(messages.invalidCharacter),
    );
  });

  for (const [Domain, word] of [
    ["cognito", "cognito"],
    ["newcognito", "cognito"],
    ["my-aws-shop", "aws"],
    ["lawsuit", "aws"],
    ["amazonas", "amazon"],
  ] as const) {
    it(`for the prefix ${Domain}, which has the reserved word ${word} in it`, async () => {
      assert.deepEqual(
        await refusal(create(bench, prefix(bench.emulator.createPool().id, { Domain }))),
        invalidParameter(`Domain cannot contain reserved word: ${word}`),
      );
    });
  }

  for (const [kind, request] of kinds) {
    it(`with managed login for a ${kind} domain on a LITE pool`, async () => {
      const { id } = bench.emulator.createPool({ tier: "LITE" });
      assert.deepEqual(await refusal(create(bench, request(id, { ManagedLoginVersion: 2 }))), {
        name: "FeatureUnavailableInTierException",
        message:
          "The following feature is not available for the LITE pricing tier configured: Managed Login Version 2",
      });
    });
  }

  for (const version of [-1, 0, 3]) {
    it(`with the branding version ${version}, which doesn't exist`, async () => {
      const { id } = bench.emulator.createPool();
      assert.deepEqual(
        await refusal(create(bench, prefix(id, { ManagedLoginVersion: version }))),
        invalidParameter(messages.unknownManagedLoginVersion(version)),
      );
    });
  }

  it("without leaving anything behind", async () => {
    const { id } = bench.emulator.createPool({ tier: "LITE" });
    await refusal(create(bench, prefix(id, { ManagedLoginVersion: 2 })));
    assert.deepEqual(bench.emulator.snapshot().domains, []);
  });
});

describe("a create is taken", () => {
  const bench = useEmulator();

  it("for a custom domain on a pool that has a prefix domain", async () => {
    const { id } = bench.emulator.createPool();
    await create(bench, prefix(id));
    await create(bench, custom(id));
  });

  it("for a prefix domain on a pool that has a custom domain", async () => {
    const { id } = bench.emulator.createPool();
    await create(bench, custom(id));
    await create(bench, prefix(id));
  });

  for (const [tier, ManagedLoginVersion] of [
    ["LITE", 1],
    ["ESSENTIALS", 1],
    ["ESSENTIALS", 2],
    ["PLUS", 2],
  ] as const) {
    it(`for the branding version ${ManagedLoginVersion} on a pool that is ${tier}`, async () => {
      const { id } = bench.emulator.createPool({ tier });
      assert.equal(await outcomeOf(create(bench, prefix(id, { ManagedLoginVersion }))), "taken");
    });
  }

  it("for a custom domain with a reserved word in it", async () => {
    await create(bench, custom(bench.emulator.createPool().id, { Domain: "cognito.example.com" }));
  });
});

describe("an update is refused", () => {
  const bench = useEmulator();

  it("for a domain that doesn't exist", async () => {
    assert.deepEqual(
      await refusal(update(bench, prefix(bench.emulator.createPool().id))),
      invalidParameter("No such domain or user pool exists."),
    );
  });

  it("for a domain of another pool", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    assert.deepEqual(
      await refusal(update(bench, prefix(bench.emulator.createPool().id))),
      invalidParameter("No such domain or user pool exists."),
    );
  });

  it("for a custom domain sent without its certificate", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, custom(id));
    assert.deepEqual(
      await refusal(update(bench, prefix(id, { Domain: "login.example.com" }))),
      invalidParameter("Cannot convert custom domain to prefix domain."),
    );
  });

  it("for a prefix domain sent with a certificate", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    assert.deepEqual(
      await refusal(update(bench, custom(id, { Domain: "shop" }))),
      invalidParameter("User pool should have a custom domain associated, failed to update the certificate."),
    );
  });

  for (const [kind, request] of kinds) {
    it(`with managed login for a ${kind} domain on a LITE pool`, async () => {
      const { id } = bench.emulator.createPool({ tier: "LITE" });
      await created(bench, request(id));
      assert.equal(
        await outcomeOf(update(bench, request(id, { ManagedLoginVersion: 2 }))),
        "FeatureUnavailableInTierException",
      );
    });
  }

  it("with a branding version that doesn't exist", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    assert.deepEqual(
      await refusal(update(bench, prefix(id, { ManagedLoginVersion: 3 }))),
      invalidParameter(messages.unknownManagedLoginVersion(3)),
    );
  });

  it("to another account", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    const client = await clientOfAccount(bench.emulator, "999999999999");
    assert.equal(await outcomeOf(update({ client }, prefix(id))), "No such domain or user pool exists.");
  });

  it("on a pool that doesn't exist", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    assert.equal(
      await outcomeOf(update(bench, prefix("us-east-1_nobody"))),
      "No such domain or user pool exists.",
    );
  });

  it("without changing anything", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, custom(id));
    const before = bench.emulator.domain("login.example.com");
    await refusal(update(bench, custom(id, { ManagedLoginVersion: 3 })));
    assert.deepEqual(bench.emulator.domain("login.example.com"), before);
  });
});

describe("a delete is refused", () => {
  const bench = useEmulator();

  it("for a domain that doesn't exist", async () => {
    assert.deepEqual(
      await refusal(remove(bench, "nobody", bench.emulator.createPool().id)),
      invalidParameter("No such domain or user pool exists."),
    );
  });

  it("for a domain of another pool", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    assert.deepEqual(
      await refusal(remove(bench, "shop", bench.emulator.createPool().id)),
      invalidParameter("No such domain or user pool exists."),
    );
  });

  it("to another account", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    const client = await clientOfAccount(bench.emulator, "999999999999");
    assert.equal(await outcomeOf(remove({ client }, "shop", id)), "No such domain or user pool exists.");
  });

  it("for a domain that has come to be another account's", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    bench.emulator.changeDomain("shop", { accountId: "999999999999" });
    assert.equal(await outcomeOf(remove(bench, "shop", id)), "No such domain or user pool exists.");
  });

  it("the second time, once the domain is gone", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    await remove(bench, "shop", id);
    bench.clock.advance(60_000);
    assert.equal(await outcomeOf(remove(bench, "shop", id)), "No such domain or user pool exists.");
  });
});
