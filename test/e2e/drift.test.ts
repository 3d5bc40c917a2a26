import assert from "node:assert/strict";
import type { DomainInputs } from "../../provider/inputs";
import { count, operations, requestOf } from "./support/calls";
import { useCloud } from "./support/cloud";
import { certificate, customDomain, otherCertificate } from "./support/domains";
import { assertExplained, assertSucceeded, messagesOf, operationsOfEngine } from "./support/outcome";
import { domainProgram } from "./support/programs";
import { somebodyCreates } from "./support/somebody";
import { outcomeOf, useStack } from "./support/story";

const failover = { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "health-check" };

describe("a domain that was changed outside of Pulumi", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => domainProgram(customDomain(cloud, { routing: { failover } })));
  outcomeOf(() => stack.up());
  before(() =>
    cloud.emulator.changeDomain("auth.example.com", { certificateArn: otherCertificate, failover: null }),
  );

  describe("a preview that refreshes first", () => {
    const preview = outcomeOf(() => stack.preview("--refresh", "--diff"));

    it("shows an update", () => {
      assertSucceeded(preview);
      assert.deepEqual(operationsOfEngine(preview).at(-1), "update login");
    });

    it("shows the live values and the wanted ones", () => {
      assert.match(preview.stdout, /certificateArn: "[^"]*two" => "[^"]*one"/);
      assert.match(preview.stdout, /secondaryRegion\s*: "us-west-2"/);
    });

    it("looks once and calls nothing else", () => {
      assert.equal(preview.calls.length, 1);
      assert.deepEqual(operations(preview.calls), ["Describe"]);
    });
  });

  describe("a refresh", () => {
    const refresh = outcomeOf(() => stack.refresh());

    it("reports the update", () => {
      assertSucceeded(refresh);
      assert.deepEqual(refresh.ended, ["update"]);
    });

    it("looks once", () => assert.equal(refresh.calls.length, 1));

    it("has the state show the live values", async () => {
      const { inputs, outputs } = (await stack.state()).resource("login");
      for (const values of [inputs, outputs]) {
        assert.equal(
          (values["customDomainConfig"] as { certificateArn: string }).certificateArn,
          otherCertificate,
        );
        assert.equal(values["routing"], undefined);
      }
    });
  });

  describe("the next up", () => {
    const up = outcomeOf(() => stack.up());

    it("mends it with one update", () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), ["update login"]);
      assert.equal(count(up.calls, "Update"), 1);
    });

    it("brings back what the program says", () => {
      const live = cloud.emulator.domain("auth.example.com");
      assert.equal(live?.customDomainConfig?.certificateArn, certificate);
      assert.deepEqual(live?.failover, failover);
    });
  });
});

describe("a domain that was deleted outside of Pulumi", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => domainProgram(customDomain(cloud)));
  outcomeOf(() => stack.up());
  before(() => cloud.emulator.removeDomain("auth.example.com"));

  describe("a refresh", () => {
    const refresh = outcomeOf(() => stack.refresh());

    it("drops it from the state", async () => {
      assertSucceeded(refresh);
      assert.deepEqual(refresh.ended, ["delete"]);
      assert.deepEqual((await stack.state()).resources, []);
    });

    it("looks once and calls nothing else", () => assert.deepEqual(operations(refresh.calls), ["Describe"]));
  });

  describe("the next up", () => {
    const up = outcomeOf(() => stack.up());

    it("creates it again", () => {
      assertSucceeded(up);
      assert.deepEqual(operations(up.calls), ["Create", "Describe"]);
    });
  });
});

describe("a domain that somebody deleted and created again on another pool", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  let theirs: DomainInputs;
  const stack = useStack(cloud, () => {
    wanted = customDomain(cloud);
    return domainProgram(wanted);
  });
  outcomeOf(() => stack.up());
  before(async () => {
    theirs = customDomain(cloud, { customDomainConfig: { certificateArn: otherCertificate } });
    cloud.emulator.removeDomain("auth.example.com");
    await somebodyCreates(cloud, theirs);
  });

  describe("an up that would update it", () => {
    const up = outcomeOf(async () => {
      await stack.write(domainProgram({ ...wanted, managedLoginVersion: 2 }));
      return stack.up();
    });

    it("fails, and tells whose it is and what to do", () => {
      assertExplained(up, new RegExp(`auth\\.example\\.com is on user pool ${theirs.userPoolId} now`));
      assertExplained(up, /left untouched.*pulumi refresh/);
    });

    it("looks and calls nothing else", () => assert.deepEqual(operations(up.calls), ["Describe"]));
  });

  describe("a refresh", () => {
    const refresh = outcomeOf(() => stack.refresh());

    it("drops it from the state, and warns", async () => {
      assertSucceeded(refresh);
      assert.deepEqual((await stack.state()).resources, []);
      assert.match(messagesOf(refresh, "warning"), /left alone, and not in the state from now on/);
    });

    it("looks once and calls nothing else", () => assert.deepEqual(operations(refresh.calls), ["Describe"]));
  });

  describe("the destroy after it", () => {
    const destroy = outcomeOf(() => stack.destroy());

    it("calls nothing", () => {
      assertSucceeded(destroy);
      assert.deepEqual(destroy.calls, []);
    });
  });
});

describe("destroying without a refresh what is on another pool by now", () => {
  const cloud = useCloud();
  let wanted: DomainInputs;
  const stack = useStack(cloud, () => {
    wanted = customDomain(cloud);
    return domainProgram(wanted);
  });
  outcomeOf(() => stack.up());
  before(async () => {
    cloud.emulator.removeDomain("auth.example.com");
    await somebodyCreates(cloud, customDomain(cloud));
  });
  const destroy = outcomeOf(() => stack.destroy());

  it("empties the stack", async () => {
    assertSucceeded(destroy);
    assert.deepEqual((await stack.state()).resources, []);
  });

  it("asks only for the domain of its own pool to be deleted", () => {
    const { domain: Domain, userPoolId: UserPoolId } = wanted;
    assert.deepEqual(requestOf(destroy.calls, "Delete"), { Domain, UserPoolId });
  });

  it("leaves the other domain as it is", () => {
    assert.equal(cloud.emulator.domain("auth.example.com")?.status, "ACTIVE");
  });
});
