import assert from "node:assert/strict";
import type { Call } from "../../emulator/index";
import type { DomainInputs } from "../../provider/inputs";
import { type Cloud, useCloud } from "../e2e/support/cloud";
import { certificateArn, customDomain, otherCertificate } from "../e2e/support/domains";
import type { Stop } from "../e2e/support/gate";
import { type GatedStack, holdAt, useGatedStack } from "../e2e/support/gated-stack";
import { assertExplained, assertSucceeded } from "../e2e/support/outcome";
import { domainProgram } from "../e2e/support/programs";
import type { Outcome, Stack } from "../e2e/support/stack";

const userPoolId = "us-east-1_AbCdEf123";
const up = (stack: Stack) => stack.up();

/** Steps that last, so that other stacks meet a domain in the middle of them. */
const durations = { custom: { create: 1_000, update: 3_000, delete: 3_000, nameRelease: 8_000 } };

describe("two stacks that both have a domain, and change it while the other does", () => {
  const { cloud, first, second, program } = useTwoStacks();
  let overtaken: Outcome;
  let lasting: Outcome;
  before(async function () {
    this.timeout("4m");
    await first.stack.write(program({ customDomainConfig: { certificateArn: certificateArn("two") } }));
    await second.stack.write(program({ customDomainConfig: { certificateArn: certificateArn("three") } }));
    const later = await holdAt(of("Update", "before the call"), second, up);
    const earlier = await holdAt(of("Update", "after its effect, before its answer"), first, up);
    lasting = await later.goOn();
    overtaken = await earlier.goOn();
  });

  it("have the service refuse the second change until the first is through", () => {
    const [refused] = failedOf("Update", cloud.emulator.calls);
    assert.equal(refused?.outcome.error?.name, "ConcurrentModificationException");
  });

  it("leave what the last of them asked for", () => {
    assertSucceeded(lasting);
    const { customDomainConfig } = cloud.emulator.domain("auth.example.com") ?? {};
    assert.equal(customDomainConfig?.certificateArn, certificateArn("three"));
  });

  it("have the other told of both values, and that something else may be changing it", () => {
    assertExplained(
      overtaken,
      /certificateArn is "[^"]*three" where "[^"]*two" was asked for\. Something else may be changing it/,
    );
  });
});

describe("two stacks with a domain, of which one is destroyed before the other's update gets through", () => {
  const { cloud, first, second, program } = useTwoStacks();
  let destroyed: Outcome;
  let updated: Outcome;
  before(async function () {
    this.timeout("2m");
    await second.stack.write(program({ customDomainConfig: { certificateArn: otherCertificate } }));
    const held = await holdAt(of("Update", "before the call"), second, up);
    destroyed = await first.stack.destroy();
    updated = await held.goOn();
  });

  it("have it deleted", () => assertSucceeded(destroyed));

  it("have the other told that it is gone, and what to do", () => {
    assertExplained(
      updated,
      /auth\.example\.com isn't on user pool us-east-1_AbCdEf123 any more: run pulumi refresh, and pulumi up creates it again/,
    );
  });

  it("have it again once that is done", () => assertComesBack(second, cloud)).timeout("1m");
});

describe("two stacks with a domain, of which one is destroyed while the other's update is under way", () => {
  const { cloud, first, second, program } = useTwoStacks();
  let destroyed: Outcome;
  let updated: Outcome;
  before(async function () {
    this.timeout("4m");
    await second.stack.write(program({ customDomainConfig: { certificateArn: otherCertificate } }));
    const destroying = await holdAt(of("Delete", "before the call"), first, ({ destroy }) => destroy());
    const updating = await holdAt(of("Update", "after its effect, before its answer"), second, up);
    destroyed = await destroying.goOn();
    updated = await updating.goOn();
  });

  it("have the service refuse the delete until the update is through", () => {
    const [refused] = failedOf("Delete", cloud.emulator.calls);
    assert.equal(refused?.outcome.error?.name, "ConcurrentModificationException");
  });

  it("have it deleted then", () => assertSucceeded(destroyed));

  it("have the other told that it is gone, and what to do", () => {
    assertExplained(updated, /auth\.example\.com was updated .* but is not there any more/);
    assertExplained(updated, /Run pulumi refresh, then pulumi up/);
  });

  // A refresh of what was being changed looks until reads can't lag behind any more, which is a minute.
  it("have it again once that is done", () => assertComesBack(second, cloud)).timeout("3m");
});

