import assert from "node:assert/strict";
import { useCloud } from "./support/cloud";
import { certificate } from "./support/domains";
import { assertSucceeded } from "./support/outcome";
import { javascript } from "./support/programs";
import { outcomeOf, useStack } from "./support/story";

const poolIds = Array.from({ length: 25 }, (_none, number) => `us-east-1_Tenant${number}`);

/** A prefix domain and a custom domain on each pool. */
const program = () =>
  javascript(
    `for (const userPoolId of ${JSON.stringify(poolIds)}) {`,
    '  const tenant = userPoolId.split("_")[1].toLowerCase();',
    '  new UserPoolDomain(tenant + "-prefix", { domain: tenant, userPoolId });',
    '  new UserPoolDomain(tenant + "-custom", {',
    '    domain: tenant + ".login.example.com",',
    "    userPoolId,",
    `    customDomainConfig: { certificateArn: "${certificate}" },`,
    "  });",
    "}",
  );

describe("fifty domains on 25 pools, all at once, where the service takes five calls a second", () => {
  const cloud = useCloud({ quotas: { requestsPerSecond: 5 } });
  const stack = useStack(cloud, () => {
    for (const id of poolIds) cloud.emulator.createPool({ id });
    return program();
  });
  const up = outcomeOf(() => stack.up("--parallel", "50"));

  it("are created, with nothing failing", () => {
    assertSucceeded(up);
    assert.equal(up.steps.filter(({ op }) => op === "create").length, 50);
  });

  it("are in the cloud as they are in the state", async () => {
    const { resources } = await stack.state();
    const inState = resources.map(({ outputs }) => outputs?.["domain"]);
    const inCloud = cloud.emulator.snapshot().domains.map(({ facts }) => facts.name);
    assert.deepEqual(inState.toSorted(), inCloud.toSorted());
  });

  it("ask for little more than the service takes", () => {
    const throttled = up.calls.filter(({ outcome }) => outcome.error?.name === "TooManyRequestsException");
    const needed = up.calls.length - throttled.length;
    assert.ok(
      up.calls.length <= 1.3 * needed,
      `${up.calls.length} calls were made where ${needed} were needed`,
    );
  });
});
