import assert from "node:assert/strict";
import {
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  ListUserPoolsCommand,
  type ListUserPoolsCommandInput,
  paginateListUserPools,
} from "@aws-sdk/client-cognito-identity-provider";
import { messages } from "../../../emulator/index";
import {
  around,
  type Bench,
  clientFor,
  clientOfAccount,
  create,
  created,
  custom,
  deletePool,
  describePool,
  invalidParameter,
  outcomeOf,
  post,
  prefix,
  refusal,
  remove,
  useEmulator,
} from "./support";

const taken = "taken";

describe("a user pool", () => {
  const bench = useEmulator();
  const createPool = async (input: Partial<CreateUserPoolCommandInput> = {}) => {
    const command = new CreateUserPoolCommand({ PoolName: "customers", ...input });
    return (await bench.client.send(command)).UserPool ?? assert.fail();
  };

  it("is created as ESSENTIALS, with an id of its Region", async () => {
    const { Id, UserPoolTier } = await createPool();
    assert.match(Id ?? "", /^us-east-1_[A-Za-z0-9]{9}$/);
    assert.equal(UserPoolTier, "ESSENTIALS");
  });

  it("is created with the tier and name that are asked for", async () => {
    const { Id = "" } = await createPool({ UserPoolTier: "LITE" });
    const { Name, UserPoolTier, CreationDate } = await describePool(bench, Id);
    assert.deepEqual([Name, UserPoolTier, CreationDate?.getTime()], ["customers", "LITE", bench.clock.now()]);
  });

  it("is described as it was created", async () => {
    const pool = await createPool();
    assert.deepEqual(await describePool(bench, pool.Id ?? ""), pool);
  });

  it("may have the name of another", async () => {
    assert.notEqual((await createPool()).Id, (await createPool()).Id);
  });

  for (const [region, arn] of [
    ["us-east-1", "arn:aws:cognito-idp:us-east-1:999999999999:userpool/us-east-1_Abc"],
    ["cn-north-1", "arn:aws-cn:cognito-idp:cn-north-1:999999999999:userpool/cn-north-1_Abc"],
    ["us-gov-west-1", "arn:aws-us-gov:cognito-idp:us-gov-west-1:999999999999:userpool/us-gov-west-1_Abc"],
  ] as const) {
    it(`has the ARN of its account, Region and partition in ${region}`, async () => {
      const { id } = bench.emulator.createPool({ id: `${region}_Abc`, accountId: "999999999999" });
      const client = await clientOfAccount(bench.emulator, "999999999999", region);
      assert.equal((await describePool({ client }, id)).Arn, arn);
    });
  }

  it("belongs to the account of the session that creates it", async () => {
    const client = await clientOfAccount(bench.emulator, "999999999999");
    const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: "customers" }));
    assert.equal(await outcomeOf(describePool(bench, UserPool?.Id ?? "")), "ResourceNotFoundException");
    assert.equal((await describePool({ client }, UserPool?.Id ?? "")).Name, "customers");
  });

  it("isn't found in another Region", async () => {
    const { id } = bench.emulator.createPool();
    const client = clientFor(bench.emulator, { region: "eu-west-1" });
    assert.equal(await outcomeOf(describePool({ client }, id)), "ResourceNotFoundException");
  });

  it("names its domains", async () => {
    const { id } = bench.emulator.createPool();
    await create(bench, prefix(id));
    await create(bench, custom(id));
    const { Domain, CustomDomain } = await describePool(bench, id);
    assert.deepEqual([Domain, CustomDomain], ["shop", "login.example.com"]);
  });

  it("names no domain when it has none", async () => {
    const { Domain, CustomDomain } = await describePool(bench, bench.emulator.createPool().id);
    assert.deepEqual([Domain, CustomDomain], [undefined, undefined]);
  });

  it("names a domain that is being deleted until it is gone", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    await remove(bench, "shop", id);
    const named = async () => (await describePool(bench, id)).Domain;
    assert.deepEqual(await around(bench, 500, named), ["shop", undefined]);
  });

  it("names no domain that was given to another", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    bench.emulator.changeDomain("shop", { userPoolId: bench.emulator.createPool().id });
    assert.equal((await describePool(bench, id)).Domain, undefined);
  });

  it("is made without a call with everything that is asked for", () => {
    const pool = {
      id: "us-east-1_Abc",
      name: "customers",
      tier: "PLUS",
      region: "us-east-1",
      accountId: "999999999999",
      replicas: ["us-west-2"],
    } as const;
    assert.deepEqual(bench.emulator.createPool(pool), {
      ...pool,
      arn: "arn:aws:cognito-idp:us-east-1:999999999999:userpool/us-east-1_Abc",
      createdAt: bench.clock.now(),
      number: 1,
    });
  });

  it("takes its Region from an id that it is given", () => {
    assert.equal(bench.emulator.createPool({ id: "eu-west-1_Abc" }).region, "eu-west-1");
  });

  it("refuses an id of another Region than it is given", () => {
    const options = { id: "eu-west-1_Abc", region: "us-east-1" };
    assert.throws(() => bench.emulator.createPool(options), {
      name: "TypeError",
      message: "The user pool id eu-west-1_Abc is not of us-east-1.",
    });
  });

  it("refuses an id that is taken", () => {
    bench.emulator.createPool({ id: "us-east-1_Abc" });
    assert.throws(() => bench.emulator.createPool({ id: "us-east-1_Abc" }), {
      name: "TypeError",
      message: "The user pool us-east-1_Abc exists already.",
    });
  });
});

