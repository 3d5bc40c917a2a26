import assert from "node:assert/strict";
import { migrationOf } from "../../../../cli/migrate/migration";
import { listingOf } from "../../../../cli/migrate/show";
import { successorsOf } from "../../../../cli/migrate/successor";
import { secretOf } from "../../../../cli/secret";
import { resourceType } from "../../../../provider/resource-type";
import { firstColumn, page } from "../../../support/markdown";
import {
  descriptionOf,
  held,
  loginUrn,
  newLoginUrn,
  oldLogin,
  resource,
  serviceWith,
  stateWith,
  successorsIn,
  terraformStateWith,
} from "./support";

const circumstances = { file: "import.json", now: new Date("2026-11-24T03:28:40Z"), access: "" };

describe("what is told of a migration", () => {
  it("from a Pulumi state has no file", async () => {
    const state = stateWith(oldLogin());
    const migration = migrationOf({ tool: "pulumi", state }, circumstances);
    const listing = listingOf(migration, await successorsIn(state), "the command");
    const { code, steps, ...rest } = listing;
    assert.deepEqual(rest, {
      domains: [{ domain: held.domain, name: "login", from: loginUrn, region: "us-east-1" }],
      apply: "the command",
      warnings: [],
    });
    assert.match(code, /new UserPoolDomain\("login"/);
    assert.deepEqual(steps, migration.steps);
  });

  it("from a Terraform state has the file", async () => {
    const listing = await fromTerraform({});
    assert.equal(listing.file, "import.json");
    assert.equal(listing.apply, undefined);
    assert.equal(listing.domains[0]?.from, "aws_cognito_user_pool_domain.main");
  });

  it("is what is documented, in that order", async () => {
    const state = stateWith(oldLogin());
    const migration = migrationOf({ tool: "pulumi", state }, circumstances);
    const ofPulumi = Object.keys(listingOf(migration, await successorsIn(state), "the command"));
    const ofTerraform = Object.keys(await fromTerraform({}));
    const [, , table = ""] = page("docs/existing-domains.md").split("\n`--json` prints one document:\n");
    const documented = firstColumn(table).slice(0, 6);
    assert.deepEqual(
      documented.filter((member) => member !== "file"),
      ofPulumi,
    );
    assert.deepEqual(
      documented.filter((member) => member !== "apply"),
      ofTerraform,
    );
  });

  it("that is behind has what the state has", () => {
    const outputs = { region: "us-east-1" };
    const state = stateWith(
      resource(resourceType, "login", { id: held.domain, inputs: { ...held }, outputs }),
    );
    const listing = listingOf(migrationOf({ tool: "pulumi", state }, circumstances), []);
    assert.deepEqual(listing.domains, [
      { domain: held.domain, name: "login", from: newLoginUrn, region: "us-east-1" },
    ]);
    assert.match(listing.code, /domain: "auth\.example\.com"/);
  });

  it("warns of what was secret, and where it stands in plain text", async () => {
    const inputs = { ...oldLogin().inputs, userPoolId: secretOf("encrypted") };
    const state = stateWith(oldLogin({ inputs }));
    const listing = listingOf(
      migrationOf({ tool: "pulumi", state }, circumstances),
      await successorsIn(state),
    );
    assert.deepEqual(listing.warnings, [
      "auth.example.com: userPoolId was a secret, and stands in plain text in the code: give your program's own secret there, and keep no copy.",
    ]);
    const { warnings } = await fromTerraform({ user_pool_id: true, certificate_arn: true });
    assert.deepEqual(warnings, [
      "auth.example.com: userPoolId, customDomainConfig.certificateArn were secrets, and stand in plain text in the code and in import.json: give your program's own secret there, and keep no copy.",
    ]);
  });
});

async function fromTerraform(sensitive_values: Record<string, true>) {
  const state = terraformStateWith(sensitive_values);
  const migration = migrationOf({ tool: "terraform", state }, circumstances);
  assert.ok(migration.kind === "import");
  const successors = await successorsOf(migration.olds, serviceWith(descriptionOf(held)).connect);
  return listingOf(migration, successors);
}
