import assert from "node:assert/strict";
import { unknownValue } from "../../provider/unknown";
import { problemsOf } from "../support/aws-types";

const record = "aws:route53/record:Record";
const alias = {
  name: "d111111abcdef8.cloudfront.net",
  zoneId: "Z2FDTNDATAQYW2",
  evaluateTargetHealth: false,
};
const right = { zoneId: "Z0123456789", name: "auth.example.com", type: "A", aliases: [alias] };

describe("The check of inputs against the types of @pulumi/aws", () => {
  it("finds nothing wrong where nothing is", () => {
    assert.deepEqual(problemsOf(record, right), []);
    const certificate = {
      domainName: "auth.example.com",
      subjectAlternativeNames: ["*.auth.example.com"],
      validationMethod: "DNS",
      region: "us-east-1",
      options: { certificateTransparencyLoggingPreference: "ENABLED" },
      tags: { team: "login" },
    };
    assert.deepEqual(problemsOf("aws:acm/certificate:Certificate", certificate), []);
  });

  for (const [what, type, inputs, problem] of [
    ["a property that there isn't", record, { ...right, alias: {} }, "alias is no property that there is"],
    [
      "a property that is missing",
      record,
      { name: right.name, type: right.type, aliases: right.aliases },
      "zoneId is missing",
    ],
    ["null in the place of a property", record, { ...right, zoneId: null }, "zoneId is missing"],
    ["text in the place of a number", record, { ...right, ttl: "60" }, "ttl is a string, and not a number"],
    ["a number in the place of text", record, { ...right, name: 1 }, "name is a number, and not a string"],
    [
      "text in the place of a boolean",
      record,
      { ...right, aliases: [{ ...alias, evaluateTargetHealth: "false" }] },
      "aliases[0].evaluateTargetHealth is a string, and not a boolean",
    ],
    [
      "a property that an object in a list doesn't have",
      record,
      { ...right, aliases: [alias, { ...alias, zone: "Z2FDTNDATAQYW2" }] },
      "aliases[1].zone is no property that there is",
    ],
    [
      "a property that an object in a list lacks",
      record,
      { ...right, aliases: [{ name: alias.name, zoneId: alias.zoneId }] },
      "aliases[0].evaluateTargetHealth is missing",
    ],
    [
      "an object in the place of a list",
      record,
      { ...right, aliases: alias },
      "aliases is an object, and not a list",
    ],
    [
      "a list in the place of an object",
      "aws:cognito/userPool:UserPool",
      { passwordPolicy: [{ minimumLength: 12 }] },
      "passwordPolicy is a list, and not an object",
    ],
    [
      "a wrong item in a list of texts",
      "aws:cognito/userPoolClient:UserPoolClient",
      { userPoolId: "us-east-1_AbCdEf123", callbackUrls: ["https://example.com", 1] },
      "callbackUrls[1] is a number, and not a string",
    ],
    [
      "a wrong value among tags",
      "aws:route53/healthCheck:HealthCheck",
      { type: "HTTPS", tags: { team: true } },
      'tags["team"] is a boolean, and not a string',
    ],
    [
      "a number in the place of one of a few texts",
      record,
      { ...right, type: 1 },
      "type is a number, and not a string",
    ],
    [
      "a value that is none of what it may be",
      "aws:iam/policy:Policy",
      { policy: 1 },
      "policy is a number, and not a string, or policy is a number, and not an object",
    ],
    [
      "a wrong argument of a function",
      "aws:route53/getZone:getZone",
      { name: "example.com", privateZone: "no" },
      "privateZone is a string, and not a boolean",
    ],
    [
      "a type that belongs to no module",
      "aws:index/provider:Provider",
      { assumeRoles: [{ roleArn: "arn:aws:iam::123456789012:role/deployer", duration: 60 }] },
      "assumeRoles[0].duration is a number, and not a string",
    ],
    [
      "a secret of the wrong type",
      record,
      {
        ...right,
        ttl: {
          "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
          value: "60",
        },
      },
      "ttl is a string, and not a number",
    ],
  ] as const) {
    it(`finds ${what}`, () => assert.deepEqual(problemsOf(type, inputs), [problem]));
  }

  it("finds everything at once", () => {
    assert.deepEqual(problemsOf(record, { nam: "auth", ttl: true }), [
      "nam is no property that there is",
      "name is missing",
      "ttl is a boolean, and not a number",
      "type is missing",
      "zoneId is missing",
    ]);
  });

  it("takes what isn't known yet for any value, however deep", () => {
    for (const later of [unknownValue, undefined]) {
      const inputs = {
        zoneId: later,
        name: later,
        type: "A",
        aliases: [{ ...alias, name: later }],
        ttl: later,
      };
      assert.deepEqual(problemsOf(record, inputs), []);
      assert.deepEqual(problemsOf(record, { ...right, aliases: later }), []);
    }
  });

  it("knows no other types than those of @pulumi/aws", () => {
    for (const type of ["aws:route53/recrod:Recrod", "aws:route53/record:Alias", "gcp:dns/record:Record"]) {
      const [problem = "", ...others] = problemsOf(type, {});
      assert.match(problem, new RegExp(`^${type} is no type of @pulumi/aws 7\\.`));
      assert.deepEqual(others, []);
    }
  });
});
