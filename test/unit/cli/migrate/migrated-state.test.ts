import assert from "node:assert/strict";
import { type DynamicProvider, migratedState } from "../../../../cli/migrate/migrated-state";
import {
  oldType,
  type PulumiState,
  resourcesIn,
  type StateResource,
} from "../../../../cli/migrate/pulumi-state";
import { referencesIn } from "../../../../cli/migrate/references";
import { secretOf } from "../../../../cli/secret";
import { providerReference, resourceType } from "../../../../provider/resource-type";
import {
  alias,
  dynamicProviderUrn,
  held,
  loginUrn,
  newLoginUrn,
  oldLogin,
  pool,
  resource,
  stackUrn,
  stateWith,
  successorsIn,
  urn,
} from "./support";

const provider: DynamicProvider = {
  urn: dynamicProviderUrn,
  custom: true,
  id: "dynamic-id",
  type: "pulumi:providers:pulumi-nodejs",
};

async function migrated(state: PulumiState, from: DynamicProvider = provider) {
  const result = migratedState(state, await successorsIn(state), from);
  assertInOrder(resourcesIn(result.state));
  return result;
}

function names(state: PulumiState): string[] {
  return resourcesIn(state).map(({ urn, type }) => `${urn.split("::").at(-1)} ${type.split(":")[0]}`);
}

function find(state: PulumiState, urn: string): StateResource {
  const [found, ...others] = resourcesIn(state).filter((each) => each.urn === urn);
  assert.ok(found && others.length === 0, `not exactly one ${urn}: ${names(state)}`);
  return found;
}

/** What Pulumi asks of every state that it takes. */
function assertInOrder(resources: readonly StateResource[]): void {
  const before = new Set<string>();
  for (const each of resources) {
    for (const referred of referencesIn(each))
      assert.ok(before.has(referred), `${each.urn} comes before ${referred}`);
    before.add(each.urn);
  }
}

