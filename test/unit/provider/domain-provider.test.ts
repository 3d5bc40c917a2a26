import assert from "node:assert/strict";
import type { dynamic } from "@pulumi/pulumi";
import type { AwsConfiguration } from "../../../provider/aws/configuration";
import { access } from "../../../provider/aws/diagnostics";
import type { DomainClient } from "../../../provider/domain-client";
import { domainProvider } from "../../../provider/engine/domain-provider";
import { Diagnostic } from "../../../provider/errors/diagnostic";
import type { DomainInputs } from "../../../provider/inputs";
import { unknownValue } from "../../../provider/unknown";
import {
  certificate,
  customInputs,
  descriptionOf,
  poolId,
  prefixInputs,
  type Script,
  scripted,
  serviceError,
  stateOf,
} from "./support";

const reference = "exports.handler = …";
const asNews = (inputs: DomainInputs) => ({ ...inputs, __provider: reference });

function setUp({
  script = {},
  configuration = {},
  connect,
}: {
  script?: Script;
  configuration?: Record<string, string>;
  connect?: () => Promise<DomainClient>;
} = {}) {
  const service = scripted(script);
  const log: string[] = [];
  const connections: { configuration: AwsConfiguration; region: string | undefined }[] = [];
  const provider = domainProvider({
    async connect(configuration, region) {
      connections.push({ configuration, region });
      return connect ? connect() : service.surroundings.client;
    },
    clock: service.clock,
    random: () => 0.5,
    log: {
      status: () => {},
      info: async (text) => void log.push(`info: ${text}`),
      warn: async (text) => void log.push(`warning: ${text}`),
    },
  }) as Required<dynamic.ResourceProvider>;
  // What Pulumi's plugin hands over: an object with the raw values in a field.
  const config = { rawConfig: configuration, get: () => undefined, require: () => "" };
  void provider.configure({ config });
  return { provider, log, connections, ...service };
}

const thrownBy = async (promise: Promise<unknown>) =>
  promise.then(
    () => assert.fail("it succeeded"),
    (error: Error & { id?: string; properties?: Record<string, unknown>; reasons?: string[] }) => error,
  );

