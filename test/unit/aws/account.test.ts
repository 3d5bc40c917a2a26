import assert from "node:assert/strict";
import type { AwsConfiguration } from "../../../provider/aws/configuration";
import { configured, connected, failureOf, messageOf, roleAccount, roleArn, useEmulator } from "./support";

const account = "123456789012";

describe("the accounts that the stack allows", () => {
  const bench = useEmulator();
  const connect = (more: AwsConfiguration) => connected(configured(bench.emulator.endpoint, more));
  const operations = () => bench.emulator.calls.map(({ operation }) => operation);

  it("are not asked about when it doesn't say", async () => {
    await connect({});
    assert.deepEqual(operations(), []);
  });

  it("let their own credentials pass", async () => {
    await connect({ allowedAccountIds: [roleAccount, account], forbiddenAccountIds: ["000000000001"] });
    assert.deepEqual(operations(), ["GetCallerIdentity"]);
  });

  it("stop others' credentials before Cognito is called", async () => {
    const message = await messageOf(connect({ allowedAccountIds: [roleAccount] }));
    assert.match(
      message,
      new RegExp(`AWS account ${account}, but aws:allowedAccountIds allows ${roleAccount}`),
    );
    assert.deepEqual(operations(), ["GetCallerIdentity"]);
  });

  it("stop the credentials of a forbidden one", async () => {
    const message = await messageOf(connect({ forbiddenAccountIds: [account] }));
    assert.match(message, new RegExp(`AWS account ${account}, which aws:forbiddenAccountIds forbids`));
  });

  it("count for the role that is assumed", async () => {
    await connect({ assumeRoles: [{ roleArn }], allowedAccountIds: [roleAccount] });
    assert.deepEqual(operations(), ["AssumeRole", "GetCallerIdentity"]);
  });

  it("can't be told when STS refuses to say who calls", async () => {
    bench.emulator.inject({
      operation: "GetCallerIdentity",
      error: { name: "InvalidClientTokenId", status: 403 },
    });
    const { operation, exception } = await failureOf(connect({ allowedAccountIds: [account] }));
    assert.deepEqual([operation, exception], ["GetCallerIdentity", "InvalidClientTokenId"]);
  });
});
