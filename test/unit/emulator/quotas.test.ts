import assert from "node:assert/strict";
import {
  type CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  ListUserPoolsCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { messages, type RequestCategory, serviceQuotas } from "../../../emulator/index";
import {
  around,
  type Bench,
  certificateArn,
  clientFor,
  clientOfAccount,
  create,
  custom,
  deletePool,
  describeDomain,
  describePool,
  outcomeOf,
  post,
  prefix,
  refusal,
  remove,
  testCredentials,
  update,
  useEmulator,
} from "./support";

const taken = "taken";
const limitExceeded = "LimitExceededException";
const throttled = "TooManyRequestsException";
const durations = { prefix: { create: 0, delete: 300 }, custom: { create: 0, delete: 300 } };

describe("without quotas", () => {
  const bench = useEmulator();

  it("an account has as many custom domains as it likes, as fast as it likes", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, number) => {
        const { id } = bench.emulator.createPool();
        return outcomeOf(create(bench, custom(id, { Domain: `login.shop-${number}.com` })));
      }),
    );
    assert.deepEqual(new Set(outcomes), new Set([taken]));
  });
});

describe("a quota of two custom domains", () => {
  const bench = useEmulator({ durations, quotas: { customDomains: 2 } });
  const nth = (number: number, { region = "us-east-1", accountId = "123456789012" } = {}) => {
    const { id } = bench.emulator.createPool({ region, accountId });
    return custom(id, { Domain: `login.shop-${number}.com` });
  };
  const bothHad = async () => {
    const both = [nth(1), nth(2)] as const;
    for (const input of both) await create(bench, input);
    return both;
  };

  it("lets an account have two of them in a Region", async () => {
    await create(bench, nth(1));
    assert.equal(await outcomeOf(create(bench, nth(2))), taken);
  });

  it("refuses a third", async () => {
    await bothHad();
    assert.deepEqual(await refusal(create(bench, nth(3))), {
      name: limitExceeded,
      message: messages.limitExceeded("custom domains", 2, "us-east-1"),
    });
  });

  it("leaves the name free that it refuses", async () => {
    const [first] = await bothHad();
    await refusal(create(bench, nth(3)));
    bench.emulator.removeDomain(first.Domain);
    assert.equal(await outcomeOf(create(bench, nth(3))), taken);
  });

  it("counts a domain until its deletion is over, not until its name is free", async () => {
    const [{ Domain, UserPoolId }] = await bothHad();
    await remove(bench, Domain, UserPoolId);
    const third = nth(3);
    const outcome = () => outcomeOf(create(bench, third));
    assert.deepEqual(await around(bench, 300, outcome), [limitExceeded, taken]);
  });

  it("counts a domain that has FAILED", async () => {
    const [{ Domain }] = await bothHad();
    bench.emulator.changeDomain(Domain, { status: "FAILED" });
    assert.equal(await outcomeOf(create(bench, nth(3))), limitExceeded);
  });

  it("counts, but doesn't refuse, domains that are made without a call", async () => {
    for (const { Domain, UserPoolId } of [nth(1), nth(2), nth(3)]) {
      bench.emulator.createDomain({ domain: Domain, userPoolId: UserPoolId, certificateArn });
    }
    assert.equal(await outcomeOf(create(bench, nth(4))), limitExceeded);
  });

  it("leaves updates alone", async () => {
    const [first] = await bothHad();
    assert.equal(await outcomeOf(update(bench, first)), taken);
  });

  it("leaves prefix domains alone", async () => {
    await bothHad();
    assert.equal(await outcomeOf(create(bench, prefix(bench.emulator.createPool().id))), taken);
  });

  it("doesn't count prefix domains", async () => {
    for (const Domain of ["shop", "cellar", "attic"]) {
      await create(bench, prefix(bench.emulator.createPool().id, { Domain }));
    }
    assert.equal(await outcomeOf(create(bench, nth(1))), taken);
  });

  it("is each Region's own", async () => {
    await bothHad();
    const elsewhere = { client: clientFor(bench.emulator, { region: "eu-west-1" }) };
    assert.equal(await outcomeOf(create(elsewhere, nth(3, { region: "eu-west-1" }))), taken);
  });

  it("is each account's own", async () => {
    await bothHad();
    const client = await clientOfAccount(bench.emulator, "999999999999");
    assert.equal(await outcomeOf(create({ client }, nth(3, { accountId: "999999999999" }))), taken);
  });
});

describe("a quota of no custom domains", () => {
  const bench = useEmulator({ quotas: { customDomains: 0 } });

  it("refuses the first", async () => {
    assert.equal(await outcomeOf(create(bench, custom(bench.emulator.createPool().id))), limitExceeded);
  });
});