describe("the deletion of a user pool", () => {
  const bench = useEmulator({
    durations: {
      prefix: { create: 100, delete: 300, nameRelease: 400 },
      custom: { create: 100, delete: 300, nameRelease: 400 },
    },
  });

  it("leaves nothing of it", async () => {
    const { id } = bench.emulator.createPool();
    await deletePool(bench, id);
    assert.deepEqual(await refusal(describePool(bench, id)), {
      name: "ResourceNotFoundException",
      message: `User pool ${id} does not exist.`,
    });
  });

  it("is refused the second time", async () => {
    const { id } = bench.emulator.createPool();
    await deletePool(bench, id);
    assert.equal(await outcomeOf(deletePool(bench, id)), "ResourceNotFoundException");
  });

  it("is refused to another account", async () => {
    const { id } = bench.emulator.createPool();
    const client = await clientOfAccount(bench.emulator, "999999999999");
    assert.equal(await outcomeOf(deletePool({ client }, id)), "ResourceNotFoundException");
  });

  for (const [kind, request] of [
    ["prefix", prefix],
    ["custom", custom],
  ] as const) {
    it(`is refused as soon as it has a ${kind} domain`, async () => {
      const { id } = bench.emulator.createPool();
      await create(bench, request(id));
      assert.deepEqual(
        await refusal(deletePool(bench, id)),
        invalidParameter(
          "User pool cannot be deleted. It has a domain configured that should be deleted first.",
        ),
      );
    });

    it(`is refused until its ${kind} domain is gone, though not until the name is free`, async () => {
      const { Domain, UserPoolId } = request(bench.emulator.createPool().id);
      await created(bench, request(UserPoolId));
      await remove(bench, Domain, UserPoolId);
      const deletion = () => outcomeOf(deletePool(bench, UserPoolId));
      assert.deepEqual(await around(bench, 300, deletion), [messages.poolStillHasDomain, taken]);
    });
  }

  it("is refused when only one of its two domains is gone", async () => {
    const { id } = bench.emulator.createPool();
    await create(bench, prefix(id));
    await create(bench, custom(id));
    bench.emulator.removeDomain("shop");
    assert.equal(await outcomeOf(deletePool(bench, id)), messages.poolStillHasDomain);
  });
});

