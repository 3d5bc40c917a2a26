import assert from "node:assert/strict";
import { messages } from "../../../emulator/index";
import {
  create,
  created,
  describeDomain,
  invalidParameter,
  prefix,
  refusal,
  remove,
  statusOf,
  update,
  useEmulator,
} from "./support";

const throttled = { name: "TooManyRequestsException" };

describe("an injected fault", () => {
  const bench = useEmulator();
  const throttledOrNot = async () => {
    try {
      await describeDomain(bench, "shop");
      return "answered";
    } catch (error) {
      return error instanceof Error ? error.name : assert.fail();
    }
  };

  it("refuses the next call of its operation, once", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: throttled });
    assert.deepEqual(
      [await throttledOrNot(), await throttledOrNot()],
      ["TooManyRequestsException", "answered"],
    );
  });

  it("leaves calls of other operations alone", async () => {
    bench.emulator.inject({ operation: "DeleteUserPoolDomain", error: throttled });
    assert.equal(await throttledOrNot(), "answered");
  });

  it("lets the first calls pass, then befalls as many as it is told", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", after: 1, times: 2, error: throttled });
    const outcomes = [];
    for (let call = 0; call < 4; call += 1) outcomes.push(await throttledOrNot());
    assert.deepEqual(outcomes, ["answered", ...Array(2).fill("TooManyRequestsException"), "answered"]);
  });

  it("waits until an earlier one for the same operation is used up", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: throttled });
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: { name: "NotAuthorizedException" } });
    assert.deepEqual(
      [await throttledOrNot(), await throttledOrNot(), await throttledOrNot()],
      ["TooManyRequestsException", "NotAuthorizedException", "answered"],
    );
  });

  it("says Rate exceeded when it throttles and nothing else is asked for", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: throttled });
    assert.deepEqual(await refusal(describeDomain(bench, "shop")), {
      ...throttled,
      message: "Rate exceeded",
    });
  });

  for (const message of [messages.rootUnresolved, messages.domainOfAnotherPool, messages.cnameTaken]) {
    it(`can say what the emulator never finds out by itself: ${message}`, async () => {
      const error = { name: "InvalidParameterException", message };
      bench.emulator.inject({ operation: "CreateUserPoolDomain", error });
      const refused = await refusal(create(bench, prefix(bench.emulator.createPool().id)));
      assert.deepEqual(refused, invalidParameter(message));
    });
  }

  for (const [name, asked, status] of [
    ["InternalErrorException", {}, 500],
    ["ServiceUnavailable", { status: 503 }, 503],
    ["NotAuthorizedException", {}, 400],
  ] as const) {
    it(`comes with the status ${status} as ${name}`, async () => {
      bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: { name, ...asked } });
      await refusal(describeDomain(bench, "shop"));
      assert.equal(bench.emulator.calls[0]?.outcome.status, status);
    });
  }

  it("keeps a refused call from having an effect", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", error: throttled });
    await refusal(create(bench, prefix(bench.emulator.createPool().id)));
    assert.equal(bench.emulator.domain("shop"), undefined);
  });

  it("drops the connection before the call takes effect", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", drop: "before" });
    await refusal(create(bench, prefix(bench.emulator.createPool().id)));
    assert.equal(bench.emulator.domain("shop"), undefined);
    assert.deepEqual(bench.emulator.calls[0]?.outcome, { status: 0, dropped: "before" });
  });

  it("drops the connection after the call has taken effect", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", drop: "after" });
    await refusal(create(bench, prefix(bench.emulator.createPool().id)));
    assert.equal(bench.emulator.domain("shop")?.status, "CREATING");
    assert.deepEqual(bench.emulator.calls[0]?.outcome, { status: 0, dropped: "after" });
  });

  it("drops the connection instead of a refusal, too", async () => {
    bench.emulator.inject({ operation: "DeleteUserPoolDomain", drop: "after" });
    await refusal(remove(bench, "shop", bench.emulator.createPool().id));
    const { message } = invalidParameter("No such domain or user pool exists.");
    assert.deepEqual(bench.emulator.calls[0]?.outcome, {
      status: 0,
      error: { name: "InvalidParameterException", message },
      dropped: "after",
    });
  });

  it("has a create end in FAILED", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", domainStatus: "FAILED" });
    await create(bench, prefix(bench.emulator.createPool().id));
    assert.equal(await statusOf(bench, "shop"), "CREATING");
    bench.clock.advance(60_000);
    assert.equal(await statusOf(bench, "shop"), "FAILED");
  });

  it("has a create never end", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", domainStatus: "stuck" });
    await create(bench, prefix(bench.emulator.createPool().id));
    bench.clock.advance(86_400_000);
    assert.equal(await statusOf(bench, "shop"), "CREATING");
  });

  it("has an update end in FAILED", async () => {
    const { id } = bench.emulator.createPool();
    bench.emulator.inject({ operation: "UpdateUserPoolDomain", domainStatus: "FAILED" });
    await created(bench, prefix(id));
    await update(bench, prefix(id));
    bench.clock.advance(60_000);
    assert.equal(await statusOf(bench, "shop"), "FAILED");
  });

  it("has an update never end", async () => {
    const { id } = bench.emulator.createPool();
    bench.emulator.inject({ operation: "UpdateUserPoolDomain", domainStatus: "stuck" });
    await created(bench, prefix(id));
    await update(bench, prefix(id));
    bench.clock.advance(86_400_000);
    assert.equal(await statusOf(bench, "shop"), "UPDATING");
  });
});