describe("a migrated state", () => {
  it("has the successor in the old one's place, with what it was connected to", async () => {
    const places = {
      protect: true,
      retainOnDelete: true,
      deletedWith: pool.urn,
      created: "2026-11-24T03:28:40Z",
    };
    const { state, successors } = await migrated(stateWith(pool, oldLogin(places)));
    const { inputs, outputs, ...entry } = find(state, newLoginUrn);
    assert.deepEqual(entry, {
      urn: newLoginUrn,
      custom: true,
      id: held.domain,
      type: resourceType,
      parent: stackUrn,
      provider: `${dynamicProviderUrn}::dynamic-id`,
      dependencies: [pool.urn],
      ...places,
    });
    assert.deepEqual(inputs, { ...held, __provider: providerReference });
    assert.equal(outputs?.["status"], "ACTIVE");
    assert.equal(outputs?.["__provider"], providerReference);
    assert.deepEqual([...successors], [[loginUrn, newLoginUrn]]);
    assert.deepEqual(names(state), [
      "shop-dev pulumi",
      "default pulumi",
      "pool aws",
      "default pulumi",
      "login pulumi-nodejs",
    ]);
  });

  it("keeps the parent's types in the URN", async () => {
    const app = resource("my:app:App", "app", { custom: false });
    const login = oldLogin({ urn: urn(`my:app:App$${oldType}`, "login"), parent: app.urn });
    const { state } = await migrated(stateWith(app, pool, login));
    assert.equal(find(state, urn(`my:app:App$${resourceType}`, "login")).parent, app.urn);
  });

  it("leaves everything else of the state as it was", async () => {
    const others = [
      pool,
      resource("aws:s3/bucket:Bucket", "bucket", { inputs: { tag: loginUrn }, aliases: [loginUrn] }),
    ];
    const before = stateWith(...others, oldLogin());
    const { state } = await migrated({
      ...before,
      version: 3,
      deployment: { ...before.deployment, metadata: { a: 1 } },
    });
    const [ofStack, ofProviders] = [0, 1].map((index) => resourcesIn(before)[index]);
    for (const other of [ofStack, ofProviders, ...others])
      assert.ok(other && find(state, other.urn), other?.urn);
    const { resources, ...deployment } = state.deployment;
    assert.deepEqual(deployment, { manifest: before.deployment["manifest"], metadata: { a: 1 } });
    assert.deepEqual(
      resources?.filter((each) => each.urn !== newLoginUrn && each.urn !== dynamicProviderUrn),
      [ofStack, ofProviders, ...others],
    );
  });

  it("has every reference point to the successor, of whatever kind it is", async () => {
    const provided = resource("pulumi:providers:aws", "below", {
      parent: loginUrn,
      id: "below-id",
      urn: urn(`${oldType}$pulumi:providers:aws`, "below"),
    });
    const dependent = resource("aws:route53/record:Record", "alias", {
      dependencies: [pool.urn, loginUrn],
      propertyDependencies: { aliases: [loginUrn], name: [] },
      deletedWith: loginUrn,
      replaceWith: [loginUrn],
      provider: `${provided.urn}::below-id`,
    });
    const { state, dependents } = await migrated(stateWith(pool, oldLogin(), provided, dependent));
    const {
      dependencies,
      propertyDependencies,
      deletedWith,
      replaceWith,
      provider: ofDependent,
    } = find(state, dependent.urn);
    const renamedProvider = urn(`${resourceType}$pulumi:providers:aws`, "below");
    assert.deepEqual(
      { dependencies, propertyDependencies, deletedWith, replaceWith, ofDependent },
      {
        dependencies: [pool.urn, newLoginUrn],
        propertyDependencies: { aliases: [newLoginUrn], name: [] },
        deletedWith: newLoginUrn,
        replaceWith: [newLoginUrn],
        ofDependent: `${renamedProvider}::below-id`,
      },
    );
    assert.deepEqual(dependents, [renamedProvider, dependent.urn]);
    assert.ok(!JSON.stringify(state).includes(oldType));
  });

  it("protects the successor, also where the old one wasn't protected", async () => {
    for (const old of [oldLogin(), oldLogin({ protect: false }), oldLogin({ protect: true })]) {
      const { state } = await migrated(stateWith(pool, old));
      assert.equal(find(state, newLoginUrn).protect, true);
    }
  });

  it("has secret what was secret, among inputs and outputs, for Pulumi to encrypt", async () => {
    const hidden = secretOf("encrypted");
    const inputs = { ...oldLogin().inputs, userPoolId: hidden, certificateArn: hidden };
    const outputs = { ...oldLogin().outputs, ...inputs, cloudfrontDistribution: hidden };
    const { state } = await migrated(stateWith(pool, oldLogin({ inputs, outputs })));
    const login = find(state, newLoginUrn);
    const certificateArn = held.customDomainConfig?.certificateArn;
    assert.deepEqual(login.inputs, {
      domain: held.domain,
      userPoolId: secretOf(held.userPoolId),
      customDomainConfig: { certificateArn: secretOf(certificateArn) },
      __provider: providerReference,
    });
    assert.deepEqual(login.outputs?.["userPoolId"], secretOf(held.userPoolId));
    assert.deepEqual(login.outputs?.["customDomainConfig"], {
      certificateArn: secretOf(certificateArn),
      securityPolicy: "TLS_V1_2_2021",
    });
    assert.deepEqual(login.outputs?.["cloudFrontDistribution"], secretOf("d111111abcdef8.cloudfront.net"));
    assert.equal(login.outputs?.["domain"], held.domain);
  });

  it("renames what is below the old one, and what refers to that", async () => {
    const child = resource("aws:route53/record:Record", "child", {
      urn: urn(`${oldType}$aws:route53/record:Record`, "child"),
      parent: loginUrn,
    });
    const grandchild = resource("aws:s3/bucket:Bucket", "grandchild", {
      urn: urn(`${oldType}$aws:route53/record:Record$aws:s3/bucket:Bucket`, "grandchild"),
      parent: child.urn,
    });
    const user = resource("aws:s3/bucket:Bucket", "user", { dependencies: [child.urn] });
    const { state, dependents } = await migrated(stateWith(pool, oldLogin(), child, grandchild, user));
    const renamed = urn(`${resourceType}$aws:route53/record:Record`, "child");
    const renamedBelow = urn(`${resourceType}$aws:route53/record:Record$aws:s3/bucket:Bucket`, "grandchild");
    assert.equal(find(state, renamed).parent, newLoginUrn);
    assert.equal(find(state, renamedBelow).parent, renamed);
    assert.deepEqual(find(state, user.urn).dependencies, [renamed]);
    assert.deepEqual(dependents, [renamed, renamedBelow, user.urn]);
  });

  it("migrates a domain below a domain", async () => {
    const child = oldLogin({ urn: urn(`${oldType}$${oldType}`, "child"), parent: loginUrn });
    const { state } = await migrated(stateWith(pool, oldLogin(), child));
    assert.equal(find(state, urn(`${resourceType}$${resourceType}`, "child")).parent, newLoginUrn);
  });

  it("uses the provider of dynamic resources that is there, wherever it stands", async () => {
    const last = { ...provider, id: "other-id" };
    const { state } = await migrated(stateWith(pool, oldLogin(), last), last);
    assert.equal(find(state, newLoginUrn).provider, `${dynamicProviderUrn}::other-id`);
    assert.deepEqual(find(state, dynamicProviderUrn), last);
  });

  it("takes over from a successor that was imported, and stands where dependents find it", async () => {
    const imported = {
      ...resource(resourceType, "login", { id: held.domain, protect: true }),
      provider: `${dynamicProviderUrn}::dynamic-id`,
    };
    const { state } = await migrated(stateWith(pool, oldLogin(), alias, provider, imported));
    assert.deepEqual(find(state, newLoginUrn).dependencies, [pool.urn]);
    assert.deepEqual(find(state, alias.urn).dependencies, [newLoginUrn]);
    assert.ok(!JSON.stringify(state).includes(oldType));
  });

  it("never has a domain twice, under whatever name it was imported", async () => {
    const namesake = resource(resourceType, "auth-example-com", { id: held.domain });
    await assert.rejects(
      migrated(stateWith(pool, oldLogin(), namesake)),
      /auth\.example\.com is in the state twice, as login .* and as auth-example-com .*: pulumi state delete 'urn:.*::auth-example-com' --force\. Then try again\.$/,
    );
    const leftover = resource(resourceType, "login", { id: held.domain, delete: true });
    await assert.rejects(migrated(stateWith(pool, oldLogin(), leftover)), /is in the state twice/);
    const lookup = resource(resourceType, "lookup", { id: held.domain, external: true });
    await migrated(stateWith(pool, oldLogin(), lookup));
  });

  it("never puts a domain out of the state that is another one", async () => {
    const stranger = resource(resourceType, "login", { id: "other.example.com" });
    await assert.rejects(
      migrated(stateWith(pool, oldLogin(), stranger)),
      /login .* is in the state already, and is other\.example\.com rather than auth\.example\.com/,
    );
  });

  it("lets what an unfinished replacement left behind stay behind", async () => {
    const left = { ...alias, delete: true, id: "left" };
    const { state } = await migrated(stateWith(pool, oldLogin(), alias, left));
    const aliases = resourcesIn(state).filter((each) => each.urn === alias.urn);
    assert.deepEqual(
      aliases.map((each) => [each.id, each.delete, each.dependencies]),
      [
        ["alias-id", undefined, [newLoginUrn]],
        ["left", true, [newLoginUrn]],
      ],
    );
  });
});
