import assert from "node:assert/strict";
import type { Call } from "../../../emulator/index";
import { createCallRecord } from "../../../emulator/testing/record";
import { create, describeDomain, post, prefix, refusal, remove, useEmulator, useEmulators } from "./support";

const call: Omit<Call, "number"> = {
  time: 0,
  operation: "DescribeUserPoolDomain",
  requestId: "one",
  outcome: { status: 200 },
};

describe("a record of calls", () => {
  const filled = (calls: number) => {
    const record = createCallRecord();
    for (let added = 0; added < calls; added += 1) record.add(call);
    return record;
  };

  it("is empty at first", () => {
    assert.deepEqual(createCallRecord().calls, []);
  });

  it("numbers the calls from 1", () => {
    assert.deepEqual(
      filled(3).calls.map(({ number }) => number),
      [1, 2, 3],
    );
  });

  it("gives back what it has added", () => {
    assert.deepEqual(createCallRecord().add(call), { number: 1, ...call });
  });

  it("has all of 100,000 calls", () => {
    assert.equal(filled(100_000).calls.length, 100_000);
  });

  it("lets the oldest half go with the next", () => {
    const { calls } = filled(100_001);
    assert.deepEqual([calls.length, calls[0]?.number, calls.at(-1)?.number], [50_001, 50_001, 100_001]);
  });

  it("never has fewer than the latest 50,000, nor more than 100,000, however many come", () => {
    const { calls } = filled(450_000);
    assert.ok(calls.length >= 50_000 && calls.length <= 100_000, `${calls.length}`);
    assert.equal(calls.at(-1)?.number, 450_000);
  });

  it("is empty once it is cleared", () => {
    const record = filled(3);
    record.clear();
    assert.deepEqual(record.calls, []);
  });

  it("goes on counting after it is cleared, so that no two calls have one number", () => {
    const record = filled(3);
    record.clear();
    assert.equal(record.add(call).number, 4);
  });
});

describe("the calls of an emulator", () => {
  const told: Call[] = [];
  const bench = useEmulator({ onCall: (heard) => told.push(heard) });
  beforeEach(() => {
    told.length = 0;
  });

  it("have texts cut short that are longer than any that the service takes", async () => {
    await post(bench.emulator, "DescribeUserPoolDomain", JSON.stringify({ Domain: "a".repeat(100_000) }));
    const [recorded] = bench.emulator.calls;
    assert.equal(
      (recorded?.request as { Domain?: string } | undefined)?.Domain,
      `${"a".repeat(4096)}… (100000 characters)`,
    );
    assert.ok((recorded?.outcome.error?.message.length ?? 0) < 5000);
  });

  it("have no more of a nested request than any of the service's could hold", async () => {
    const nested = `${"[".repeat(5000)}${"]".repeat(5000)}`;
    await post(bench.emulator, "DescribeUserPoolDomain", `{"Domain":"shop","x":${nested}}`);
    assert.equal(bench.emulator.calls[0]?.outcome.status, 200);
    assert.match(JSON.stringify(bench.emulator.calls[0]?.request), /\[deeper than any request\]/);
  });

  it("are numbered in the order of their answers", async () => {
    await describeDomain(bench, "shop");
    await describeDomain(bench, "cellar");
    assert.deepEqual(
      bench.emulator.calls.map(({ number, request }) => [number, request]),
      [
        [1, { Domain: "shop" }],
        [2, { Domain: "cellar" }],
      ],
    );
  });

  it("have their time from the clock", async () => {
    await describeDomain(bench, "shop");
    bench.clock.advance(1234);
    await describeDomain(bench, "shop");
    const [first, second] = bench.emulator.calls;
    assert.deepEqual([first?.time, second?.time], [bench.clock.now() - 1234, bench.clock.now()]);
  });

  it("have the id that the answer has", async () => {
    const { headers } = await post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"shop"}');
    assert.equal(bench.emulator.calls[0]?.requestId, headers.get("x-amzn-requestid"));
  });

  it("name who asked", async () => {
    await describeDomain(bench, "shop");
    const { accessKeyId, principal, region } = bench.emulator.calls[0] ?? {};
    assert.deepEqual(
      [accessKeyId, principal, region],
      ["AKIAIOSFODNN7EXAMPLE", "arn:aws:iam::123456789012:user/emulator", "us-east-1"],
    );
  });

  it("are told as they are in the record, refused ones too", async () => {
    await create(bench, prefix(bench.emulator.createPool().id));
    await refusal(remove(bench, "nobody", "us-east-1_nobody"));
    await fetch(bench.emulator.endpoint);
    assert.deepEqual(told, bench.emulator.calls);
  });

  it("are told before the caller has the answer", async () => {
    await describeDomain(bench, "shop");
    assert.equal(told.length, 1);
  });

  it("are none while somebody only looks at the emulator itself", async () => {
    await fetch(`${bench.emulator.endpoint}/_emulator/calls`);
    bench.emulator.domain("shop");
    assert.deepEqual([bench.emulator.calls, told], [[], []]);
  });

  it("are in a list that stays the same one, so that it can be held on to", async () => {
    const { calls } = bench.emulator;
    await describeDomain(bench, "shop");
    assert.equal(calls.length, 1);
  });

  it("go on being counted after the record is cleared from outside", async () => {
    await describeDomain(bench, "shop");
    await fetch(`${bench.emulator.endpoint}/_emulator/calls`, { method: "DELETE" });
    await describeDomain(bench, "shop");
    assert.deepEqual(
      bench.emulator.calls.map(({ number }) => number),
      [2],
    );
  });
});

describe("request ids", () => {
  const start = useEmulators();
  const idsOf = async (randomSeed: number) => {
    const bench = await start({ randomSeed });
    await describeDomain(bench, "shop");
    await describeDomain(bench, "shop");
    return bench.emulator.calls.map(({ requestId }) => requestId);
  };

  it("are different for each call", async () => {
    assert.equal(new Set(await idsOf(1)).size, 2);
  });

  it("are the same in another emulator with the same randomSeed", async () => {
    assert.deepEqual(await idsOf(1), await idsOf(1));
  });
});
