import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { oldType } from "../../cli/migrate/pulumi-state";
import { resourceType } from "../../provider/resource-type";
import { certificate } from "../e2e/support/domains";
import { type Trap, usePlace } from "../e2e/support/migrating";
import { assertSucceeded } from "../e2e/support/outcome";
import { javascript, type Program } from "../e2e/support/programs";

describe("a migration that was killed", function () {
  this.timeout("4m");

  const place = usePlace();
  before(async () => {
    await place.begin();
    await place.deploy(oldProgram());
  });

  const moments: [at: string, what: Trap["what"], left: string][] = [
    ["stack export 1", "killed before", oldType],
    ["config 1", "killed after", oldType],
    ["stack export 2", "killed after", oldType],
    ["stack import 1", "killed before", oldType],
    ["stack import 1", "killed after", resourceType],
    ["stack export 3", "killed before", resourceType],
    ["preview 1", "killed before", resourceType],
    ["preview 1", "killed after", resourceType],
  ];
  for (const [at, what, left] of moments) {
    describe(`${what.replace("killed ", "")} pulumi ${at}`, () => {
      it("leaves the old domains or the new, which no deploy deletes", async () => {
        await place.stack.write(newProgram());
        await (await place.apply({ at, what })).ended;
        assert.deepEqual(await types(), [left, left]);
        for (const program of [oldProgram(), newProgram(), oldProgram()]) {
          await place.stack.write(program);
          await place.stack.up();
        }
        assert.deepEqual(await types(), [left, left]);
        assertNothingDone();
      });

      it("is brought to its end by the same command, and taken back by the kept state", async () => {
        await place.stack.write(newProgram());
        assertSucceeded(await (await place.apply()).ended);
        assert.deepEqual(await types(), [resourceType, resourceType]);

        const kept = (await readdir(place.stack.folder)).filter((file) =>
          file.includes("-before-migration-"),
        );
        const last = kept.toSorted().at(-1);
        assertSucceeded(await place.paste(`pulumi stack import --stack dev --file ${last}`));
        await place.stack.write(oldProgram());
        assertSucceeded(await place.stack.up("--expect-no-changes"));
        assert.deepEqual(await types(), [oldType, oldType]);
        assertNothingDone();
      });
    });
  }

  function oldProgram(): Program {
    const { userPoolId } = place;
    return javascript(
      declarationOf("shop", { domain: "shop", userPoolId }),
      declarationOf("login", { domain: "login.example.com", userPoolId, certificateArn: certificate }),
    );

    function declarationOf(name: string, args: object): string {
      return `new pulumi.CustomResource("${oldType}", "${name}", ${JSON.stringify(args)});`;
    }
  }

  function newProgram(): Program {
    const { userPoolId } = place;
    const customDomainConfig = { certificateArn: certificate };
    return javascript(
      declarationOf("shop", { domain: "shop", userPoolId }),
      declarationOf("login", { domain: "login.example.com", userPoolId, customDomainConfig }),
    );

    function declarationOf(name: string, args: object): string {
      return `new UserPoolDomain("${name}", ${JSON.stringify(args)});`;
    }
  }

  async function types(): Promise<string[]> {
    return (await place.domains()).map(({ type }) => type);
  }

  /** What was tried was refused. */
  function assertNothingDone(): void {
    const done = place
      .calls()
      .filter(({ operation, outcome }) => !operation.startsWith("Describe") && !outcome.error);
    assert.deepEqual(done, []);
    for (const domain of ["shop", "login.example.com"]) {
      assert.equal(place.cloud.emulator.domain(domain)?.status, "ACTIVE");
    }
  }
});
