import assert from "node:assert/strict";
import { type Findings, findDomains, type Selection } from "../../../../cli/import/find";
import { domainClient } from "../../../../provider/aws/cognito-client";
import { openConnection } from "../../../../provider/aws/connection";
import { poolClient } from "../../../../provider/aws/pool-client";
import { systemClock } from "../../../../provider/clock";
import { configured, region, useEmulator } from "../../aws/support";

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/one";

describe("The domains to import", () => {
  const bench = useEmulator();
  let pool: string;
  beforeEach(() => {
    pool = bench.emulator.createPool({ id: "us-east-1_AbCdEf123" }).id;
    bench.emulator.createDomain({ domain: "shop", userPoolId: pool });
    bench.emulator.createDomain({ domain: "auth.example.com", userPoolId: pool, certificateArn });
  });

  /** Finds them; `before` is told what is looked at next. */
  async function find(
    selection: Selection,
    { from = region, before }: { from?: string; before?: (what: string, done: number) => void } = {},
  ): Promise<Findings> {
    const connection = await openConnection(configured(bench.emulator.endpoint), from, {}, systemClock);
    const clients = { domains: domainClient(connection), pools: poolClient(connection) };
    return findDomains(selection, clients, { show: (what, done) => before?.(what, done), end: () => {} });
  }

  const namesOf = ({ found }: Findings) => found.map(({ inputs }) => inputs.domain);
  const operations = () => bench.emulator.calls.map(({ operation }) => operation);

  describe("that are named", () => {
    it("are found in the order of naming, and only looked at, with their pools", async () => {
      const findings = await find({ domains: ["shop", "auth.example.com"] });
      assert.deepEqual(namesOf(findings), ["shop", "auth.example.com"]);
      const look = ["DescribeUserPoolDomain", "DescribeUserPool"];
      assert.deepEqual(operations(), [...look, ...look]);
    });

    it("have to be there", async () => {
      await assert.rejects(find({ domains: ["shop", "nobody"] }), /There is no domain nobody in us-east-1/);
    });

    it("are none when one can't be had, and each of those is named", async () => {
      bench.emulator.changeDomain("shop", { status: "DELETING" });
      await assert.rejects(
        find({ domains: ["nobody", "auth.example.com", "shop", "nowhere"] }),
        /^Error: There is no domain nobody [^\n]*\nshop is being deleted[^\n]*\nThere is no domain nowhere [^\n]*$/,
      );
    });

    it("have to be of this account, as far as its pools tell", async () => {
      const accountId = "999999999999";
      const userPoolId = bench.emulator.createPool({ id: "us-east-1_Theirs1", accountId }).id;
      bench.emulator.createDomain({ domain: "theirs", userPoolId });
      await assert.rejects(
        find({ domains: ["theirs"] }),
        /theirs is on user pool us-east-1_Theirs1 of AWS account 999999999999, which is not in the account of these credentials/,
      );
    });

    it("are imported where their pool is", async () => {
      await assert.rejects(
        find({ domains: ["auth.example.com"] }, { from: "eu-west-1" }),
        /auth\.example\.com is on user pool us-east-1_AbCdEf123, and managed in its Region: run the command again with --region us-east-1/,
      );
    });

    it("may not be on their way out", async () => {
      bench.emulator.changeDomain("shop", { status: "DELETING" });
      await assert.rejects(find({ domains: ["shop"] }), /shop is being deleted/);
    });

    for (const status of ["CREATING", "UPDATING", "FAILED"] as const) {
      it(`may be ${status}`, async () => {
        bench.emulator.changeDomain("shop", { status });
        const { found } = await find({ domains: ["shop"] });
        assert.equal(found[0]?.state.status, status);
      });
    }

    it("have to be as a program can have them", async () => {
      bench.emulator.changeDomain("shop", { managedLoginVersion: 3 });
      await assert.rejects(
        find({ domains: ["shop"] }),
        /shop can't be managed as it is, since a preview would refuse it: managedLoginVersion is 3; allowed: 1, 2/,
      );
    });

    it("can't be told where reading isn't allowed, and the error says what has to be", async () => {
      for (const operation of ["DescribeUserPoolDomain", "DescribeUserPool"] as const) {
        bench.emulator.inject({ operation, error: { name: "AccessDeniedException", message: "No." } });
        await assert.rejects(
          find({ domains: ["shop"] }),
          /^Error: Reading the (domain shop|user pool us-east-1_AbCdEf123) in us-east-1 failed: No\. .*cognito-idp:DescribeUserPool and ListUserPools/,
        );
      }
    });
  });

  describe("of a pool", () => {
    it("are its prefix and its custom domain", async () => {
      assert.deepEqual(namesOf(await find({ userPoolId: pool })), ["shop", "auth.example.com"]);
      assert.deepEqual(operations(), [
        "DescribeUserPool",
        "DescribeUserPoolDomain",
        "DescribeUserPoolDomain",
      ]);
    });

    it("have to be some", async () => {
      const { id } = bench.emulator.createPool();
      await assert.rejects(find({ userPoolId: id }), /has no domain to import/);
    });

    it("can't be those of a pool that isn't there", async () => {
      await assert.rejects(
        find({ userPoolId: "us-east-1_Nowhere1" }),
        /There is no user pool us-east-1_Nowhere1 in us-east-1, in the account of these credentials.*list-user-pools/,
      );
    });

    it("may not vanish meanwhile", async () => {
      const before = () => bench.emulator.removeDomain("auth.example.com");
      const vanishing = find(
        { userPoolId: pool },
        { before: (_, done) => (done === 1 ? before() : undefined) },
      );
      await assert.rejects(vanishing, /auth\.example\.com has just been deleted: run the command again/);
    });
  });

  describe("of the Region", () => {
    it("are those of every pool there, in the order of the pools", async () => {
      bench.emulator.createPool();
      const userPoolId = bench.emulator.createPool().id;
      bench.emulator.createDomain({ domain: "other", userPoolId });
      const findings = await find({ all: true });
      assert.deepEqual(namesOf(findings), ["shop", "auth.example.com", "other"]);
      assert.deepEqual(findings.skipped, []);
    });

    it("are not those of replicas, whose pools are elsewhere", async () => {
      const replicated = { id: "eu-west-1_Replica1", region: "eu-west-1", replicas: [region] };
      const userPoolId = bench.emulator.createPool(replicated).id;
      bench.emulator.createDomain({ domain: "login.example.com", userPoolId, certificateArn });
      assert.deepEqual(namesOf(await find({ all: true })), ["shop", "auth.example.com"]);
    });

    it("leave out what vanishes meanwhile, or can't be imported, and say so", async () => {
      const userPoolId = bench.emulator.createPool().id;
      bench.emulator.createDomain({ domain: "other", userPoolId });
      bench.emulator.changeDomain("other", { status: "DELETING" });
      const gone = { name: "ResourceNotFoundException", message: "User pool does not exist." };
      bench.emulator.createPool({ id: "us-east-1_Gone1" });
      bench.emulator.inject({ operation: "DescribeUserPool", after: 2, error: gone });
      const before = (what: string, done: number) => {
        if (what === "domains" && done === 0) bench.emulator.removeDomain("shop");
      };
      const findings = await find({ all: true }, { before });
      assert.deepEqual(namesOf(findings), ["auth.example.com"]);
      assert.deepEqual(findings.skipped, [
        "User pool us-east-1_Gone1 has just been deleted.",
        "shop has just been deleted.",
        "other is being deleted: it can't be imported.",
      ]);
    });

    it("have to be some, and the error says what was left out", async () => {
      bench.emulator.removeDomain("auth.example.com");
      bench.emulator.changeDomain("shop", { status: "DELETING" });
      await assert.rejects(find({ all: true }), {
        message:
          "There is no domain to import in us-east-1: name another with --region. shop is being deleted: it can't be imported.",
      });
      await assert.rejects(find({ all: true }, { from: "eu-west-1" }), {
        message: "There is no user pool in eu-west-1: name another with --region.",
      });
    });

    it("are told of as they are looked at", async () => {
      const seen: string[] = [];
      await find({ all: true }, { before: (what, done) => seen.push(`${what} ${done}`) });
      assert.deepEqual(seen, ["user pools 0", "domains 0", "domains 1"]);
    });
  });
});
