import assert from "node:assert/strict";
import { successorsOf } from "../../../../cli/migrate/successor";
import { importFileOf } from "../../../../cli/migrate/terraform-import";
import { terraformDomainsIn } from "../../../../cli/migrate/terraform-state";
import { isSecret } from "../../../../cli/secret";
import { providerReference, resourceType } from "../../../../provider/resource-type";
import { descriptionOf, held, serviceWith, terraformStateWith } from "./support";

/** The successors of what Terraform has as `main`, with these of its values sensitive. */
function successorsWith(sensitive_values: object) {
  const olds = terraformDomainsIn(terraformStateWith(sensitive_values));
  return successorsOf(olds, serviceWith(descriptionOf(held)).connect);
}

describe("the import file of a migration from Terraform", () => {
  it("has each successor with its name, inputs and outputs", async () => {
    const [successor, ...others] = await successorsWith({});
    assert.ok(successor && others.length === 0);
    assert.deepEqual(importFileOf([successor]), {
      resources: [
        {
          type: resourceType,
          name: "main",
          id: "auth.example.com",
          inputs: { ...held, __provider: providerReference },
          outputs: { ...successor.state, __provider: providerReference },
        },
      ],
    });
  });

  it("has what was sensitive as secrets, for Pulumi to encrypt, among inputs and outputs", async () => {
    const [imported] = importFileOf(await successorsWith({ user_pool_id: true, s3_bucket: true })).resources;
    assert.ok(isSecret(imported?.inputs["userPoolId"]));
    assert.ok(isSecret(imported?.outputs["userPoolId"]));
    assert.ok(isSecret(imported?.outputs["s3Bucket"]));
    assert.equal(imported?.inputs["domain"], held.domain);
  });
});
