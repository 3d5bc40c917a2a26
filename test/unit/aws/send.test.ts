import assert from "node:assert/strict";
import { messages } from "../../../emulator/index";
import { explain } from "../../../provider/errors/explanations";
import {
  configured,
  connected,
  emptyDescription,
  failureOf,
  refusal,
  region,
  useEmulator,
  useLongestPauses,
  useServers,
  within,
} from "./support";

describe("a call that fails", () => {
  const bench = useEmulator();
  const servers = useServers();
  const request = () => ({ Domain: "shop", UserPoolId: bench.emulator.createPool().id });
  const client = (maxRetries = 1) => connected(configured(bench.emulator.endpoint, { maxRetries }));
  const failureOfCreate = async (maxRetries?: number) =>
    failureOf((await client(maxRetries)).create(request(), within));

  it("carries the exception's name, the service's words and the request id", async () => {
    const { emulator } = bench;
    const { exception, message, requestId } = await failureOf(
      (await client()).create({ Domain: "my-cognito", UserPoolId: emulator.createPool().id }, within),
    );
    assert.deepEqual([exception, message], ["InvalidParameterException", messages.reservedWord("cognito")]);
    assert.match(requestId ?? "", /^[0-9a-f-]{36}$/);
  });

  it("had no effect when the service refused it", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", error: { name: "NotAuthorizedException" } });
    assert.equal((await failureOfCreate()).mayHaveTakenEffect, false);
  });

  it("had no effect when the service throttled every attempt", async () => {
    bench.emulator.inject({
      operation: "CreateUserPoolDomain",
      times: 2,
      error: { name: "TooManyRequestsException" },
    });
    const { exception, mayHaveTakenEffect } = await failureOfCreate(2);
    assert.deepEqual([exception, mayHaveTakenEffect], ["TooManyRequestsException", false]);
  });

  it("may have had an effect when the service had an internal error", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", error: { name: "InternalErrorException" } });
    const { exception, mayHaveTakenEffect } = await failureOfCreate();
    assert.deepEqual([exception, mayHaveTakenEffect], ["InternalErrorException", true]);
  });

  it("may have had an effect when the connection broke", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", drop: "before" });
    const { exception, mayHaveTakenEffect } = await failureOfCreate();
    assert.deepEqual([exception, mayHaveTakenEffect], ["ECONNRESET", true]);
  });

  it("may have had an effect when the attempt before the refused one broke off", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", drop: "after" });
    const { message, mayHaveTakenEffect } = await failureOfCreate(2);
    assert.deepEqual([message, mayHaveTakenEffect], [messages.domainExists, true]);
  });

  it("may have had an effect when the attempt before the refused one met an internal error", async () => {
    const { endpoint } = await servers.scripted(
      refusal("InternalErrorException", 500),
      refusal("NotAuthorizedException"),
    );
    const { create } = await connected(configured(endpoint));
    const { exception, mayHaveTakenEffect } = await failureOf(create(request(), within));
    assert.deepEqual([exception, mayHaveTakenEffect], ["NotAuthorizedException", true]);
  });

  it("knows nothing of what the call before it met", async () => {
    const { endpoint } = await servers.scripted("reset", refusal("NotAuthorizedException"));
    const { create } = await connected(configured(endpoint, { maxRetries: 1 }));
    const calls = [await failureOf(create(request(), within)), await failureOf(create(request(), within))];
    assert.deepEqual(
      calls.map(({ mayHaveTakenEffect }) => mayHaveTakenEffect),
      [true, false],
    );
  });

  it("may have had an effect when the answer can't be read", async () => {
    const { endpoint } = await servers.scripted({ status: 200, body: "<html>a captive portal</html>" });
    const { create } = await connected(configured(endpoint, { maxRetries: 1 }));
    assert.equal((await failureOf(create(request(), within))).mayHaveTakenEffect, true);
  });

  for (const [what, answer] of [
    ["Cognito's answer", { status: 200, body: "<html>a captive portal</html>" }],
    ["a proxy's refusal", { status: 403, body: "<html>blocked</html>" }],
  ] as const) {
    it(`is told to a person without what the SDK tells programmers, when it can't read ${what}`, async () => {
      const { endpoint } = await servers.scripted(answer);
      const { create } = await connected(configured(endpoint, { maxRetries: 1 }));
      const failure = await failureOf(create(request(), within));
      assert.match(failure.message, /hidden field/);
      const text = explain(failure, { domain: "shop", region });
      assert.match(text, /is not valid JSON\. The answer couldn't be read/);
      assert.doesNotMatch(text, /hidden field|Deserialization/);
    });
  }

  it("had no effect when nothing listens at the endpoint", async () => {
    const { create } = await connected(configured(await servers.closedPort()));
    const { exception, message, mayHaveTakenEffect } = await failureOf(create(request(), within));
    assert.equal(exception, "ECONNREFUSED");
    assert.match(message, /^connect ECONNREFUSED 127\.0\.0\.1:\d+$/);
    assert.equal(mayHaveTakenEffect, false);
  });

  it("had no effect when no address of the endpoint's name listens", async () => {
    const { port } = new URL(await servers.closedPort());
    const { create } = await connected(configured(`http://localhost:${port}`));
    const { exception, message, mayHaveTakenEffect } = await failureOf(create(request(), within));
    assert.deepEqual([exception, mayHaveTakenEffect], ["ECONNREFUSED", false]);
    assert.match(message, /ECONNREFUSED/);
  });

  it("is not tried again more often than aws:maxRetries says", async () => {
    const { endpoint, seen } = await servers.scripted("reset");
    await failureOf((await connected(configured(endpoint, { maxRetries: 3 }))).create(request(), within));
    assert.equal(seen.attempts, 3);
  });

  it("is tried at least once, even with aws:maxRetries 0", async () => {
    const { endpoint, seen } = await servers.scripted(emptyDescription);
    await (await connected(configured(endpoint, { maxRetries: 0 }))).describe("shop", within);
    assert.equal(seen.attempts, 1);
  });
});

