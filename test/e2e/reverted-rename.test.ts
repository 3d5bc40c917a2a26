import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { operations } from "./support/calls";
import { useCloud } from "./support/cloud";
import { prefixDomain } from "./support/domains";
import { assertSucceeded } from "./support/outcome";
import { domainProgram, javascript } from "./support/programs";
import { outcomeOf, useStack } from "./support/story";

describe("a rename that failed half way, with the old domain gone, and is taken back", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  const program = (domain: string) => {
    wanted ??= prefixDomain(cloud);
    return domainProgram({ ...wanted, domain });
  };
  const stack = useStack(cloud, () => program("alpha"));
  const back = outcomeOf(async () => {
    await stack.up();
    cloud.emulator.inject({ operation: "CreateUserPoolDomain", error: { name: "NotAuthorizedException" } });
    await stack.write(program("beta"));
    await stack.up();
    await stack.write(program("alpha"));
    return stack.up();
  });

  it("creates the old domain again, and deletes nothing", () => {
    assertSucceeded(back);
    assert.deepEqual(operations(back.calls), ["Create", "Describe"]);
  });

  it("leaves the domain in the cloud as it is in the state", async () => {
    assert.equal(cloud.emulator.domain("alpha")?.status, "ACTIVE");
    assert.equal((await stack.state()).resource("login").outputs?.["status"], "ACTIVE");
  });
});

describe("a resource that is renamed in the program, without aliases, while it adopts its domain", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  const program = (name: string) => {
    wanted ??= prefixDomain(cloud, { adoptExisting: true });
    return javascript(`new UserPoolDomain("${name}", ${JSON.stringify(wanted)});`);
  };
  const stack = useStack(cloud, () => program("login"));
  const renamed = outcomeOf(async () => {
    await stack.up();
    await stack.write(program("signIn"));
    return stack.up();
  });

  it("keeps the domain", () => {
    assertSucceeded(renamed);
    assert.deepEqual(operations(renamed.calls), ["Create", "Describe"]);
    assert.equal(cloud.emulator.domain("shop")?.status, "ACTIVE");
  });

  it("says that it was left as it is", () => {
    const { diagnostics } = renamed;
    assert.ok(
      diagnostics.some(({ message }) => message.includes("shop is left as it is: what was to be deleted")),
    );
  });

  it("has it under its new name only", async () => {
    const { resources } = await stack.state();
    assert.deepEqual(
      resources.map(({ urn }) => urn.split("::").at(-1)),
      ["signIn"],
    );
  });
});
