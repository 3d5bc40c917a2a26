import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Domain } from "../../emulator/index";
import { codeFor, page } from "../support/markdown";
import { requestOf } from "./support/calls";
import { type Cloud, useCloud } from "./support/cloud";
import { installedCommand } from "./support/command";
import { hermeticEnvironment } from "./support/environment";
import { installation, newFolder } from "./support/installation";
import { assertSucceeded, operationsOfEngine } from "./support/outcome";
import { typescript } from "./support/programs";
import { type Run, run } from "./support/run";
import { outcomeOf, useStack } from "./support/story";

const documentation = page("docs/existing-domains.md");
const requestJson = codeFor("request.json", documentation);
const request = JSON.parse(requestJson);
const { CertificateArn, SecurityPolicy } = request.CustomDomainConfig;
const code = codeFor("login.ts", documentation);

const inputs = {
  domain: "auth.example.com",
  userPoolId: "us-east-1_AbCdEf123",
  customDomainConfig: { certificateArn: CertificateArn, securityPolicy: SecurityPolicy },
  managedLoginVersion: 2,
};

const requestYaml = `# A comment
Domain: auth.example.com # [REQUIRED] The domain string.
UserPoolId: us-east-1_AbCdEf123
ManagedLoginVersion: 2
CustomDomainConfig:
  CertificateArn: ${CertificateArn}
  SecurityPolicy: TLS_V1_2_2021 # Valid values are: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025.
`;

/** What jsonlite makes of a list: every value is one of many, and NULL an object. */
const requestOfPaws = JSON.stringify({
  Domain: ["auth.example.com"],
  UserPoolId: ["us-east-1_AbCdEf123"],
  ManagedLoginVersion: [2],
  CustomDomainConfig: { CertificateArn: [CertificateArn], SecurityPolicy: ["TLS_V1_2_2021"] },
  Routing: {},
});

const description = {
  DomainDescription: { ...request, Status: "ACTIVE", Version: "20260701000000", S3Bucket: "bucket" },
};

/** `aws cognito-idp create-user-pool-domain --generate-cli-skeleton` of the AWS CLI 1.46. */
const skeleton = `{
    "Domain": "",
    "UserPoolId": "",
    "ManagedLoginVersion": 0,
    "CustomDomainConfig": {
        "CertificateArn": "",
        "SecurityPolicy": "TLS_V1"
    },
    "Routing": {
        "Failover": {
            "SecondaryRegion": "",
            "PrimaryRoute53HealthCheckId": ""
        }
    }
}
`;

