import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { resourceType } from "../../provider/resource-type";
import { exampleCalled } from "../support/examples";
import { commandsOn } from "../support/markdown";
import { useAwsPlugin } from "./support/aws-plugin";
import { useCloud } from "./support/cloud";
import { useExample } from "./support/example-stack";
import { assertSucceeded } from "./support/outcome";

describe("examples/migrate", function () {
  this.timeout("4m");

  const example = exampleCalled("migrate");
  const cloud = useCloud();
  const stack = useExample(example, cloud, useAwsPlugin(cloud));

  it("goes over with the commands of its README, by which the cloud is only read after the first deploy", async () => {
    for (const command of commandsOn(example.text("README.md"))) {
      assertSucceeded(await stack.paste(command));
    }
    const changes = cloud.emulator.calls.filter(({ operation }) => !operation.startsWith("Describe"));
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ["CreateUserPoolDomain"],
    );
    const { type, id } = (await stack.state()).resource("login");
    assert.deepEqual({ type, id }, { type: resourceType, id: "auth.example.com" });
  });

  it("has had the declaration printed that its after.ts makes its own", async () => {
    const printed = await readFile(path.join(stack.folder, "migrated.ts"), "utf8");
    assert.match(printed, /new UserPoolDomain\("login", \{$/m);
    assert.match(printed, /domain: "auth\.example\.com",$/m);
    assert.match(printed, /customDomainConfig: \{\s+certificateArn:/);
  });

  it("is left alone by the next deploy, which takes the protection off", async () => {
    assertSucceeded(await stack.up("--expect-no-changes"));
    assert.notEqual((await stack.state()).resource("login").protect, true);
    assert.equal(cloud.emulator.domain("auth.example.com")?.status, "ACTIVE");
  });
});