describe("a quota of two user pools", () => {
  const bench = useEmulator({ quotas: { userPools: 2 } });
  const createPool = ({ client }: { client: CognitoIdentityProviderClient } = bench) =>
    client.send(new CreateUserPoolCommand({ PoolName: "pool" }));

  it("lets an account have two of them in a Region", async () => {
    assert.deepEqual([await outcomeOf(createPool()), await outcomeOf(createPool())], [taken, taken]);
  });

  it("refuses a third", async () => {
    await createPool();
    await createPool();
    assert.deepEqual(await refusal(createPool()), {
      name: limitExceeded,
      message: messages.limitExceeded("user pools", 2, "us-east-1"),
    });
  });

  it("has room again once one is deleted", async () => {
    const { UserPool } = await createPool();
    await createPool();
    await deletePool(bench, UserPool?.Id ?? "");
    assert.deepEqual([await outcomeOf(createPool()), await outcomeOf(createPool())], [taken, limitExceeded]);
  });

  it("counts, but doesn't refuse, pools that are made without a call", async () => {
    for (let number = 0; number < 3; number += 1) bench.emulator.createPool();
    assert.equal(await outcomeOf(createPool()), limitExceeded);
  });

  it("is each Region's own", async () => {
    await createPool();
    await createPool();
    const elsewhere = { client: clientFor(bench.emulator, { region: "eu-west-1" }) };
    assert.equal(await outcomeOf(createPool(elsewhere)), taken);
  });

  it("is each account's own", async () => {
    await createPool();
    await createPool();
    const client = await clientOfAccount(bench.emulator, "999999999999");
    assert.equal(await outcomeOf(createPool({ client })), taken);
  });
});

const operations: Record<RequestCategory, readonly string[]> = {
  UserPoolRead: ["DescribeUserPool", "ListUserPools"],
  UserPoolUpdate: ["CreateUserPool", "DeleteUserPool"],
  UserPoolResourceRead: ["DescribeUserPoolDomain"],
  UserPoolResourceUpdate: ["CreateUserPoolDomain", "UpdateUserPoolDomain", "DeleteUserPoolDomain"],
};
const categories = Object.keys(operations) as RequestCategory[];
const allOperations = Object.values(operations).flat();

/** Whether each call is throttled. What the calls ask for doesn't matter, so they ask for nothing. */
async function throttledOf(bench: Bench, called: readonly string[]): Promise<string[]> {
  const refused: string[] = [];
  for (const operation of called) {
    const { body } = await post(bench.emulator, operation, "{}");
    if (body.__type === throttled) refused.push(operation);
  }
  return refused;
}

for (const category of categories) {
  describe(`a request rate for ${category}`, () => {
    const bench = useEmulator({ quotas: { requestsPerSecond: { [category]: 1 } } });
    const counted = operations[category];

    for (const first of counted) {
      it(`counts ${first} together with ${counted.join(", ")}`, async () => {
        assert.deepEqual(await throttledOf(bench, [first, ...counted]), counted);
      });
    }

    it("leaves all other operations alone", async () => {
      const others = allOperations.filter((operation) => !counted.includes(operation));
      assert.deepEqual(await throttledOf(bench, [...others, ...others]), []);
    });
  });
}

describe("a request rate for a category", () => {
  const bench = useEmulator({ quotas: { requestsPerSecond: { UserPoolResourceRead: 1 } } });
  const describe = (place: Pick<Bench, "client"> = bench) => outcomeOf(describeDomain(place, "shop"));

  it("is each Region's own", async () => {
    const elsewhere = { client: clientFor(bench.emulator, { region: "eu-west-1" }) };
    assert.deepEqual(
      [await describe(), await describe(), await describe(elsewhere)],
      [taken, throttled, taken],
    );
  });

  it("is each account's own", async () => {
    const elsewhere = { client: await clientOfAccount(bench.emulator, "999999999999") };
    assert.deepEqual(
      [await describe(), await describe(), await describe(elsewhere)],
      [taken, throttled, taken],
    );
  });
});

describe("one request rate for all", () => {
  const bench = useEmulator({ quotas: { requestsPerSecond: allOperations.length } });

  it("counts all operations together", async () => {
    assert.deepEqual(await throttledOf(bench, [...allOperations, ...allOperations]), allOperations);
  });
});

