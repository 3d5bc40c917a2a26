import assert from "node:assert/strict";
import { count } from "./support/calls";
import { useCloud } from "./support/cloud";
import { certificateArn, customDomain } from "./support/domains";
import type { Stop } from "./support/gate";
import { holdAt, useGatedStack } from "./support/gated-stack";
import { assertSucceeded, messagesOf } from "./support/outcome";
import { domainProgram } from "./support/programs";
import type { Outcome } from "./support/stack";

const userPoolId = "us-east-1_AbCdEf123";

describe("two stacks that create the same domain at the same time", () => {
  const cloud = useCloud();
  const program = () => domainProgram(customDomain(cloud, { userPoolId }));
  const first = useGatedStack(cloud, () => {
    cloud.emulator.createPool({ id: userPoolId });
    return program();
  });
  const second = useGatedStack(cloud, program);
  let answered: number;
  let outcomes: Outcome[];
  before(async function () {
    this.timeout("2m");
    const creating: Stop = { domain: "auth.example.com", step: "Create", boundary: "before the call" };
    const both = await Promise.all([first, second].map((one) => holdAt(creating, one, ({ up }) => up())));
    answered = count(cloud.emulator.calls, "Create");
    outcomes = await Promise.all(both.map(({ goOn }) => goOn()));
  });

  it("both ask for it before either is answered", () => assert.equal(answered, 0));

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
    const states = await Promise.all([first, second].map(({ stack }) => stack.state()));
    assert.deepEqual(states.map(({ resources }) => resources.length).toSorted(), [0, 1]);
  });
});

describe("two stacks that both have a domain, and change it one right after the other", () => {
  const cloud = useCloud();
  const withCertificate = (id: string) =>
    domainProgram(
      customDomain(cloud, {
        userPoolId,
        adoptExisting: true,
        customDomainConfig: { certificateArn: certificateArn(id) },
      }),
    );
  const first = useGatedStack(cloud, () => {
    cloud.emulator.createPool({ id: userPoolId });
    return withCertificate("one");
  });
  const second = useGatedStack(cloud, () => withCertificate("one"));
  let answered: number;
  let earlier: Outcome;
  let later: Outcome;
  before(async function () {
    this.timeout("2m");
    assertSucceeded(await first.stack.up());
    assertSucceeded(await second.stack.up());
    await first.stack.write(withCertificate("two"));
    await second.stack.write(withCertificate("three"));
    const updating: Stop = { domain: "auth.example.com", step: "Update", boundary: "before the call" };
    const [one, other] = [
      await holdAt(updating, first, ({ up }) => up()),
      await holdAt(updating, second, ({ up }) => up()),
    ];
    answered = count(cloud.emulator.calls, "Update");
    earlier = await one.goOn();
    later = await other.goOn();
  });

  const certificateInCloud = () =>
    cloud.emulator.domain("auth.example.com")?.customDomainConfig?.certificateArn;

  it("both ask for it before either is answered", () => assert.equal(answered, 0));

  it("both have done as they were told", () => {
    assertSucceeded(earlier);
    assertSucceeded(later);
  });

  it("leave what the later of them asked for, whole", () => {
    assert.equal(cloud.emulator.domain("auth.example.com")?.status, "ACTIVE");
    assert.equal(certificateInCloud(), certificateArn("three"));
  });

  it("don't hammer the service", () => assert.equal(count(cloud.emulator.calls, "Update"), 2));

  it("are brought to agree by a refresh and an up of one of them", async () => {
    assertSucceeded(await first.stack.refresh());
    assertSucceeded(await first.stack.up());
    const { outputs } = (await first.stack.state()).resource("login");
    assert.deepEqual(
      (outputs["customDomainConfig"] as { certificateArn?: string }).certificateArn,
      certificateArn("two"),
    );
    assert.equal(certificateInCloud(), certificateArn("two"));
  }).timeout("2m");
});
