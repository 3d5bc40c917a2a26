import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { useCloud } from "../e2e/support/cloud";
import { cognitoDomain } from "../e2e/support/command";
import { customDomain } from "../e2e/support/domains";
import { assertSucceeded } from "../e2e/support/outcome";
import { javascript } from "../e2e/support/programs";
import type { Run } from "../e2e/support/run";
import { useStack } from "../e2e/support/story";
import { useUserAgents } from "./user-agents";
import { versionOf } from "./version-of";

describe("npx cognito-domain", function () {
  this.timeout("1m");
  const cloud = useCloud();
  const userAgents = useUserAgents();
  const stack = useStack(cloud, () => {
    const login = customDomain(cloud, { domain: "login.example.com" });
    return javascript(`new UserPoolDomain("login", ${JSON.stringify(login)});`);
  });
  const command = (...options: string[]): Promise<Run> => cognitoDomain(cloud, stack.folder, ...options);

  it("starts", async () => {
    const manifest = JSON.parse(await readFile(path.join(__dirname, "../../package.json"), "utf8"));
    const shown = await command("--version");
    assert.deepEqual(shown, { exitCode: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  it("reports on a preview of the Pulumi of this cell", async () => {
    const preview = await stack.previewAsJson();
    await writeFile(path.join(stack.folder, "preview.json"), preview.stdout);
    const told = await command("report", "--format", "text", "--file", "preview.json");
    assertSucceeded(told);
    assert.match(told.stdout, /login\.example\.com/);
    assert.equal(told.stderr, "");
  });

  it("converts a request", async () => {
    const request = ["--domain", "shop", "--user-pool-id", "us-east-1_AbCdEf123"];
    const converted = await command("convert", ...request);
    assertSucceeded(converted);
    assert.match(converted.stdout, /new UserPoolDomain\("shop", \{\n {2}domain: "shop",/);
  });

  it("reads a domain with the AWS SDK, on the Node.js of this cell", async () => {
    const userPoolId = cloud.emulator.createPool().id;
    cloud.emulator.createDomain({ domain: "shop", userPoolId });
    const imported = await command("import", "shop");
    assertSucceeded(imported);
    assert.match(imported.stdout, /domain: "shop"/);
    assert.ok(userAgents.size > 0);
    for (const userAgent of userAgents) {
      assert.ok(userAgent.includes(` md/nodejs#${versionOf("node")} `), userAgent);
    }
  });
});
