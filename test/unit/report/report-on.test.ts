import assert from "node:assert/strict";
import type { DomainInputs } from "../../../provider/inputs";
import { unknownValue } from "../../../provider/unknown";
import { reportSchema } from "../../../report/index";
import { certificate, customInputs, poolId, prefixInputs } from "../provider/support";
import { changeOf, reportOf, stateAfter, stateBefore, step, urn } from "./steps";

/** The step of a replacement as the engine previews it; when the old one goes first, it says that it is pending. */
function replace(held: DomainInputs, wanted: object, reasons: string[], more = {}) {
  return step("replace", {
    oldState: stateBefore(held, more),
    newState: stateAfter(wanted),
    replaceReasons: reasons,
  });
}
const first = { pendingReplacement: true };

describe("The report on a preview", () => {
  describe("that renames a custom domain", () => {
    const wanted = customInputs({ domain: "login.example.com" });
    const change = changeOf([replace(customInputs(), wanted, ["domain"], first)]);

    it("tells of an outage, from what to what, for how long and because of what", () => {
      assert.equal(change.impact, "outage");
      assert.equal(change.order, "delete first");
      assert.deepEqual(change.causes, ["domain"]);
      assert.deepEqual(change.gap, { to: "login.example.com", usualMinutes: [5, 15], longestMinutes: 60 });
      assert.equal(change.duration, "5 to 15 minutes, and up to 1 hour");
    });

    it("says what there is to do", () => {
      assert.deepEqual(
        change.consequences.flatMap(({ todo }) => todo ?? []),
        [
          "Move applications and redirect URIs",
          "Point the DNS alias record anew",
          "See to the passkey RP ID",
        ],
      );
    });

    it("has the calls in their order, with a wait in between", () => {
      const { commands } = change;
      assert.match(
        commands[0] ?? "",
        /^aws cognito-idp delete-user-pool-domain[\s\S]*--domain auth\.example\.com/,
      );
      assert.match(commands[1] ?? "", /^until .*describe-user-pool-domain[\s\S]* = None \]; do sleep/);
      assert.match(
        commands[2] ?? "",
        /^aws cognito-idp create-user-pool-domain[\s\S]*--domain login\.example\.com/,
      );
      assert.equal(commands.length, 3);
      assert.equal(change.runnable, true);
    });

    it("says where the program declares it", () => {
      assert.deepEqual(change.position, { file: "index.ts", line: 12 });
    });
  });

  it("takes the engine's word for the order: without a gap where the new one comes first", () => {
    const wanted = prefixInputs({ domain: "my-other-app", userPoolId: "us-east-1_Other0001" });
    const change = changeOf([replace(prefixInputs(), wanted, ["domain", "userPoolId"])]);
    assert.equal(change.impact, "new address");
    assert.equal(change.order, "create first");
    assert.equal(change.gap, null);
    assert.match(change.commands[0] ?? "", /create-user-pool-domain/);
    assert.match(change.commands[1] ?? "", /= ACTIVE \]/);
  });

  it("tells of what the engine replaces for reasons of its own", () => {
    const change = changeOf([replace(customInputs(), customInputs(), ["replaceOnChanges"], first)]);
    assert.equal(change.impact, "outage");
    assert.deepEqual(change.causes, ["replaceOnChanges"]);
    assert.deepEqual(change.changes, []);
  });

  it("marks what comes along with a replacement", () => {
    const wanted = customInputs({ domain: "login.example.com", managedLoginVersion: 2 });
    const change = changeOf([replace(customInputs(), wanted, ["domain"], first)]);
    assert.deepEqual(
      change.changes.map(({ property, effect }) => [property, effect]),
      [
        ["domain", "replaces"],
        ["managedLoginVersion", "with the new domain"],
      ],
    );
  });

  it("tells of no outage where nobody could sign in: the domain FAILED", () => {
    const change = changeOf([
      replace(customInputs(), customInputs(), ["status"], { ...first, status: "FAILED" }),
    ]);
    assert.equal(change.impact, "none");
    assert.equal(change.gap, null);
    assert.deepEqual(change.changes[0]?.from, { kind: "value", value: "FAILED" });
  });

  it("warns that what retainOnDelete keeps is in the way of its successor", () => {
    const wanted = customInputs({ domain: "login.example.com" });
    const change = changeOf([
      replace(customInputs(), wanted, ["domain"], { ...first, retainOnDelete: true }),
    ]);
    assert.match(
      change.consequences[0]?.text ?? "",
      /is in the way of the new domain: the create will be refused/,
    );
    assert.deepEqual(
      change.commands.map((command) => /(create|delete)/.exec(command)?.[0]),
      ["create"],
    );
  });

  it("tells of a certificate that changes in place", () => {
    const wanted = customInputs({ customDomainConfig: { certificateArn: certificate("b") } });
    const change = changeOf([
      step("update", { oldState: stateBefore(customInputs()), newState: stateAfter(wanted) }),
    ]);
    assert.equal(change.impact, "in place");
    assert.equal(change.duration, "up to 1 hour");
    assert.deepEqual(change.changes, [
      {
        property: "customDomainConfig.certificateArn",
        from: { kind: "value", value: certificate("a") },
        to: { kind: "value", value: certificate("b") },
        effect: "in place",
      },
    ]);
    assert.match(change.commands[0] ?? "", /update-user-pool-domain/);
  });

  it("tells that a change of Pulumi's own inputs calls nothing", () => {
    const wanted = prefixInputs({ timeouts: { create: "20m" } });
    const change = changeOf([
      step("update", { oldState: stateBefore(prefixInputs()), newState: stateAfter(wanted) }),
    ]);
    assert.equal(change.impact, "none");
    assert.deepEqual(change.commands, []);
    assert.equal(change.duration, null);
  });

  it("tells of a domain that is created, and of what it needs", () => {
    const change = changeOf([
      step("create", { newState: stateAfter(customInputs({ managedLoginVersion: 2 })) }),
    ]);
    assert.equal(change.action, "create");
    assert.equal(change.impact, "none");
    assert.deepEqual(
      change.changes.map(({ property, from, effect }) => [property, from.kind, effect]),
      [
        ["userPoolId", "none", "with the new domain"],
        ["customDomainConfig", "none", "with the new domain"],
        ["managedLoginVersion", "none", "with the new domain"],
      ],
    );
    assert.deepEqual(
      change.consequences.flatMap(({ todo }) => todo ?? []),
      ["Add a DNS alias record", "See to the passkey RP ID", "Give each app client a branding style"],
    );
  });

  it("tells that sign-in ends with a delete", () => {
    const change = changeOf([step("delete", { oldState: stateBefore(customInputs()) })]);
    assert.equal(change.impact, "sign-in ends");
    assert.match(
      change.consequences[0]?.text ?? "",
      /^Sign-in at auth\.example\.com stops, and doesn't come back/,
    );
    assert.equal(change.position, null);
  });

  it("tells that a domain stays which only leaves the state", () => {
    const oldState = stateBefore(customInputs(), { retainOnDelete: true });
    const change = changeOf([step("delete", { oldState })]);
    assert.equal(change.action, "forget");
    assert.equal(change.impact, "none");
    assert.deepEqual(change.commands, []);
  });

  it("tells that an import calls nothing", () => {
    const change = changeOf([step("import", { newState: stateAfter(customInputs()) })]);
    assert.equal(change.action, "import");
    assert.equal(change.impact, "none");
    assert.equal(change.domain, "auth.example.com");
  });

  describe("with values that are unknown", () => {
    it("says so, and leaves a placeholder in the call", () => {
      const wanted = customInputs({ userPoolId: unknownValue });
      const change = changeOf([step("create", { newState: stateAfter(wanted) })]);
      assert.equal(change.runnable, false);
      assert.match(change.commands[0] ?? "", /--user-pool-id '<UserPoolId/);
      assert.ok(!JSON.stringify(change).includes(unknownValue));
    });

    it("names a domain that isn't known yet", () => {
      const wanted = prefixInputs({ domain: unknownValue });
      assert.equal(
        changeOf([step("create", { newState: stateAfter(wanted) })]).domain,
        "known after pulumi up",
      );
    });
  });

  describe("with secrets", () => {
    const secret = "[secret]";

    it("says that a replaced name is one, on both sides and in the calls", () => {
      const held = prefixInputs({ domain: secret });
      const change = changeOf([replace(held, held, ["domain"], { ...first, id: "never-shown" })]);
      assert.deepEqual(change.changes[0], {
        property: "domain",
        from: { kind: "secret" },
        to: { kind: "secret" },
        effect: "replaces",
      });
      assert.equal(change.domain, "secret");
      assert.equal(change.runnable, false);
      assert.ok(change.commands.every((command) => command.includes("<Domain, to be filled in>")));
      assert.ok(!JSON.stringify(change).includes("never-shown"));
    });

    it("doesn't take the pool of a renamed domain for changed: the engine names what is", () => {
      const held = prefixInputs({ userPoolId: secret });
      const change = changeOf([replace(held, { ...held, domain: "my-other-app" }, ["domain"], first)]);
      assert.deepEqual(
        change.changes.map(({ property }) => property),
        ["domain"],
      );
    });

    it("shows what may change in place, whole objects too", () => {
      const held = customInputs();
      const change = changeOf([
        step("update", {
          oldState: stateBefore(held),
          newState: stateAfter({ ...held, customDomainConfig: secret }),
        }),
      ]);
      assert.equal(change.impact, "in place");
      assert.deepEqual(
        change.changes.map(({ property, to }) => [property, to.kind]),
        [["customDomainConfig", "secret"]],
      );
    });
  });

  describe("after a refresh", () => {
    const refresh = step("refresh", { oldState: stateBefore(prefixInputs({ managedLoginVersion: 1 })) });

    it("tells what was changed outside of Pulumi", () => {
      const update = step("update", {
        oldState: stateBefore(prefixInputs({ managedLoginVersion: 2 })),
        newState: stateAfter(prefixInputs({ managedLoginVersion: 1 })),
      });
      assert.deepEqual(changeOf([refresh, update]).drift, [
        {
          property: "managedLoginVersion",
          from: { kind: "value", value: 1 },
          to: { kind: "value", value: 2 },
        },
      ]);
    });

    it("tells that a domain which is created had been deleted outside of Pulumi", () => {
      const change = changeOf([refresh, step("create", { newState: stateAfter(prefixInputs()) })]);
      assert.equal(change.recreated, true);
    });

    it("doesn't tell that sign-in ends where a domain was found gone", () => {
      const other = { ...refresh, urn: urn("other") };
      const gone = step("delete", { oldState: stateBefore(prefixInputs()) });
      assert.deepEqual(reportOf([other, gone]).domains, []);
    });

    it("tells that sign-in ends where a domain is there and deleted", () => {
      const remove = step("delete", { oldState: stateBefore(prefixInputs()) });
      assert.equal(changeOf([refresh, remove]).impact, "sign-in ends");
    });
  });

  describe("as a whole", () => {
    const everything = [
      step("create", { urn: urn("e"), newState: stateAfter(prefixInputs({ domain: "e" })) }),
      step("update", {
        urn: urn("d"),
        oldState: stateBefore(prefixInputs({ managedLoginVersion: 1 })),
        newState: stateAfter(prefixInputs({ managedLoginVersion: 2 })),
      }),
      {
        ...replace(prefixInputs(), prefixInputs({ domain: "c", userPoolId: "us-east-1_C" }), ["domain"]),
        urn: urn("c"),
      },
      { ...replace(prefixInputs(), prefixInputs({ domain: "b" }), ["domain"], first), urn: urn("b") },
      step("delete", { urn: urn("a"), oldState: stateBefore(prefixInputs()) }),
    ];

    it("lists the gravest first, whatever the engine's order", () => {
      const names = reportOf(everything).domains.map(({ name }) => name);
      assert.deepEqual(names, ["a", "b", "c", "d", "e"]);
      assert.deepEqual(
        reportOf(everything.toReversed()).domains.map(({ name }) => name),
        names,
      );
    });

    it("has the gravest for its verdict", () => {
      const verdicts = everything.map((_, index) => reportOf(everything.slice(0, index + 1)).verdict);
      assert.deepEqual(verdicts, ["none", "in place", "new address", "outage", "sign-in ends"]);
    });

    it("is as its schema says", () => {
      assert.deepEqual(reportSchema.strict().parse(reportOf(everything)), reportOf(everything));
    });

    it("finds domains in components, and takes their children for others", () => {
      const nested = `urn:pulumi:dev::shop::my:app:App$${urn("").split("::")[2]}::login`;
      const child = urn("record", "pulumi-nodejs:dynamic/cognito:UserPoolDomain$aws:route53/record:Record");
      const report = reportOf([
        step("create", { urn: nested, newState: stateAfter(prefixInputs()) }),
        step("create", { urn: child }),
      ]);
      assert.deepEqual(
        report.domains.map(({ name }) => name),
        ["login"],
      );
      assert.deepEqual(report.others, { create: 1 });
    });

    it("counts other resources that change, and names none", () => {
      const other = (op: string) => step(op, { urn: urn("secret-name", "aws:cognito/userPool:UserPool") });
      const ops = ["update", "create", "create", "same", "read", "refresh", "create-replacement"];
      const report = reportOf(ops.map(other));
      assert.deepEqual(report.others, { create: 2, update: 1 });
      assert.ok(!JSON.stringify(report).includes("secret-name"));
    });

    it("knows the stack and the project", () => {
      const { project, stack } = reportOf([]);
      assert.deepEqual([project, stack], ["shop", "dev"]);
    });

    it("has no verdict on a preview that failed", () => {
      assert.equal(reportOf(everything, { errors: ["it failed"] }).verdict, "preview failed");
    });

    it("takes the Region from the stack where a domain has none", () => {
      const wanted = { domain: "my-app", userPoolId: unknownValue };
      const change = changeOf([step("create", { newState: stateAfter(wanted) })], { region: "eu-west-1" });
      assert.match(change.commands[0] ?? "", /--region eu-west-1/);
      assert.ok(!poolId.startsWith("eu-west-1"));
    });
  });
});
