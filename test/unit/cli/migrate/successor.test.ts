import assert from "node:assert/strict";
import { declarationOf } from "../../../../cli/migrate/declaration";
import { migrationWarnings } from "../../../../cli/migrate/diagnostics";
import type { OldDomain } from "../../../../cli/migrate/old-domain";
import { successorsOf } from "../../../../cli/migrate/successor";
import { typescriptOf } from "../../../../code/typescript";
import { stateOf } from "../../provider/support";
import { certificate, descriptionOf, held, serviceWith, strangersPool } from "./support";

const old: OldDomain = {
  address: "urn:pulumi:dev::shop::aws:cognito/userPoolDomain:UserPoolDomain::login",
  name: "login",
  domain: held.domain,
  userPoolId: held.userPoolId,
  certificateArn: certificate("a"),
  region: "us-east-1",
  secrets: { inputs: [], outputs: [] },
  warnings: [],
  comments: [],
};

const failover = { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "abcdef11" };

async function successorOf(description = descriptionOf(held), more: Partial<OldDomain> = {}) {
  const [successor, ...others] = await successorsOf([{ ...old, ...more }], serviceWith(description).connect);
  assert.ok(successor && others.length === 0);
  return successor;
}

describe("the successor of a domain", () => {
  it("gives what the old program gave, and holds in the state what there is", async () => {
    const { inputs, state, warnings } = await successorOf();
    assert.deepEqual(inputs, held);
    assert.deepEqual(state, { ...stateOf(held), region: "us-east-1" });
    assert.deepEqual(state.__defaults, [
      "customDomainConfig.securityPolicy",
      "managedLoginVersion",
      "region",
    ]);
    assert.deepEqual(warnings, []);
  });

  it("gives the branding version where the old program did", async () => {
    const described = descriptionOf(held, { ManagedLoginVersion: 2 });
    assert.equal((await successorOf(described)).inputs.managedLoginVersion, undefined);
    assert.equal((await successorOf(described, { managedLoginVersion: 2 })).inputs.managedLoginVersion, 2);
  });

  it("gives the branding version where that was a secret, whatever it was", async () => {
    const secrets = { inputs: ["managedLoginVersion"], outputs: [] };
    const described = descriptionOf(held, { ManagedLoginVersion: 2 });
    const { inputs, warnings } = await successorOf(described, { secrets });
    assert.equal(inputs.managedLoginVersion, 2);
    assert.deepEqual(warnings, []);
  });

  it("comes with what is to be known of the old one", async () => {
    const warnings = [migrationWarnings.providerLost({ provider: "shop", settings: [] })];
    assert.deepEqual((await successorOf(undefined, { warnings })).warnings, warnings);
  });

  it("gives routing where there is some, because leaving it out would remove it", async () => {
    const { inputs } = await successorOf(descriptionOf({ ...held, routing: { failover } }));
    assert.deepEqual(inputs.routing, { failover });
  });

  it("gives the Region only where it isn't the one in the pool's id", async () => {
    assert.equal((await successorOf()).inputs.region, undefined);
    const { inputs, state } = await successorOf(undefined, { region: "us-west-2" });
    assert.equal(inputs.region, "us-west-2");
    assert.equal(state.region, "us-west-2");
  });

  it("gives what is live where the state says otherwise, with a warning that has both", async () => {
    const drifted = descriptionOf(
      { ...held, customDomainConfig: { certificateArn: certificate("b") } },
      { ManagedLoginVersion: 2 },
    );
    const { inputs, warnings } = await successorOf(drifted, { managedLoginVersion: 1 });
    assert.equal(inputs.customDomainConfig?.certificateArn, certificate("b"));
    assert.equal(inputs.managedLoginVersion, 2);
    assert.deepEqual(warnings, [
      `auth.example.com: its certificateArn is ${certificate("b")}, and not ${certificate("a")} as the state has it. The code has what is live.`,
      "auth.example.com: its managedLoginVersion is 2, and not 1 as the state has it. The code has what is live.",
    ]);
  });

  it("doesn't tell in that warning what the state has as a secret", async () => {
    const secrets = { inputs: ["customDomainConfig.certificateArn"], outputs: [] };
    const drifted = descriptionOf({ ...held, customDomainConfig: { certificateArn: certificate("b") } });
    const { warnings } = await successorOf(drifted, { secrets });
    assert.deepEqual(warnings, [
      "auth.example.com: its certificateArn, a secret, isn't what the state has. The code has what is live.",
    ]);
  });

  it("is declared under the old name, with parent, protection and comments", async () => {
    const parent = "urn:pulumi:dev::shop::my:app:App::my-app";
    const successor = await successorOf(undefined, { parent, protect: true, comments: ["Mind the gap."] });
    assert.equal(
      typescriptOf([declarationOf(successor)])
        .split("\n")
        .slice(2)
        .join("\n"),
      `// Mind the gap.
const loginDomain = new UserPoolDomain(
  "login",
  {
    domain: "auth.example.com",
    userPoolId: "us-east-1_AbCdEf123",
    customDomainConfig: {
      certificateArn: "${certificate("a")}",
    },
  },
  { parent: myApp, protect: true },
);
`,
    );
  });
});

