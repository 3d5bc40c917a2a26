import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { HostedZone } from "../../../login-domain/hosted-zone";
import { zone } from "./made";

describe("A hosted zone", () => {
  it("holds its own name and those below, capitals or not", async () => {
    for (const name of ["example.com", "auth.example.com", "Auth.EXAMPLE.com"])
      assert.equal(await held(name, { name: "example.com" }), name);
  });

  it("refuses the parent of a domain that has the zone to itself", async () => {
    await assert.rejects(held("example.com", { name: "auth.example.com" }), {
      message:
        "LoginDomain login needs a record for example.com, which the hosted zone Z0123456789ABCDEFGHIJ can't hold: it is that of auth.example.com, for auth.example.com and names that end with .auth.example.com. Give the zone of that name. Where only parentPlaceholder or subjectAlternativeNames need it, leave that out, and make the record or the certificate beside this component.",
    });
  });

  it("refuses a name that only ends like its own", async () => {
    await assert.rejects(held("auth.myexample.com", { name: "example.com" }), /needs a record for auth\.my/);
  });

  it("is refused where nobody sees its records", async () => {
    await assert.rejects(held("auth.example.com", { name: "example.com", privateZone: true }), {
      message:
        "LoginDomain login has Z0123456789ABCDEFGHIJ, the private hosted zone of example.com: neither ACM nor browsers see its records. Give the id of the public zone of that name.",
    });
  });
});

/** What the zone, as Route 53 has it, makes of a name. */
async function held(name: string, inRoute53: { name: string; privateZone?: boolean }): Promise<string> {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
    call: ({ inputs }) => ({ privateZone: false, ...inputs, ...inRoute53 }),
  });
  const parent = new pulumi.ComponentResource("pulumi-cognito-domain:login-domain:LoginDomain", "login");
  const scope = { name: "login", parent, tags: undefined, transform: {} };
  const output = new HostedZone(scope, { hostedZoneId: zone }).holding(name);
  // Other than apply(), it tells of an error, too.
  return (output as unknown as { promise(): Promise<string> }).promise();
}
