import assert from "node:assert/strict";
import { count } from "./support/calls";
import { useCloud } from "./support/cloud";
import { certificateArn, customDomain } from "./support/domains";
import { assertSucceeded, messagesOf } from "./support/outcome";
import { domainProgram } from "./support/programs";
import type { Outcome } from "./support/stack";
import { useStack } from "./support/story";

const userPoolId = "us-east-1_AbCdEf123";

/** Runs two commands at the same time for the surrounding `describe`. */
function bothOf(commands: () => [Promise<Outcome>, Promise<Outcome>]): Outcome[] {
  const outcomes: Outcome[] = [];
  before(async function () {
    this.timeout("2m");
    outcomes.push(...(await Promise.all(commands())));
  });
  return outcomes;
}

describe("two stacks with the same domain, brought up at the same time", () => {
  const cloud = useCloud();
  const program = () => domainProgram(customDomain(cloud, { userPoolId }));
  const first = useStack(cloud, () => {
    cloud.emulator.createPool({ id: userPoolId });
    return program();
  });
  const second = useStack(cloud, program);
  const outcomes = bothOf(() => [first.up(), second.up()]);

  it("have one of them create it", () => {
    assert.deepEqual(outcomes.map(({ exitCode }) => exitCode === 0).toSorted(), [false, true]);
  });

  it("have the other told that it is there, and what to do", () => {
    const refused = outcomes.find(({ exitCode }) => exitCode !== 0);
    assert.ok(refused);
    assert.match(
      messagesOf(refused, "error"),
      /auth\.example\.com exists already in us-east-1, on the same user pool/,
    );
    assert.match(messagesOf(refused, "error"), /adoptExisting: true/);
  });

  it("leave it in one state only", async () => {
    const states = await Promise.all([first.state(), second.state()]);
    assert.deepEqual(states.map(({ resources }) => resources.length).toSorted(), [0, 1]);
  });
});

describe("two stacks that both have a domain, and change it at the same time", () => {
  const cloud = useCloud();
  const withCertificate = (id: string) =>
    domainProgram(
      customDomain(cloud, {
        userPoolId,
        adoptExisting: true,
        customDomainConfig: { certificateArn: certificateArn(id) },
      }),
    );
  const first = useStack(cloud, () => {
    cloud.emulator.createPool({ id: userPoolId });
    return withCertificate("one");
  });
  const second = useStack(cloud, () => withCertificate("one"));
  before(async function () {
    this.timeout("2m");
    assertSucceeded(await first.up());
    assertSucceeded(await second.up());
    await first.write(withCertificate("two"));
    await second.write(withCertificate("three"));
  });
  const outcomes = bothOf(() => [first.up(), second.up()]);

  it("leave what one of them asked for, whole", () => {
    const { status, customDomainConfig } = cloud.emulator.domain("auth.example.com") ?? {};
    assert.equal(status, "ACTIVE");
    const asked = [certificateArn("two"), certificateArn("three")];
    assert.ok(asked.includes(customDomainConfig?.certificateArn ?? ""));
  });

  it("say of a change that didn't last that something else may be changing it", () => {
    for (const outcome of outcomes.filter(({ exitCode }) => exitCode !== 0)) {
      assert.match(messagesOf(outcome, "error"), /Something else may be changing it/);
    }
  });

  it("are brought to agree by a refresh and an up of one of them", async function () {
    this.timeout("2m");
    assertSucceeded(await first.refresh());
    assertSucceeded(await first.up());
    const { resources } = await first.state();
    const [login] = resources;
    assert.deepEqual(
      (login?.outputs?.["customDomainConfig"] as { certificateArn?: string } | undefined)?.certificateArn,
      certificateArn("two"),
    );
    assert.equal(
      cloud.emulator.domain("auth.example.com")?.customDomainConfig?.certificateArn,
      certificateArn("two"),
    );
  });

  it("don't hammer the service while it is busy", () => {
    for (const { calls } of outcomes)
      assert.ok(count(calls, "Update") <= 20, `${count(calls, "Update")} updates`);
  });
});
