import assert from "node:assert/strict";
import type { DomainInputs } from "../../../provider/inputs";
import { planChange } from "../../../provider/plan/plan";
import { unknownValue } from "../../../provider/unknown";
import { certificate, customInputs, prefixInputs, stateOf } from "./support";

const otherPool = "us-east-1_Other0001";
const failover = { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check-1" };
const unknown = unknownValue as never;

describe("A plan", () => {
  it("is nothing when nothing differs", () => {
    assert.deepEqual(planChange(stateOf(customInputs()), customInputs()), {
      kind: "none",
      changes: [],
      calls: [],
      consequences: [],
    });
  });

  it("leaves alone what the program doesn't manage", () => {
    const held = stateOf(customInputs({ managedLoginVersion: 2 }));
    assert.equal(planChange(held, customInputs()).kind, "none");
  });

  it("waits for a step that isn't at its end, though nothing differs and nothing is to be called", () => {
    const plan = planChange(stateOf(customInputs(), { Status: "CREATING" }), customInputs());
    assert.deepEqual([plan.kind, plan.calls], ["update", []]);
  });

  it("leaves such a step alone for a program that doesn't want to wait", () => {
    const inputs = customInputs({ waitForDeployment: false });
    assert.equal(planChange(stateOf(inputs, { Status: "CREATING" }), inputs).kind, "none");
  });

  describe("updates in place", () => {
    const cases: [string, DomainInputs, DomainInputs, string][] = [
      [
        "another certificate",
        customInputs(),
        customInputs({ customDomainConfig: { certificateArn: certificate("b") } }),
        "customDomainConfig.certificateArn",
      ],
      [
        "another security policy",
        customInputs(),
        customInputs({
          customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "TLS_V1_3_2025" },
        }),
        "customDomainConfig.securityPolicy",
      ],
      [
        "another branding version",
        prefixInputs(),
        prefixInputs({ managedLoginVersion: 2 }),
        "managedLoginVersion",
      ],
      [
        "another secondary Region",
        customInputs({ routing: { failover } }),
        customInputs({ routing: { failover: { ...failover, secondaryRegion: "eu-west-1" } } }),
        "routing.failover.secondaryRegion",
      ],
    ];
    for (const [what, held, wanted, property] of cases) {
      it(what, () => {
        const plan = planChange(stateOf(held), wanted);
        assert.equal(plan.kind, "update");
        assert.deepEqual(
          plan.changes.map((change) => change.property),
          [property],
        );
        assert.deepEqual(
          plan.calls.map(({ operation }) => operation),
          ["UpdateUserPoolDomain"],
        );
      });
    }

    it("with the whole configuration, because the call replaces it", () => {
      const held = stateOf(
        customInputs({
          managedLoginVersion: 2,
          routing: { failover },
          customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "TLS_V1_3_2025" },
        }),
      );
      const wanted = customInputs({
        routing: { failover },
        customDomainConfig: { certificateArn: certificate("b") },
      });
      assert.deepEqual(planChange(held, wanted).calls, [
        {
          operation: "UpdateUserPoolDomain",
          request: {
            Domain: "auth.example.com",
            UserPoolId: held.userPoolId,
            ManagedLoginVersion: 2,
            CustomDomainConfig: { CertificateArn: certificate("b"), SecurityPolicy: "TLS_V1_3_2025" },
            Routing: { Failover: { SecondaryRegion: "us-west-2", PrimaryRoute53HealthCheckId: "check-1" } },
          },
        },
      ]);
    });

    for (const [what, routing] of [
      ["left out", undefined],
      ["empty", {}],
    ] as const) {
      it(`by removing the failover when routing is ${what}`, () => {
        const held = stateOf(customInputs({ routing: { failover } }));
        const [call] = planChange(held, customInputs(routing && { routing })).calls;
        assert.equal(call?.operation, "UpdateUserPoolDomain");
        assert.equal(Object.hasOwn(call.request, "Routing"), false);
      });
    }

    it("without a call when only what Pulumi keeps for itself changes", () => {
      const plan = planChange(stateOf(prefixInputs()), prefixInputs({ timeouts: { create: "5m" } }));
      assert.equal(plan.kind, "update");
      assert.deepEqual(plan.calls, []);
      assert.match(plan.consequences[0]?.text ?? "", /Cognito is not called/);
    });
  });

  describe("replaces", () => {
    const cases: [string, DomainInputs, DomainInputs, { deleteFirst: boolean; because: string }][] = [
      [
        "a renamed custom domain, the old one first: a pool holds one",
        customInputs(),
        customInputs({ domain: "login.example.com" }),
        { deleteFirst: true, because: "domain" },
      ],
      [
        "a renamed prefix, the old one first: a pool holds one",
        prefixInputs(),
        prefixInputs({ domain: "my-other-app" }),
        { deleteFirst: true, because: "domain" },
      ],
      [
        "a domain that moves to another pool, the old one first: a name exists once",
        customInputs(),
        customInputs({ userPoolId: otherPool }),
        { deleteFirst: true, because: "userPoolId" },
      ],
      [
        "a domain with another name on another pool, the new one first",
        customInputs(),
        customInputs({ domain: "login.example.com", userPoolId: otherPool }),
        { deleteFirst: false, because: "domain,userPoolId" },
      ],
      [
        "a prefix that becomes a custom domain, the new one first",
        prefixInputs(),
        customInputs(),
        { deleteFirst: false, because: "domain,customDomainConfig" },
      ],
      [
        "a custom domain that becomes a prefix, the new one first",
        customInputs(),
        prefixInputs(),
        { deleteFirst: false, because: "domain,customDomainConfig" },
      ],
      [
        "a domain whose Region changes",
        prefixInputs(),
        prefixInputs({ region: "eu-west-1" }),
        { deleteFirst: true, because: "region" },
      ],
    ];
    for (const [what, held, wanted, { deleteFirst, because }] of cases) {
      it(what, () => {
        const plan = planChange(stateOf(held), wanted);
        assert.equal(plan.kind, "replace");
        assert.equal(plan.kind === "replace" && plan.deleteBeforeReplace, deleteFirst);
        assert.equal(
          plan.changes
            .filter(({ change }) => change === "replace")
            .map(({ property }) => property)
            .join(),
          because,
        );
        const order = ["DeleteUserPoolDomain", "CreateUserPoolDomain"];
        assert.deepEqual(
          plan.calls.map(({ operation }) => operation),
          deleteFirst ? order : order.reverse(),
        );
      });
    }

    for (const status of ["FAILED", "DELETING"] as const) {
      it(`a domain that is ${status}`, () => {
        const plan = planChange(stateOf(customInputs(), { Status: status }), customInputs());
        assert.equal(plan.kind === "replace" && plan.deleteBeforeReplace, true);
        assert.deepEqual(
          plan.changes.map(({ property }) => property),
          ["status"],
        );
      });
    }
  });

  describe("with values that are unknown in preview", () => {
    const kindAndOrder = (held: DomainInputs, wanted: DomainInputs) => {
      const plan = planChange(stateOf(held), wanted);
      return plan.kind === "replace" ? `replace, delete first: ${plan.deleteBeforeReplace}` : plan.kind;
    };

    it("takes an unknown certificate for another one", () => {
      assert.equal(
        kindAndOrder(customInputs(), customInputs({ customDomainConfig: { certificateArn: unknown } })),
        "update",
      );
    });

    it("doesn't promise to be without outage while the pool is unknown", () => {
      assert.equal(
        kindAndOrder(customInputs(), customInputs({ domain: "login.example.com", userPoolId: unknown })),
        "replace, delete first: true",
      );
    });

    it("knows that another kind under another name is not in the way, even of an unknown pool", () => {
      assert.equal(
        kindAndOrder(prefixInputs(), customInputs({ userPoolId: unknown })),
        "replace, delete first: false",
      );
    });

    it("counts an unknown name as the same one", () => {
      assert.equal(
        kindAndOrder(prefixInputs(), customInputs({ domain: unknown })),
        "replace, delete first: true",
      );
    });

    it("doesn't alarm for a prefix whose configuration is unknown: with that name it can only be none", () => {
      assert.equal(kindAndOrder(prefixInputs(), prefixInputs({ customDomainConfig: unknown })), "update");
    });

    it("takes the kind of an unknown configuration from the name", () => {
      assert.match(
        kindAndOrder(
          prefixInputs(),
          prefixInputs({ domain: "auth.example.com", customDomainConfig: unknown }),
        ),
        /false/,
      );
    });
  });
});