describe("the list of user pools", () => {
  const bench = useEmulator();
  const list = ({ client }: Pick<Bench, "client">, input: Partial<ListUserPoolsCommandInput> = {}) =>
    client.send(new ListUserPoolsCommand({ MaxResults: 60, ...input }));
  const listed = async (place: Pick<Bench, "client">, input: Partial<ListUserPoolsCommandInput> = {}) =>
    (await list(place, input)).UserPools?.map(({ Id }) => Id);
  const createPools = (count: number) => Array.from({ length: count }, () => bench.emulator.createPool().id);

  it("is empty when there are none", async () => {
    const { UserPools, NextToken } = await list(bench);
    assert.deepEqual({ UserPools, NextToken }, { UserPools: [], NextToken: undefined });
  });

  it("has each with its id, name and dates", async () => {
    const { id } = bench.emulator.createPool({ name: "customers" });
    const date = new Date(bench.clock.now());
    const { UserPools } = await list(bench);
    assert.deepEqual(UserPools, [
      { Id: id, Name: "customers", CreationDate: date, LastModifiedDate: date, LambdaConfig: {} },
    ]);
  });

  it("has the Regions of one that is replicated, the primary first", async () => {
    bench.emulator.createPool({ replicas: ["us-west-2", "eu-west-1"] });
    const { UserPools } = await list({ client: clientFor(bench.emulator, { region: "eu-west-1" }) });
    assert.deepEqual(
      UserPools?.map(({ ReplicaRegions }) => ReplicaRegions),
      [["us-east-1", "us-west-2", "eu-west-1"]],
    );
  });

  it("has those of the caller's account only", async () => {
    const [own] = createPools(1);
    const others = bench.emulator.createPool({ accountId: "999999999999" }).id;
    const client = await clientOfAccount(bench.emulator, "999999999999");
    assert.deepEqual([await listed(bench), await listed({ client })], [[own], [others]]);
  });

  it("has those of the Region only", async () => {
    const [here] = createPools(1);
    const there = bench.emulator.createPool({ region: "eu-west-1" }).id;
    const client = clientFor(bench.emulator, { region: "eu-west-1" });
    assert.deepEqual([await listed(bench), await listed({ client })], [[here], [there]]);
  });

  it("has those that have a replica in the Region", async () => {
    const { id } = bench.emulator.createPool({ replicas: ["eu-west-1"] });
    const client = clientFor(bench.emulator, { region: "eu-west-1" });
    assert.deepEqual([await listed(bench), await listed({ client })], [[id], [id]]);
  });

  it("has no replica of another account's", async () => {
    bench.emulator.createPool({ replicas: ["eu-west-1"], accountId: "999999999999" });
    const client = clientFor(bench.emulator, { region: "eu-west-1" });
    assert.deepEqual(await listed({ client }), []);
  });

  it("hasn't those that are deleted", async () => {
    const [first = "", second] = createPools(2);
    await deletePool(bench, first);
    assert.deepEqual(await listed(bench), [second]);
  });

  it("comes in pages, each of which leads to the next", async () => {
    const ids = createPools(5);
    const pages = [];
    for await (const { UserPools } of paginateListUserPools(
      { client: bench.client, pageSize: 2 },
      { MaxResults: 2 },
    )) {
      pages.push(UserPools?.map(({ Id }) => Id));
    }
    assert.deepEqual(pages, [ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
  });

  it("has no more pages when the last one is just full", async () => {
    createPools(4);
    const { NextToken } = await list(bench, { MaxResults: 2 });
    assert.equal((await list(bench, { MaxResults: 2, NextToken })).NextToken, undefined);
  });

  it("may have pages of different lengths", async () => {
    const ids = createPools(5);
    const { NextToken } = await list(bench, { MaxResults: 1 });
    assert.deepEqual(await listed(bench, { MaxResults: 3, NextToken }), ids.slice(1, 4));
  });

  it("gives the same page for the same token again", async () => {
    createPools(3);
    const { NextToken } = await list(bench, { MaxResults: 1 });
    assert.deepEqual(
      await listed(bench, { MaxResults: 1, NextToken }),
      await listed(bench, { MaxResults: 1, NextToken }),
    );
  });

  it("goes on with the next although those of the last page are deleted", async () => {
    const ids = createPools(4);
    const { NextToken } = await list(bench, { MaxResults: 2 });
    for (const id of ids.slice(0, 2)) await deletePool(bench, id);
    assert.deepEqual(await listed(bench, { MaxResults: 2, NextToken }), ids.slice(2));
  });

  it("has those in its last page that come while it is read", async () => {
    const ids = createPools(2);
    const { NextToken } = await list(bench, { MaxResults: 1 });
    ids.push(...createPools(1));
    assert.deepEqual(await listed(bench, { NextToken }), ids.slice(1));
  });

  it("has up to 60 in a page", async () => {
    const ids = createPools(61);
    assert.deepEqual(await listed(bench, { MaxResults: 60 }), ids.slice(0, 60));
  });

  for (const [MaxResults, constraint] of [
    [0, "Member must have value greater than or equal to 1"],
    [-1, "Member must have value greater than or equal to 1"],
    [61, "Member must have value less than or equal to 60"],
  ] as const) {
    it(`has no pages of ${MaxResults}`, async () => {
      assert.deepEqual(
        await refusal(list(bench, { MaxResults })),
        invalidParameter(
          `1 validation error detected: Value '${MaxResults}' at 'maxResults' failed to satisfy constraint: ${constraint}`,
        ),
      );
    });
  }

  it("has no pages of a length that isn't said", async () => {
    const { body } = await post(bench.emulator, "ListUserPools", "{}");
    assert.match(body.message ?? "", /^1 validation error detected: Value '0' at 'maxResults' failed/);
  });

  for (const NextToken of ["nonsense", "0", "1", "-1", "YWZ0ZXIgLTE", "YWZ0ZXIgMQ=="]) {
    it(`refuses the token ${NextToken}, which it never gave`, async () => {
      createPools(3);
      assert.deepEqual(
        await refusal(list(bench, { NextToken })),
        invalidParameter("The pagination token is invalid."),
      );
    });
  }

  for (const NextToken of ["", "1 2"]) {
    it(`refuses the token '${NextToken}' for what it is written like`, async () => {
      assert.match(
        await outcomeOf(list(bench, { NextToken })),
        /^\d validation errors? detected: .*'nextToken'/,
      );
    });
  }
});
