import assert from "node:assert/strict";
import type { DomainInputs } from "../../../provider/inputs";
import { unknownValue } from "../../../provider/unknown";
import { reportObject } from "../../../report/report";
import { how, todosOf } from "../../../report/words";
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
      assert.deepEqual(change.successor, {
        domain: "login.example.com",
        usualMinutes: [5, 15],
        longestMinutes: 120,
      });
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
      assert.match(
        commands[1] ?? "",
        /^\{ while status=\$\(aws .*describe-user-pool-domain .* != "None" \]; do sleep/,
      );
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
    assert.match(change.commands[0] ?? "", /create-user-pool-domain/);
    assert.match(change.commands[1] ?? "", /= ACTIVE \]; \}$/);
  });

  it("tells of a gap where the new one comes first and isn't waited for", () => {
    const change = changeOf([
      replace(prefixInputs(), customInputs({ waitForDeployment: false }), ["domain"]),
    ]);
    assert.deepEqual([change.impact, change.order], ["outage", "create first"]);
    assert.equal(change.successor?.longestMinutes, 60);
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

  it("tells of an outage where a domain FAILED, at which sign-in may still work", () => {
    const change = changeOf([
      replace(customInputs(), customInputs(), ["status"], { ...first, status: "FAILED" }),
    ]);
    assert.equal(change.impact, "outage");
    assert.deepEqual(change.changes[0]?.from, { kind: "value", value: "FAILED" });
  });

  it("tells of no outage where somebody is deleting the domain already", () => {
    const change = changeOf([
      replace(customInputs(), customInputs(), ["status"], { ...first, status: "DELETING" }),
    ]);
    assert.equal(change.impact, "none");
    assert.ok(change.consequences.every(({ level }) => level !== "outage"));
  });

  it("takes the longest time from the timeouts of the old one's delete and the new one's create", () => {
    const held = customInputs({ timeouts: { delete: "2h" } });
    const wanted = customInputs({ domain: "login.example.com", timeouts: { create: "3h" } });
    const change = changeOf([replace(held, wanted, ["domain"], first)]);
    assert.equal(change.successor?.longestMinutes, 300);
  });

  it("takes no less than the usual time for the longest", () => {
    const wanted = customInputs({ domain: "login.example.com", timeouts: { create: "1m" } });
    const change = changeOf([replace(customInputs(), wanted, ["domain"], first)]);
    assert.deepEqual(change.successor, {
      domain: "login.example.com",
      usualMinutes: [5, 15],
      longestMinutes: 75,
    });
  });

  it("tells that a change under way is waited for, and asked for again where it isn't in force", () => {
    const wanted = customInputs();
    const busy = step("update", {
      oldState: stateBefore(wanted, { status: "UPDATING" }),
      newState: stateAfter(wanted),
    });
    const change = changeOf([busy]);
    assert.deepEqual([change.impact, change.duration], ["in place", "5 to 15 minutes, and up to 1 hour"]);
    assert.match(how(change), /^Waited for until it is ACTIVE; what isn't in force by then is sent again$/);
  });

  it("tells that a name which moves to another pool takes longer, and whose users sign in then", () => {
    const wanted = prefixInputs({ userPoolId: "us-east-1_Other0001" });
    const change = changeOf([replace(prefixInputs(), wanted, ["userPoolId"], first)]);
    assert.equal(change.duration, "up to 1 minute, and some minutes more until the name is free");
    assert.deepEqual(todosOf(change), ["See to the other pool's users and app clients"]);
  });

  it("says where a gap could be avoided", () => {
    const wanted = customInputs({ domain: "my.other.app" });
    const change = changeOf([replace(prefixInputs(), wanted, ["customDomainConfig", "domain"], first)]);
    assert.equal(change.impact, "outage");
    assert.match(
      change.consequences.at(-1)?.text ?? "",
      /^The old domain isn't in the way.*there would be no gap/,
    );
  });

  describe("that the service will refuse", () => {
    it("because the old domain stays until the new one is there: deleteBeforeReplace is false", () => {
      const wanted = customInputs({ domain: "login.example.com" });
      const change = changeOf([replace(customInputs(), wanted, ["domain"])]);
      assert.equal(change.impact, "refused");
      assert.match(
        change.consequences[0]?.text ?? "",
        /auth\.example\.com is deleted only afterwards, and a user pool has one/,
      );
      assert.deepEqual([change.commands, change.duration], [[], null]);
    });

    it("because it is told to replace a domain by itself", () => {
      const change = changeOf([replace(customInputs(), customInputs(), ["id"])]);
      assert.equal(change.impact, "refused");
      assert.deepEqual(change.causes, ["--replace"]);
    });

    it("unless the create takes over the domain that it finds", () => {
      const wanted = customInputs({ adoptExisting: true });
      const change = changeOf([replace(customInputs(), wanted, ["id"])]);
      assert.deepEqual([change.action, change.impact], ["adopt", "none"]);
    });

    it("because retainOnDelete keeps what is in the way", () => {
      const wanted = customInputs({ domain: "login.example.com" });
      const change = changeOf([
        replace(customInputs(), wanted, ["domain"], { ...first, retainOnDelete: true }),
      ]);
      assert.equal(change.impact, "refused");
      assert.match(change.consequences[0]?.text ?? "", /stays in the cloud, because retainOnDelete is set/);
    });

    const old = stateBefore(customInputs());

    it("because the domain is there under the name that the resource had before", () => {
      const { domains } = reportOf([
        step("create", { urn: urn("new"), newState: stateAfter(customInputs()) }),
        step("delete", { urn: urn("old"), oldState: old }),
      ]);
      assert.deepEqual(
        domains.map(({ name, impact }) => [name, impact]),
        [
          ["old", "sign-in ends"],
          ["new", "refused"],
        ],
      );
      assert.deepEqual(domains.slice(1).flatMap(todosOf), ["Add an alias for old"]);
    });

    it("unless that is taken over, and then left as it is", () => {
      const { domains } = reportOf([
        step("create", {
          urn: urn("new"),
          newState: stateAfter(customInputs({ adoptExisting: true })),
        }),
        step("delete", { urn: urn("old"), oldState: old }),
      ]);
      assert.deepEqual(
        domains.map(({ name, action, impact }) => [name, action, impact]),
        [
          ["new", "adopt", "none"],
          ["old", "forget", "none"],
        ],
      );
    });

    it("because another resource has the one domain that a pool may have of its kind", () => {
      const other = customInputs({ domain: "other.example.com" });
      const change = changeOf([
        step("create", { urn: urn("new"), newState: stateAfter(other) }),
        step("same", { urn: urn("old"), oldState: old, newState: stateAfter(customInputs()) }),
      ]);
      assert.equal(change.impact, "refused");
      assert.match(
        change.consequences[0]?.text ?? "",
        /resource old has auth\.example\.com on the same user pool/,
      );
    });

    it("because two resources ask for the same", () => {
      const asks = (name: string) => step("create", { urn: urn(name), newState: stateAfter(prefixInputs()) });
      const { domains } = reportOf([asks("one"), asks("two")]);
      assert.deepEqual(
        domains.map(({ impact }) => impact),
        ["refused", "refused"],
      );
    });

    it("and not because of what isn't known, is secret, goes first, or is in another Region", () => {
      const creates = (name: string, inputs: object) =>
        step("create", { urn: urn(name), newState: stateAfter(inputs) });
      const { domains } = reportOf([
        creates("a", { domain: unknownValue, userPoolId: unknownValue }),
        creates("b", { domain: unknownValue, userPoolId: unknownValue }),
        creates("c", { domain: "[secret]", userPoolId: "[secret]" }),
        creates("d", { domain: "[secret]", userPoolId: "[secret]" }),
        creates("e", prefixInputs({ userPoolId: "eu-west-1_Other0001" })),
        creates("f", prefixInputs({ domain: "blog", userPoolId: "us-east-1_Other0001" })),
        {
          ...replace(
            prefixInputs({ domain: "blog", userPoolId: "us-east-1_Other0001" }),
            prefixInputs(),
            ["domain", "userPoolId"],
            first,
          ),
          urn: urn("g"),
        },
      ]);
      assert.deepEqual(
        domains.filter(({ impact }) => impact === "refused"),
        [],
      );
    });
  });

  it("keeps what is said of a new address where retainOnDelete keeps the old domain, and it isn't in the way", () => {
    const held = stateBefore(prefixInputs(), { retainOnDelete: true });
    const change = changeOf([
      step("replace", {
        oldState: held,
        newState: stateAfter(customInputs()),
        replaceReasons: ["customDomainConfig", "domain"],
      }),
    ]);
    assert.deepEqual([change.impact, change.order], ["new address", "keep the old"]);
    assert.deepEqual(todosOf(change), [
      "Move applications and redirect URIs",
      "Point the DNS alias record anew",
      "See to the passkey RP ID",
    ]);
    assert.match(
      change.consequences.at(-1)?.text ?? "",
      /my-app leaves Pulumi's state and stays in the cloud/,
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
        ["customDomainConfig.certificateArn", "none", "with the new domain"],
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

    it("has no name for a domain that isn't known yet, nor a change of it", () => {
      const change = changeOf([
        step("create", { newState: stateAfter(prefixInputs({ domain: unknownValue })) }),
      ]);
      assert.equal(change.domain, null);
      assert.deepEqual(
        change.changes.map(({ property }) => property),
        ["userPoolId"],
      );
    });

    it("says so of what stands in an object, too", () => {
      const customDomainConfig = { certificateArn: unknownValue };
      const created = changeOf([
        step("create", { newState: stateAfter(customInputs({ customDomainConfig })) }),
      ]);
      assert.deepEqual(created.changes.at(-1), {
        property: "customDomainConfig.certificateArn",
        from: { kind: "none" },
        to: { kind: "unknown" },
        effect: "with the new domain",
      });
      const promoted = changeOf([
        replace(prefixInputs(), customInputs({ customDomainConfig }), ["customDomainConfig", "domain"]),
      ]);
      assert.deepEqual(promoted.changes.at(-1)?.to, { kind: "unknown" });
      assert.ok(!JSON.stringify([created, promoted]).includes(unknownValue));
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
      assert.equal(change.domain, null);
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
        [
          ["customDomainConfig.certificateArn", "secret"],
          ["customDomainConfig.securityPolicy", "secret"],
        ],
      );
    });

    it("says so of what stands in an object of a new domain, too", () => {
      const wanted = customInputs({ customDomainConfig: { certificateArn: secret } });
      const change = changeOf([step("create", { newState: stateAfter(wanted) })]);
      assert.deepEqual(change.changes.at(-1)?.to, { kind: "secret" });
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

    it("tells so where an engine has a delete of what it found gone", () => {
      const gone = step("delete", { oldState: stateBefore(prefixInputs()) });
      const change = changeOf([gone, step("create", { newState: stateAfter(prefixInputs()) })]);
      assert.deepEqual([change.action, change.recreated], ["create", true]);
    });

    it("tells that sign-in ends with a delete, whatever else was refreshed: it may be there", () => {
      const remove = step("delete", { oldState: stateBefore(prefixInputs()) });
      assert.equal(changeOf([refresh, remove]).impact, "sign-in ends");
      assert.equal(changeOf([{ ...refresh, urn: urn("other") }, remove]).impact, "sign-in ends");
    });

    it("tells what was changed outside of Pulumi, and stays so", () => {
      const same = step("same", {
        oldState: stateBefore(prefixInputs({ managedLoginVersion: 2 })),
        newState: stateAfter(prefixInputs()),
      });
      const change = changeOf([refresh, same]);
      assert.deepEqual([change.action, change.impact], ["keep", "none"]);
      assert.equal(change.drift.length, 1);
      assert.deepEqual(todosOf(change), ["See whether that was meant"]);
    });

    it("is silent on what stays as it was", () => {
      const same = step("same", {
        oldState: stateBefore(prefixInputs({ managedLoginVersion: 1 })),
        newState: stateAfter(prefixInputs()),
      });
      assert.deepEqual(reportOf([refresh, same]).domains, []);
    });
  });

  describe("with --show-replacement-steps", () => {
    const renamed = replace(prefixInputs(), prefixInputs({ domain: "b" }), ["domain"], first);
    const half = (op: string, state: object) => step(op, state);

    it("tells a replacement once", () => {
      const { oldState, newState } = renamed;
      const steps = [
        half("delete-replaced", { oldState }),
        renamed,
        half("create-replacement", { oldState, newState, replaceReasons: ["domain"] }),
      ];
      assert.equal(changeOf(steps).impact, "outage");
    });

    it("tells what an earlier replacement has left, which ends now", () => {
      const left = half("delete-replaced", { oldState: { ...stateBefore(customInputs()), delete: true } });
      const kept = half("same", {
        oldState: stateBefore(prefixInputs()),
        newState: stateAfter(prefixInputs()),
      });
      const change = changeOf([kept, left]);
      assert.equal(change.impact, "sign-in ends");
      assert.match(change.consequences.at(-1)?.text ?? "", /replaced in an earlier run/);
    });

    it("tells what is out of the program, and goes before what it depends on is replaced", () => {
      const change = changeOf([half("delete-replaced", { oldState: stateBefore(customInputs()) })]);
      assert.equal(change.impact, "sign-in ends");
      assert.match(
        change.consequences.at(-1)?.text ?? "",
        /goes before what it depends on, which is replaced/,
      );
    });
  });

  describe("of a program that only reads a domain from now on", () => {
    const managed = stateBefore(customInputs());

    it("tells that it stays", () => {
      const change = changeOf([
        step("read", { oldState: managed, newState: { ...stateAfter(customInputs()), external: true } }),
      ]);
      assert.deepEqual([change.action, change.impact], ["forget", "none"]);
    });

    it("tells that it is deleted where another is read under its name", () => {
      const other = { ...stateAfter(prefixInputs()), external: true };
      const change = changeOf([step("replace", { oldState: managed, newState: other })]);
      assert.equal(change.impact, "sign-in ends");
    });

    it("is silent on what it only read before", () => {
      const external = { ...managed, external: true };
      assert.deepEqual(reportOf([step("read", { oldState: external, newState: external })]).domains, []);
    });
  });

  it("isn't whole where a step isn't understood", () => {
    const report = reportOf([step("transmogrify", { oldState: stateBefore(prefixInputs()) })]);
    assert.equal(report.verdict, "incomplete");
    assert.match(
      report.errors[0] ?? "",
      /^login: the preview has "transmogrify" for it, which isn't known here/,
    );
  });

  describe("as a whole", () => {
    const on = (name: string, given: Partial<DomainInputs> = {}) =>
      prefixInputs({ domain: name, userPoolId: `us-east-1_${name.toUpperCase()}`, ...given });
    const everything = [
      step("create", { urn: urn("e"), newState: stateAfter(on("e")) }),
      step("update", {
        urn: urn("d"),
        oldState: stateBefore(on("d", { managedLoginVersion: 1 })),
        newState: stateAfter(on("d", { managedLoginVersion: 2 })),
      }),
      { ...replace(on("c"), on("h"), ["domain", "userPoolId"]), urn: urn("c") },
      { ...replace(on("b"), on("b", { domain: "i" }), ["domain"], first), urn: urn("b") },
      step("delete", { urn: urn("a"), oldState: stateBefore(on("a")) }),
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
      assert.deepEqual(reportObject.strict().parse(reportOf(everything)), reportOf(everything));
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
      assert.equal(reportOf(everything, { errors: ["it failed"] }).verdict, "incomplete");
    });

    it("takes the Region from the stack where a domain has none", () => {
      const wanted = { domain: "my-app", userPoolId: unknownValue };
      const change = changeOf([step("create", { newState: stateAfter(wanted) })], { region: "eu-west-1" });
      assert.match(change.commands[0] ?? "", /--region eu-west-1/);
      assert.ok(!poolId.startsWith("eu-west-1"));
    });
  });
});
