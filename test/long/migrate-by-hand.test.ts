import assert from "node:assert/strict";
import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { oldType } from "../../cli/migrate/pulumi-state";
import { resourceType } from "../../provider/resource-type";
import { certificate } from "../e2e/support/domains";
import { usePlace } from "../e2e/support/migrating";
import { assertSucceeded, messagesOf } from "../e2e/support/outcome";
import { javascript } from "../e2e/support/programs";
import { somebodyCreates } from "../e2e/support/somebody";
import type { Outcome } from "../e2e/support/stack";

describe("npx cognito-domain migrate, by hand", function () {
  this.timeout("4m");

  const place = usePlace();
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
    const { code, steps, warnings, domains, file } = await place.listingOf("pulumi stack export --stack dev");
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

    await place.take(others, () => place.putIn(code, explicitProvider));
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

    await place.take(steps.slice(0, 3), () =>
      place.putIn(code.replace(JSON.stringify(certificate), `pulumi.secret("${certificate}")`)),
    );
    await place.take(steps.slice(3));
    assert.deepEqual(await place.domains(), [{ type: resourceType, protect: undefined }]);
    assert.ok(!(await place.stack.state()).text.includes(certificate));
    const called = place.calls().slice(callsBefore);
    assert.deepEqual([...new Set(called.map(({ operation }) => operation))].toSorted(), [
      "DescribeUserPool",
      "DescribeUserPoolDomain",
    ]);
  });

  /** Deploys a program that `write` puts there. */
  async function deployAnd(write: () => Promise<void>, check: (up: Outcome) => void): Promise<void> {
    await write();
    check(await place.stack.up());
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
