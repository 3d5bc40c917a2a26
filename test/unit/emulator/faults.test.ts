import assert from "node:assert/strict";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { type Call, messages } from "../../../emulator/index";
import {
  type Bench,
  create,
  created,
  describeDomain,
  invalidParameter,
  prefix,
  refusal,
  remove,
  request,
  signed,
  statusOf,
  testCredentials,
  update,
  useEmulator,
  useEmulators,
} from "./support";

const throttled = { name: "TooManyRequestsException" };

describe("an injected error", () => {
  const bench = useEmulator();

  it("refuses the next call of its operation, once", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: throttled });
    assert.deepEqual(await outcomesOf(bench, 2), ["TooManyRequestsException", "answered"]);
  });

  it("leaves calls of other operations alone", async () => {
    bench.emulator.inject({ operation: "DeleteUserPoolDomain", error: throttled });
    assert.deepEqual(await outcomesOf(bench, 1), ["answered"]);
  });

  it("lets the first calls pass, then befalls as many as it is told", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", after: 1, times: 2, error: throttled });
    assert.deepEqual(await outcomesOf(bench, 4), [
      "answered",
      ...Array(2).fill("TooManyRequestsException"),
      "answered",
    ]);
  });

  it("waits until an earlier one for the same operation is used up", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: throttled });
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: { name: "NotAuthorizedException" } });
    assert.deepEqual(await outcomesOf(bench, 3), [
      "TooManyRequestsException",
      "NotAuthorizedException",
      "answered",
    ]);
  });

  it("refuses only calls for the domain that it names", async () => {
    bench.emulator.inject({ operation: "*", domain: "cellar", error: throttled });
    assert.deepEqual(
      [await outcomesOf(bench, 1, "shop"), await outcomesOf(bench, 1, "cellar")],
      [["answered"], ["TooManyRequestsException"]],
    );
  });

  it("refuses any operation, be it of STS, when it is aimed at *", async () => {
    bench.emulator.inject({ operation: "*", times: "always", error: { name: "AccessDenied", status: 403 } });
    const sts = new STSClient({
      endpoint: bench.emulator.endpoint,
      region: "us-east-1",
      credentials: testCredentials,
      maxAttempts: 1,
    });
    const refusals = [
      refusal(create(bench, prefix("us-east-1_Abc"))),
      refusal(sts.send(new GetCallerIdentityCommand({}))),
    ];
    assert.deepEqual(
      (await Promise.all(refusals)).map(({ name }) => name),
      ["AccessDenied", "AccessDenied"],
    );
  });

  it("says Rate exceeded when it throttles and nothing else is asked for", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: throttled });
    assert.deepEqual(await refusal(describeDomain(bench, "shop")), {
      name: "TooManyRequestsException",
      message: "Rate exceeded",
    });
  });

  it("says that it is a fault when nothing else is asked for", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: { name: "NotAuthorizedException" } });
    assert.match((await refusal(describeDomain(bench, "shop"))).message, /fault injected into the emulator/);
  });

  for (const message of [messages.rootUnresolved, messages.domainOfAnotherPool, messages.cnameTaken]) {
    it(`can say whatever the service does: ${message}`, async () => {
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

  it("is in the record like any other", async () => {
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", error: throttled });
    await refusal(describeDomain(bench, "shop"));
    assert.deepEqual(bench.emulator.calls[0]?.outcome, {
      status: 400,
      error: { name: "TooManyRequestsException", message: "Rate exceeded" },
    });
  });

  it("doesn't befall a call that is refused before it gets anywhere", async () => {
    bench.emulator.inject({ operation: "*", error: throttled });
    await fetch(bench.emulator.endpoint, { method: "POST", body: "nonsense" });
    assert.equal(bench.emulator.waitingFaults().length, 1);
  });
});

describe("an answer that a fault spoils", () => {
  let heard: (call: Call) => void;
  const bench = useEmulator({ onCall: (call) => heard(call) });
  /** Sends a create whose caller gives up on an answer that never comes as soon as it is known not to. */
  const tryToCreate = (input = prefix(bench.emulator.createPool().id)) => {
    const patience = new AbortController();
    heard = ({ outcome }) => {
      if (outcome.spoiled?.by === "hang") patience.abort();
    };
    const command = new CreateUserPoolDomainCommand(input);
    return refusal(bench.client.send(command, { abortSignal: patience.signal }));
  };

  for (const [by, status, before, after] of [
    ["drop", 0, { drop: "before" }, { drop: "after" }],
    ["hang", 0, { hang: "before" }, { hang: "after" }],
    ["garbage", 200, { garbage: "before" }, { garbage: "after" }],
  ] as const) {
    describe(`(${by})`, () => {
      it("keeps the call from taking effect when it is spoiled before", async () => {
        bench.emulator.inject({ operation: "CreateUserPoolDomain", ...before });
        await tryToCreate();
        assert.equal(bench.emulator.domain("shop"), undefined);
      });

      it("hides that the call took effect when it is spoiled after", async () => {
        bench.emulator.inject({ operation: "CreateUserPoolDomain", ...after });
        await tryToCreate();
        assert.equal(bench.emulator.domain("shop")?.status, "CREATING");
      });

      for (const [what, fault, effect] of [
        ["before", before, "none"],
        ["after", after, "taken"],
      ] as const) {
        it(`is in the record as spoiled ${what} the call took effect`, async () => {
          bench.emulator.inject({ operation: "CreateUserPoolDomain", ...fault });
          await tryToCreate();
          assert.deepEqual(bench.emulator.calls[0]?.outcome, { status, spoiled: { by, effect } });
        });
      }

      it("is in the record with the refusal that it hides", async () => {
        bench.emulator.inject({ operation: "CreateUserPoolDomain", ...after });
        await tryToCreate(prefix("us-east-1_nobody"));
        const { userPoolNotFound } = messages;
        assert.deepEqual(bench.emulator.calls[0]?.outcome, {
          status,
          error: { name: "ResourceNotFoundException", message: userPoolNotFound("us-east-1_nobody") },
          spoiled: { by, effect: "none" },
        });
      });

      it("is followed by answers as usual", async () => {
        bench.emulator.inject({ operation: "CreateUserPoolDomain", ...before });
        await tryToCreate();
        assert.deepEqual(await outcomesOf(bench, 1), ["answered"]);
      });
    });
  }

  it("is a broken connection when it is dropped", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", drop: "after" });
    assert.match((await tryToCreate()).message, /socket hang up|ECONNRESET/);
  });

  it("is an HTML page with status 200 when it is garbage", async () => {
    heard = () => {};
    bench.emulator.inject({ operation: "*", garbage: "before" });
    const { status, headers, text } = await request(bench.emulator, {
      headers: {
        ...signed,
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "AWSCognitoIdentityProviderService.DescribeUserPoolDomain",
      },
      body: "{}",
    });
    assert.deepEqual([status, headers.get("content-type")], [200, "text/html"]);
    assert.match(text, /^<!DOCTYPE html>/);
  });

  it("can't be parsed by the SDK when it is garbage", async () => {
    bench.emulator.inject({ operation: "CreateUserPoolDomain", garbage: "after" });
    assert.equal((await tryToCreate()).name, "SyntaxError");
  });

  it("leaves it to the client's own timeout to end the call when it hangs", async () => {
    heard = () => {};
    const client = new CognitoIdentityProviderClient({
      endpoint: bench.emulator.endpoint,
      region: "us-east-1",
      credentials: testCredentials,
      maxAttempts: 1,
      requestHandler: { requestTimeout: 20, throwOnRequestTimeout: true },
    });
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", hang: "before" });
    assert.equal((await refusal(describeDomain({ client }, "shop"))).name, "TimeoutError");
  });
});

