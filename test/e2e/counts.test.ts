import assert from "node:assert/strict";
import { instant, useCloud } from "./support/cloud";
import { certificateArn } from "./support/domains";
import { assertSucceeded } from "./support/outcome";
import { javascript, type Program } from "./support/programs";
import type { Outcome } from "./support/stack";
import { outcomeOf, useStack } from "./support/story";

// What may not get worse, in counts: the bench measures time.

const domains = 40;

/** Measured when this was written: 1,910. A provider that Pulumi serializes takes eight times as many. */
const mostStateBytes = 2_000;

describe(`${domains} custom domains in one stack, where nothing takes time`, () => {
  const cloud = useCloud({ durations: instant });
  const stack = useStack(cloud, () => {
    for (const id of userPoolIds) cloud.emulator.createPool({ id });
    return programWith("one");
  });

  const preview = outcomeOf(() => stack.preview());
  const create = outcomeOf(() => stack.up());
  let stateBytes = 0;
  before(async () => {
    // As the backend has it: without the spaces of an export.
    stateBytes = JSON.stringify((await stack.state()).resources).length;
  });
  const again = outcomeOf(() => stack.up());
  const refresh = outcomeOf(() => stack.refresh());
  const update = outcomeOf(async () => {
    await stack.write(programWith("two"));
    return stack.up();
  });
  const destroy = outcomeOf(() => stack.destroy());

  it("are previewed without a call", () => assertCalls(preview, {}));

  it("are created with 1 Create and 1 Describe each", () => assertCalls(create, { Create: 1, Describe: 1 }));

  it("are left alone without a call when nothing changes", () => assertCalls(again, {}));

  it("are refreshed with 1 Describe each", () => assertCalls(refresh, { Describe: 1 }));

  it("are changed with a Describe before and after 1 Update each", () => {
    assertCalls(update, { Describe: 2, Update: 1 });
  });

  it("are deleted with 1 Delete and 1 Describe each", () => assertCalls(destroy, { Delete: 1, Describe: 1 }));

  it(`take at most ${mostStateBytes} bytes of state each`, () => {
    assert.ok(stateBytes <= domains * mostStateBytes, `${stateBytes / domains} bytes each`);
  });
});

describe(`${domains} custom domains in one stack, where 10 calls a second are taken`, () => {
  const cloud = useCloud({ durations: instant, quotas: { requestsPerSecond: 10 } });
  const stack = useStack(cloud, () => {
    for (const id of userPoolIds) cloud.emulator.createPool({ id });
    return programWith("one");
  });
  const create = outcomeOf(() => stack.up());

  it("are all created, with few calls in vain", () => {
    assertSucceeded(create);
    const throttled = create.calls.filter(({ outcome }) => outcome.error);
    // Those under way at once when the limit is met for the first time, and a few that look where it is later on.
    assert.ok(throttled.length <= 20, `${throttled.length} calls were throttled`);
    assert.equal(create.calls.length - throttled.length, 2 * domains);
  });
});

/** That a command made so many calls for each domain, and no others, whatever the operation. */
function assertCalls(outcome: Outcome, each: Readonly<Record<string, number>>): void {
  assertSucceeded(outcome);
  const made: Record<string, number> = {};
  for (const { operation } of outcome.calls) made[operation] = (made[operation] ?? 0) + 1;
  const expected = Object.entries(each).map(([name, times]) => [`${name}UserPoolDomain`, domains * times]);
  assert.deepEqual(made, Object.fromEntries(expected));
}

const userPoolIds = Array.from({ length: domains }, (_none, number) => `us-east-1_Tenant${number}`);

function programWith(certificate: string): Program {
  return javascript(
    `for (const userPoolId of ${JSON.stringify(userPoolIds)}) {`,
    '  const domain = userPoolId.split("_")[1].toLowerCase() + ".login.example.com";',
    `  const customDomainConfig = { certificateArn: "${certificateArn(certificate)}" };`,
    "  new UserPoolDomain(domain, { domain, userPoolId, customDomainConfig });",
    "}",
  );
}
