import assert from "node:assert/strict";
import { type EmulatorOptions, startEmulator } from "../../../emulator/index";
import { create, custom, describeDomain, prefix, useEmulators } from "./support";

describe("an option that can't be", () => {
  const start = useEmulators();

  for (const [what, options, named] of [
    ["a Region without a number", { region: "us-east" }, /region \("us-east"\): isn't a Region/],
    ["a Region in capitals", { region: "US-EAST-1" }, /region \("US-EAST-1"\): isn't a Region/],
    ["no Region", { region: "" }, /region \(""\): isn't a Region/],
    ["a short account", { accountId: "12" }, /accountId \("12"\): isn't twelve digits/],
    ["a long account", { accountId: "1234567890123" }, /accountId .*: isn't twelve digits/],
    ["an account of letters", { accountId: "12345678901x" }, /accountId .*: isn't twelve digits/],
    ["an account in lines", { accountId: "123456789012\n" }, /accountId .*: isn't twelve digits/],
    ["no speed", { speed: 0 }, /speed \(0\): /],
    ["a speed backwards", { speed: -1 }, /speed \(-1\): /],
    ["a speed that is no number", { speed: Number.NaN }, /speed .*NaN/],
    ["a read of the future", { readDelay: -1 }, /readDelay \(-1\): /],
    ["a read of no time", { readDelay: Number.NaN }, /readDelay .*NaN/],
    ["a step backwards", { durations: { prefix: { create: -1 } } }, /durations\.prefix\.create \(-1\): /],
    ["a step of no time", { durations: { custom: { nameRelease: Number.NaN } } }, /durations/],
    ["a port below the first", { port: -1 }, /port \(-1\): /],
    ["a port above the last", { port: 65_536 }, /port \(65536\): /],
    ["less than no custom domains", { quotas: { customDomains: -1 } }, /quotas\.customDomains \(-1\): /],
    ["half a custom domain", { quotas: { customDomains: 0.5 } }, /quotas/],
    ["less than no user pools", { quotas: { userPools: -1 } }, /quotas\.userPools \(-1\): /],
    ["no requests", { quotas: { requestsPerSecond: 0 } }, /quotas\.requestsPerSecond \(0\): /],
    ["no reads", { quotas: { requestsPerSecond: { UserPoolRead: 0 } } }, /\.UserPoolRead \(0\): /],
    ["no requests for a pool", { quotas: { requestsPerSecondAndPool: 0 } }, /PerSecondAndPool \(0\): /],
    ["a record of DNS that is no address", { dns: { "example.com": ["here"] } }, /"here"/],
  ] satisfies [string, EmulatorOptions, RegExp][]) {
    it(`is ${what}`, async () => {
      await assert.rejects(start(options), (error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, /^The emulator can't be started like this\. /);
        assert.match(error.message, named);
        return true;
      });
    });
  }

  for (const [what, options] of [
    ["one that there isn't", { colour: "red" }],
    ["durations of another kind", { durations: "slow" }],
    ["durations of another kind of domain", { durations: { wildcard: { create: 1 } } }],
    ["durations of another step", { durations: { prefix: { renew: 1 } } }],
    ["quotas of another kind", { quotas: "generous" }],
    ["a quota of something else", { quotas: { prefixDomains: 1 } }],
    ["a rate of another category", { quotas: { requestsPerSecond: { UserAuthentication: 1 } } }],
  ]) {
    it(`is ${what}, from JavaScript`, async () => {
      await assert.rejects(start(options as EmulatorOptions), TypeError);
    });
  }

  it("leaves nothing listening", async () => {
    const { emulator } = await start();
    const port = Number(new URL(emulator.endpoint).port);
    await emulator.close();
    await assert.rejects(startEmulator({ port, speed: 0 }), TypeError);
    await start({ port });
  });
});

describe("an option that is the least it can be", () => {
  const start = useEmulators();

  it("is a read delay of nothing", async () => {
    const bench = await start({ readDelay: 0 });
    await create(bench, prefix(bench.emulator.createPool().id));
    assert.equal((await describeDomain(bench, "shop")).Status, "CREATING");
  });
});

describe("what the emulator is told it is", () => {
  const start = useEmulators();

  it("has pools in its account and Region", async () => {
    const { emulator } = await start({ region: "eu-central-1", accountId: "999999999999" });
    const { region, accountId } = emulator.createPool();
    assert.deepEqual({ region, accountId }, { region: "eu-central-1", accountId: "999999999999" });
  });

  it("looks for prefix domains in its Region when it is asked without a call", async () => {
    const { emulator } = await start({ region: "eu-central-1" });
    emulator.createDomain({ domain: "shop", userPoolId: emulator.createPool().id });
    assert.equal(emulator.domain("shop")?.region, "eu-central-1");
    assert.equal(emulator.domain("shop", "us-east-1"), undefined);
  });

  it("is in us-east-1, with an account of its own, unless it is told otherwise", async () => {
    const bench = await start();
    await create(bench, custom(bench.emulator.createPool().id));
    const { region, accountId } = bench.emulator.domain("login.example.com") ?? assert.fail();
    assert.deepEqual({ region, accountId }, { region: "us-east-1", accountId: "123456789012" });
  });
});