describe("the successors of many domains", () => {
  const { region: _, certificateArn: _certificateArn, ...placeless } = old;
  const pets: OldDomain = { ...placeless, domain: "pets", address: "pets" };

  const shop: OldDomain = { ...placeless, domain: "shop", address: "shop", region: "eu-west-1" };

  it("are looked at once each, with one client for each Region", async () => {
    const prefix = { UserPoolId: held.userPoolId, Status: "ACTIVE" } as const;
    const { connect, looked, pools, connections } = serviceWith(
      descriptionOf(held),
      { ...prefix, Domain: "shop" },
      { ...prefix, Domain: "pets" },
    );
    await successorsOf([old, shop, old, { ...pets, region: "ap-south-1" }, shop], connect);
    assert.deepEqual(looked, [
      "auth.example.com in us-east-1",
      "shop in eu-west-1",
      "auth.example.com in us-east-1",
      "pets in ap-south-1",
      "shop in eu-west-1",
    ]);
    assert.deepEqual(pools, Array(5).fill(held.userPoolId));
    assert.deepEqual(connections, ["us-east-1", "eu-west-1", "ap-south-1"]);
  });

  it("are looked for in the Region that is given where no state tells one", async () => {
    const { connect, looked } = serviceWith({ ...descriptionOf(held), Domain: "pets" });
    await successorsOf([pets], connect, "ap-south-1");
    assert.deepEqual(looked, ["pets in ap-south-1"]);
  });

  it("are none when a Region is given that their state contradicts, and nothing is looked at", async () => {
    const { connect, connections } = serviceWith(descriptionOf(held));
    await assert.rejects(
      successorsOf([old, pets, shop], connect, "eu-west-1"),
      /^Error: urn:.*::login is in us-east-1, as its state has it: leave --region eu-west-1 out, [^\n]*$/,
    );
    assert.deepEqual(connections, []);
  });

  it("are none when one can't be taken over; all of those are named", async () => {
    await assert.rejects(
      successorsOf([shop, old, pets], serviceWith(descriptionOf(held)).connect),
      /^Error: shop isn't there any more in eu-west-1.*\(refresh\), or correct --profile or --endpoint-url\.\npets isn't there any more in this Region.*correct --region, --profile/,
    );
  });
});

describe("a domain that can't be taken over", () => {
  const refusals: [string, Parameters<typeof descriptionOf>[1], RegExp, Partial<OldDomain>?][] = [
    [
      "is on another pool",
      { UserPoolId: "us-east-1_Other" },
      /on the user pool us-east-1_Other, though the state has it on us-east-1_AbCdEf123/,
    ],
    [
      "is of another account",
      { AWSAccountId: "999999999999" },
      /of the AWS account 999999999999, though the state has it of 123456789012 \(urn:.*\(refresh\)/,
    ],
    [
      "is on a pool that these credentials don't have",
      { UserPoolId: strangersPool },
      /auth\.example\.com is on user pool us-east-1_Stranger1 of AWS account 123456789012, which is not in the account of these credentials: choose others with --profile/,
      { userPoolId: strangersPool },
    ],
    [
      "is being deleted",
      { Status: "DELETING" },
      /auth\.example\.com is DELETING: there is nothing to take over/,
    ],
    ["has failed", { Status: "FAILED" }, /auth\.example\.com is FAILED: there is nothing to take over/],
    [
      "is none that this package manages",
      { CustomDomainConfig: { CertificateArn: "arn:aws:iam::123456789012:server-certificate/a" } },
      /can't be managed by this package.*is not the ARN of an ACM certificate/,
    ],
  ];
  for (const [what, more, message, known = {}] of refusals) {
    it(what, async () => {
      const awsAccountId = "123456789012";
      await assert.rejects(successorOf(descriptionOf(held, more), { awsAccountId, ...known }), message);
    });
  }

  it("isn't one of another account for what a local server makes up", async () => {
    const local = descriptionOf(held, { AWSAccountId: "local" });
    await successorOf(local, { awsAccountId: "123456789012" });
    await successorOf(undefined, { awsAccountId: "local" });
  });

  it("may be on any pool where the state's is encrypted", async () => {
    const { userPoolId: _, ...encrypted } = old;
    const elsewhere = descriptionOf(held, { UserPoolId: "us-east-1_Other" });
    const [successor] = await successorsOf([encrypted], serviceWith(elsewhere).connect);
    assert.equal(successor?.inputs.userPoolId, "us-east-1_Other");
  });
});
