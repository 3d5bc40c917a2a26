import assert from "node:assert/strict";
import { migrationOf } from "../../../../cli/migrate/migration";
import { oldType, type StateResource } from "../../../../cli/migrate/pulumi-state";
import { resourceType } from "../../../../provider/resource-type";
import { alias, held, loginUrn, oldLogin, pool, resource, stateWith, urn } from "./support";

const now = new Date("2026-11-24T03:28:40.123Z");
const backup = "dev-before-migration-2026-11-24T03-28-40-123Z.json";

function commandsFor(...resources: StateResource[]): (string | undefined)[] {
  return stepsFor(...resources).map(({ command }) => command);
}

function stepsFor(...resources: StateResource[]) {
  return migrationOf({ tool: "pulumi", state: stateWith(...resources) }, { now }).steps("import.json");
}

const first = `pulumi stack export --stack dev --file ${backup}`;
const importing = "pulumi import --stack dev --file import.json --generate-code=false --protect=true --yes";
const last = [undefined, "pulumi preview --stack dev --expect-no-changes", "pulumi up --stack dev --yes"];

describe("the steps from a Pulumi state", () => {
  it("import, protected, then remove, and change the program last", () => {
    assert.deepEqual(commandsFor(pool, oldLogin()), [
      first,
      importing,
      `pulumi state delete ${loginUrn} --stack dev --yes`,
      ...last,
    ]);
  });

  it("quote what a shell would take for something else", () => {
    const below = urn(`my:app:App$${oldType}`, "it's");
    const commands = commandsFor(pool, oldLogin({ urn: below }));
    assert.equal(commands[2], `pulumi state delete '${below.replace("'", "'\\''")}' --stack dev --yes`);
  });

  it("remove all at once, and protected ones by force", () => {
    const other = oldLogin({ urn: urn(oldType, "other"), protect: true });
    assert.equal(
      commandsFor(pool, oldLogin(), other)[2],
      `pulumi state delete ${loginUrn} ${other.urn} --stack dev --force --yes`,
    );
  });

  it("have what refers to the old ones refer to the new, which pulumi state delete can't", () => {
    const [, , step] = stepsFor(pool, oldLogin(), alias);
    assert.match(step?.what ?? "", /refer to the new ones: alias \(aws:route53\/record:Record\)$/);
    assert.equal(
      step?.command,
      "npx cognito-domain migrate --stack dev --remove-old | pulumi stack import --stack dev",
    );
  });

  it("go on from what is imported already", () => {
    const imported = resource(resourceType, "login", { id: held.domain });
    const state = stateWith(pool, oldLogin(), imported);
    const migration = migrationOf({ tool: "pulumi", state }, { now });
    assert.deepEqual(migration.toImport, []);
    assert.ok(!migration.steps("import.json").some(({ command }) => command?.startsWith("pulumi import")));
  });

  it("name the stack that was given", () => {
    const input = { tool: "pulumi", state: stateWith(pool, oldLogin()) } as const;
    const [{ command } = {}] = migrationOf(input, { stack: "acme/shop/dev", now }).steps("import.json");
    assert.equal(command, `pulumi stack export --stack acme/shop/dev --file acme-shop-${backup}`);
  });

  it("are none where there is nothing to migrate; lookups don't count", () => {
    assert.throws(
      () => stepsFor(pool),
      /^Error: There is no aws:cognito\/userPoolDomain:UserPoolDomain in the state: nothing to migrate\.$/,
    );
    assert.throws(() => stepsFor(oldLogin({ external: true })), /nothing to migrate/);
  });

  it("are none where everything is migrated, apart from the program", () => {
    assert.throws(
      () => stepsFor(pool, resource(resourceType, "login")),
      /nothing to migrate\. It has login \(pulumi-nodejs:.*\): what may be left is the code in the program/,
    );
  });

  it("come with a warning about lookups", () => {
    const lookup = oldLogin({ urn: urn(oldType, "shared"), external: true });
    const { warnings } = migrationOf({ tool: "pulumi", state: stateWith(pool, oldLogin(), lookup) }, { now });
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /^shared \(.*\) is only looked up, and left out: UserPoolDomain\.get/);
  });
});

describe("the steps from a Terraform state", () => {
  const resources = ["main", 'each["a"]'].map((end) => ({
    address: `aws_cognito_user_pool_domain.${end}`,
    mode: "managed",
    type: "aws_cognito_user_pool_domain",
    name: "main",
    values: { domain: "shop", user_pool_id: "us-east-1_AbCdEf123" },
  }));

  it("have Terraform forget only what Pulumi has", () => {
    const state = { format_version: "1.0", values: { root_module: { resources } } };
    const steps = migrationOf({ tool: "terraform", state }, { now }).steps("my import.json");
    assert.deepEqual(
      steps.map(({ command }) => command),
      [
        undefined,
        "pulumi import --file 'my import.json' --generate-code=false --protect=true --yes",
        "pulumi preview --expect-no-changes",
        `terraform state rm aws_cognito_user_pool_domain.main 'aws_cognito_user_pool_domain.each["a"]'`,
        undefined,
        "pulumi up --yes",
      ],
    );
  });

  it("are none where there is nothing to migrate", () => {
    assert.throws(
      () => migrationOf({ tool: "terraform", state: { format_version: "1.0" } }, { now }),
      /There is no managed aws_cognito_user_pool_domain in the state: nothing to migrate\./,
    );
  });
});
