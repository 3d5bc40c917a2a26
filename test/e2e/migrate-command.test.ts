import assert from "node:assert/strict";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { ModuleKind, transpileModule } from "typescript";
import { oldType } from "../../cli/migrate/pulumi-state";
import { resourceType } from "../../provider/resource-type";
import { useAwsPlugin } from "./support/aws-plugin";
import { useCloud } from "./support/cloud";
import { certificate } from "./support/domains";
import { hermeticEnvironment } from "./support/environment";
import { installation } from "./support/installation";
import { assertSucceeded } from "./support/outcome";
import { javascript, type Program } from "./support/programs";
import { type Run, type Running, run, start } from "./support/run";
import { somebodyCreates } from "./support/somebody";
import { newStack, type Stack } from "./support/stack";

/** What the command prints with --json. */
interface Migration {
  code: string;
  apply?: string;
  steps: { what: string; command?: string }[];
  warnings: string[];
}

describe("npx cognito-domain migrate", function () {
  this.timeout("4m");

  const cloud = useCloud();
  const aws = useAwsPlugin(cloud);

  let stack: Stack;
  let userPoolId: string;
  let callsBefore: number;
  beforeEach(() => {
    callsBefore = cloud.emulator.calls.length;
  });

  describe("by hand", () => {
    it("takes over a protected domain with the code and the steps that it prints", async () => {
      await begin();
      const args = JSON.stringify({ domain: "shop", userPoolId, managedLoginVersion: 2 });
      await deploy(
        javascript(`new pulumi.CustomResource("${oldType}", "shop", ${args}, { protect: true });`),
      );
      const { code, steps, warnings } = await migrationFrom("pulumi stack export --stack dev");
      assert.deepEqual(warnings, []);
      assert.match(steps[2]?.command ?? "", /^pulumi state delete /);

      await take(steps, () => putIn(code));
      assert.deepEqual(await domains(), [{ type: resourceType, protect: true }]);
      assertOnlyRead();
    });

    it("takes over from Terraform's state", async () => {
      await begin();
      await somebodyCreates(cloud, {
        domain: "login.example.com",
        userPoolId,
        customDomainConfig: { certificateArn: certificate },
      });
      callsBefore = cloud.emulator.calls.length;
      await writeFile(path.join(stack.folder, "terraform.json"), terraformState(userPoolId));
      const { code, apply, steps } = await migrationFrom("cat terraform.json");
      assert.equal(apply, undefined);

      await take(steps, () => putIn(code));
      assert.deepEqual(await domains(), [{ type: resourceType, protect: undefined }]);
      assertOnlyRead();
    });
  });

  describe("a domain with a parent, protection, a pool, and a record that points to it", () => {
    const domain = "auth.example.com";
    let original: unknown;

    before(async () => {
      await begin();
      await deploy(oldProgram());
      original = await state();
    });

    it("goes over by hand, with the record, and comes back", async () => {
      const [keep, importing, removing] = (await migrationFrom("pulumi stack export --stack dev")).steps;
      assert.ok(keep && importing && removing);
      await take([keep, importing, removing]);
      assert.deepEqual(await domains(), [{ type: resourceType, protect: true }]);
      assert.ok(!JSON.stringify(await state()).includes(oldType));

      const [back] = /pulumi stack import .*/.exec(keep.what) ?? [];
      assertSucceeded(await paste(back ?? ""));
      assert.deepEqual(await state(), original);
      assertOnlyRead();
    });

    it("goes back by itself while the program has the old one", async () => {
      const { exitCode, stderr } = await apply().ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^error: The program still declares login \(aws:.*: first put the code/m);
      assert.match(stderr, /^The state was put back as it was; the cloud was only read\./m);
      assert.deepEqual(await state(), original);
      const kept = path.join(stack.folder, /is kept in (\S+\.json)\./.exec(stderr)?.[1] ?? "");
      assert.deepEqual(JSON.parse(await readFile(kept, "utf8")), original);
      assert.equal((await stat(kept)).mode & 0o777, 0o600);
      assertOnlyRead();
    });

    it("goes back when it is interrupted, with the preview that it waits for", async () => {
      await stack.write(newProgram("setTimeout(() => {}, 60_000);"));
      const applying = apply();
      await applying.said("Refers to the new one now");
      process.kill(applying.pid, "SIGINT");
      const { exitCode, stderr } = await applying.ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^error: Interrupted by SIGINT\.\nThe state was put back as it was/m);
      assert.deepEqual(await state(), original);
      assertOnlyRead();
    });

    it("doesn't undo what somebody else has done to the state meanwhile", async () => {
      const { urn } = (await stack.state()).resource("alias");
      const protect = ["state", "protect", urn, "--stack", "dev", "--yes"];
      await stack.write(
        oldProgram(`require("node:child_process").execFileSync("pulumi", ${JSON.stringify(protect)});`),
      );
      const { exitCode, stderr } = await apply().ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^The state isn't put back: .*somebody else has deployed meanwhile/m);
      assert.equal((await stack.state()).resource("alias").protect, true);
      assert.deepEqual(await domains(), [{ type: resourceType, protect: true }]);

      const [back] = /pulumi stack import .*/.exec(stderr) ?? [];
      assertSucceeded(await paste(back ?? ""));
      assert.deepEqual(await state(), original);
      assertOnlyRead();
    });

    it("goes over in one step once the program has the new one, and a deploy changes nothing", async () => {
      await stack.write(newProgram());
      assertSucceeded(await apply().ended);
      assert.deepEqual(await domains(), [{ type: resourceType, protect: true }]);
      assert.ok(!JSON.stringify(await state()).includes(oldType));
      assertOnlyRead();

      assertSucceeded(await stack.up("--expect-no-changes"));
      assertSucceeded(await stack.refresh("--expect-no-changes"));
      assertOnlyRead();
    });

    function oldProgram(...more: string[]): Program {
      const args = `{ domain: "${domain}", userPoolId: pool.id, certificateArn: "${certificate}", cloudfrontDistribution: undefined }`;
      const login = `new pulumi.CustomResource("${oldType}", "login", ${args}, { parent: app, protect: true })`;
      return programWith(login, "cloudfrontDistribution", more);
    }

    function newProgram(...more: string[]): Program {
      const args = `{ domain: "${domain}", userPoolId: pool.id, customDomainConfig: { certificateArn: "${certificate}" } }`;
      const login = `new UserPoolDomain("login", ${args}, { parent: app, protect: true })`;
      return programWith(login, "cloudFrontDistribution", more);
    }

    function programWith(login: string, target: string, more: string[]): Program {
      return javascript(
        `const app = new pulumi.ComponentResource("my:app:App", "app");`,
        `const pool = new pulumi.CustomResource("aws:cognito/userPool:UserPool", "pool", { name: "${userPoolId}" });`,
        `const login = ${login};`,
        `const record = { name: "${domain}", aliases: [{ name: login.${target} }] };`,
        `new pulumi.CustomResource("aws:route53/record:Record", "alias", record);`,
        ...more,
      );
    }
  });

  /** A stack with an empty program, and a pool. */
  async function begin(): Promise<void> {
    userPoolId = cloud.emulator.createPool().id;
    stack = await newStack({ emulator: cloud.emulator, program: javascript(), environment: aws.environment });
  }

  /** From its end on the cloud may only be read. */
  async function deploy(program: Program): Promise<void> {
    await stack.write(program);
    assertSucceeded(await stack.up());
    callsBefore = cloud.emulator.calls.length;
  }

  function assertOnlyRead(): void {
    const operations = cloud.emulator.calls.slice(callsBefore).map(({ operation }) => operation);
    assert.deepEqual([...new Set(operations)], ["DescribeUserPoolDomain"]);
  }

  function apply(): Running {
    const command = path.join(installation().folder, "node_modules/.bin/cognito-domain");
    return start(command, ["migrate", "--stack", "dev", "--apply"], place());
  }

  async function migrationFrom(source: string): Promise<Migration> {
    const printed = await paste(`${source} | npx cognito-domain migrate --json`);
    assertSucceeded(printed);
    return JSON.parse(printed.stdout) as Migration;
  }

  /** Runs a command as a person pastes it. */
  function paste(line: string): Promise<Run> {
    return run("sh", ["-c", line], place());
  }

  /** Takes the steps as they are printed; those without a command are for `write`, and Terraform's for others. */
  async function take(steps: Migration["steps"], write: () => Promise<void> = async () => {}): Promise<void> {
    for (const { command } of steps) {
      if (command === undefined) await write();
      else if (!command.startsWith("terraform")) assertSucceeded(await paste(command));
    }
  }

  /** In JavaScript, since Pulumi takes long to check a program in TypeScript. */
  function putIn(code: string): Promise<void> {
    const { outputText } = transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS } });
    return stack.write(javascript(outputText));
  }

  function place(): { directory: string; environment: NodeJS.ProcessEnv } {
    const environment = hermeticEnvironment({ ...cloud.emulator.environment, ...aws.environment });
    return { directory: stack.folder, environment };
  }

  async function state(): Promise<unknown> {
    return JSON.parse((await stack.state()).text);
  }

  async function domains(): Promise<{ type: string; protect: boolean | undefined }[]> {
    const { resources } = await stack.state();
    return resources
      .filter(({ type }) => [oldType, resourceType].includes(type))
      .map(({ type, protect }) => ({ type, protect }));
  }
});