describe("an emulator with a hanging answer", () => {
  const start = useEmulators();

  it("closes at once, which ends the call", async () => {
    let hear = () => {};
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const bench = await start({ onCall: hear });
    bench.emulator.inject({ operation: "DescribeUserPoolDomain", hang: "before" });
    const ended = refusal(describeDomain(bench, "shop"));
    await heard;
    await bench.emulator.close();
    assert.match((await ended).message, /socket hang up|ECONNRESET/);
  });
});

describe("an injected end of a step", () => {
  const bench = useEmulator();
  const day = 86_400_000;
  const nothing = async () => {};

  for (const [operation, moving, prepare, begin] of [
    ["CreateUserPoolDomain", "CREATING", nothing, (id: string) => create(bench, prefix(id))],
    [
      "UpdateUserPoolDomain",
      "UPDATING",
      (id: string) => created(bench, prefix(id)),
      (id: string) => update(bench, prefix(id)),
    ],
    [
      "DeleteUserPoolDomain",
      "DELETING",
      (id: string) => created(bench, prefix(id)),
      (id: string) => remove(bench, "shop", id),
    ],
  ] as const) {
    describe(`of ${operation}`, () => {
      const begun = async (domainStatus: "FAILED" | "stuck") => {
        const { id } = bench.emulator.createPool();
        bench.emulator.inject({ operation, domainStatus });
        await prepare(id);
        await begin(id);
        return id;
      };

      for (const domainStatus of ["FAILED", "stuck"] as const) {
        it(`lets the call be answered as usual (${domainStatus})`, async () => {
          await begun(domainStatus);
          assert.deepEqual(bench.emulator.calls.at(-1)?.outcome, { status: 200 });
        });

        it(`has the domain ${moving} at first (${domainStatus})`, async () => {
          await begun(domainStatus);
          assert.equal(await statusOf(bench, "shop"), moving);
        });
      }

      it("has the domain FAILED after the time that the step takes", async () => {
        await begun("FAILED");
        bench.clock.advance(60_000);
        assert.equal(await statusOf(bench, "shop"), "FAILED");
      });

      it(`has the domain ${moving} for ever`, async () => {
        await begun("stuck");
        bench.clock.advance(365 * day);
        assert.equal(await statusOf(bench, "shop"), moving);
      });

      it("keeps the name of the domain taken", async () => {
        await begun("FAILED");
        bench.clock.advance(day);
        const { id } = bench.emulator.createPool();
        assert.deepEqual(
          await refusal(create(bench, prefix(id))),
          invalidParameter(messages.domainOfAnotherPool),
        );
      });

      it("leaves a FAILED domain to be deleted", async () => {
        const id = await begun("FAILED");
        bench.clock.advance(60_000);
        await remove(bench, "shop", id);
        bench.clock.advance(60_000);
        assert.deepEqual(await describeDomain(bench, "shop"), {});
      });

      it("befalls only the domain that it names", async () => {
        bench.emulator.inject({ operation, domain: "cellar", domainStatus: "stuck" });
        const { id } = bench.emulator.createPool();
        await prepare(id);
        await begin(id);
        bench.clock.advance(60_000);
        assert.notEqual(bench.emulator.domain("shop")?.status, moving);
      });
    });
  }
});

