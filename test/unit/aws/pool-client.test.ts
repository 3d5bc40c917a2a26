import assert from "node:assert/strict";
import { openConnection } from "../../../provider/aws/connection";
import { type PoolClient, poolClient } from "../../../provider/aws/pool-client";
import { systemClock } from "../../../provider/clock";
import { configured, failureOf, region, useEmulator, within } from "./support";

describe("what finds the domains of user pools", () => {
  const bench = useEmulator();
  let client: PoolClient;
  beforeEach(async () => {
    client = poolClient(await openConnection(configured(bench.emulator.endpoint), region, {}, systemClock));
  });

  const requests = () => bench.emulator.calls.map(({ operation, request }) => ({ operation, request }));

  it("lists the pools of the Region, however many, 60 with each call", async () => {
    const ids = Array.from({ length: 61 }, () => bench.emulator.createPool().id);
    bench.emulator.createPool({ region: "eu-west-1" });
    assert.deepEqual(await client.list(within), ids);
    const [first, second, ...others] = requests();
    assert.deepEqual(first, { operation: "ListUserPools", request: { MaxResults: 60 } });
    assert.equal(second?.operation, "ListUserPools");
    assert.deepEqual(others, []);
  });

  it("lists nothing where there is no pool", async () => {
    assert.deepEqual(await client.list(within), []);
  });

  it("names a pool's prefix domain and its custom domain, by one call", async () => {
    const { id } = bench.emulator.createPool();
    bench.emulator.createDomain({ domain: "auth.example.com", userPoolId: id, certificateArn });
    bench.emulator.createDomain({ domain: "shop", userPoolId: id });
    assert.deepEqual(await client.domainsOf(id, within), ["shop", "auth.example.com"]);
    assert.deepEqual(requests(), [{ operation: "DescribeUserPool", request: { UserPoolId: id } }]);
  });

  it("names none of a pool without domains", async () => {
    assert.deepEqual(await client.domainsOf(bench.emulator.createPool().id, within), []);
  });

  it("tells a pool that isn't there from one without domains", async () => {
    assert.equal(await client.domainsOf("us-east-1_Nowhere1", within), undefined);
  });

  it("fails with what the service said, and of which operation", async () => {
    const error = { name: "AccessDeniedException", message: "Not you." };
    bench.emulator.inject({ operation: "*", times: "always", error });
    for (const [call, operation] of [
      [client.list(within), "ListUserPools"],
      [client.domainsOf("us-east-1_Any1", within), "DescribeUserPool"],
    ] as const) {
      const failure = await failureOf(call);
      assert.deepEqual(
        [failure.operation, failure.exception, failure.message],
        [operation, "AccessDeniedException", "Not you."],
      );
    }
  });

  it("tries again when it is throttled", async () => {
    const { id } = bench.emulator.createPool();
    bench.emulator.inject({ operation: "ListUserPools", error: { name: "TooManyRequestsException" } });
    assert.deepEqual(await client.list(within), [id]);
  });
});

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/one";
