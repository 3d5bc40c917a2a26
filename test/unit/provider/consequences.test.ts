import assert from "node:assert/strict";
import type { DomainInputs } from "../../../provider/inputs";
import { planChange } from "../../../provider/plan/plan";
import { unknownValue } from "../../../provider/unknown";
import { certificate, customInputs, prefixInputs, stateOf } from "./support";

/** What a reviewer reads, a line each. */
function told(held: DomainInputs, wanted: DomainInputs): string {
  return planChange(stateOf(held), wanted)
    .consequences.map(({ level, text }) => `${level}: ${text}`)
    .join("\n");
}

const newCertificate = { customDomainConfig: { certificateArn: certificate("b") } };

describe("A reviewer is told", () => {
  it("that sign-in stops, from the delete until ACTIVE, and for how long", () => {
    const text = told(customInputs(), customInputs({ domain: "login.example.com" }));
    assert.match(
      text,
      /^outage: Sign-in at auth\.example\.com stops with its delete and works again once login\.example\.com is ACTIVE and its DNS record leads there: usually 5 to 15 minutes, and up to 1 hour\./,
    );
  });

  it("that sign-in at a domain that FAILED, which may still work, stops", () => {
    const { consequences } = planChange(stateOf(customInputs(), { Status: "FAILED" }), customInputs());
    assert.equal(consequences[0]?.level, "outage");
    assert.match(
      consequences[0]?.text ?? "",
      /^auth\.example\.com is FAILED, so it is deleted\. Sign-in, if it still works there, stops/,
    );
  });

  it("of no outage where somebody else is deleting the domain already", () => {
    const { consequences } = planChange(stateOf(customInputs(), { Status: "DELETING" }), customInputs());
    assert.deepEqual(
      consequences.filter(({ level }) => level === "outage"),
      [],
    );
    assert.match(consequences.map(({ text }) => text).join("\n"), /is DELETING already\. Sign-in works once/);
  });

  it("that a prefix is back within a minute", () => {
    assert.match(
      told(prefixInputs(), prefixInputs({ domain: "my-other-app" })),
      /^outage: .*usually up to 1 minute\./,
    );
  });

  it("that a name may linger when the same name is created again", () => {
    assert.match(
      told(customInputs(), customInputs({ userPoolId: "us-east-1_Other0001" })),
      /outage: After its delete the name auth\.example\.com can stay taken/,
    );
  });

  it("of no outage where the new domain is created first", () => {
    const text = told(prefixInputs(), customInputs());
    assert.doesNotMatch(text, /outage:/);
    assert.match(
      text,
      /notice: auth\.example\.com is created first, and my-app is deleted once it is ACTIVE/,
    );
    assert.match(text, /action: .* Keep the record in the same program, since my-app is deleted/);
  });

  it("of an outage where the new domain isn't waited for: the old one is deleted all the same", () => {
    const text = told(prefixInputs(), customInputs({ waitForDeployment: false }));
    assert.match(
      text,
      /outage: auth\.example\.com is created first, but not waited for, .*: my-app is deleted while the new one isn't ACTIVE yet, and nobody can sign in until auth\.example\.com is ACTIVE and its DNS record leads there: usually 5 to 15 minutes/,
    );
    assert.doesNotMatch(text, /there is no gap/);
  });

  it("that people sign in to another user pool", () => {
    assert.match(
      told(prefixInputs(), prefixInputs({ userPoolId: "us-east-1_Other0001" })),
      /action: People sign in to user pool us-east-1_Other0001 from then on, .* no longer to us-east-1_AbCdEf123/,
    );
    const unknown = prefixInputs({ userPoolId: unknownValue });
    assert.match(told(prefixInputs(), unknown), /action: The user pool isn't known yet\. If it is another/);
    assert.doesNotMatch(told(prefixInputs(), prefixInputs({ domain: "my-other-app" })), /People sign in/);
  });

  it("that DNS must follow a new CloudFront name, and only for custom domains", () => {
    assert.match(
      told(customInputs(), customInputs({ domain: "login.example.com" })),
      /action: .*CloudFront name: sign-in at login\.example\.com works only once its DNS alias record/,
    );
    assert.doesNotMatch(told(prefixInputs(), prefixInputs({ domain: "my-other-app" })), /CloudFront/);
  });

  it("that passkeys move with the RP ID", () => {
    assert.match(
      told(prefixInputs(), customInputs()),
      /action: The passkey RP ID moves .* on the prefix domain/,
    );
  });

  it("that the sign-in address changes", () => {
    assert.match(
      told(prefixInputs(), prefixInputs({ domain: "my-other-app" })),
      /action: The sign-in address changes from my-app to my-other-app/,
    );
  });

  it("that a certificate takes up to 1 hour", () => {
    assert.match(told(customInputs(), customInputs(newCertificate)), /^notice: .*up to 1 hour/);
  });

  it("how long a change of branding takes, and that managed login needs a style", () => {
    const prefix = told(prefixInputs({ managedLoginVersion: 1 }), prefixInputs({ managedLoginVersion: 2 }));
    assert.match(prefix, /^action: .*CreateManagedLoginBranding/);
    assert.match(prefix, /notice: .*up to 1 minute to show on a prefix domain/);
    const custom = told(customInputs({ managedLoginVersion: 2 }), customInputs({ managedLoginVersion: 1 }));
    assert.match(custom, /^notice: .*up to 5 minutes to show on a custom domain/);
  });

  it("that the failover is removed", () => {
    const routing = { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check-1" } };
    assert.match(told(customInputs({ routing }), customInputs()), /notice: The failover is removed/);
    assert.match(
      told(customInputs(), customInputs({ routing })),
      /notice: From now on the Route 53 health check/,
    );
  });

  it("which security policy comes, and that there is something to do where it takes fewer clients", () => {
    const [older, newer] = (["TLS_V1_2_2021", "TLS_V1_3_2025"] as const).map((securityPolicy) =>
      customInputs({ customDomainConfig: { certificateArn: certificate("a"), securityPolicy } }),
    ) as [DomainInputs, DomainInputs];
    assert.match(told(older, newer), /action: .*the security policy TLS_V1_3_2025: browsers and clients/);
    assert.match(told(newer, older), /notice: .*takes older versions of TLS than TLS_V1_3_2025/);
    const unknown = { certificateArn: certificate("a"), securityPolicy: unknownValue as never };
    assert.match(
      told(newer, customInputs({ customDomainConfig: unknown })),
      /action: .*another security policy:/,
    );
  });

  it("the same while values are unknown, without showing a placeholder", () => {
    const unknown = unknownValue as never;
    const text = [
      told(customInputs(), customInputs({ domain: unknown })),
      told(customInputs(), customInputs({ customDomainConfig: unknown })),
      told(customInputs(), customInputs({ routing: unknown })),
    ].join("\n");
    assert.match(text, /works again once the new domain is ACTIVE/);
    assert.match(text, /certificate takes up to 1 hour/);
    assert.doesNotMatch(text, new RegExp(unknownValue));
  });

  it("the worst first, each with its source", () => {
    const { consequences } = planChange(
      stateOf(customInputs()),
      customInputs({ domain: "login.example.com" }),
    );
    const levels = consequences.map(({ level }) => level);
    assert.deepEqual(
      levels,
      [...levels].sort((a, b) => ranks.indexOf(a) - ranks.indexOf(b)),
    );
    for (const { source } of consequences) assert.match(source, /^https:\/\//);
  });
});

const ranks = ["outage", "action", "notice"];
