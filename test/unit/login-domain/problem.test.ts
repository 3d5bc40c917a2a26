import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { LoginDomain, type LoginDomainArgs } from "../../../login-domain";
import { problemOf } from "../../../login-domain/problem";
import { pool, usual, zone } from "./made";

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/given";
const named = { domain: "auth.example.com", userPoolId: pool };
const routing = { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "there" } };

describe("What a LoginDomain can't be made of", () => {
  // As a program in JavaScript gives it, which no types hold back.
  const refused: [string, object, RegExp][] = [
    ["no zone", named, /^has no hostedZoneId: give .* or dns: false and a certificateArn\.$/],
    ["no zone, although a certificate", { ...named, certificateArn }, /^has no hostedZoneId/],
    ["no DNS and no certificate", { ...named, dns: false }, /^has dns: false and no certificateArn/],
    ["no DNS and a zone", { ...usual, dns: false, certificateArn }, /^has dns: false, and a hostedZoneId/],
    [
      "no DNS and a record on the parent",
      { ...named, dns: false, certificateArn, parentPlaceholder: true },
      /^has dns: false, and a hostedZoneId or parentPlaceholder/,
    ],
    [
      "names for a certificate that is there",
      { ...usual, certificateArn, subjectAlternativeNames: ["example.com"] },
      /^has a certificateArn and subjectAlternativeNames/,
    ],
    [
      "names that are an output",
      { ...usual, subjectAlternativeNames: pulumi.output(["example.com"]) },
      /^has subjectAlternativeNames that aren't an array of texts/,
    ],
    [
      "a name that is an output",
      { ...usual, subjectAlternativeNames: [pulumi.output("example.com")] },
      /^has subjectAlternativeNames that aren't an array of texts/,
    ],
    [
      "two ways to fail over",
      { ...usual, failover: { secondaryRegion: "us-west-2" }, routing },
      /^has failover and routing/,
    ],
  ];
  for (const [what, args, problem] of refused) {
    it(`is ${what}`, () => {
      assert.match(problemOf(args as LoginDomainArgs) ?? "", problem);
    });
  }

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
    for (const args of allowed) assert.equal(problemOf(args), undefined);
    // @ts-expect-error: a certificate can't be validated without a zone
    const withoutZone: LoginDomainArgs = { ...named };
    // @ts-expect-error: there has to be a certificate
    const withoutCertificate: LoginDomainArgs = { ...named, dns: false };
    // @ts-expect-error: one health check decides
    const twice: LoginDomainArgs = { ...usual, routing, failover: { secondaryRegion: "us-west-2" } };
    assert.ok([withoutZone, withoutCertificate, twice, zone]);
  });
});
