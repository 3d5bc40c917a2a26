import assert from "node:assert/strict";
import { lookedUpIn, pulumiDomainsIn } from "../../../../cli/migrate/pulumi-domains";
import { oldType, readPulumiState } from "../../../../cli/migrate/pulumi-state";
import { resourceType } from "../../../../provider/resource-type";
import {
  defaultProvider,
  held,
  loginUrn,
  oldIn,
  oldLogin,
  pool,
  resource,
  stack,
  stateWith,
  urn,
} from "./support";

const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:…" };

describe("the old domains in a Pulumi state", () => {
  it("are those of Pulumi's AWS provider, with name, values and Region", () => {
    const { comments: _, secrets: _secrets, warnings: _warnings, ...old } = oldIn(pool, oldLogin());
    assert.deepEqual(old, {
      address: loginUrn,
      name: "login",
      domain: held.domain,
      userPoolId: held.userPoolId,
      certificateArn: held.customDomainConfig?.certificateArn,
      region: "us-east-1",
    });
  });

  it("have the account of the pool, as far as the state tells", () => {
    assert.equal(oldIn(oldLogin()).awsAccountId, undefined);
    const outputs = { ...oldLogin().outputs, awsAccountId: "123456789012" };
    assert.equal(oldIn(oldLogin({ outputs })).awsAccountId, "123456789012");
  });

  it("have what was secret, where it stands in a successor", () => {
    assert.deepEqual(oldIn(oldLogin()).secrets, { inputs: [], outputs: [] });
    const inputs = { ...oldLogin().inputs, userPoolId: secret, certificateArn: secret };
    const outputs = {
      ...oldLogin().outputs,
      userPoolId: secret,
      cloudfrontDistribution: secret,
      cloudfrontDistributionZoneId: secret,
    };
    assert.deepEqual(oldIn(oldLogin({ inputs, outputs })).secrets, {
      inputs: ["userPoolId", "customDomainConfig.certificateArn"],
      outputs: ["userPoolId", "cloudFrontDistribution", "cloudFrontHostedZoneId"],
    });
  });

  it("keep a name with colons", () => {
    assert.equal(oldIn(pool, oldLogin({ urn: urn(oldType, "a::b") })).name, "a::b");
  });

  it("have the branding version only where the program gave it", () => {
    assert.equal(oldIn(oldLogin()).managedLoginVersion, undefined);
    const inputs = { ...oldLogin().inputs, managedLoginVersion: 2 };
    assert.equal(oldIn(oldLogin({ inputs })).managedLoginVersion, 2);
  });

  it("have no certificate where version 7 writes an empty one", () => {
    const inputs = { domain: "shop", userPoolId: held.userPoolId };
    const outputs = { ...inputs, certificateArn: "" };
    assert.equal(oldIn(oldLogin({ id: "shop", inputs, outputs })).certificateArn, undefined);
  });

  it("have their parent, unless it is the stack, and their protection", () => {
    const parent = urn("my:app:App", "app");
    assert.equal(oldIn(oldLogin()).parent, undefined);
    assert.equal(oldIn(oldLogin({ parent })).parent, parent);
    assert.equal(oldIn(oldLogin()).protect, undefined);
    assert.equal(oldIn(oldLogin({ protect: true })).protect, true);
  });

  describe("have the Region", () => {
    const eu = resource("pulumi:providers:aws", "eu", { inputs: { region: "eu-west-1" }, id: "eu-id" });
    const provider = `${eu.urn}::eu-id`;
    const { region: _, ...withoutRegion } = { ...oldLogin().outputs } as Record<string, unknown>;

    it("of the resource itself, in version 7", () => {
      assert.equal(oldIn(eu, oldLogin({ provider })).region, "us-east-1");
      const inputs = { ...oldLogin().inputs, region: "eu-north-1" };
      assert.equal(oldIn(oldLogin({ inputs })).region, "eu-north-1");
    });

    it("of its provider, in version 6", () => {
      assert.equal(oldIn(eu, oldLogin({ outputs: withoutRegion, provider })).region, "eu-west-1");
    });

    it("in the pool's id, where its provider has none", () => {
      const inputs = { ...oldLogin().inputs, userPoolId: "ap-south-1_AbCdEf123" };
      const bare = { ...eu, inputs: {} };
      const old = oldIn(bare, oldLogin({ inputs, outputs: withoutRegion, provider }));
      assert.equal(old.region, "ap-south-1");
    });

    it("of nothing, where all of that is encrypted", () => {
      const values = { domain: held.domain, userPoolId: secret, region: secret };
      const closed = { ...eu, inputs: { region: secret } };
      assert.equal(oldIn(closed, oldLogin({ inputs: values, outputs: values, provider })).region, undefined);
    });
  });

  describe("tell whoever reads the new declaration", () => {
    it("which values came from other resources", () => {
      assert.deepEqual(oldIn(oldLogin()).comments, [
        "userPoolId came from pool (aws:cognito/userPool:UserPool): keep your program's own expression there.",
      ]);
    });

    it("which were secrets, whose plain text isn't taken for a value", () => {
      const inputs = { ...oldLogin().inputs, certificateArn: secret };
      const outputs = { ...oldLogin().outputs, certificateArn: secret };
      const old = oldIn(oldLogin({ inputs, outputs, propertyDependencies: {} }));
      assert.equal(old.certificateArn, undefined);
      assert.deepEqual(old.comments, [
        "certificateArn was a secret: keep your program's own expression there.",
      ]);
    });

    it("which parent it has", () => {
      const old = oldIn(oldLogin({ parent: urn("my:app:App", "app"), propertyDependencies: {} }));
      assert.deepEqual(old.comments, ["The parent is app (my:app:App)."]);
    });

    it("that an explicit provider has no say any more, and what it had", () => {
      const inputs = { region: "us-east-1", profile: "prod", version: "7.4.0", __internal: {} };
      const explicit = resource("pulumi:providers:aws", "prod", { inputs, id: "prod-id" });
      const provider = `${explicit.urn}::prod-id`;
      const { comments, warnings } = oldIn(explicit, oldLogin({ provider, propertyDependencies: {} }));
      const loss =
        "explicit provider prod has no say any more: access comes from the stack's aws:* configuration (that one had profile: the stack's has to lead to the same account).";
      assert.deepEqual(comments, [`The ${loss}`]);
      assert.deepEqual(warnings, [`login (aws:cognito/userPoolDomain:UserPoolDomain): the ${loss}`]);
    });

    it("nothing of default providers, which Pulumi may number", () => {
      const numbered = resource("pulumi:providers:aws", "default_7_4_0", {
        inputs: { profile: "a" },
        id: "id",
      });
      const provider = `${numbered.urn}::id`;
      const { comments, warnings } = oldIn(numbered, oldLogin({ provider, propertyDependencies: {} }));
      assert.deepEqual([comments, warnings], [[], []]);
    });

    it("which other options it had", () => {
      const additionalSecretOutputs = ["cloudfrontDistribution"];
      const options = {
        retainOnDelete: true,
        deletedWith: pool.urn,
        ignoreChanges: [],
        additionalSecretOutputs,
      };
      assert.deepEqual(oldIn(pool, oldLogin({ ...options, propertyDependencies: {} })).comments, [
        "It had the options retainOnDelete, deletedWith, additionalSecretOutputs: give them again.",
      ]);
    });
  });

  it("leave out those that are only looked up", () => {
    const state = stateWith(oldLogin({ external: true }));
    assert.deepEqual(pulumiDomainsIn(state), []);
    assert.deepEqual(lookedUpIn(state), [loginUrn]);
    assert.deepEqual(lookedUpIn(stateWith(oldLogin())), []);
  });

  describe("are refused", () => {
    const refusals = {
      "while a replacement isn't finished": [
        { delete: true },
        /replacement of login .* isn't finished: pulumi up/,
      ],
      "while one was deleted for a replacement": [
        { pendingReplacement: true },
        /replacement of login .* isn't finished/,
      ],
      "when marked to be replaced": [
        { taint: true },
        /marked to be replaced.* pulumi state untaint 'urn:.*::login'/,
      ],
      "when a program may still have the option import, with which it would take the domain in again": [
        { importID: held.domain },
        /^Error: login .* has the option import: .*delete it\. Take the option out of the old program and run pulumi up.*Then try again\.$/,
      ],
    } as const;
    for (const [what, [more, message]] of Object.entries(refusals)) {
      it(what, () => {
        assert.throws(() => pulumiDomainsIn(stateWith(oldLogin(more))), message);
      });
    }

    it("not for the option import where the domain has been taken in again, and the migration ends that", () => {
      const successor = resource(resourceType, "login", { id: held.domain });
      const { domain } = oldIn(oldLogin({ importID: held.domain }), successor);
      assert.equal(domain, held.domain);
    });

    it("while an operation is pending, of whatever resource, since Pulumi would forget it", () => {
      const { deployment, ...rest } = stateWith(oldLogin());
      const pending_operations = [{ resource: { urn: pool.urn }, type: "creating" }];
      assert.throws(
        () => pulumiDomainsIn({ ...rest, deployment: { ...deployment, pending_operations } }),
        /operation on pool \(aws:cognito\/userPool:UserPool\) was begun.*pulumi refresh/,
      );
    });

    it("all at once", () => {
      const two = stateWith(
        oldLogin({ taint: true }),
        oldLogin({ urn: urn(oldType, "other"), delete: true }),
      );
      assert.throws(() => pulumiDomainsIn(two), /login .* is marked.*replacement of other/s);
    });
  });
});

describe("a Pulumi state", () => {
  it("says where it isn't one", () => {
    assert.throws(
      () => readPulumiState({ deployment: { resources: [stack, { ...defaultProvider, urn: 3 }] } }),
      /^TypeError: This isn't a state as `pulumi stack export` prints it\. deployment\.resources\[1\]\.urn \(3\): /,
    );
  });

  it("may be empty", () => {
    assert.deepEqual(pulumiDomainsIn(readPulumiState({ version: 3, deployment: {} })), []);
  });
});
