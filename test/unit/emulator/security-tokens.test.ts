import assert from "node:assert/strict";
import {
  type Credentials as AssumedCredentials,
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import type { Emulator } from "../../../emulator/index";
import {
  type Credentials,
  clientFor,
  create,
  describeDomain,
  postForm,
  prefix,
  refusal,
  testCredentials,
  useEmulator,
} from "./support";

const role = { RoleArn: "arn:aws:iam::999999999999:role/ops/deployer", RoleSessionName: "ci" };

describe("the emulated security token service", () => {
  const bench = useEmulator();
  const sts = (credentials: Credentials = testCredentials) => stsFor(bench.emulator, credentials);
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
      // SDKs look at the time of day, whatever the emulator's clock says; some of it passes before we do.
      return Math.ceil(((Credentials?.Expiration?.getTime() ?? 0) - Date.now()) / 60_000);
    };
    assert.deepEqual(
      [
        await lifetime({}),
        await lifetime({ DurationSeconds: 900 }),
        await lifetime({ DurationSeconds: 43200 }),
      ],
      [60, 15, 720],
    );
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

  it("refuses a session name of other characters", async () => {
    const RoleSessionName = "bad/name";
    assert.deepEqual(await refusal(sts().send(new AssumeRoleCommand({ ...role, RoleSessionName }))), {
      name: "ValidationError",
      message:
        "1 validation error detected: Value 'bad/name' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    });
  });

  for (const [DurationSeconds, constraint] of [
    [899, "Member must have value greater than or equal to 900"],
    [43201, "Member must have value less than or equal to 43200"],
  ] as const) {
    it(`refuses a session of ${DurationSeconds} seconds`, async () => {
      assert.deepEqual(await refusal(sts().send(new AssumeRoleCommand({ ...role, DurationSeconds }))), {
        name: "ValidationError",
        message: `1 validation error detected: Value '${DurationSeconds}' at 'durationSeconds' failed to satisfy constraint: ${constraint}`,
      });
    });
  }

  for (const action of ["GetCallerIdentity", "AssumeRole"]) {
    it(`refuses an unsigned ${action}`, async () => {
      const { status, text } = await postForm(bench.emulator, { Action: action }, {});
      assert.equal(status, 403);
      assert.match(text, /<Code>MissingAuthenticationToken<\/Code>/);
    });
  }

  it("wants no signature with a web identity, but all else that belongs to it", async () => {
    const { status, text } = await postForm(
      bench.emulator,
      { Action: "AssumeRoleWithWebIdentity", ...role },
      {},
    );
    assert.equal(status, 400);
    assert.match(
      text,
      /Value null at 'webIdentityToken' failed to satisfy constraint: Member must not be null/,
    );
  });

  it("escapes what it quotes", async () => {
    const RoleArn = "arn:aws:iam::999999999999:<role>&";
    const { message } = await refusal(sts().send(new AssumeRoleCommand({ ...role, RoleArn })));
    assert.ok(message.includes(`Value '${RoleArn}' at 'roleArn'`), message);
  });
});

describe("a session's access key", () => {
  const bench = useEmulator();
  const hour = 3_600_000;
  const sts = (credentials: Credentials = testCredentials) => stsFor(bench.emulator, credentials);
  const assume = async (more: object = {}): Promise<Credentials> =>
    usable((await sts().send(new AssumeRoleCommand({ ...role, ...more }))).Credentials);
  const identify = (credentials: Credentials) => sts(credentials).send(new GetCallerIdentityCommand({}));
  const describeAs = (credentials: Credentials) =>
    describeDomain({ client: clientFor(bench.emulator, { credentials }) }, "shop");
  const statuses = () => bench.emulator.calls.slice(1).map(({ outcome }) => outcome.status);

  const invalid = "The security token included in the request is invalid.";
  const expired = "The security token included in the request is expired";

  for (const { what, token } of [
    { what: "without its token", token: async () => undefined },
    { what: "with an empty token", token: async () => "" },
    { what: "with a wrong token", token: async () => "wrong" },
    { what: "with another session's token", token: async () => (await assume()).sessionToken },
  ]) {
    it(`${what} is invalid to STS and Cognito`, async () => {
      const { accessKeyId, secretAccessKey } = await assume();
      const sessionToken = await token();
      const credentials = {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken !== undefined && { sessionToken }),
      };
      assert.deepEqual(
        [await refusal(identify(credentials)), await refusal(describeAs(credentials))],
        [
          { name: "InvalidClientTokenId", message: invalid },
          { name: "UnrecognizedClientException", message: invalid },
        ],
      );
      assert.deepEqual(statuses().slice(-2), [403, 400]);
    });
  }

  it("is good until its time has passed", async () => {
    const credentials = await assume();
    bench.clock.advance(hour - 1);
    await identify(credentials);
    await describeAs(credentials);
    assert.deepEqual(statuses(), [200, 200]);
  });

  it("has expired for STS and Cognito when its time has passed", async () => {
    const credentials = await assume();
    bench.clock.advance(hour);
    assert.deepEqual(
      [await refusal(identify(credentials)), await refusal(describeAs(credentials))],
      [
        { name: "ExpiredToken", message: expired },
        { name: "ExpiredTokenException", message: expired },
      ],
    );
    assert.deepEqual(statuses(), [403, 400]);
  });

  it("has expired as early as was asked for", async () => {
    const credentials = await assume({ DurationSeconds: 900 });
    bench.clock.advance(900_000);
    assert.equal((await refusal(identify(credentials))).name, "ExpiredToken");
  });

  it("has expired when a web identity got it, too", async () => {
    const command = new AssumeRoleWithWebIdentityCommand({ ...role, WebIdentityToken: "identity-token" });
    const credentials = usable((await sts().send(command)).Credentials);
    bench.clock.advance(hour);
    assert.equal((await refusal(describeAs(credentials))).name, "ExpiredTokenException");
  });

  it("with a wrong token is invalid, and not expired, also when its time has passed", async () => {
    const credentials = { ...(await assume()), sessionToken: "wrong" };
    bench.clock.advance(hour);
    assert.equal((await refusal(identify(credentials))).name, "InvalidClientTokenId");
  });

  it("that has expired assumes no other role", async () => {
    const credentials = await assume();
    bench.clock.advance(hour);
    const { name } = await refusal(sts(credentials).send(new AssumeRoleCommand(role)));
    assert.equal(name, "ExpiredToken");
  });

  it("that has expired changes nothing", async () => {
    const { id } = bench.emulator.createPool({ accountId: "999999999999" });
    const client = clientFor(bench.emulator, { credentials: await assume() });
    bench.clock.advance(hour);
    await refusal(create({ client }, prefix(id)));
    assert.equal(bench.emulator.domain("shop"), undefined);
  });

  it("expires alone", async () => {
    const old = await assume();
    bench.clock.advance(hour / 2);
    const young = await assume();
    bench.clock.advance(hour / 2);
    assert.equal((await refusal(identify(old))).name, "ExpiredToken");
    assert.equal((await identify(young)).Account, "999999999999");
  });

  it("that the emulator never gave out is a user's, whatever its token", async () => {
    const { Arn } = await identify({ ...testCredentials, sessionToken: "any" });
    assert.equal(Arn, "arn:aws:iam::123456789012:user/emulator");
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

function stsFor({ endpoint }: Emulator, credentials: Credentials): STSClient {
  return new STSClient({ endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
}

function usable(credentials: AssumedCredentials | undefined): Credentials {
  return {
    accessKeyId: credentials?.AccessKeyId ?? assert.fail(),
    secretAccessKey: credentials?.SecretAccessKey ?? assert.fail(),
    sessionToken: credentials?.SessionToken ?? assert.fail(),
  };
}