/**
 * As `terraform show -json` prints it for version 6 of the provider. Source: Terraform documentation, JSON Output
 * Format, state and values representation.
 */
function terraformState(userPoolId: string): string {
  const domain = {
    address: "module.auth.aws_cognito_user_pool_domain.main[0]",
    mode: "managed",
    type: "aws_cognito_user_pool_domain",
    name: "main",
    index: 0,
    provider_name: "registry.terraform.io/hashicorp/aws",
    schema_version: 0,
    values: {
      aws_account_id: "123456789012",
      certificate_arn: certificate,
      cloudfront_distribution: "d111111abcdef8.cloudfront.net",
      cloudfront_distribution_arn: "d111111abcdef8.cloudfront.net",
      cloudfront_distribution_zone_id: "Z2FDTNDATAQYW2",
      domain: "login.example.com",
      id: "login.example.com",
      managed_login_version: 1,
      region: "us-east-1",
      s3_bucket: "aws-cognito-prod-iad-assets",
      user_pool_id: userPoolId,
      version: "20260618",
    },
    sensitive_values: {},
    depends_on: ["module.auth.aws_cognito_user_pool.main"],
  };
  const root_module = { child_modules: [{ address: "module.auth", resources: [domain] }] };
  return JSON.stringify({ format_version: "1.0", terraform_version: "1.14.3", values: { root_module } });
}