describe("The provider", () => {
  describe("asked for a diff", () => {
    it("tells the engine of no change", async () => {
      const { provider, log } = setUp();
      assert.deepEqual(await provider.diff("x", stateOf(customInputs()), asNews(customInputs())), {
        changes: false,
        deleteBeforeReplace: true,
      });
      assert.deepEqual(log, []);
    });

    it("tells it of a change in place, and the reader what that means", async () => {
      const { provider, log } = setUp();
      const news = customInputs({ customDomainConfig: { certificateArn: certificate("b") } });
      assert.deepEqual(await provider.diff("x", stateOf(customInputs()), asNews(news)), {
        changes: true,
        deleteBeforeReplace: true,
      });
      assert.match(
        log.join(),
        /^info: Changing auth\.example\.com in place means:\n {2}notice: A new certificate/,
      );
    });

    it("tells it of a replacement, because of what and in which order, and warns the reader", async () => {
      const { provider, log } = setUp();
      const diff = await provider.diff(
        "x",
        stateOf(prefixInputs()),
        asNews(prefixInputs({ domain: "other-app" })),
      );
      assert.deepEqual(diff, { changes: true, replaces: ["domain"], deleteBeforeReplace: true });
      assert.match(log.join(), /^warning: Replacing my-app means:\n {2}outage: Sign-in at my-app stops/);
    });

    it("names the pool alone as the reason while it is unknown, whatever Region the stack has", async () => {
      const { provider } = setUp({ configuration: { "aws:region": "eu-west-1" } });
      const news = asNews(customInputs({ userPoolId: unknownValue }));
      const diff = await provider.diff("x", stateOf(customInputs()), news);
      assert.deepEqual(diff.replaces, ["userPoolId"]);
    });

    it("says what a change means once, however often the engine asks", async () => {
      const { provider, log } = setUp();
      const news = asNews(prefixInputs({ domain: "other-app" }));
      await provider.diff("x", stateOf(prefixInputs()), news);
      await provider.diff("x", stateOf(prefixInputs()), news);
      assert.equal(log.length, 1);
    });

    it("replaces a domain when the stack's Region, and nothing else, says where it is", async () => {
      const pool = "local_2ax";
      const { provider } = setUp({ configuration: { "aws:region": "eu-west-1" } });
      const diff = await provider.diff(
        "x",
        stateOf(prefixInputs({ userPoolId: pool })),
        asNews(prefixInputs({ userPoolId: pool })),
      );
      assert.deepEqual(diff.replaces, ["region"]);
    });

    for (const [what, inputs, configuration] of [
      ["whose pool tells its Region", prefixInputs(), {}],
      [
        "whose stack tells its Region",
        prefixInputs({ userPoolId: "local_2ax" }),
        { "aws:region": "eu-west-1" },
      ],
      ["of which nothing tells the Region", prefixInputs({ userPoolId: "local_2ax" }), {}],
    ] as const) {
      it(`leaves alone an imported domain, with no outputs in its state, ${what}`, async () => {
        const { provider } = setUp({ configuration });
        assert.deepEqual(await provider.diff("x", asNews(inputs), asNews(inputs)), {
          changes: false,
          deleteBeforeReplace: true,
        });
      });
    }

    it("doesn't connect", async () => {
      const { provider, connections } = setUp();
      await provider.diff("x", stateOf(customInputs()), asNews(prefixInputs()));
      assert.deepEqual(connections, []);
    });
  });

  describe("asked to delete", () => {
    it("knows from then on that the name was its own, for who creates another domain under it", async () => {
      const alias = () =>
        serviceError(
          "InvalidParameterException",
          "One or more of the CNAMEs you provided are already associated with a different resource.",
        );
      const moved = customInputs({ userPoolId: "us-east-1_Other0001" });
      const { provider, clock } = setUp({
        script: {
          create: [...Array.from({ length: 40 }, alias), undefined],
          describe: [undefined, descriptionOf(moved)],
        },
      });
      await provider.delete("auth.example.com", stateOf(customInputs()));
      await provider.create(asNews(moved));
      assert.ok(clock.now() > 6 * 60_000, `${clock.now()} ms`);
    });

    it("leaves the domain that it has created in the same run, whatever the engine takes it for", async () => {
      const { provider, log, operations } = setUp({ script: { describe: [descriptionOf(prefixInputs())] } });
      await provider.create(asNews(prefixInputs()));
      await provider.delete("my-app", stateOf(prefixInputs()));
      assert.deepEqual(operations(), ["Create", "Describe"]);
      assert.match(log.join(), /^warning: my-app is left as it is: what was to be deleted has the same name/);
    });

    it("leaves the domain that it has created in the same run, though it isn't ACTIVE yet", async () => {
      const failed = descriptionOf(prefixInputs(), { Status: "FAILED" });
      const { provider, operations } = setUp({ script: { describe: [failed] } });
      await thrownBy(provider.create(asNews(prefixInputs())));
      await provider.delete("my-app", stateOf(prefixInputs()));
      assert.deepEqual(operations(), ["Create", "Describe"]);
    });

    it("leaves the domain that the program goes on to declare, whatever an earlier run left to be deleted", async () => {
      const { provider, log, operations } = setUp();
      await provider.check({}, asNews(prefixInputs()));
      await provider.diff("my-app", stateOf(prefixInputs()), asNews(prefixInputs()));
      await provider.delete("my-app", stateOf(prefixInputs()));
      assert.deepEqual(operations(), []);
      assert.match(log.join(), /^warning: my-app is left as it is: what was to be deleted has the same name/);
    });

    it("leaves the domain that it has changed in the same run, though the change failed", async () => {
      const news = customInputs({ customDomainConfig: { certificateArn: certificate("b") } });
      const { provider, operations } = setUp({
        script: { describe: [serviceError("AccessDeniedException")] },
      });
      await provider.check({}, asNews(news));
      await provider.diff("x", stateOf(customInputs()), asNews(news));
      await thrownBy(provider.update("x", stateOf(customInputs()), asNews(news)));
      await provider.delete("x", stateOf(customInputs()));
      assert.deepEqual(operations(), ["Describe"]);
    });

    it("deletes what it replaces by a domain of the same name", async () => {
      const lost = stateOf(prefixInputs(), { Status: "FAILED" });
      const { provider, operations } = setUp({ script: { describe: [undefined] } });
      await provider.check({}, asNews(prefixInputs()));
      await provider.diff("my-app", lost, asNews(prefixInputs()));
      await provider.delete("my-app", lost);
      assert.deepEqual(operations(), ["Delete", "Describe"]);
    });

    it("deletes what a refresh in the same run asked about, and the program doesn't declare any more", async () => {
      const { provider, operations } = setUp({ script: { describe: [undefined] } });
      await provider.diff("my-app", stateOf(prefixInputs()), asNews(prefixInputs()));
      await provider.check({}, asNews(prefixInputs({ domain: "other-app" })));
      await provider.delete("my-app", stateOf(prefixInputs()));
      assert.deepEqual(operations(), ["Delete", "Describe"]);
    });

    it("deletes what an earlier run has created", async () => {
      const { provider, operations } = setUp({ script: { describe: [undefined] } });
      await provider.delete("my-app", stateOf(prefixInputs()));
      assert.deepEqual(operations(), ["Delete", "Describe"]);
    });
  });

  describe("asked to check", () => {
    it("passes the inputs on as they are, and names what is wrong with its property", async () => {
      const { provider, log } = setUp();
      const news = asNews(
        customInputs({
          domain: "example.com",
          customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "TLS_V1" },
        }),
      );
      const { inputs, failures } = await provider.check({}, news);
      assert.deepEqual(inputs, news);
      assert.deepEqual(
        failures?.map(({ property }) => property),
        ["domain"],
      );
      assert.match(
        log.join(),
        /^warning: example\.com: customDomainConfig\.securityPolicy "TLS_V1" lets browsers/,
      );
    });

    it("leaves out what is null, as JavaScript and YAML programs write it", async () => {
      const { provider } = setUp();
      const news = {
        ...prefixInputs(),
        customDomainConfig: null,
        routing: { failover: null },
        managedLoginVersion: null,
      };
      const { inputs, failures } = await provider.check({}, { ...news, __provider: reference });
      assert.deepEqual(failures, []);
      assert.deepEqual(inputs, { ...asNews(prefixInputs()), routing: {} });
    });

    it("names a key of the stack configuration that isn't supported", async () => {
      const { provider } = setUp({ configuration: { "aws:regoin": "x" } });
      const { failures } = await provider.check({}, asNews(prefixInputs()));
      assert.equal(failures?.[0]?.property, "aws:regoin");
      assert.match(failures?.[0]?.reason ?? "", /did you mean aws:region\?/);
    });
  });

  describe("asked to check a failover to the stack's Region, for a pool whose id has none", () => {
    const failover = { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check" };
    const news = asNews(customInputs({ userPoolId: "local_2ax", routing: { failover } }));

    it("refuses it", async () => {
      const { provider } = setUp({ configuration: { "aws:region": "us-west-2" } });
      const { failures } = await provider.check({}, news);
      assert.deepEqual(
        failures?.map(({ property }) => property),
        ["routing.failover.secondaryRegion"],
      );
    });

    it("doesn't say so beside a stack configuration that can't be read", async () => {
      const { provider } = setUp({ configuration: { "aws:region": "us-west-2", "aws:regoin": "x" } });
      const { failures } = await provider.check({}, news);
      assert.deepEqual(
        failures?.map(({ property }) => property),
        ["aws:regoin"],
      );
    });
  });

  describe("chooses the Region", () => {
    const cases: [string, Partial<DomainInputs>, Record<string, string>, string | undefined][] = [
      [
        "of the resource",
        { region: "eu-west-3", userPoolId: poolId },
        { "aws:region": "eu-west-1" },
        "eu-west-3",
      ],
      ["of the user pool", { userPoolId: "ap-south-1_AbC" }, { "aws:region": "eu-west-1" }, "ap-south-1"],
      ["of the stack", { userPoolId: "local_2ax" }, { "aws:region": "eu-west-1" }, "eu-west-1"],
      ["of the surroundings", { userPoolId: "local_2ax" }, {}, undefined],
    ];
    for (const [whose, inputs, configuration, region] of cases) {
      it(whose, async () => {
        const { provider, connections } = setUp({
          configuration,
          script: { describe: [descriptionOf(prefixInputs(inputs))] },
        });
        await provider.create(asNews(prefixInputs(inputs)));
        assert.equal(connections[0]?.region, region);
      });
    }

    it("of the user pool for an imported domain, with no outputs in its state", async () => {
      const { provider, connections } = setUp({ configuration: { "aws:region": "eu-west-1" } });
      await provider.delete("my-app", asNews(prefixInputs()));
      assert.equal(connections[0]?.region, "us-east-1");
    });

    it("of the state for what exists already", async () => {
      const { provider, connections } = setUp({ configuration: { "aws:region": "eu-west-1" } });
      await provider.delete("my-app", { ...stateOf(prefixInputs()), region: "ap-south-1" });
      assert.equal(connections[0]?.region, "ap-south-1");
    });
  });

  it("connects once for each Region", async () => {
    const { provider, connections } = setUp();
    await provider.delete("a", stateOf(prefixInputs()));
    await provider.delete("b", stateOf(prefixInputs()));
    await provider.delete("c", { ...stateOf(prefixInputs()), region: "eu-west-1" });
    assert.equal(connections.length, 2);
  });

  it("connects anew after a connection that failed", async () => {
    const { provider, connections } = setUp({
      connect: async () => {
        throw new Diagnostic(access.noRegion());
      },
    });
    await thrownBy(provider.delete("a", stateOf(prefixInputs())));
    await thrownBy(provider.delete("a", stateOf(prefixInputs())));
    assert.equal(connections.length, 2);
  });

  describe("when something fails", () => {
    it("words a refusal for a person, with what was asked, by whom it was refused, and the request", async () => {
      const refused = serviceError("NotAuthorizedException", "not you", {
        operation: "DeleteUserPoolDomain",
      });
      const { provider } = setUp({ script: { delete: [refused] } });
      const error = await thrownBy(provider.delete("x", stateOf(customInputs())));
      assert.match(
        error.message,
        /^Deleting the domain auth\.example\.com on user pool us-east-1_AbCdEf123 in us-east-1 failed: not you\. The credentials may not do this.*\(DeleteUserPoolDomain, NotAuthorizedException, request req-1\)$/,
      );
    });

    it("keeps a created domain in the state, with all that the next run needs", async () => {
      const inputs = customInputs();
      const failed = descriptionOf(inputs, { Status: "FAILED" });
      const { provider } = setUp({ script: { describe: [failed] } });
      const error = await thrownBy(provider.create(asNews(inputs)));
      assert.equal(error.id, "auth.example.com");
      assert.deepEqual(error.reasons, [error.message]);
      assert.equal(error.properties?.["status"], "FAILED");
      assert.equal(error.properties?.["__provider"], reference);
      assert.equal(Object.values(error.properties ?? {}).includes(undefined), false);
      const diff = await provider.diff("x", error.properties, asNews(inputs));
      assert.deepEqual(diff, { changes: true, replaces: ["status"], deleteBeforeReplace: true });
    });

    it("has the plugin print no stack and no second copy of the message", async () => {
      const { provider } = setUp({ script: { describe: [serviceError("AccessDeniedException")] } });
      const error = await thrownBy(provider.read("auth.example.com", stateOf(customInputs())));
      assert.equal(`${error}: ${error.stack}`, "UserPoolDomain: see the error of the resource");
    });
  });

  describe("asked to read", () => {
    it("drops what is gone", async () => {
      const { provider } = setUp({ script: { describe: [undefined] } });
      assert.deepEqual(await provider.read("auth.example.com", stateOf(customInputs())), { id: "" });
    });

    it("refuses what is looked up or imported, and isn't there", async () => {
      const { provider } = setUp({ script: { describe: [undefined] } });
      const error = await thrownBy(provider.read("nope", { __provider: reference }));
      assert.match(error.message, /^There is no domain nope in us-east-1: check the name, the Region and/);
    });

    it("drops what is somebody else's now, and says so", async () => {
      const foreign = descriptionOf(customInputs({ userPoolId: "us-east-1_Other0001" }));
      const { provider, log } = setUp({ script: { describe: [foreign] } });
      assert.deepEqual(await provider.read("auth.example.com", stateOf(customInputs())), { id: "" });
      assert.match(
        log.join(),
        /auth\.example\.com is on user pool us-east-1_Other0001, not on user pool us-east-1_AbCdEf123: it is left alone/,
      );
    });

    it("takes the Region of a looked-up domain from the stack", async () => {
      const { provider, connections } = setUp({
        configuration: { "aws:region": "eu-west-1" },
        script: { describe: [descriptionOf(prefixInputs())] },
      });
      const { id } = await provider.read("my-app", { __provider: reference } as never);
      assert.equal(id, "my-app");
      assert.equal(connections[0]?.region, "eu-west-1");
    });
  });
});
