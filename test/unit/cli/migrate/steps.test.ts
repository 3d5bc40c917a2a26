import assert from "node:assert/strict";
import { type Circumstances, migrationOf } from "../../../../cli/migrate/migration";
import { oldType, type PulumiState, type StateResource } from "../../../../cli/migrate/pulumi-state";
import type { Step } from "../../../../cli/migrate/steps";
import { resourceType } from "../../../../provider/resource-type";
import { alias, held, oldLogin, pool, resource, stateWith, urn } from "./support";

const circumstances = { file: "import.json", now: new Date("2026-11-24T03:28:40.123Z"), access: "" };
const backup = "dev-before-migration-2026-11-24T03-28-40-123Z.json";

function stepsFor(...resources: StateResource[]): readonly Step[] {
  return migrationIn(stateWith(...resources)).steps;
}

function migrationIn(state: PulumiState, more: Partial<Circumstances> = {}) {
  return migrationOf({ tool: "pulumi", state }, { ...circumstances, ...more });
}

const last = [undefined, "pulumi preview --stack dev --expect-no-changes", "pulumi up --stack dev --yes"];

describe("the steps from a Pulumi state", () => {
  it("keep the state, exchange old and new in one command, and change the program last", () => {
    assert.deepEqual(
      stepsFor(pool, oldLogin()).map(({ command }) => command),
      [
        `(umask 077 && pulumi stack export --stack dev --file ${backup})`,
        "npx cognito-domain migrate --stack dev --print-state | pulumi stack import --stack dev",
        ...last,
      ],
    );
  });

  it("are the same for protected ones", () => {
    assert.deepEqual(stepsFor(pool, oldLogin({ protect: true })), stepsFor(pool, oldLogin()));
  });

  it("say how to go back, in a command that ends with the name of the file", () => {
    const [keep, ...others] = stepsFor(pool, oldLogin());
    assert.equal(keep?.back, `pulumi stack import --stack dev --file ${backup}`);
    assert.ok(others.every(({ back }) => back === undefined));
  });

  it("look at the domains the same way", () => {
    const { steps } = migrationIn(stateWith(pool, oldLogin()), { access: "--profile 'my own'" });
    assert.match(steps[1]?.command ?? "", /migrate --stack dev --profile 'my own' --print-state \| /);
  });

  it("quote what a shell would take for something else", () => {
    const { steps } = migrationIn(stateWith(pool, oldLogin()), { stack: "it's" });
    assert.match(steps[1]?.command ?? "", /migrate --stack 'it'\\''s' .*import --stack 'it'\\''s'$/);
  });

  it("tell what refers to the new ones then", () => {
    const [, step] = stepsFor(pool, oldLogin(), alias);
    assert.match(
      step?.what ?? "",
      /What refers to the old ones refers to the new ones then: alias \(aws:route53\/record:Record\)$/,
    );
  });

  it("name the stack that was given", () => {
    const [keep] = migrationIn(stateWith(pool, oldLogin()), { stack: "acme/shop/dev" }).steps;
    assert.equal(
      keep?.command,
      `(umask 077 && pulumi stack export --stack acme/shop/dev --file acme-shop-${backup})`,
    );
  });

  it("are none where there is nothing to migrate; lookups don't count", () => {
    assert.throws(
      () => stepsFor(pool),
      /^Error: There is no aws:cognito\/userPoolDomain:UserPoolDomain in the state: nothing to migrate\.$/,
    );
    assert.throws(() => stepsFor(oldLogin({ external: true })), /nothing to migrate/);
  });

  it("are what is left, where the new ones are in the state already", () => {
    const state = stateWith(pool, resource(resourceType, "login", { id: held.domain }));
    const migration = migrationIn(state, { lastKept: backup });
    assert.equal(migration.kind, "exchanged");
    assert.match(migration.warnings.join("\n"), /^There is no aws:cognito\S+ left in the state\. [^\n]*$/);
    assert.deepEqual(
      migration.steps.map(({ command }) => command),
      last,
    );
    assert.deepEqual(
      migration.steps.flatMap(({ back }) => back ?? []),
      [`pulumi stack import --stack dev --file ${backup}`],
    );
  });

  it("come with a warning about lookups", () => {
    const lookup = oldLogin({ urn: urn(oldType, "shared"), external: true });
    const { warnings } = migrationIn(stateWith(pool, oldLogin(), lookup));
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
    const file = "my import.json";
    const { steps } = migrationOf({ tool: "terraform", state }, { ...circumstances, file });
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
      () => migrationOf({ tool: "terraform", state: { format_version: "1.0" } }, circumstances),
      /There is no managed aws_cognito_user_pool_domain in the state: nothing to migrate\./,
    );
  });
});
