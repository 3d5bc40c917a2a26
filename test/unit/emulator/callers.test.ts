import assert from "node:assert/strict";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { type Credentials, testCredentials, useEmulator } from "./support";

const day = 86_400_000;

describe("the caller behind an access key", () => {
  const bench = useEmulator();

  async function accountOf(credentials: Credentials): Promise<string | undefined> {
    const { endpoint } = bench.emulator;
    const sts = new STSClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
    return (await sts.send(new GetCallerIdentityCommand({}))).Account;
  }

  async function assume(accountId: string): Promise<Credentials> {
    const { endpoint } = bench.emulator;
    const sts = new STSClient({ endpoint, region: "us-east-1", credentials: testCredentials });
    const role = { RoleArn: `arn:aws:iam::${accountId}:role/deployer`, RoleSessionName: "ci" };
    const { Credentials: given } = await sts.send(new AssumeRoleCommand(role));
    return {
      accessKeyId: given?.AccessKeyId ?? "",
      secretAccessKey: given?.SecretAccessKey ?? "",
      sessionToken: given?.SessionToken ?? "",
    };
  }

  it("is of the account that a key of twelve digits names", async () => {
    const account = await accountOf({ accessKeyId: "999999999999", secretAccessKey: "any" });
    assert.equal(account, "999999999999");
  });

  it("is of the emulator's own account for any other key", async () => {
    assert.equal(await accountOf({ accessKeyId: "99999999999", secretAccessKey: "any" }), "123456789012");
  });

  it("is another for each session, however old the ones before are", async () => {
    await assume("111111111111");
    bench.clock.advance(2 * day);
    const [second, third] = [await assume("222222222222"), await assume("333333333333")];
    assert.notEqual(second.accessKeyId, third.accessKeyId);
    assert.deepEqual([await accountOf(second), await accountOf(third)], ["222222222222", "333333333333"]);
  });
});