describe("a request rate", () => {
  const bench = useEmulator({ durations, quotas: { requestsPerSecond: 2 } });
  const describe = (place: Pick<Bench, "client"> = bench) => outcomeOf(describeDomain(place, "shop"));
  const times = async (count: number, call: () => Promise<string>) => {
    const outcomes: string[] = [];
    for (let number = 0; number < count; number += 1) outcomes.push(await call());
    return outcomes;
  };

  it("lets a second's worth pass at once, and no more", async () => {
    assert.deepEqual(await times(4, describe), [taken, taken, throttled, throttled]);
  });

  it("is told of as Rate exceeded", async () => {
    await times(2, describe);
    assert.deepEqual(await refusal(describeDomain(bench, "shop")), {
      name: throttled,
      message: "Rate exceeded",
    });
  });

  it("keeps a request from taking effect", async () => {
    const { id } = bench.emulator.createPool();
    await times(2, describe);
    await refusal(create(bench, prefix(id)));
    assert.equal(bench.emulator.domain("shop"), undefined);
  });

  it("lets the next one pass when its share of a second is over", async () => {
    await times(2, describe);
    assert.deepEqual(await around(bench, 500, describe), [throttled, taken]);
  });

  it("lets just one pass then", async () => {
    await times(2, describe);
    bench.clock.advance(500);
    assert.deepEqual(await times(2, describe), [taken, throttled]);
  });

  it("isn't used up by requests that it refuses", async () => {
    await times(20, describe);
    assert.deepEqual(await around(bench, 500, describe), [throttled, taken]);
  });

  it("lets no more than a second's worth pass after a long rest", async () => {
    await times(2, describe);
    bench.clock.advance(3_600_000);
    assert.deepEqual(await times(3, describe), [taken, taken, throttled]);
  });

  it("lets steady requests pass for ever", async () => {
    const outcomes = await times(20, async () => {
      bench.clock.advance(500);
      return describe();
    });
    assert.deepEqual(new Set(outcomes), new Set([taken]));
  });

  it("counts requests that are refused for other reasons", async () => {
    await refusal(create(bench, prefix("us-east-1_nobody")));
    await refusal(create(bench, prefix("us-east-1_nobody")));
    assert.equal(await describe(), throttled);
  });

  it("doesn't count requests that aren't signed", async () => {
    for (let number = 0; number < 5; number += 1)
      await post(bench.emulator, "DescribeUserPoolDomain", "{}", {});
    assert.equal(await describe(), taken);
  });

  it("is each Region's own", async () => {
    await times(3, describe);
    assert.equal(await describe({ client: clientFor(bench.emulator, { region: "eu-west-1" }) }), taken);
  });

  it("is each account's own", async () => {
    await times(3, describe);
    assert.equal(await describe({ client: await clientOfAccount(bench.emulator, "999999999999") }), taken);
  });

  it("is shared by all sessions of an account", async () => {
    const clients = [
      await clientOfAccount(bench.emulator, "999999999999"),
      await clientOfAccount(bench.emulator, "999999999999"),
      await clientOfAccount(bench.emulator, "999999999999"),
    ];
    const outcomes = [];
    for (const client of clients) outcomes.push(await describe({ client }));
    assert.deepEqual(outcomes, [taken, taken, throttled]);
  });

  it("is nothing to the security token service", async () => {
    const { endpoint } = bench.emulator;
    const sts = new STSClient({
      endpoint,
      region: "us-east-1",
      credentials: testCredentials,
      maxAttempts: 1,
    });
    const role = { RoleArn: "arn:aws:iam::999999999999:role/deployer", RoleSessionName: "ci" };
    const outcomes = [
      ...(await times(5, () => outcomeOf(sts.send(new GetCallerIdentityCommand({}))))),
      ...(await times(5, () => outcomeOf(sts.send(new AssumeRoleCommand(role))))),
      await describe(),
    ];
    assert.deepEqual(new Set(outcomes), new Set([taken]));
  });
});

describe("a request rate below one a second", () => {
  const bench = useEmulator({ quotas: { requestsPerSecond: 0.5 } });
  const describe = () => outcomeOf(describeDomain(bench, "shop"));

  it("lets one request pass at once, and the next when its time has come", async () => {
    const first = await describe();
    assert.deepEqual([first, ...(await around(bench, 2000, describe))], [taken, throttled, taken]);
  });
});

