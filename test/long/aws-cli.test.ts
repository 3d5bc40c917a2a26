import assert from "node:assert/strict";
import path from "node:path";
import type { Domain, Emulator } from "../../emulator/index";
import { readPreview, reportOn } from "../../report/index";
import { instant, useCloud } from "../e2e/support/cloud";
import { changeOutside, createPools, everyChange } from "../e2e/support/every-change";
import { installation } from "../e2e/support/installation";
import { assertSucceeded } from "../e2e/support/outcome";
import { run } from "../e2e/support/run";
import { useStack } from "../e2e/support/story";
import { awsCli, installFromPyPI } from "../support/python";

describe("the AWS CLI calls that a report prints, made by the AWS CLI", function () {
  this.timeout("10m");

  const cloud = useCloud();
  const byHand = useCloud({ durations: instant });
  const stack = useStack(cloud, () => {
    createPools(cloud);
    return everyChange.before;
  });
  let folder: string | undefined;
  before("get the AWS CLI", async () => {
    folder = await installFromPyPI(installation().folder, awsCli);
  });

  it("lead to the same domains that pulumi up leads to", async () => {
    if (folder === undefined) {
      console.log("      There is no Python here, and so no AWS CLI: nothing was compared.");
      return;
    }
    assertSucceeded(await stack.up());
    await stack.write(everyChange.after);
    changeOutside(cloud);
    byHand.emulator.restore(cloud.emulator.snapshot());
    const { domains } = reportOn(readPreview((await stack.previewAsJson("--refresh")).stdout));

    const script = domains.filter(({ runnable }) => runnable).flatMap(({ commands }) => commands);
    const { exitCode, stdout, stderr } = await run("sh", ["-e", "-c", script.join("\n")], {
      directory: stack.folder,
      environment: {
        ...process.env,
        ...byHand.emulator.environment,
        PATH: `${folder}${path.delimiter}${process.env["PATH"]}`,
        AWS_PAGER: "",
      },
    });
    assert.equal(exitCode, 0, stdout + stderr);
    assertSucceeded(await stack.up("--refresh"));

    for (const name of everyChange.there) {
      assert.deepEqual(configurationOf(byHand.emulator, name), configurationOf(cloud.emulator, name), name);
      assert.equal(byHand.emulator.domain(name)?.status, "ACTIVE", name);
    }
    for (const name of everyChange.gone) {
      assert.equal(cloud.emulator.domain(name), undefined, name);
      assert.equal(byHand.emulator.domain(name), undefined, name);
    }
  });
});

/** Everything but what the service makes up. */
function configurationOf(emulator: Emulator, name: string): Partial<Domain> | undefined {
  const domain = emulator.domain(name);
  if (!domain) return undefined;
  const { userPoolId, customDomainConfig, managedLoginVersion, failover } = domain;
  return { name, userPoolId, customDomainConfig, managedLoginVersion, failover } as Partial<Domain>;
}
