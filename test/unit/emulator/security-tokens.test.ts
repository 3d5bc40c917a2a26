import assert from "node:assert/strict";
import {
  type Credentials as AssumedCredentials,
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import {
  type Credentials,
  clientFor,
  create,
  prefix,
  refusal,
  testCredentials,
  useEmulator,
} from "./support";

const role = { RoleArn: "arn:aws:iam::999999999999:role/ops/deployer", RoleSessionName: "ci" };

describe("the emulated security token service", () => {
  const bench = useEmulator();
  const sts = (credentials: Credentials = testCredentials) =>
    new STSClient({ endpoint: bench.emulator.endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
  const assume = async (): Promise<Credentials> =>
    usable((await sts().send(new AssumeRoleCommand(role))).Credentials);

  it("takes any access key for a user's of the emulator's account", async () => {
    const { Account, Arn } = await sts().send(new GetCallerIdentityCommand({}));
    assert.deepEqual([Account, Arn], ["123456789012", "arn:aws:iam::123456789012:user/emulator"]);
  });

  it("makes the holder of an assumed role's credentials one of the role's account", async () => {
    const { Account, Arn, UserId } = await sts(await assume()).send(new GetCallerIdentityCommand({}));
    assert.deepEqual([Account, Arn], ["999999999999", "arn:aws:sts::999999999999:assumed-role/deployer/ci"]);
    assert.match(UserId ?? "", /^AROA[A-Z2-7]{16}:ci$/);
  });

  it("gives out credentials for an hour, or for as long as is asked", async () => {
    const lifetime = async (more: object) => {
      const { Credentials } = await sts().send(new AssumeRoleCommand({ ...role, ...more }));
      return ((Credentials?.Expiration?.getTime() ?? 0) - bench.clock.now()) / 1000;
    };
    assert.deepEqual([await lifetime({}), await lifetime({ DurationSeconds: 900 })], [3600, 900]);
  });

  it("gives every session an access key of its own", async () => {
    assert.notEqual((await assume()).accessKeyId, (await assume()).accessKeyId);
  });

  it("lets a web identity assume a role without a signature", async () => {
    const { Credentials } = await sts().send(
      new AssumeRoleWithWebIdentityCommand({ ...role, WebIdentityToken: "identity-token" }),
    );
    const { Account } = await sts(usable(Credentials)).send(new GetCallerIdentityCommand({}));
    assert.equal(Account, "999999999999");
  });

  it("keeps a web identity's token out of the record of calls", async () => {
    const command = new AssumeRoleWithWebIdentityCommand({ ...role, WebIdentityToken: "identity-token" });
    await sts().send(command);
    assert.doesNotMatch(JSON.stringify(bench.emulator.calls), /identity-token/);
  });

  it("refuses a session's access key without the session's token", async () => {
    const { accessKeyId, secretAccessKey } = await assume();
    const { name } = await refusal(
      sts({ accessKeyId, secretAccessKey }).send(new GetCallerIdentityCommand({})),
    );
    assert.equal(name, "InvalidClientTokenId");
  });

  it("has Cognito refuse a session's access key without the session's token", async () => {
    const { accessKeyId, secretAccessKey } = await assume();
    const client = clientFor(bench.emulator, { credentials: { accessKeyId, secretAccessKey } });
    const { name } = await refusal(create({ client }, prefix("us-east-1_Abc")));
    assert.equal(name, "UnrecognizedClientException");
  });

  it("has Cognito find the pools of the role's account", async () => {
    const { id } = bench.emulator.createPool({ accountId: "999999999999" });
    await create({ client: clientFor(bench.emulator, { credentials: await assume() }) }, prefix(id));
    assert.equal(bench.emulator.domain("shop")?.accountId, "999999999999");
  });

  it("refuses what isn't a role", async () => {
    const RoleArn = "arn:aws:iam::999999999999:user/somebody";
    const { name, message } = await refusal(sts().send(new AssumeRoleCommand({ ...role, RoleArn })));
    assert.equal(name, "ValidationError");
    assert.match(message, /^1 validation error detected: Value 'arn:.*' at 'roleArn' failed to satisfy/);
  });

  it("refuses a session of less than a quarter of an hour", async () => {
    const { name } = await refusal(sts().send(new AssumeRoleCommand({ ...role, DurationSeconds: 60 })));
    assert.equal(name, "ValidationError");
  });

  for (const [action, status, code] of [
    ["GetCallerIdentity", 403, "MissingAuthenticationToken"],
    ["AssumeRole", 403, "MissingAuthenticationToken"],
    ["GetSessionToken", 400, "InvalidAction"],
    ["CreateUserPoolDomain", 400, "InvalidAction"],
  ] as const) {
    it(`refuses an unsigned ${action} as ${code}`, async () => {
      const body = new URLSearchParams({ Action: action, Version: "2011-06-15" });
      const response = await fetch(bench.emulator.endpoint, { method: "POST", body });
      assert.equal(response.status, status);
      assert.match(await response.text(), new RegExp(`<Code>${code}</Code>`));
    });
  }

  it("escapes what it quotes", async () => {
    const RoleArn = "arn:aws:iam::999999999999:<role>&";
    const { message } = await refusal(sts().send(new AssumeRoleCommand({ ...role, RoleArn })));
    assert.ok(message.includes(`Value '${RoleArn}' at 'roleArn'`), message);
  });
});

describe("the environment that leads an SDK to the emulator", () => {
  const bench = useEmulator({ region: "eu-central-1" });

  it("names the endpoint of both services, the Region and test credentials", () => {
    const { endpoint, environment } = bench.emulator;
    assert.deepEqual(environment, {
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint,
      AWS_ENDPOINT_URL_STS: endpoint,
      AWS_REGION: "eu-central-1",
      AWS_DEFAULT_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
      AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    });
  });
});

function usable(credentials: AssumedCredentials | undefined): Credentials {
  return {
    accessKeyId: credentials?.AccessKeyId ?? assert.fail(),
    secretAccessKey: credentials?.SecretAccessKey ?? assert.fail(),
    sessionToken: credentials?.SessionToken ?? assert.fail(),
  };
}