describe("a request rate for each pool and operation", () => {
  const bench = useEmulator({ durations, quotas: { requestsPerSecondAndPool: 1 } });
  const bothDomains = () => {
    const userPoolId = bench.emulator.createPool().id;
    bench.emulator.createDomain({ domain: "shop", userPoolId });
    bench.emulator.createDomain({ domain: "login.example.com", userPoolId, certificateArn });
    return userPoolId;
  };
  const describe = (domain: string) => outcomeOf(describeDomain(bench, domain));

  it("counts reads of both domains of a pool together", async () => {
    bothDomains();
    assert.deepEqual([await describe("shop"), await describe("login.example.com")], [taken, throttled]);
  });

  it("counts writes to both domains of a pool together", async () => {
    const id = bothDomains();
    assert.deepEqual(
      [await outcomeOf(update(bench, prefix(id))), await outcomeOf(update(bench, custom(id)))],
      [taken, throttled],
    );
  });

  it("counts creates on a pool together", async () => {
    const { id } = bench.emulator.createPool();
    assert.deepEqual(
      [await outcomeOf(create(bench, prefix(id))), await outcomeOf(create(bench, custom(id)))],
      [taken, throttled],
    );
  });

  it("counts each operation by itself", async () => {
    const input = prefix(bench.emulator.createPool().id);
    const outcomes = [
      await outcomeOf(create(bench, input)),
      await describe("shop"),
      await outcomeOf(update(bench, input)),
    ];
    bench.emulator.changeDomain("shop", { status: "ACTIVE" });
    outcomes.push(await outcomeOf(remove(bench, "shop", input.UserPoolId)));
    assert.deepEqual(outcomes, Array(4).fill(taken));
  });

  it("counts each pool by itself", async () => {
    bothDomains();
    bench.emulator.createDomain({ domain: "cellar", userPoolId: bench.emulator.createPool().id });
    assert.deepEqual([await describe("shop"), await describe("cellar")], [taken, taken]);
  });

  it("leaves names alone that no pool has", async () => {
    assert.deepEqual([await describe("nobody"), await describe("nobody")], [taken, taken]);
  });

  it("leaves operations alone that aren't about domains", async () => {
    const UserPoolId = bothDomains();
    const read = () => outcomeOf(describePool(bench, UserPoolId));
    const list = () => outcomeOf(bench.client.send(new ListUserPoolsCommand({ MaxResults: 1 })));
    assert.deepEqual([await read(), await read(), await list(), await list()], Array(4).fill(taken));
  });

  it("lets the next one pass when its share of a second is over", async () => {
    bothDomains();
    await describe("shop");
    assert.deepEqual(await around(bench, 1000, () => describe("shop")), [throttled, taken]);
  });

  it("isn't used up by somebody who may not write to the pool", async () => {
    const UserPoolId = bothDomains();
    const client = await clientOfAccount(bench.emulator, "999999999999");
    await refusal(update({ client }, prefix(UserPoolId)));
    assert.equal(await outcomeOf(update(bench, prefix(UserPoolId))), taken);
  });
});

describe("two request rates", () => {
  const bench = useEmulator({ quotas: { requestsPerSecond: 2, requestsPerSecondAndPool: 1 } });

  it("let a request pass that neither refuses, and only that counts", async () => {
    for (const domain of ["shop", "cellar"]) {
      bench.emulator.createDomain({ domain, userPoolId: bench.emulator.createPool().id });
    }
    const outcomes = [];
    for (const domain of ["shop", "shop", "cellar"]) {
      outcomes.push(await outcomeOf(describeDomain(bench, domain)));
    }
    assert.deepEqual(outcomes, [taken, throttled, taken]);
  });
});

describe("the service's quotas", () => {
  const bench = useEmulator({ quotas: "service" });

  it("are those that its documentation gives", () => {
    assert.deepEqual(serviceQuotas, {
      userPools: 1000,
      customDomains: 4,
      requestsPerSecond: {
        UserPoolRead: 15,
        UserPoolUpdate: 15,
        UserPoolResourceRead: 20,
        UserPoolResourceUpdate: 15,
      },
      requestsPerSecondAndPool: 5,
    });
  });

  it("let an account have four custom domains in a Region", async () => {
    const outcomes = [];
    for (let number = 1; number <= 5; number += 1) {
      const { id } = bench.emulator.createPool();
      outcomes.push(await outcomeOf(create(bench, custom(id, { Domain: `login.shop-${number}.com` }))));
    }
    assert.deepEqual(outcomes, [...Array(4).fill(taken), limitExceeded]);
  });

  it("let an account have a thousand user pools in a Region", async () => {
    for (let number = 1; number < 1000; number += 1) bench.emulator.createPool();
    const createPool = () => outcomeOf(bench.client.send(new CreateUserPoolCommand({ PoolName: "pool" })));
    assert.deepEqual([await createPool(), await createPool()], [taken, limitExceeded]);
  });

  for (const category of categories) {
    const rates = serviceQuotas.requestsPerSecond;
    const rate = (typeof rates === "object" && rates[category]) || assert.fail();

    it(`let ${rate} requests of ${category} pass in a second`, async () => {
      const [operation = assert.fail()] = operations[category];
      const called = Array(rate + 2).fill(operation);
      assert.deepEqual(await throttledOf(bench, called), Array(2).fill(operation));
    });
  }

  it("let one operation pass five times in a second for a pool", async () => {
    bench.emulator.createDomain({ domain: "shop", userPoolId: bench.emulator.createPool().id });
    const outcomes = [];
    for (let number = 0; number < 6; number += 1)
      outcomes.push(await outcomeOf(describeDomain(bench, "shop")));
    assert.deepEqual(outcomes, [...Array(5).fill(taken), throttled]);
  });
});
