import assert from "node:assert/strict";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { oldType } from "../../cli/migrate/pulumi-state";
import { resourceType } from "../../provider/resource-type";
import { certificate } from "./support/domains";
import { type Listing, usePlace } from "./support/migrating";
import { assertSucceeded, messagesOf } from "./support/outcome";
import { javascript, type Program } from "./support/programs";
import { somebodyCreates } from "./support/somebody";
import type { Outcome } from "./support/stack";

describe("npx cognito-domain migrate", function () {
  this.timeout("4m");

  const place = usePlace();

  describe("by hand", () => {
    const explicitProvider = `const eu = new pulumi.ProviderResource("aws", "eu", { region: "eu-west-1", profile: "shop" });`;

    it("takes over many domains, whoever deploys which program between the steps", async () => {
      await place.begin();
      const elsewhere = place.cloud.emulator.createPool({
        id: "eu-west-1_AbCdEf123",
        region: "eu-west-1",
      }).id;
      const old = javascript(
        explicitProvider,
        oldDomain("shop", { domain: "shop", userPoolId: place.userPoolId, managedLoginVersion: 2 }),
        oldDomain("pets", { domain: "pets", userPoolId: elsewhere }, "{ protect: true, provider: eu }"),
      );
      await place.deploy(old);
      const { code, steps, warnings, domains, file } = await place.listingOf(
        "pulumi stack export --stack dev",
      );
      assert.deepEqual(domains.map(({ name, region }) => `${name} in ${region}`).toSorted(), [
        "pets in eu-west-1",
        "shop in us-east-1",
      ]);
      assert.equal(file, undefined);
      assert.equal(warnings.length, 1);
      assert.match(
        warnings[0] ?? "",
        /^pets .*: the explicit provider eu has no say any more: .*had profile: /,
      );

      const [keep, exchange, ...others] = steps;
      assert.ok(keep?.command && exchange?.command);
      assertSucceeded(await place.paste(keep.command));
      const backup = /--file (\S+)$/.exec(keep.back ?? "")?.[1] ?? "";
      assert.equal((await stat(path.join(place.stack.folder, backup))).mode & 0o777, 0o600);
      await deployAnd(() => place.putIn(code, explicitProvider), refusesToCreate("exists already"));
      await deployAnd(() => place.stack.write(old), assertSucceeded);

      assertSucceeded(await place.paste(exchange.command));
      assert.deepEqual(await place.domains(), [
        { type: resourceType, protect: true },
        { type: resourceType, protect: true },
      ]);
      await deployAnd(() => place.stack.write(old), refusesToCreate("Domain already exists"));
      await deployAnd(() => place.putIn(code, explicitProvider), assertSucceeded);
      await deployAnd(() => place.stack.write(old), refusesToCreate("Domain already exists"));

      await take(others, () => place.putIn(code, explicitProvider));
      assert.deepEqual(await place.domains(), [
        { type: resourceType, protect: true },
        { type: resourceType, protect: undefined },
      ]);
      assert.ok(!JSON.stringify(await place.state()).includes(oldType));
      const effects = place
        .calls()
        .filter(({ operation, outcome }) => !/^Describe/.test(operation) && !outcome.error);
      assert.deepEqual(effects, []);
    });

    it("says what is left after the exchange, with the code as the state has it", async () => {
      const { code, steps, apply } = await place.listingOf("pulumi stack export --stack dev");
      assert.equal(apply, undefined);
      assert.deepEqual(
        steps.map(({ command }) => command),
        [undefined, "pulumi preview --stack dev --expect-no-changes", "pulumi up --stack dev --yes"],
      );
      await place.putIn(code, explicitProvider);
      assertSucceeded(await place.paste(steps[1]?.command ?? ""));
    });

    it("exchanges nothing a second time", async () => {
      const before = await place.state();
      const again = await place.paste(
        "npx cognito-domain migrate --stack dev --print-state | pulumi stack import --stack dev",
      );
      assert.notEqual(again.exitCode, 0);
      assert.match(
        again.stderr,
        /^error: There is no aws:cognito\/userPoolDomain\S+ in the state: nothing to/m,
      );
      assert.deepEqual(await place.state(), before);
    });

    it("says that a state which is piped in isn't read, where another is named", async () => {
      const { stderr } = await place.paste("echo '{}' | npx cognito-domain migrate --stack dev");
      assert.match(
        stderr,
        /^warning: What is piped in isn't read, since --stack dev says where the state is\./,
      );
    });

    it("takes over from Terraform's state, in as many attempts as it takes", async () => {
      await place.begin();
      await somebodyCreates(place.cloud, {
        domain: "login.example.com",
        userPoolId: place.userPoolId,
        customDomainConfig: { certificateArn: certificate },
      });
      const callsBefore = place.calls().length;
      await writeFile(path.join(place.stack.folder, "terraform.json"), terraformState(place.userPoolId));
      await place.listingOf("cat terraform.json");
      const { code, apply, steps, file, warnings } = await place.listingOf("cat terraform.json");
      assert.equal(apply, undefined);
      assert.equal(file, "import.json");
      assert.match(
        warnings.join(),
        /certificateArn was a secret, and stands in plain text in the code and in import\.json/,
      );

      await take(steps.slice(0, 3), () =>
        place.putIn(code.replace(JSON.stringify(certificate), `pulumi.secret("${certificate}")`)),
      );
      await take(steps.slice(3));
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: undefined }]);
      assert.ok(!(await place.stack.state()).text.includes(certificate));
      const called = place.calls().slice(callsBefore);
      assert.deepEqual([...new Set(called.map(({ operation }) => operation))].toSorted(), [
        "DescribeUserPool",
        "DescribeUserPoolDomain",
      ]);
    });
  });

  describe("a domain with a parent, protection, secrets, a pool, and a record that points to it", () => {
    const domain = "auth.example.com";
    let original: unknown;
    afterEach(() => place.cloud.emulator.clearFaults());

    before(async () => {
      await place.begin();
      await place.deploy(oldProgram());
      original = await place.state();
    });

    it("goes over by hand, with the record, and comes back", async () => {
      const { steps } = await place.listingOf("pulumi stack export --stack dev");
      await take(steps.slice(0, 2));
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);
      assert.ok(!JSON.stringify(await place.state()).includes(oldType));

      assertSucceeded(await place.paste(steps[0]?.back ?? ""));
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("goes back by itself while the program has the old one", async () => {
      const { exitCode, stderr } = await (await place.apply()).ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^error: The program still declares login \(aws:.*: first put the code/m);
      assert.match(stderr, /^The state was put back as it was; the cloud was only read\./m);
      assertSame(await place.state(), original);
      const kept = path.join(place.stack.folder, /is kept in (\S+\.json)$/m.exec(stderr)?.[1] ?? "");
      assertSame(JSON.parse(await readFile(kept, "utf8")), original);
      assert.equal((await stat(kept)).mode & 0o777, 0o600);
      place.assertOnlyRead();
    });

    it("goes back when the state can't be read for a moment", async () => {
      const { exitCode, stderr } = await (await place.apply({ at: "stack export 3", what: "fails" })).ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /connection lost\nThe state was put back as it was/);
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("goes back when it is interrupted, with the preview that it waits for", async () => {
      await place.stack.write(newProgram("setTimeout(() => {}, 60_000);"));
      const applying = await place.apply();
      await applying.said("Refers to the new one now");
      process.kill(applying.pid, "SIGINT");
      const { exitCode, stderr } = await applying.ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^error: Interrupted by SIGINT\.\nThe state was put back as it was/m);
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("ends at once when it is interrupted before anything has begun, though no answer comes", async () => {
      place.cloud.emulator.inject({ operation: "DescribeUserPoolDomain", hang: "before", times: "always" });
      const called = place.nextCall();
      const applying = await place.apply();
      await called;
      process.kill(applying.pid, "SIGINT");
      const { exitCode, stderr } = await applying.ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^error: Interrupted by SIGINT\. Nothing was begun\.\n$/m);
      assertSame(await place.state(), original);
    });

    it("doesn't undo what somebody else has done to the state meanwhile", async () => {
      const { urn } = (await place.stack.state()).resource("alias");
      const protect = ["state", "protect", urn, "--stack", "dev", "--yes"];
      await place.stack.write(
        oldProgram(`require("node:child_process").execFileSync("pulumi", ${JSON.stringify(protect)});`),
      );
      const { exitCode, stderr } = await (await place.apply()).ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^The state isn't put back: .*somebody else has deployed meanwhile/m);
      assert.equal((await place.stack.state()).resource("alias").protect, true);
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);

      const [back] = /pulumi stack import .*/.exec(stderr) ?? [];
      assertSucceeded(await place.paste(back ?? ""));
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("says after it was killed how to go on, and how to go back", async () => {
      await place.stack.write(oldProgram());
      await (await place.apply({ at: "preview 1", what: "killed before" })).ended;
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);

      const { exitCode, stderr } = await (await place.apply()).ended;
      assert.equal(exitCode, 1);
      assert.match(
        stderr,
        /^error: The program still declares login .*: first put the code that npx cognito-domain migrate prints in its place\.\nOr, to go back instead:\n/m,
      );
      const printed = await place.paste("npx cognito-domain migrate --stack dev");
      assertSucceeded(printed);
      assert.match(printed.stdout, /new UserPoolDomain\(\n {2}"login",/);

      const [back = ""] = /pulumi stack import .*/.exec(stderr) ?? [];
      assert.ok(printed.stderr.includes(back));
      assertSucceeded(await place.paste(back));
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("stays as it is while the old program may import the domain again", async () => {
      await place.stack.write(importingProgram());
      assertSucceeded(await place.stack.up());
      const { exitCode, stderr } = await (await place.apply()).ended;
      assert.equal(exitCode, 1);
      assert.match(
        stderr,
        /^error: login .* has the option import: .*Take the option out of the old program/m,
      );
      assert.deepEqual(await place.domains(), [{ type: oldType, protect: true }]);

      await place.deploy(oldProgram());
    });

    it("goes over in one step once the program has the new one, and a deploy changes nothing", async () => {
      await place.stack.write(newProgram());
      assertSucceeded(await (await place.apply()).ended);
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);
      const { text, resource } = await place.stack.state();
      assert.ok(!text.includes(oldType));
      for (const values of [resource("login").inputs, resource("login").outputs]) {
        assert.match(JSON.stringify(values["customDomainConfig"]), /"certificateArn":\{[^}]*"ciphertext"/);
      }
      assert.ok(!text.includes(certificate));
      place.assertOnlyRead();
    });

    it("isn't deleted by who deploys an old program with the option import; the same command ends that", async () => {
      await place.stack.write(importingProgram());
      const up = await place.stack.up();
      assert.match(
        messagesOf(up, "error"),
        /UserPoolDomain::login" cannot be deleted\s+because it is protected/,
      );
      assert.equal((await place.domains()).length, 2);

      await place.stack.write(newProgram());
      assertSucceeded(await (await place.apply()).ended);
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);
      place.assertOnlyRead();
    });

    it("is left alone by what follows", async () => {
      assertSucceeded(await place.stack.up("--expect-no-changes"));
      assertSucceeded(await place.stack.refresh("--expect-no-changes"));
      place.assertOnlyRead();
    });

    function oldProgram(...more: string[]): Program {
      const args = `{ domain: "${domain}", userPoolId: pool.id, certificateArn: pulumi.secret("${certificate}"), cloudfrontDistribution: undefined }`;
      const login = `new pulumi.CustomResource("${oldType}", "login", ${args}, { parent: app, protect: true })`;
      return programWith(login, "cloudfrontDistribution", more);
    }

    /** The old program as it may be in somebody's working copy. */
    function importingProgram(): Program {
      const { runtime, files } = oldProgram();
      const text = files["index.js"]?.replace("protect: true", `$&, import: "${domain}"`) ?? "";
      return { runtime, files: { "index.js": text } };
    }

    function newProgram(...more: string[]): Program {
      const args = `{ domain: "${domain}", userPoolId: pool.id, customDomainConfig: { certificateArn: pulumi.secret("${certificate}") } }`;
      const login = `new UserPoolDomain("login", ${args}, { parent: app, protect: true })`;
      return programWith(login, "cloudFrontDistribution", more);
    }

    function programWith(login: string, target: string, more: string[]): Program {
      return javascript(
        `const app = new pulumi.ComponentResource("my:app:App", "app");`,
        `const pool = new pulumi.CustomResource("aws:cognito/userPool:UserPool", "pool", { name: "${place.userPoolId}" });`,
        `const login = ${login};`,
        `const record = { name: "${domain}", aliases: [{ name: login.${target} }] };`,
        `new pulumi.CustomResource("aws:route53/record:Record", "alias", record);`,
        ...more,
      );
    }
  });

  /** Deploys a program that `write` puts there. */
  async function deployAnd(write: () => Promise<void>, check: (up: Outcome) => void): Promise<void> {
    await write();
    check(await place.stack.up());
  }

  /** Takes the steps as they are printed; those without a command are for `write`, and Terraform's for others. */
  async function take(steps: Listing["steps"], write: () => Promise<void> = async () => {}): Promise<void> {
    for (const { command } of steps) {
      if (command === undefined) await write();
      else if (!command.startsWith("terraform")) assertSucceeded(await place.paste(command));
    }
  }
});

function oldDomain(name: string, args: object, options = "{}"): string {
  return `new pulumi.CustomResource("${oldType}", "${name}", ${JSON.stringify(args)}, ${options});`;
}

function refusesToCreate(complaint: string): (up: Outcome) => void {
  return (up) => {
    assert.notEqual(up.exitCode, 0);
    assert.match(messagesOf(up, "error"), new RegExp(complaint));
  };
}

/** Pulumi encrypts what is secret anew with every import. */
function assertSame(state: unknown, expected: unknown): void {
  const comparable = (value: unknown) =>
    JSON.parse(JSON.stringify(value), (name, member) => (name === "ciphertext" ? "encrypted" : member));
  assert.deepEqual(comparable(state), comparable(expected));
}

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
    sensitive_values: { certificate_arn: true },
    depends_on: ["module.auth.aws_cognito_user_pool.main"],
  };
  const root_module = { child_modules: [{ address: "module.auth", resources: [domain] }] };
  return JSON.stringify({ format_version: "1.0", terraform_version: "1.14.3", values: { root_module } });
}
