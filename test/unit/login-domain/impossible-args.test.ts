import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { LoginDomain, type LoginDomainArgs } from "../../../login-domain";
import { problemOf } from "../../../login-domain/impossible-args";
import { pool, usual, zone } from "./made";

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/given";
const named = { domain: "auth.example.com", userPoolId: pool };
const routing = { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "there" } };

describe("What a LoginDomain can't be made of", () => {
  // As a program in JavaScript gives it, which no types hold back.
  const refused: [string, object, RegExp][] = [
    ["no domain", { ...usual, domain: undefined }, /^has no domain: give one such as auth\.example\.com\.$/],
    ["no pool", { ...usual, userPoolId: undefined }, /^has no userPoolId: give one such as us-east-1_AbCd/],
    ["no zone", named, /^has no hostedZoneId: give .* or dns: false and a certificateArn\.$/],
    ["no zone, although a certificate", { ...named, certificateArn }, /^has no hostedZoneId/],
    ["no DNS and no certificate", { ...named, dns: false }, /^has dns: false and no certificateArn/],
    [
      "no DNS and a zone",
      { ...usual, dns: false, certificateArn },
      /^has dns: false, and beside it hostedZoneId, which would be used for nothing\. Leave that out, or dns\.$/,
    ],
    [
      "no DNS and a record on the parent of a zone",
      { ...usual, dns: false, certificateArn, parentPlaceholder: true },
      /beside it hostedZoneId and parentPlaceholder, .* Leave those out, or dns\.$/,
    ],
    [
      "names for a certificate that is there",
      { ...usual, certificateArn, subjectAlternativeNames: ["example.com"] },
      /^has a certificateArn and subjectAlternativeNames/,
    ],
    [
      "names that are an output",
      { ...usual, subjectAlternativeNames: pulumi.output(["example.com"]) },
      /^has subjectAlternativeNames that aren't an array of texts, but an output: /,
    ],
    [
      "a name that is an output",
      { ...usual, subjectAlternativeNames: ["example.com", pulumi.output("example.org")] },
      /, but one with an output: /,
    ],
    ["one name by itself", { ...usual, subjectAlternativeNames: "example.com" }, /, but "example\.com": /],
    [
      "two ways to fail over",
      { ...usual, failover: { secondaryRegion: "us-west-2" }, routing },
      /^has failover and routing/,
    ],
  ];
  for (const [what, args, problem] of refused) {
    it(`is ${what}`, () => {
      const told = problemOf("login", args as LoginDomainArgs) ?? "";
      assert.match(told.replace(/^LoginDomain login /, ""), problem);
    });
  }

  it("is anything with an @pulumi/aws that knows no Region of a resource", () => {
    assert.equal(
      problemOf("login", usual, "6.83.4"),
      "LoginDomain login needs version 7 of @pulumi/aws, and this program has 6.83.4, which would make the certificate in the stack's Region instead of us-east-1. Run npm install @pulumi/aws@7.",
    );
    assert.equal(problemOf("login", usual, "7.2.0"), undefined);
  });

  it("is told with the component's name, and without a stack trace", () => {
    assert.throws(
      () => new LoginDomain("login", named as LoginDomainArgs),
      (error) => pulumi.RunError.isInstance(error) && error.message.startsWith("LoginDomain login has no "),
    );
  });

  it("is not what types allow", () => {
    const allowed: LoginDomainArgs[] = [
      usual,
      { ...usual, dns: true, certificateArn, parentPlaceholder: true, routing },
      { ...usual, subjectAlternativeNames: ["example.com"], failover: { secondaryRegion: "us-west-2" } },
      { ...named, dns: false, certificateArn },
    ];
    for (const args of allowed) assert.equal(problemOf("login", args), undefined);
    // @ts-expect-error: a certificate can't be validated without a zone
    const withoutZone: LoginDomainArgs = { ...named };
    // @ts-expect-error: there has to be a certificate
    const withoutCertificate: LoginDomainArgs = { ...named, dns: false };
    // @ts-expect-error: one health check decides
    const twice: LoginDomainArgs = { ...usual, routing, failover: { secondaryRegion: "us-west-2" } };
    assert.ok([withoutZone, withoutCertificate, twice, zone]);
  });
});
