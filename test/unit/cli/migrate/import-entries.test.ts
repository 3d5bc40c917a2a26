import assert from "node:assert/strict";
import { importFileOf } from "../../../../cli/migrate/import-entries";
import { oldType } from "../../../../cli/migrate/pulumi-state";
import { providerReference, resourceType } from "../../../../provider/resource-type";
import { held, loginUrn, oldLogin, stateWith, successorsIn, urn } from "./support";

describe("the import file of a migration", () => {
  const app = urn("my:app:App", "app");

  it("has each successor with its name, inputs and outputs", async () => {
    const [successor, ...others] = await successorsIn(stateWith(oldLogin()));
    assert.ok(successor && others.length === 0);
    assert.deepEqual(importFileOf([successor]), {
      resources: [
        {
          type: resourceType,
          name: "login",
          id: "auth.example.com",
          inputs: { ...held, __provider: providerReference },
          outputs: { ...successor.state, __provider: providerReference },
        },
      ],
    });
  });

  it("names each parent once", async () => {
    const other = oldLogin({ urn: urn(`my:app:App$${oldType}`, "other"), parent: app });
    const file = importFileOf(await successorsIn(stateWith(oldLogin({ parent: app }), other)));
    assert.deepEqual(file.nameTable, { app });
    assert.deepEqual(
      file.resources.map(({ name, parent }) => [name, parent]),
      [
        ["login", "app"],
        ["other", "app"],
      ],
    );
  });

  it("names a parent unlike anything else, since Pulumi would take it for that", async () => {
    const namesake = urn("my:app:App", "login");
    const another = urn("my:net:Net", "login");
    const other = oldLogin({ urn: urn(oldType, "other"), parent: another });
    const file = importFileOf(await successorsIn(stateWith(oldLogin({ parent: namesake }), other)));
    assert.deepEqual(file.nameTable, { "login-parent": namesake, "login-parent-parent": another });
  });

  it("refers to a parent that is migrated as well by what the file calls it", async () => {
    const child = oldLogin({ urn: urn(`${oldType}$${oldType}`, "child"), parent: loginUrn });
    const file = importFileOf(await successorsIn(stateWith(oldLogin(), child)));
    assert.equal(file.nameTable, undefined);
    assert.equal(file.resources[1]?.parent, "login");
  });
});