describe("two stacks with a domain, of which one renames it before the other's update gets through", () => {
  const { cloud, first, second, program } = useTwoStacks();
  let renamed: Outcome;
  let updated: Outcome;
  before(async function () {
    this.timeout("2m");
    await first.stack.write(program({ domain: "login.example.com" }));
    await second.stack.write(program({ customDomainConfig: { certificateArn: otherCertificate } }));
    const held = await holdAt(of("Update", "before the call"), second, up);
    renamed = await first.stack.up();
    updated = await held.goOn();
  });

  it("have it renamed", () => {
    assertSucceeded(renamed);
    assert.equal(cloud.emulator.domain("login.example.com")?.status, "ACTIVE");
  });

  it("have the other told that it is gone, and what to do", () => {
    assertExplained(updated, /auth\.example\.com isn't on user pool us-east-1_AbCdEf123 any more/);
  });

  it("have the other told, when it does so, that the pool has another domain by now", async () => {
    assertSucceeded(await second.stack.refresh());
    assertExplained(await second.stack.up(), /A pool holds one prefix domain and one custom domain/);
    assert.equal(cloud.emulator.domain("login.example.com")?.status, "ACTIVE");
  }).timeout("1m");
});

describe("a stack that renames a domain, and another that creates one of the name just given up", () => {
  const cloud = useCloud({ durations });
  const elsewhere = "us-east-1_Elsewhere1";
  const first = useGatedStack(cloud, () => {
    for (const id of [userPoolId, elsewhere]) cloud.emulator.createPool({ id });
    return domainProgram(customDomain(cloud, { userPoolId }));
  });
  const second = useGatedStack(cloud, () => domainProgram(customDomain(cloud, { userPoolId: elsewhere })));
  let renamed: Outcome;
  let created: Outcome;
  before(async function () {
    this.timeout("2m");
    assertSucceeded(await first.stack.up());
    await first.stack.write(domainProgram(customDomain(cloud, { userPoolId, domain: "login.example.com" })));
    const creating = await holdAt(of("Create", "before the call"), second, up);
    const renaming = await holdAt(
      { ...of("Create", "before the call"), domain: "login.example.com" },
      first,
      up,
    );
    [renamed, created] = await Promise.all([renaming.goOn(), creating.goOn()]);
  });

  it("have the service refuse the create until the name is released", () => {
    const [refused] = failedOf("Create", cloud.emulator.calls);
    assert.match(refused?.outcome.error?.message ?? "", /Domain already exists/);
  });

  it("both get what they want", () => {
    assertSucceeded(renamed);
    assertSucceeded(created);
    assert.equal(cloud.emulator.domain("login.example.com")?.userPoolId, userPoolId);
    assert.equal(cloud.emulator.domain("auth.example.com")?.userPoolId, elsewhere);
  });
});

/** Two stacks with the same domain, brought up, and what makes their programs. */
function useTwoStacks() {
  const cloud = useCloud({ durations });
  const program = (more: Partial<DomainInputs> = {}) =>
    domainProgram(customDomain(cloud, { userPoolId, adoptExisting: true, ...more }));
  const first = useGatedStack(cloud, () => {
    cloud.emulator.createPool({ id: userPoolId });
    return program();
  });
  const second = useGatedStack(cloud, () => program());
  before(async function () {
    this.timeout("1m");
    assertSucceeded(await first.stack.up());
    assertSucceeded(await second.stack.up());
  });
  return { cloud, first, second, program };
}

async function assertComesBack({ stack }: GatedStack, { emulator }: Cloud): Promise<void> {
  assertSucceeded(await stack.refresh());
  assertSucceeded(await stack.up());
  const { status, customDomainConfig } = emulator.domain("auth.example.com") ?? {};
  assert.deepEqual([status, customDomainConfig?.certificateArn], ["ACTIVE", otherCertificate]);
}

function of(step: Stop["step"], boundary: Stop["boundary"]): Stop {
  return { domain: "auth.example.com", step, boundary };
}

function failedOf(step: Stop["step"], calls: readonly Call[]): Call[] {
  return calls.filter(({ operation, outcome }) => operation === `${step}UserPoolDomain` && outcome.error);
}
