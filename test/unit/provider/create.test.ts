import assert from "node:assert/strict";
import type { DomainInputs } from "../../../provider/inputs";
import { createDomain } from "../../../provider/lifecycle/create";
import { Unsettled } from "../../../provider/lifecycle/settle";
import {
  certificate,
  customInputs,
  descriptionOf,
  nameIsTaken,
  prefixInputs,
  type Script,
  scripted,
  serviceError,
} from "./support";

const creating = (inputs: DomainInputs) => descriptionOf(inputs, { Status: "CREATING" });
const active = (inputs: DomainInputs) => descriptionOf(inputs);
/** What a Describe whose connection breaks ends with. */
const unseen = () =>
  serviceError("ECONNRESET", "socket hang up", {
    operation: "DescribeUserPoolDomain",
    mayHaveTakenEffect: true,
  });

function create(inputs: DomainInputs, script: Script) {
  const service = scripted(script);
  return { ...service, outcome: createDomain(inputs, service.surroundings) };
}

describe("A create", () => {
  it("makes 1 Create and 1 Describe when the domain is ACTIVE at once", async () => {
    const { outcome, operations } = create(prefixInputs(), { describe: [active(prefixInputs())] });
    const state = await outcome;
    assert.deepEqual(operations(), ["Create", "Describe"]);
    assert.deepEqual(state, {
      domain: "my-app",
      userPoolId: "us-east-1_AbCdEf123",
      managedLoginVersion: 1,
      region: "us-east-1",
      baseUrl: "https://my-app.auth.us-east-1.amazoncognito.com",
      cloudFrontDistribution: "d111111abcdef8.cloudfront.net",
      status: "ACTIVE",
      version: "20260618000000",
      s3Bucket: "aws-cognito-prod",
      awsAccountId: "123456789012",
      __defaults: ["managedLoginVersion", "region"],
    });
  });

  it("waits until the domain is ACTIVE, and shows what it waits for", async () => {
    const inputs = customInputs();
    const describe = [creating(inputs), creating(inputs), active(inputs)];
    const { outcome, operations, lines } = create(inputs, { describe });
    const state = await outcome;
    assert.deepEqual(operations(), ["Create", "Describe", "Describe", "Describe"]);
    assert.equal(state.cloudFrontHostedZoneId, "Z2FDTNDATAQYW2");
    assert.equal(state.baseUrl, "https://auth.example.com");
    assert.match(
      lines[0] ?? "",
      /^auth\.example\.com: CREATING, 0 s so far; a custom domain usually takes 5 to 15 minutes, and up to 1 hour \(timeout 1 h\)$/,
    );
  });

  it("looks once and goes on when the program doesn't want to wait", async () => {
    const inputs = customInputs({ waitForDeployment: false });
    const { outcome, operations } = create(inputs, { describe: [creating(inputs)] });
    assert.equal((await outcome).status, "CREATING");
    assert.deepEqual(operations(), ["Create", "Describe"]);
  });

  it("knows what it saw when the program doesn't want to wait", async () => {
    const inputs = prefixInputs({ waitForDeployment: false });
    const seen = descriptionOf(inputs, { Version: "20260618000102", ManagedLoginVersion: 2 });
    const { version, managedLoginVersion, status } = await create(inputs, { describe: [seen] }).outcome;
    assert.deepEqual([version, managedLoginVersion, status], ["20260618000102", 2, "ACTIVE"]);
  });

  it("is tried again while the service allows no more calls", async () => {
    const { outcome, operations } = create(prefixInputs(), {
      create: [serviceError("TooManyRequestsException", "Rate exceeded")],
      describe: [active(prefixInputs())],
    });
    await outcome;
    assert.deepEqual(operations(), ["Create", "Create", "Describe"]);
  });

  it("doesn't take over another pool's domain that it sees when the program doesn't want to wait", async () => {
    const inputs = prefixInputs({ waitForDeployment: false });
    const others = descriptionOf(prefixInputs({ userPoolId: "us-east-1_Other0001" }), { Status: "FAILED" });
    const state = await create(inputs, { describe: [others] }).outcome;
    assert.deepEqual([state.userPoolId, state.status], [inputs.userPoolId, "CREATING"]);
  });

  it("knows the CloudFront name from the create, where a program that doesn't wait sees nothing yet", async () => {
    const inputs = customInputs({ waitForDeployment: false });
    const state = await create(inputs, { describe: [undefined] }).outcome;
    assert.equal(state.cloudFrontDistribution, "d111111abcdef8.cloudfront.net");
    assert.equal(state.status, "CREATING");
  });

  it("reports a domain that FAILED to a program that doesn't wait, too", async () => {
    const inputs = customInputs({ waitForDeployment: false });
    const { outcome } = create(inputs, { describe: [descriptionOf(inputs, { Status: "FAILED" })] });
    await assert.rejects(outcome, /is FAILED/);
  });

  it("takes what a server doesn't report from what was asked", async () => {
    const inputs = customInputs({ managedLoginVersion: 2 });
    const bare = { Domain: inputs.domain, UserPoolId: inputs.userPoolId, Status: "ACTIVE" as const };
    const state = await create(inputs, { describe: [{ ...bare, CustomDomainConfig: {} as never }] }).outcome;
    assert.deepEqual(state.customDomainConfig, inputs.customDomainConfig);
    assert.equal(state.managedLoginVersion, 2);
    assert.equal(Object.values(state).includes(undefined as never), false);
  });

  it("is patient with a read that lags behind", async () => {
    const { outcome, operations } = create(prefixInputs(), { describe: [undefined, active(prefixInputs())] });
    assert.equal((await outcome).status, "ACTIVE");
    assert.deepEqual(operations(), ["Create", "Describe", "Describe"]);
  });

  it("goes on when looking fails for the moment", async () => {
    const describe = [serviceError("TooManyRequestsException"), active(prefixInputs())];
    const { outcome, lines } = create(prefixInputs(), { describe });
    assert.equal((await outcome).status, "ACTIVE");
    assert.match(lines[0] ?? "", /no answer \(TooManyRequestsException\)/);
  });

  describe("keeps the domain in the state", () => {
    const unsettled = async (outcome: Promise<unknown>): Promise<Unsettled> => {
      const error = await outcome.then(
        () => assert.fail("it succeeded"),
        (reason) => reason,
      );
      assert.ok(error instanceof Unsettled, String(error));
      return error;
    };

    it("when it is FAILED", async () => {
      const inputs = customInputs();
      const describe = [creating(inputs), descriptionOf(inputs, { Status: "FAILED" })];
      const error = await unsettled(create(inputs, { describe }).outcome);
      assert.equal(error.state.status, "FAILED");
      assert.match(error.message, /auth\.example\.com was created .* but is FAILED.*next pulumi up replaces/);
    });

    it("when the timeout ends, and says which", async () => {
      const inputs = customInputs({ timeouts: { create: "20m" } });
      const { outcome, clock } = create(inputs, { describe: [creating(inputs)] });
      const error = await unsettled(outcome);
      assert.match(error.message, /is CREATING, and not ACTIVE after 20 min, the create timeout/);
      assert.equal(error.state.status, "CREATING");
      assert.ok(clock.now() <= 20 * 60_000 + 5_000, `it took ${clock.now()} ms`);
    });

    it("when the service says something else than it was asked, for longer than reads lag", async () => {
      const inputs = customInputs();
      const other = descriptionOf(customInputs({ customDomainConfig: { certificateArn: certificate("b") } }));
      const error = await unsettled(create(inputs, { describe: [other] }).outcome);
      assert.match(error.message, /certificateArn is ".*bbbb.*" where ".*aaaa.*" was asked for/);
      assert.equal(error.state.customDomainConfig?.certificateArn, certificate("b"));
    });

    it("when it is gone while it is waited for, once reads can't lag any more", async () => {
      const { outcome, clock } = create(customInputs(), { describe: [creating(customInputs()), undefined] });
      const { message, state } = await unsettled(outcome);
      assert.match(message, /but is not there any more\. Run pulumi refresh, then pulumi up\.$/);
      assert.equal(state.status, "CREATING");
      assert.ok(clock.now() >= 60_000 && clock.now() < 300_000, `${clock.now()} ms`);
    });

    it("when it is another pool's while it is waited for, and leaves it alone", async () => {
      const foreign = descriptionOf(customInputs({ userPoolId: "us-east-1_Other0001" }));
      const { outcome, operations } = create(customInputs(), {
        describe: [creating(customInputs()), foreign],
      });
      const { message } = await unsettled(outcome);
      assert.match(message, /but is on user pool us-east-1_Other0001 now, and left alone/);
      assert.deepEqual([...new Set(operations())], ["Create", "Describe"]);
    });

    it("when it may not be looked at", async () => {
      const describe = [
        serviceError("AccessDeniedException", "not authorized", { operation: "DescribeUserPoolDomain" }),
      ];
      const error = await unsettled(create(prefixInputs(), { describe }).outcome);
      assert.match(error.message, /can't be seen: .*not authorized.*cognito-idp:CreateUserPoolDomain/);
    });
  });

  describe("of a name that is taken", () => {
    it("tries again while the name is being released, and says so", async () => {
      const { outcome, operations, lines } = create(prefixInputs(), {
        create: [nameIsTaken(), nameIsTaken(), undefined],
        describe: [undefined, undefined, active(prefixInputs())],
      });
      assert.equal((await outcome).status, "ACTIVE");
      assert.deepEqual(operations(), ["Create", "Describe", "Create", "Describe", "Create", "Describe"]);
      assert.match(
        lines[0] ?? "",
        /my-app: the name is taken, though by no domain that can be seen: it is still being released after a delete, or another account has it; trying again/,
      );
    });

    it("gives up at the timeout, with what the service said", async () => {
      const inputs = prefixInputs({ timeouts: { create: "90s" } });
      const service = scripted({ create: Array.from({ length: 500 }, nameIsTaken), describe: [undefined] });
      await assert.rejects(createDomain(inputs, service.surroundings), (error: Error) => {
        assert.ok(!(error instanceof Unsettled));
        assert.match(
          error.message,
          /Domain already exists\..*It was tried for 1 min 30 s, the create timeout, because the name is taken, though by no domain that can be seen: it is still being released after a delete, or another account has it\.$/,
        );
        return true;
      });
    });

    it("names the two ways out when it is on the same pool", async () => {
      const { outcome, operations } = create(prefixInputs(), {
        create: [nameIsTaken()],
        describe: [active(prefixInputs())],
      });
      await assert.rejects(outcome, /exists already.*adoptExisting: true.*delete-user-pool-domain/);
      assert.deepEqual(operations(), ["Create", "Describe"]);
    });

    it("looks again when looking fails for the moment", async () => {
      const { outcome, lines } = create(prefixInputs({ adoptExisting: true }), {
        create: Array.from({ length: 3 }, nameIsTaken),
        describe: [unseen(), unseen(), active(prefixInputs())],
      });
      assert.equal((await outcome).status, "ACTIVE");
      assert.match(
        lines[0] ?? "",
        /my-app: the name is taken, and by which domain can't be seen for now; trying/,
      );
    });

    it("gives up at the timeout when it could never be looked at, and doesn't say that it made it", async () => {
      const inputs = prefixInputs({ timeouts: { create: "90s" } });
      const { outcome, clock } = create(inputs, {
        create: Array.from({ length: 500 }, nameIsTaken),
        describe: [unseen()],
      });
      await assert.rejects(
        outcome,
        /: Reading the domain my-app .* failed: socket hang up\..* It was tried for 1 min 30 s, the create timeout, because the name is taken, and by which domain can't be seen for now\.$/,
      );
      assert.ok(clock.now() <= 95_000, `${clock.now()} ms`);
    });

    it("fails at once when it may not be looked at", async () => {
      const { outcome, operations } = create(prefixInputs(), {
        create: [nameIsTaken()],
        describe: [serviceError("AccessDeniedException", "No.", { operation: "DescribeUserPoolDomain" })],
      });
      await assert.rejects(outcome, { exception: "AccessDeniedException" });
      assert.deepEqual(operations(), ["Create", "Describe"]);
    });

    it("fails at once when it is another pool's that can't be looked into", async () => {
      const { outcome, operations } = create(prefixInputs(), {
        create: [
          serviceError("InvalidParameterException", "Domain already associated with another user pool."),
        ],
        describe: [undefined],
      });
      await assert.rejects(outcome, /already associated/);
      assert.deepEqual(operations(), ["Create", "Describe"]);
    });

    it("waits for a domain that is on its way out", async () => {
      const { outcome, operations } = create(prefixInputs({ adoptExisting: true }), {
        create: [nameIsTaken(), undefined],
        describe: [descriptionOf(prefixInputs(), { Status: "DELETING" }), active(prefixInputs())],
      });
      assert.equal((await outcome).status, "ACTIVE");
      assert.deepEqual(operations(), ["Create", "Describe", "Create", "Describe"]);
    });

    it("waits some minutes, and no longer, for CloudFront to let go of it", async () => {
      const alias = () =>
        serviceError(
          "InvalidParameterException",
          "One or more of the CNAMEs you provided are already associated with a different resource.",
        );
      const later = create(customInputs(), {
        create: [alias(), undefined],
        describe: [active(customInputs())],
      });
      assert.equal((await later.outcome).status, "ACTIVE");
      const never = create(customInputs(), { create: Array.from({ length: 500 }, alias) });
      await assert.rejects(never.outcome, /CNAMEs/);
      assert.ok(never.clock.now() <= 6 * 60_000, `${never.clock.now()} ms`);
    });

    for (const message of [
      "One or more of the CNAMEs you provided are already associated with a different resource.",
      "Domain already associated with another user pool.",
    ]) {
      it(`tries until the timeout where this run gave the name up itself: ${message}`, async () => {
        const inputs = customInputs();
        const refused = () => serviceError("InvalidParameterException", message);
        const refusals = Array.from({ length: 40 }, refused);
        const script: Script = {
          create: [...refusals, undefined],
          describe: [...Array(message.startsWith("Domain") ? 40 : 0).fill(undefined), active(inputs)],
        };
        const service = scripted(script);
        const { status } = await createDomain(inputs, service.surroundings, { isGivenUp: true });
        assert.equal(status, "ACTIVE");
        assert.ok(service.clock.now() > 6 * 60_000, `${service.clock.now()} ms`);
        await assert.rejects(create(inputs, { ...script, create: [...refusals, undefined] }).outcome);
      });
    }

    it("sets what the service doesn't report when it takes a domain over: nobody asked for it before", async () => {
      const inputs = customInputs({ adoptExisting: true });
      const bare = { Domain: inputs.domain, UserPoolId: inputs.userPoolId, Status: "ACTIVE" as const };
      const { outcome, calls, operations } = create(inputs, { create: [nameIsTaken()], describe: [bare] });
      assert.deepEqual((await outcome).customDomainConfig, inputs.customDomainConfig);
      assert.deepEqual(operations(), ["Create", "Describe", "Update", "Describe"]);
      assert.deepEqual(
        (calls[2]?.request as { CustomDomainConfig?: object } | undefined)?.CustomDomainConfig,
        {
          CertificateArn: certificate("a"),
        },
      );
    });

    it("takes in one that FAILED, for the next run to replace", async () => {
      const { outcome } = create(prefixInputs({ adoptExisting: true }), {
        create: [nameIsTaken()],
        describe: [descriptionOf(prefixInputs(), { Status: "FAILED" })],
      });
      const error = await outcome.catch((reason) => reason);
      assert.ok(error instanceof Unsettled);
      assert.equal(error.state.status, "FAILED");
    });

    it("takes it over when the program says so, and brings it to what is wanted", async () => {
      const inputs = customInputs({ adoptExisting: true });
      const other = descriptionOf(customInputs({ customDomainConfig: { certificateArn: certificate("b") } }));
      const { outcome, operations } = create(inputs, {
        create: [nameIsTaken()],
        describe: [other, active(inputs)],
      });
      assert.deepEqual((await outcome).customDomainConfig?.certificateArn, certificate("a"));
      assert.deepEqual(operations(), ["Create", "Describe", "Update", "Describe"]);
    });

    it("never takes one of another pool, and says where it is", async () => {
      const { outcome, operations } = create(prefixInputs({ adoptExisting: true }), {
        create: [nameIsTaken()],
        describe: [descriptionOf(prefixInputs({ userPoolId: "us-east-1_Other0001" }))],
      });
      await assert.rejects(outcome, /on user pool us-east-1_Other0001.*never taken over/);
      assert.deepEqual(operations(), ["Create", "Describe"]);
    });
  });

  describe("whose answer was lost", () => {
    const lost = () => serviceError("ECONNRESET", "socket hang up", { mayHaveTakenEffect: true });

    it("finds the domain that it made", async () => {
      const { outcome, operations } = create(prefixInputs(), {
        create: [lost()],
        describe: [creating(prefixInputs()), active(prefixInputs())],
      });
      assert.equal((await outcome).status, "ACTIVE");
      assert.deepEqual(operations(), ["Create", "Describe", "Describe"]);
    });

    it("finds it too when a retry within the SDK was told that the name is taken", async () => {
      const taken = serviceError("InvalidParameterException", "Domain already exists.", {
        mayHaveTakenEffect: true,
      });
      const { outcome } = create(prefixInputs(), { create: [taken], describe: [active(prefixInputs())] });
      assert.equal((await outcome).status, "ACTIVE");
    });

    it("finds a custom domain while it is CREATING", async () => {
      const { outcome } = create(customInputs(), {
        create: [lost()],
        describe: [creating(customInputs()), active(customInputs())],
      });
      assert.equal((await outcome).status, "ACTIVE");
    });

    for (const [what, inputs, there] of [
      [
        "a prefix that is older than the attempt",
        prefixInputs(),
        descriptionOf(prefixInputs(), { Version: "20260617235800" }),
      ],
      ["a prefix of no known age", prefixInputs(), descriptionOf(prefixInputs(), { Version: "1.0" })],
      [
        "a custom domain that is CREATING, and older",
        customInputs(),
        descriptionOf(customInputs(), { Status: "CREATING", Version: "20260617235000" }),
      ],
      ["a custom domain that is ACTIVE, which takes minutes", customInputs(), descriptionOf(customInputs())],
    ] as const) {
      it(`doesn't take ${what}: it was there before`, async () => {
        const { outcome } = create(inputs, { create: [lost()], describe: [there] });
        await assert.rejects(
          outcome,
          /exists already in us-east-1, on the same user pool .* set adoptExisting: true/,
        );
      });
    }

    it("is made again when it had no effect", async () => {
      const { outcome, operations } = create(prefixInputs(), {
        create: [lost(), undefined],
        describe: [undefined, active(prefixInputs())],
      });
      assert.equal((await outcome).status, "ACTIVE");
      assert.deepEqual(operations(), ["Create", "Describe", "Create", "Describe"]);
    });

    it("is looked for however late in the step the answer was lost, and however the next attempt fails", async () => {
      const refused = () => serviceError("ECONNREFUSED", "connect ECONNREFUSED");
      const { outcome } = create(prefixInputs(), {
        create: [...Array.from({ length: 30 }, nameIsTaken), lost(), refused(), nameIsTaken()],
        describe: [...Array(32).fill(undefined), active(prefixInputs()), active(prefixInputs())],
      });
      assert.equal((await outcome).status, "ACTIVE");
    });

    it("says in the end that the domain may be there all the same", async () => {
      const refused = () => serviceError("NotAuthorizedException", "Not authorized.");
      const refusals = Array.from({ length: 1000 }, refused);
      const { outcome } = create(prefixInputs(), { create: [lost(), ...refusals], describe: [undefined] });
      await assert.rejects(
        outcome,
        /got no answer, and may have made it: .* adoptExisting: true takes it in\.$/,
      );
    });

    const otherCertificate = customInputs({ customDomainConfig: { certificateArn: certificate("b") } });
    for (const [what, there] of [
      ["a domain that is not what it asked for", otherCertificate],
      ["a domain of another pool", customInputs({ userPoolId: "us-east-1_Other0001" })],
    ] as const) {
      it(`doesn't take ${what}, nor say that it may have made it`, async () => {
        const { outcome } = create(customInputs(), { create: [lost()], describe: [creating(there)] });
        await assert.rejects(outcome, (error: Error) => {
          assert.match(error.message, /^auth\.example\.com exists already in us-east-1, on /);
          assert.match(error.message, /\(CreateUserPoolDomain: Domain already exists\)$/);
          return true;
        });
      });
    }

    it("is looked for until the timeout, however long looking fails for the moment", async () => {
      const { outcome, lines } = create(prefixInputs(), {
        create: [lost(), ...Array.from({ length: 40 }, nameIsTaken)],
        describe: [...Array.from({ length: 40 }, unseen), active(prefixInputs())],
      });
      assert.equal((await outcome).status, "ACTIVE");
      assert.match(lines[0] ?? "", /no answer came to the create, and what it did can't be seen for now/);
    });

    it("says that the domain may be there when it could never be looked for", async () => {
      const inputs = prefixInputs({ timeouts: { create: "2m" } });
      const { outcome } = create(inputs, {
        create: Array.from({ length: 500 }, lost),
        describe: [unseen()],
      });
      await assert.rejects(
        outcome,
        /: Reading the domain my-app .* failed: socket hang up\..* It was tried for 2 min, the create timeout, because no answer came to the create, and what it did can't be seen for now\. An attempt to create it got no answer, and may have made it: /,
      );
    });
  });

  it("fails without a domain when the service refuses it", async () => {
    const { outcome, operations } = create(prefixInputs(), {
      create: [serviceError("LimitExceededException", "Limit exceeded")],
    });
    await assert.rejects(outcome, { exception: "LimitExceededException" });
    assert.deepEqual(operations(), ["Create"]);
  });
});
