import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AwsConfiguration } from "../../../provider/aws/configuration";
import {
  configured,
  connected,
  failureOf,
  keyless,
  messageOf,
  noAwsVariables,
  roleArn,
  useEmulator,
  useFolder,
  useProcessEnvironment,
  userKeys,
  useServers,
  within,
} from "./support";

const profileKeys = { id: "AKIAPROFILEEXAMPLE00", secret: "profile-secret" };

describe("the credentials of a call", () => {
  const bench = useEmulator();
  const folder = useFolder();
  useProcessEnvironment(() => noAwsVariables);

  const describeOnce = async (configuration: AwsConfiguration) =>
    (await connected(configuration)).describe("shop", within);
  /** Operations and keys of all calls so far, in order. */
  const calls = () =>
    bench.emulator.calls.map(({ operation, accessKeyId = "none" }) => [operation, accessKeyId]);
  const requestOf = (operation: string) =>
    bench.emulator.calls.find((call) => call.operation === operation)?.request as Record<string, unknown>;
  const credentialsFile = () =>
    folder.write(
      "credentials",
      `[ops]\naws_access_key_id = ${profileKeys.id}\naws_secret_access_key = ${profileKeys.secret}\n`,
    );

  it("are the keys of the configuration", async () => {
    await describeOnce(configured(bench.emulator.endpoint));
    assert.deepEqual(calls(), [["DescribeUserPoolDomain", userKeys.accessKey]]);
  });

  it("are the keys of the configuration even beside a web identity, as in @pulumi/aws", async () => {
    const assumeRoleWithWebIdentity = { roleArn, webIdentityToken: "identity-token" };
    await describeOnce(configured(bench.emulator.endpoint, { assumeRoleWithWebIdentity }));
    assert.deepEqual(calls(), [["DescribeUserPoolDomain", userKeys.accessKey]]);
  });

  it("come with the token of the configuration", async () => {
    // The emulator takes a session's key only with its token; this one is of no session.
    const configuration = configured(bench.emulator.endpoint, { token: "session-token" });
    await describeOnce(configuration);
    assert.deepEqual(calls(), [["DescribeUserPoolDomain", userKeys.accessKey]]);
  });

  it("are those of an assumed role, and assumed once for many calls", async () => {
    const client = await connected(configured(bench.emulator.endpoint, { assumeRoles: [{ roleArn }] }));
    await client.describe("shop", within);
    await client.describe("shop", within);
    const [assumed, ...described] = calls();
    assert.deepEqual(assumed, ["AssumeRole", userKeys.accessKey]);
    assert.equal(described.length, 2);
    assert.ok(described.every(([, key]) => key?.startsWith("ASIA")));
  });

  it("are those of the last of several roles, each assumed with the one before", async () => {
    const assumeRoles = [{ roleArn }, { roleArn: "arn:aws:iam::888888888888:role/second" }];
    await describeOnce(configured(bench.emulator.endpoint, { assumeRoles }));
    const [first, second, described] = calls();
    assert.deepEqual(
      [first?.[0], second?.[0], described?.[0]],
      ["AssumeRole", "AssumeRole", "DescribeUserPoolDomain"],
    );
    assert.deepEqual([first?.[1], second?.[1]?.slice(0, 4)], [userKeys.accessKey, "ASIA"]);
    assert.notEqual(second?.[1], described?.[1]);
  });

  it("are asked for as the role's settings say", async () => {
    const role = {
      roleArn,
      sessionName: "deploy",
      externalId: "1234",
      duration: 900,
      policy: "{}",
      policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      sourceIdentity: "somebody",
      tags: { team: "identity" },
      transitiveTagKeys: ["team"],
    };
    await describeOnce(configured(bench.emulator.endpoint, { assumeRoles: [role] }));
    const { RoleArn, RoleSessionName, DurationSeconds, Policy, SourceIdentity, ...rest } =
      requestOf("AssumeRole");
    assert.deepEqual(
      [RoleArn, RoleSessionName, DurationSeconds, Policy, SourceIdentity],
      [roleArn, "deploy", "900", "{}", "somebody"],
    );
    const more = JSON.stringify(rest);
    for (const part of ["ReadOnlyAccess", "team", "identity", "ExternalId"])
      assert.match(more, new RegExp(part));
  });

  it("are asked of STS in aws:stsRegion", async () => {
    await describeOnce(
      configured(bench.emulator.endpoint, { assumeRoles: [{ roleArn }], stsRegion: "eu-west-1" }),
    );
    assert.deepEqual(
      bench.emulator.calls.map((call) => call.region),
      ["eu-west-1", "us-east-1"],
    );
  });

  it("are those of a web identity, given as a token or in a file", async () => {
    const webIdentityTokenFile = folder.write("token", "identity-token");
    for (const shown of [{ webIdentityToken: "identity-token" }, { webIdentityTokenFile }]) {
      await describeOnce(
        keyless(bench.emulator.endpoint, { assumeRoleWithWebIdentity: { roleArn, ...shown } }),
      );
    }
    const made = calls();
    assert.deepEqual(
      made.map(([operation]) => operation),
      Array(2).fill(["AssumeRoleWithWebIdentity", "DescribeUserPoolDomain"]).flat(),
    );
    assert.deepEqual([made[0]?.[1], made[1]?.[1]?.slice(0, 4)], ["none", "ASIA"]);
  });

  it("are those of the configured profile in the configured files", async () => {
    const configuration = { profile: "ops", sharedCredentialsFiles: credentialsFile() };
    await describeOnce(keyless(bench.emulator.endpoint, configuration));
    assert.deepEqual(calls(), [["DescribeUserPoolDomain", profileKeys.id]]);
  });

  it("are those of the role that the configured profile assumes, at the configured endpoint and Region", async () => {
    const sharedConfigFiles = folder.write(
      "config",
      `[profile deploy]\nrole_arn = ${roleArn}\nsource_profile = ops\nregion = ap-south-1\n`,
    );
    const files = { sharedConfigFiles, sharedCredentialsFiles: credentialsFile() };
    await describeOnce(
      keyless(bench.emulator.endpoint, { profile: "deploy", stsRegion: "eu-west-1", ...files }),
    );
    assert.deepEqual(calls()[0], ["AssumeRole", profileKeys.id]);
    assert.deepEqual(
      bench.emulator.calls.map((call) => call.region),
      ["eu-west-1", "us-east-1"],
    );
  });

  it("are those of the web identity that the configured profile shows, at the configured endpoint", async () => {
    const token = folder.write("token", "identity-token");
    const sharedConfigFiles = folder.write(
      "config",
      `[profile ci]\nrole_arn = ${roleArn}\nweb_identity_token_file = ${token}\n`,
    );
    await describeOnce(keyless(bench.emulator.endpoint, { profile: "ci", sharedConfigFiles }));
    assert.deepEqual(calls()[0], ["AssumeRoleWithWebIdentity", "none"]);
  });

  describe("of a profile that signs in with SSO", () => {
    const servers = useServers();
    useProcessEnvironment(() => ({ HOME: folder.path }));
    const startUrl = "https://example.test/start";
    const profile = `sso_start_url = ${startUrl}\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = ops\n`;
    const signIn = () => {
      const cache = join(folder.path, ".aws", "sso", "cache");
      mkdirSync(cache, { recursive: true });
      const file = `${createHash("sha1").update(startUrl).digest("hex")}.json`;
      writeFileSync(
        join(cache, file),
        JSON.stringify({ accessToken: "token", expiresAt: "2100-01-01T00:00:00Z" }),
      );
    };

    it("are asked for in the Region of the profile, past the endpoint of STS", async () => {
      signIn();
      const sharedConfigFiles = folder.write("config", `[profile people]\n${profile}`);
      const { address, seen } = await servers.proxy();
      const configuration = { profile: "people", sharedConfigFiles, httpsProxy: address };
      await failureOf(describeOnce(keyless(bench.emulator.endpoint, configuration)));
      assert.deepEqual([...new Set(seen)], ["CONNECT portal.sso.eu-west-1.amazonaws.com:443"]);
    });

    it("are asked for in the Region of the profile when it is in the usual files", async () => {
      signIn();
      process.env["AWS_CONFIG_FILE"] = folder.write("usual", `[profile people]\n${profile}`);
      const { address, seen } = await servers.proxy();
      const configuration = { profile: "people", httpsProxy: address };
      await failureOf(describeOnce(keyless(bench.emulator.endpoint, configuration)));
      assert.deepEqual([...new Set(seen)], ["CONNECT portal.sso.eu-west-1.amazonaws.com:443"]);
    });

    it("can't be had before signing in, and the error says how", async () => {
      const sharedConfigFiles = folder.write("config", `[profile people]\n${profile}`);
      const { exception, message } = await failureOf(
        describeOnce(keyless(bench.emulator.endpoint, { profile: "people", sharedConfigFiles })),
      );
      assert.equal(exception, "CredentialsProviderError");
      assert.match(message, /SSO session associated with this profile is invalid.*aws sso login/);
    });
  });

  describe("with keys in the environment", () => {
    useProcessEnvironment(() => ({
      AWS_ACCESS_KEY_ID: "AKIAENVIRONMENT00000",
      AWS_SECRET_ACCESS_KEY: "secret",
    }));

    it("are those when nothing is configured", async () => {
      await describeOnce(keyless(bench.emulator.endpoint));
      assert.deepEqual(calls(), [["DescribeUserPoolDomain", "AKIAENVIRONMENT00000"]]);
    });

    it("are the profile's that is configured, without a word about those of the environment", async () => {
      const { warn } = console;
      const warnings: unknown[] = [];
      console.warn = (...words) => warnings.push(...words);
      try {
        const files = { sharedCredentialsFiles: credentialsFile() };
        await describeOnce(keyless(bench.emulator.endpoint, { profile: "ops", ...files }));
      } finally {
        console.warn = warn;
      }
      assert.deepEqual(calls(), [["DescribeUserPoolDomain", profileKeys.id]]);
      assert.deepEqual(warnings, []);
    });

    it("are the configuration's when it has keys", async () => {
      await describeOnce(configured(bench.emulator.endpoint));
      assert.deepEqual(calls(), [["DescribeUserPoolDomain", userKeys.accessKey]]);
    });
  });

  describe("that can't be had", () => {
    it("are an error that says so, and nothing was called", async () => {
      const { exception, operation, mayHaveTakenEffect } = await failureOf(
        describeOnce(keyless(bench.emulator.endpoint)),
      );
      assert.deepEqual(
        [exception, operation, mayHaveTakenEffect, bench.emulator.calls.length],
        ["CredentialsProviderError", "DescribeUserPoolDomain", false, 0],
      );
    });

    it("are an error that names the profile that is missing, whatever the machine's role may be", async () => {
      const sharedCredentialsFiles = credentialsFile();
      const message = await messageOf(
        connected(keyless(bench.emulator.endpoint, { profile: "nobody", sharedCredentialsFiles })),
      );
      assert.match(message, /^There is no profile nobody in .* or .*credentials: correct aws:profile\./);
      assert.deepEqual(calls(), []);
    });

    for (const name of ["AccessDenied", "ExpiredToken"]) {
      it(`are STS's own error when it answers AssumeRole with ${name}`, async () => {
        bench.emulator.inject({
          operation: "AssumeRole",
          error: { name, status: 403, message: "is not authorized" },
        });
        const client = await connected(configured(bench.emulator.endpoint, { assumeRoles: [{ roleArn }] }));
        const { exception, message, requestId, mayHaveTakenEffect } = await failureOf(
          client.create({ Domain: "shop", UserPoolId: "us-east-1_Abc" }, within),
        );
        assert.deepEqual([exception, message, mayHaveTakenEffect], [name, "is not authorized", false]);
        assert.match(requestId ?? "", /^[0-9a-f-]{36}$/);
      });
    }

    it("had no effect on the domain, even when STS itself broke off", async () => {
      bench.emulator.inject({ operation: "AssumeRole", drop: "before", times: 2 });
      const client = await connected(configured(bench.emulator.endpoint, { assumeRoles: [{ roleArn }] }));
      const { exception, mayHaveTakenEffect } = await failureOf(
        client.create({ Domain: "shop", UserPoolId: "us-east-1_Abc" }, within),
      );
      assert.deepEqual([exception, mayHaveTakenEffect], ["ECONNRESET", false]);
    });

    it("can be had again by the next call", async () => {
      bench.emulator.inject({ operation: "AssumeRole", error: { name: "AccessDenied", status: 403 } });
      const client = await connected(configured(bench.emulator.endpoint, { assumeRoles: [{ roleArn }] }));
      await failureOf(client.describe("shop", within));
      assert.equal(await client.describe("shop", within), undefined);
    });
  });
});
