import assert from "node:assert/strict";
import { readRequest, requestIn } from "../../../../cli/convert/request";

const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/one";

describe("a request that is read", () => {
  const read = (document: unknown) => readRequest(requestIn(document, "request.json"));

  const request = {
    Domain: "auth.example.com",
    UserPoolId: "eu-west-1_AbCdEf123",
    ManagedLoginVersion: 2,
    CustomDomainConfig: { CertificateArn: certificateArn, SecurityPolicy: "TLS_V1_2_2021" },
    Routing: { Failover: { SecondaryRegion: "us-west-2", PrimaryRoute53HealthCheckId: "abc" } },
  };
  const inputs = {
    domain: "auth.example.com",
    userPoolId: "eu-west-1_AbCdEf123",
    customDomainConfig: { certificateArn, securityPolicy: "TLS_V1_2_2021" },
    managedLoginVersion: 2,
    routing: { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "abc" } },
  };

  it("gives the inputs of the same names", () => {
    assert.deepEqual(read(request), inputs);
  });

  it("may have every value in a list of one, as R writes them", () => {
    const fromR = JSON.parse(JSON.stringify(request), (_, value) =>
      typeof value === "object" ? value : [value],
    );
    assert.deepEqual(fromR.CustomDomainConfig.CertificateArn, [certificateArn]);
    assert.deepEqual(read(fromR), inputs);
  });

  it("may have nothing in the place of what isn't asked for, in R, Python and YAML", () => {
    const place = { Domain: "shop", UserPoolId: "us-east-1_AbC" };
    const nothing = { CustomDomainConfig: [], Routing: {}, ManagedLoginVersion: null };
    assert.deepEqual(read({ ...place, ...nothing }), { domain: "shop", userPoolId: "us-east-1_AbC" });
    assert.deepEqual(read({ ...place, Routing: { Failover: null } }), read(place));
  });

  it("may have what jsonlite makes of NULL in the place of any value", () => {
    const fromR = { Domain: ["shop"], UserPoolId: {}, ManagedLoginVersion: {}, CustomDomainConfig: {} };
    assert.deepEqual(read(fromR), { domain: "shop" });
    const CustomDomainConfig = { CertificateArn: [certificateArn], SecurityPolicy: {} };
    assert.deepEqual(read({ CustomDomainConfig }), { customDomainConfig: { certificateArn } });
  });

  it("may be the answer of DescribeUserPoolDomain, whose outputs are passed over", () => {
    const outputs = {
      AWSAccountId: "123456789012",
      CloudFrontDistribution: "d111111abcdef8.cloudfront.net",
      S3Bucket: "bucket",
      Status: "ACTIVE",
      Version: "20260701000000",
    };
    const ResponseMetadata = { HTTPStatusCode: 200 };
    assert.deepEqual(read({ DomainDescription: { ...request, ...outputs } }), inputs);
    assert.deepEqual(read({ DomainDescription: { ...request, ...outputs }, ResponseMetadata }), inputs);
    assert.deepEqual(read({ ...request, ...outputs }), inputs);
  });

  it("keeps placeholders, be they of another type than the value", () => {
    assert.deepEqual(read({ Domain: "", ManagedLoginVersion: "integer" }), {
      domain: "",
      managedLoginVersion: "integer",
    });
  });

  const refused: [string, unknown, string | RegExp][] = [
    [
      "a text",
      "Domain=shop",
      /^request\.json is "Domain=shop", which is no request\. Expected an object such as \{ "Domain": /,
    ],
    [
      "a list",
      [{ Domain: "shop" }],
      /^request\.json is \[\{"Domain":"shop"\}\], which is no request\. Give one request at a time\. /,
    ],
    [
      "the answer for a name that isn't there",
      { DomainDescription: {} },
      "request.json describes no domain: the service answers so for a name that it doesn't have.",
    ],
    [
      "a misspelt member",
      { Domian: "shop" },
      problem(
        'Domian, which is "shop", is no member of a request; did you mean Domain? Allowed here: Domain, UserPoolId, CustomDomainConfig, ManagedLoginVersion, Routing',
      ),
    ],
    [
      "a member in camelCase",
      { userPoolId: "x" },
      problem(
        'userPoolId, which is "x", is no member of a request; did you mean UserPoolId? Allowed here: Domain, UserPoolId, CustomDomainConfig, ManagedLoginVersion, Routing',
      ),
    ],
    [
      "a misspelt member within another",
      { CustomDomainConfig: { CertificateARN: "x" } },
      problem(
        'CustomDomainConfig.CertificateARN, which is "x", is no member of a request; did you mean CertificateArn? Allowed here: CertificateArn, SecurityPolicy',
      ),
    ],
    [
      "a member that is like no other",
      { Tags: { a: "b" } },
      problem(
        'Tags, which is {"a":"b"}, is no member of a request. Allowed here: Domain, UserPoolId, CustomDomainConfig, ManagedLoginVersion, Routing',
      ),
    ],
    [
      "a member that only this package knows",
      { region: "eu-west-1" },
      problem(
        'region, which is "eu-west-1", is no member of a request. Allowed here: Domain, UserPoolId, CustomDomainConfig, ManagedLoginVersion, Routing',
      ),
    ],
    [
      "a prototype as a member",
      JSON.parse('{ "__proto__": { "Domain": "shop" } }'),
      problem(
        '__proto__, which is {"Domain":"shop"}, is no member of a request. Allowed here: Domain, UserPoolId, CustomDomainConfig, ManagedLoginVersion, Routing',
      ),
    ],
    [
      "what every object has as a member",
      { CustomDomainConfig: { constructor: "x" } },
      problem(
        'CustomDomainConfig.constructor, which is "x", is no member of a request. Allowed here: CertificateArn, SecurityPolicy',
      ),
    ],
    [
      "a text for a number",
      { ManagedLoginVersion: "2" },
      problem('ManagedLoginVersion is "2"; expected a number'),
    ],
    ["a number for a text", { UserPoolId: 12 }, problem("UserPoolId is 12; expected a string")],
    ["a list of two", { Domain: ["a", "b"] }, problem('Domain is ["a","b"]; expected a string')],
    ["a list of an object", { Routing: [{}] }, problem("Routing is [{}]; expected an object with Failover")],
    [
      "a text for an object",
      { Routing: { Failover: "us-west-2" } },
      problem(
        'Routing.Failover is "us-west-2"; expected an object with SecondaryRegion, PrimaryRoute53HealthCheckId',
      ),
    ],
  ];
  for (const [what, document, message] of refused) {
    it(`may not be or have ${what}`, () => {
      assert.throws(() => read(document), { message });
    });
  }

  it("has all its mistakes named at once", () => {
    assert.throws(() => read({ Domain: 1, UserPoolID: "x" }), {
      message: /^This request can't be converted\.\n {2}Domain is 1.*\n {2}UserPoolID, which is "x".*$/,
    });
  });
});

function problem(text: string): string {
  return `This request can't be converted.\n  ${text}`;
}