describe("npx cognito-domain convert", function () {
  this.timeout("30s");
  const cloud = useCloud();

  let folder: string;
  before(async () => {
    folder = await newFolder("convert");
    const files = {
      "request.json": requestJson,
      "request.yaml": requestYaml,
      "paws.json": requestOfPaws,
      "description.json": JSON.stringify(description),
      "skeleton.json": skeleton,
      "secret.json": JSON.stringify({ domain: "[secret]" }),
      "inputs.json": JSON.stringify({ ...inputs, __provider: "a reference" }),
      "structure.json": JSON.stringify(request.CustomDomainConfig),
    };
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  });

  const place = "--domain auth.example.com --user-pool-id us-east-1_AbCdEf123 --managed-login-version 2";
  const shorthand = `--custom-domain-config CertificateArn=${CertificateArn},SecurityPolicy=${SecurityPolicy}`;
  const forms: [string, string][] = [
    ["JSON for the AWS CLI, in a file", "request.json"],
    ["YAML for the AWS CLI, piped in", "< request.yaml"],
    ["the keyword arguments of boto3 as JSON, piped in", "- < request.json"],
    ["the list of R's paws as JSON", "paws.json"],
    ["the answer of DescribeUserPoolDomain", "description.json"],
    ["options of the AWS CLI, in shorthand", `${place} ${shorthand}`],
    [
      "options of the AWS CLI, in JSON",
      `${place} --custom-domain-config '${JSON.stringify(request.CustomDomainConfig)}'`,
    ],
    [
      "options of the AWS CLI, with a file",
      `${place} --custom-domain-config file://structure.json --region us-east-1`,
    ],
    [
      "options of the AWS CLI, with those for all of its commands",
      `${place} ${shorthand} --output json --query DomainDescription --no-cli-pager --debug --color=off --no-paginate --no-sign-request --cli-binary-format base64 --cli-connect-timeout 5 --cli-read-timeout 5 --cli-error-format json --no-cli-auto-prompt`,
    ],
    ["input in an option of the AWS CLI", `--cli-input-json '${requestJson}'`],
    ["a file in an option of the AWS CLI", "--cli-input-yaml file://request.yaml"],
    ["a skeleton with options, which win", `skeleton.json ${place} ${shorthand}`],
  ];
  for (const [form, words] of forms) {
    it(`makes TypeScript of ${form}`, async () => {
      const { exitCode, stdout, stderr } = await convert(words);
      assert.equal(stdout, code, stderr);
      assert.equal(exitCode, 0);
    });
  }

  it("points out what a skeleton leaves, in the code and beside it, and prints what compiles", async function () {
    this.timeout("1m");
    const { exitCode, stdout, stderr } = await convert("skeleton.json --name sign-in");
    assert.equal(exitCode, 0);
    assert.match(stdout, /^\/\/ TODO: domain .*\n\/\/ TODO: userPoolId .*\nconst signInDomain = /m);
    assert.deepEqual(
      stderr.match(/^placeholder: \S+/gm),
      ["domain", "userPoolId", "customDomainConfig", "managedLoginVersion", "routing"].map(
        (name) => `placeholder: ${name}`,
      ),
    );
    const compiled = await compile({ "form.ts": code, "skeleton.ts": stdout });
    assert.equal(compiled.exitCode, 0, compiled.stdout);
  });

  it("says what a preview would refuse, and prints the code all the same", async () => {
    const { exitCode, stdout, stderr } = await convert("request.json --domain auth.example.com. --json");
    assert.equal(exitCode, 1);
    const { name, inputs, remarks, ...rest } = JSON.parse(stdout);
    assert.equal(name, "auth-example-com-");
    assert.equal(inputs.domain, "auth.example.com.");
    assert.match(rest.code, /domain: "auth\.example\.com\."/);
    assert.deepEqual(
      remarks.map(({ kind, path }: { kind: string; path: string }) => `${kind} ${path}`),
      ["refused domain"],
    );
    assert.equal(stderr, "error: pulumi preview refuses this code as it is. Mend what is refused.\n");
  });

  it("notes what isn't for the code", async () => {
    const { stdout, stderr } = await convert(
      "request.json --profile prod --endpoint-url http://127.0.0.1:1 --ca-bundle ca.pem --no-verify-ssl",
    );
    assert.equal(stdout, code);
    assert.deepEqual(stderr.match(/^note: \S+ belongs/gm), [
      "note: aws:profile belongs",
      "note: aws:endpoints[0].cognitoidp belongs",
      "note: aws:customCaBundle belongs",
      "note: aws:insecure belongs",
    ]);
  });

  const mistakes: [string, string, number, RegExp][] = [
    [
      "a request with a misspelt member",
      '--cli-input-json \'{"Domian": "x"}\'',
      1,
      /^error: This request can't be converted\.\n {2}Domian, .* did you mean Domain\? /,
    ],
    ["a file that isn't there", "none.json", 1, /^error: none\.json can't be read: ENOENT/],
    [
      "what is longer than any request, and never ends",
      "< /dev/zero",
      1,
      /^error: Standard input can't be read: it has more than 20 kB, which is more than a request can have\./,
    ],
    ["nothing piped in", "< /dev/null", 1, /^error: Standard input is empty/],
    [
      "wrong shorthand",
      "--routing Failover",
      2,
      /^error: option '--routing <object>' argument 'Failover' is invalid\. Expected: '=', .*\nFailover\n {8}\^\n$/s,
    ],
    ["no name", '--name ""', 2, /^error: .* argument '' is invalid\. It is empty\./],
    [
      "a version that is no number",
      "--managed-login-version two",
      2,
      /^error: .* It isn't a whole number\.\n$/,
    ],
    [
      "a request twice",
      "request.json --cli-input-json '{}'",
      2,
      /^error: the request is in a file and in an option: /,
    ],
    [
      "a request for --reverse",
      "--reverse --domain shop",
      2,
      /^error: option '--reverse' cannot be used with option '--domain/,
    ],
    [
      "inputs with a secret",
      "--reverse secret.json",
      1,
      /^error: secret\.json can't be made a command\.\n {2}domain is a secret/,
    ],
  ];
  for (const [what, words, code, complaint] of mistakes) {
    it(`prints nothing but what is wrong with ${what}`, async () => {
      const { exitCode, stdout, stderr } = await convert(words);
      assert.equal(stdout, "");
      assert.match(stderr, complaint);
      assert.equal(exitCode, code);
    });
  }

  it("prints a command of the AWS CLI for inputs, which it makes the same code of", async () => {
    const { exitCode, stdout, stderr } = await convert("--reverse inputs.json");
    assert.equal(exitCode, 0, stderr);
    assert.match(stdout, /^aws cognito-idp create-user-pool-domain \\\n {2}--domain auth\.example\.com \\\n/);
    const again = await shell(`aws() { shift 2; "$0" convert "$@"; }; ${stdout}`);
    assert.equal(again.stdout, code, again.stderr);
  });

  it("shows an example for each of its ways with --help", async () => {
    const { exitCode, stdout } = await convert("--help");
    assert.equal(exitCode, 0);
    assert.match(stdout, /\$ npx cognito-domain convert request\.json/);
    assert.match(stdout, /\$ npx cognito-domain convert --reverse inputs\.json/);
  });

  it("has called nothing", () => {
    assert.deepEqual(cloud.emulator.calls, []);
  });

  describe("the code, deployed", () => {
    const another = useCloud();
    const stack = useStack(cloud, () => typescript(code));
    const up = outcomeOf(() => {
      cloud.emulator.createPool({ id: request.UserPoolId });
      return stack.up();
    });

    it("makes the domain that the request makes", async () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), ["create auth-example-com"]);
      assert.deepEqual(requestOf(up.calls, "Create"), request);
      another.emulator.createPool({ id: request.UserPoolId });
      await send(another.emulator.endpoint);
      assert.equal(domainIn(cloud).managedLoginVersion, 2);
      assert.deepEqual(domainIn(cloud), domainIn(another));
    });
  });

  function convert(words: string): Promise<Run> {
    return shell(`"$0" convert ${words}`);
  }

  /** Runs a command line in which `$0` is the program. */
  function shell(command: string): Promise<Run> {
    return run("sh", ["-c", command, installedCommand()], {
      directory: folder,
      environment: hermeticEnvironment(cloud.emulator.environment),
    });
  }
});

async function compile(files: Readonly<Record<string, string>>): Promise<Run> {
  const folder = await newFolder("converted");
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", skipLibCheck: true };
  await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  const compiler = path.join(installation().folder, "node_modules/typescript/bin/tsc");
  return run(process.execPath, [compiler, "--project", folder], {
    directory: folder,
    environment: hermeticEnvironment(),
  });
}

/** Sends the request as any SDK does. */
async function send(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" };
  const client = new CognitoIdentityProviderClient({ endpoint, region: "us-east-1", credentials });
  await client.send(new CreateUserPoolDomainCommand(request));
  client.destroy();
}

/** Without what differs between any two domains, and what passes. */
function domainIn({ emulator }: Cloud): Partial<Domain> {
  const { cloudFrontDistribution, s3Bucket, version, status, ...lasting } =
    emulator.domain(request.Domain) ?? {};
  return lasting;
}