describe("a call whose time is up", () => {
  const servers = useServers();
  useLongestPauses();
  const request = { Domain: "shop", UserPoolId: "us-east-1_Abc" };

  it("ends promptly, and may have had an effect while an attempt is under way", async () => {
    const { endpoint, seen } = await servers.scripted("silence");
    const { create } = await connected(configured(endpoint));
    await failureOf(create(request, 60));
    const startedAt = performance.now();
    const { exception, message, mayHaveTakenEffect } = await failureOf(create(request, 60));
    assert.ok(performance.now() - startedAt < 500);
    assert.deepEqual(
      [exception, message, mayHaveTakenEffect, seen.attempts],
      ["TimeoutError", "No answer within 0.1 s", true, 2],
    );
  });

  it("breaks off the attempt that is under way", async () => {
    const { endpoint, connections } = await servers.scripted("silence");
    await failureOf((await connected(configured(endpoint))).create(request, 60));
    await connections.allClosed();
  });

  it("between two attempts, tells what the last one met", async () => {
    const { endpoint } = await servers.scripted(refusal("TooManyRequestsException"));
    const { create } = await connected(configured(endpoint, { maxRetries: 50 }));
    await failureOf(create(request, 20));
    const { exception, mayHaveTakenEffect } = await failureOf(create(request, 400));
    assert.deepEqual([exception, mayHaveTakenEffect], ["TooManyRequestsException", false]);
  });

  it("had no effect while no attempt has reached the service", async () => {
    const { create } = await connected(configured(await servers.closedPort(), { maxRetries: 50 }));
    const { exception, mayHaveTakenEffect } = await failureOf(create(request, 100));
    assert.deepEqual([exception, mayHaveTakenEffect], ["ECONNREFUSED", false]);
  });

  it("can be longer than a timer can", async () => {
    const { endpoint } = await servers.scripted(emptyDescription);
    const { describe } = await connected(configured(endpoint));
    assert.equal(await describe("shop", 2 ** 40), undefined);
  });
});

describe("a description of a domain", () => {
  const bench = useEmulator();
  const client = () => connected(configured(bench.emulator.endpoint));

  it("is given as the service has it", async () => {
    const { id } = bench.emulator.createPool();
    const { create, describe } = await client();
    await create({ Domain: "shop", UserPoolId: id }, within);
    const { UserPoolId, Status } = (await describe("shop", within)) ?? {};
    assert.deepEqual([UserPoolId, Status], [id, "CREATING"]);
  });

  it("is undefined when the service gives an empty one", async () => {
    assert.equal(await (await client()).describe("shop", within), undefined);
  });

  it("is undefined when the service says that it isn't there", async () => {
    bench.emulator.inject({
      operation: "DescribeUserPoolDomain",
      error: { name: "ResourceNotFoundException" },
    });
    assert.equal(await (await client()).describe("shop", within), undefined);
  });
});
