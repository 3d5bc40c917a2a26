import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readAwsConfiguration } from "../../../provider/aws/configuration";
import { ConfigurationError } from "../../../provider/errors/diagnostic";
import { certificateFile, roleArn, useFolder, useProcessEnvironment, userKeys } from "./support";

/** What is read of one key, given as `pulumi config set` stores it. */
function read(name: string, value: unknown) {
  return readAwsConfiguration({ [`aws:${name}`]: typeof value === "string" ? value : JSON.stringify(value) });
}

function errorOf(stackConfiguration: Record<string, string>): ConfigurationError {
  try {
    readAwsConfiguration(stackConfiguration);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  return assert.fail("There was no error.");
}

describe("the stack's aws configuration", () => {
  it("is empty when the stack has none", () => {
    assert.deepEqual(
      readAwsConfiguration({ "other:region": "eu-west-1", "pulumi:disable-default-providers": "[]" }),
      {},
    );
  });

  const asGiven: [name: string, value: unknown, read?: unknown][] = [
    ["region", "eu-west-1"],
    ["profile", "ops"],
    ["stsRegion", "us-east-1"],
    ["noProxy", "example.com"],
    ["httpProxy", "http://proxy.example.com:3128"],
    ["httpsProxy", "proxy.example.com:3128", "http://proxy.example.com:3128"],
    ["customCaBundle", certificateFile],
    ["maxRetries", "5", 5],
    ["retryMode", "adaptive"],
    ["insecure", "true", true],
    ["useFipsEndpoint", "true", true],
    ["useDualstackEndpoint", "false", false],
    ["sharedConfigFiles", [__filename], __filename],
    ["sharedCredentialsFiles", [__filename], __filename],
    ["allowedAccountIds", ["123456789012"]],
    ["assumeRoles", [{ roleArn }, { roleArn, sessionName: "two" }]],
    ["assumeRoleWithWebIdentity", { roleArn, webIdentityTokenFile: "token" }],
  ];
  for (const [name, value, expected = value] of asGiven) {
    it(`has aws:${name} ${JSON.stringify(value)}`, () => {
      assert.deepEqual(read(name, value), { [name]: expected });
    });
  }

  it("has keys with their token", () => {
    const { accessKey, secretKey } = userKeys;
    const given = { "aws:accessKey": accessKey, "aws:secretKey": secretKey, "aws:token": "token" };
    assert.deepEqual(readAwsConfiguration(given), { ...userKeys, token: "token" });
  });

  it("has a role's duration in seconds", () => {
    assert.equal(read("assumeRoles", [{ roleArn, duration: "1h30m" }]).assumeRoles?.[0]?.duration, 5400);
  });

  it("has the one role of older @pulumi/aws among the roles", () => {
    assert.deepEqual(read("assumeRole", { roleArn, externalId: "1234" }), {
      assumeRoles: [{ roleArn, externalId: "1234" }],
    });
  });

  it("has the endpoints of all entries", () => {
    const endpoints = [
      { cognitoidp: "http://127.0.0.1:1" },
      { sts: "http://127.0.0.1:2", s3: "http://127.0.0.1:3" },
    ];
    assert.deepEqual(read("endpoints", endpoints).endpoints, Object.assign({}, ...endpoints));
  });

  it("has texts that look like numbers, which Pulumi makes numbers", () => {
    const { assumeRoles } = read("assumeRoles", [
      { roleArn, externalId: 1234, tags: { cost: 7, own: true } },
    ]);
    assert.deepEqual(assumeRoles, [{ roleArn, externalId: "1234", tags: { cost: "7", own: "true" } }]);
  });

  it("has account ids that lost their leading zeros as numbers", () => {
    assert.deepEqual(read("forbiddenAccountIds", [1234567890]).forbiddenAccountIds, ["001234567890"]);
  });

  describe("has files under the home directory", () => {
    const home = useFolder();
    useProcessEnvironment(() => ({ HOME: home.path }));

    it("as ~/", () => {
      const bundle = home.write("ca.pem", readFileSync(certificateFile, "utf8"));
      const config = home.write("config", "");
      assert.equal(read("customCaBundle", "~/ca.pem").customCaBundle, bundle);
      assert.equal(read("sharedConfigFiles", ["~/config"]).sharedConfigFiles, config);
    });
  });

  it("takes an empty value for none", () => {
    assert.deepEqual(
      readAwsConfiguration({ "aws:region": "", "aws:profile": "", "aws:assumeRoles": "" }),
      {},
    );
  });

  for (const name of ["allowedAccountIds", "forbiddenAccountIds", "assumeRoles"]) {
    it(`takes an empty list of ${name} for none, as @pulumi/aws does`, () => {
      assert.deepEqual(read(name, []), {});
    });
  }

  it("takes an empty proxy for a wish to have none", () => {
    assert.deepEqual(read("httpsProxy", ""), { httpsProxy: "" });
  });

  it("passes over what can't matter to a domain", () => {
    const given = { "aws:defaultTags": '{"tags":{"a":"b"}}', "aws:skipCredentialsValidation": "true" };
    assert.deepEqual(readAwsConfiguration(given), {});
  });
});

// Each thing that is refused is a row of test/unit/provider/bad-input.
describe("an error in the stack's aws configuration", () => {
  it("names the other half of credentials, with a token too", () => {
    const error = errorOf({ "aws:token": "a-secret", "aws:accessKey": "a-secret" });
    assert.equal(error.key, "aws:secretKey");
    assert.match(error.message, /without aws:secretKey: set both/);
  });

  it("tells of every key that is wrong", () => {
    const error = errorOf({ "aws:region": "Ireland", "aws:insecure": "no", "aws:accessKey": "a-secret" });
    assert.deepEqual(
      error.message.split("\n").map((line) => /aws:\w+/.exec(line)?.[0]),
      ["aws:region", "aws:insecure"],
    );
  });
});