describe("faults of an emulator", () => {
  const start = useEmulators();
  const chancy = {
    operation: "DescribeUserPoolDomain",
    error: throttled,
    times: "always",
    chance: 0.5,
  } as const;
  const outcomesWith = async (randomSeed: number) => {
    const bench = await start({ randomSeed });
    bench.emulator.inject(chancy);
    return outcomesOf(bench, 30);
  };

  it("befall the same calls of another emulator with the same randomSeed", async () => {
    assert.deepEqual(await outcomesWith(7), await outcomesWith(7));
  });

  it("befall other calls of an emulator with another randomSeed", async () => {
    assert.notDeepEqual(await outcomesWith(7), await outcomesWith(8));
  });

  it("are refused when they are wrong", async () => {
    const { emulator } = await start();
    assert.throws(() => emulator.inject({ ...chancy, chance: 0 }), {
      name: "TypeError",
      message: /chance.*: /,
    });
  });

  it("are named while they wait", async () => {
    const bench = await start();
    bench.emulator.inject({ operation: "*", error: throttled, times: 3 });
    await outcomesOf(bench, 1);
    assert.deepEqual(bench.emulator.waitingFaults(), [
      { fault: { operation: "*", error: throttled, times: 3 }, left: 2 },
    ]);
  });

  it("befall nobody once they are cleared", async () => {
    const bench = await start();
    bench.emulator.inject({ operation: "*", error: throttled, times: "always" });
    bench.emulator.clearFaults();
    assert.deepEqual([await outcomesOf(bench, 1), bench.emulator.waitingFaults()], [["answered"], []]);
  });
});

async function outcomesOf(bench: Bench, calls: number, domain = "shop"): Promise<string[]> {
  const outcomes: string[] = [];
  for (let call = 0; call < calls; call += 1) {
    outcomes.push(
      await describeDomain(bench, domain).then(
        () => "answered",
        (error: Error) => error.name,
      ),
    );
  }
  return outcomes;
}

describe("a fault in a domain's step", () => {
  const bench = useEmulator();

  it("isn't used up by a call that is refused, since that begins no step", async () => {
    const { id } = bench.emulator.createPool();
    await create(bench, prefix(id));
    bench.emulator.inject({ operation: "DeleteUserPoolDomain", domainStatus: "stuck" });
    await refusal(remove(bench, "shop", id));
    assert.equal(bench.emulator.waitingFaults().length, 1);
    bench.clock.advance(60_000);
    await remove(bench, "shop", id);
    bench.clock.advance(86_400_000);
    assert.equal(await statusOf(bench, "shop"), "DELETING");
  });
});
