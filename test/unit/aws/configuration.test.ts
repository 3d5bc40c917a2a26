import assert from "node:assert/strict";
import { homedir } from "node:os";
import { join } from "node:path";
import { readAwsConfiguration } from "../../../provider/aws/configuration";
import { ConfigurationError } from "../../../provider/errors/diagnostic";
import { roleArn, userKeys } from "./support";

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

function errorIn(name: string, value: unknown): ConfigurationError {
  return errorOf({ [`aws:${name}`]: typeof value === "string" ? value : JSON.stringify(value) });
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
    ["customCaBundle", "certificates.pem"],
    ["maxRetries", "5", 5],
    ["retryMode", "adaptive"],
    ["insecure", "true", true],
    ["useFipsEndpoint", "true", true],
    ["useDualstackEndpoint", "false", false],
    ["sharedConfigFiles", ["config"], "config"],
    ["sharedCredentialsFiles", ["credentials"], "credentials"],
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
    assert.deepEqual(read("assumeRole", { roleArn, externalId: "x" }), {
      assumeRoles: [{ roleArn, externalId: "x" }],
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

  it("has files under the home directory", () => {
    assert.equal(read("customCaBundle", "~/ca.pem").customCaBundle, join(homedir(), "ca.pem"));
    assert.equal(read("sharedConfigFiles", ["~/config"]).sharedConfigFiles, join(homedir(), "config"));
  });

  it("takes an empty value for none", () => {
    assert.deepEqual(
      readAwsConfiguration({ "aws:region": "", "aws:profile": "", "aws:assumeRoles": "" }),
      {},
    );
  });

  it("takes an empty proxy for a wish to have none", () => {
    assert.deepEqual(read("httpsProxy", ""), { httpsProxy: "" });
  });

  it("passes over what can't matter to a domain", () => {
    const given = { "aws:defaultTags": '{"tags":{"a":"b"}}', "aws:skipCredentialsValidation": "true" };
    assert.deepEqual(readAwsConfiguration(given), {});
  });
});

describe("an error in the stack's aws configuration", () => {
  const wrong: [name: string, value: unknown, key: string, message: RegExp][] = [
    [
      "regoin",
      "eu-west-1",
      "aws:regoin",
      /did you mean aws:region\? Supported: region, profile.*config rm aws:regoin/,
    ],
    ["constructor", "x", "aws:constructor", /don't support/],
    ["userAgents", "[]", "aws:userAgents", /AWS_SDK_UA_APP_ID instead/],
    [
      "ec2MetadataServiceEndpoint",
      "x",
      "aws:ec2MetadataServiceEndpoint",
      /AWS_EC2_METADATA_SERVICE_ENDPOINT/,
    ],
    [
      "maxRetries",
      "many",
      "aws:maxRetries",
      /is "many"; expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>/,
    ],
    ["maxRetries", "-1", "aws:maxRetries", /from 0 to 999/],
    ["retryMode", "legacy", "aws:retryMode", /is "legacy"; expected standard or adaptive/],
    ["insecure", "yes", "aws:insecure", /is "yes"; expected true or false/],
    [
      "httpsProxy",
      "http://",
      "aws:httpsProxy",
      /expected an address such as http:\/\/proxy\.example\.com:3128/,
    ],
    ["httpProxy", "socks5://proxy.example.com", "aws:httpProxy", /expected an address such as http:/],
    ["sharedConfigFiles", ["a", "b"], "aws:sharedConfigFiles", /a list of exactly one file/],
    ["sharedConfigFiles", [], "aws:sharedConfigFiles", /a list of exactly one file/],
    [
      "allowedAccountIds",
      ["12345678901234"],
      "aws:allowedAccountIds[0]",
      /an account id of 12 digits.*--path 'aws:allowedAccountIds\[0\]'/,
    ],
    [
      "allowedAccountIds",
      { id: 1 },
      "aws:allowedAccountIds",
      /is not a list.*--path 'aws:allowedAccountIds\[0\]'/,
    ],
    [
      "endpoints",
      [{ cognitoidp: "localhost:4566" }],
      "aws:endpoints[0].cognitoidp",
      /is "localhost:4566"; expected an address/,
    ],
    [
      "endpoints",
      [{ "cognito-idp": "http://localhost" }],
      "aws:endpoints",
      /has "cognito-idp", which is no service's name.*are cognitoidp/,
    ],
    ["endpoints", ["http://localhost"], "aws:endpoints[0]", /is not an object/],
    ["assumeRoles", { roleArn }, "aws:assumeRoles", /is not a list.*--path 'aws:assumeRoles\[0\]'/],
    ["assumeRoles", "{roleArn}", "aws:assumeRoles", /is not valid JSON/],
    ["assumeRoles", ["x"], "aws:assumeRoles[0]", /is not an object/],
    [
      "assumeRoles",
      [{ sessionName: "x" }],
      "aws:assumeRoles[0].roleArn",
      /roleArn is missing.*--path 'aws:assumeRoles\[0\]\.roleArn'/,
    ],
    [
      "assumeRoles",
      [{ roleArn, rolearn: "x" }],
      "aws:assumeRoles[0]",
      /has "rolearn", which is not a part of it. It can have: roleArn, sessionName/,
    ],
    [
      "assumeRoles",
      [{ roleArn, duration: "1 hour" }],
      "aws:assumeRoles[0].duration",
      /is "1 hour"; expected a duration such as "1h"/,
    ],
    [
      "assumeRoles",
      [{ roleArn, duration: 3600 }],
      "aws:assumeRoles[0].duration",
      /is 3600; expected a duration such as "1h"/,
    ],
    ["assumeRoles", [{ roleArn, tags: { a: {} } }], "aws:assumeRoles[0].tags.a", /is not text/],
    [
      "assumeRoleWithWebIdentity",
      { roleArn },
      "aws:assumeRoleWithWebIdentity",
      /exactly one of webIdentityToken and webIdentityTokenFile/,
    ],
  ];
  for (const [name, value, key, message] of wrong) {
    it(`is told of aws:${name} ${JSON.stringify(value)}`, () => {
      const error = errorIn(name, value);
      assert.equal(error.key, key);
      assert.match(error.message, message);
    });
  }

  const halves: [given: string[], missing: string][] = [
    [["accessKey"], "secretKey"],
    [["secretKey"], "accessKey"],
    [["token"], "accessKey"],
    [["token", "accessKey"], "secretKey"],
  ];
  for (const [given, missing] of halves) {
    it(`is told of ${given.join(" and ")} without ${missing}`, () => {
      const error = errorOf(Object.fromEntries(given.map((name) => [`aws:${name}`, "a-secret"])));
      assert.equal(error.key, `aws:${missing}`);
      assert.match(error.message, new RegExp(`without aws:${missing}: set both`));
    });
  }

  it("is told of the older role beside the roles", () => {
    const roles = {
      "aws:assumeRole": JSON.stringify({ roleArn }),
      "aws:assumeRoles": JSON.stringify([{ roleArn }]),
    };
    assert.match(errorOf(roles).message, /both aws:assumeRoles and the older aws:assumeRole/);
  });

  const secret = "hunter2";
  const withSecrets: Record<string, Record<string, string>> = {
    "a lone access key": { "aws:accessKey": secret },
    "a lone secret key": { "aws:secretKey": secret },
    "a lone token": { "aws:token": secret },
    "a web identity token beside a file": {
      "aws:assumeRoleWithWebIdentity": JSON.stringify({
        roleArn,
        webIdentityToken: secret,
        webIdentityTokenFile: "f",
      }),
    },
    "a web identity token that is no text": {
      "aws:assumeRoleWithWebIdentity": JSON.stringify({ roleArn, webIdentityToken: [secret] }),
    },
    "a web identity that is no JSON": {
      "aws:assumeRoleWithWebIdentity": `{roleArn, webIdentityToken: ${secret}`,
    },
    "a web identity in a list": {
      "aws:assumeRoleWithWebIdentity": JSON.stringify([{ webIdentityToken: secret }]),
    },
    "roles that are no list": { "aws:assumeRoles": JSON.stringify({ roleArn, externalId: secret }) },
    "a proxy's password": { "aws:httpsProxy": `ftp://me:${secret}@proxy.example.com` },
    "a proxy's password with a slash in it": {
      "aws:httpProxy": `http://me:/${secret}@x@proxy.example.com:port`,
    },
    "an endpoint's password": { "aws:endpoints": JSON.stringify([{ cognitoidp: `me:${secret}@localhost` }]) },
  };
  for (const [what, given] of Object.entries(withSecrets)) {
    it(`doesn't repeat ${what}`, () => {
      const error = errorOf(given);
      assert.doesNotMatch(`${error.message} ${error.stack} ${error}`, new RegExp(secret));
    });
  }
});
