import assert from "node:assert/strict";
import { convertRequest } from "../../../../cli/convert/convert";
import type { Remark } from "../../../../cli/convert/remark";

const certificate = "arn:aws:acm:us-east-1:123456789012:certificate/one";
const custom = {
  Domain: "auth.example.com",
  UserPoolId: "eu-west-1_AbCdEf123",
  CustomDomainConfig: { CertificateArn: certificate },
};

describe("a request as TypeScript", () => {
  it("declares the domain, under a name made from it", () => {
    const { name, inputs, code, remarks } = convertRequest(custom);
    assert.equal(name, "auth-example-com");
    assert.equal(
      code,
      `import { UserPoolDomain } from "pulumi-cognito-domain";

const authExampleComDomain = new UserPoolDomain("auth-example-com", {
  domain: "auth.example.com",
  userPoolId: "eu-west-1_AbCdEf123",
  customDomainConfig: {
    certificateArn: "${certificate}",
  },
});
`,
    );
    assert.deepEqual(inputs, {
      domain: "auth.example.com",
      userPoolId: "eu-west-1_AbCdEf123",
      customDomainConfig: { certificateArn: certificate },
    });
    assert.deepEqual(remarks, []);
  });

  it("has the name that is given", () => {
    const { name, code } = convertRequest(custom, { name: "sign-in" });
    assert.equal(name, "sign-in");
    assert.match(code, /^const signInDomain = new UserPoolDomain\("sign-in", \{$/m);
  });

  it("has the Region of the calls, where it isn't the one in the pool's id", () => {
    assert.equal(convertRequest(custom, { region: "eu-west-1" }).inputs["region"], undefined);
    const elsewhere = convertRequest(custom, { region: "eu-central-1" });
    assert.equal(elsewhere.inputs["region"], "eu-central-1");
    assert.deepEqual(kinds(elsewhere.remarks), ["note region"]);
  });

  it("is printed with what the preview would refuse, which is said", () => {
    const refused = {
      ...custom,
      CustomDomainConfig: { CertificateArn: "arn:aws:acm:eu-west-1:1:certificate/a" },
    };
    const { code, remarks } = convertRequest(refused);
    assert.match(code, /certificateArn: "arn:aws:acm:eu-west-1:1:certificate\/a"/);
    assert.deepEqual(kinds(remarks), ["refused customDomainConfig.certificateArn"]);
    assert.match(remarks[0]?.message ?? "", /^customDomainConfig\.certificateArn "arn:aws:acm:eu-west-1:1:/);
  });

  it("says what outputs of a description are left out", () => {
    const { inputs, remarks } = convertRequest({ ...custom, Status: "ACTIVE", Version: "1" });
    assert.deepEqual(inputs, convertRequest(custom).inputs);
    assert.deepEqual(
      remarks.map(({ kind, message }) => `${kind} ${message}`),
      ["note Status, Version: left out, since only the service says it."],
    );
  });

  describe("of a skeleton", () => {
    /** `aws cognito-idp create-user-pool-domain --generate-cli-skeleton`, AWS CLI 1.46. */
    const skeleton = {
      Domain: "",
      UserPoolId: "",
      ManagedLoginVersion: 0,
      CustomDomainConfig: { CertificateArn: "", SecurityPolicy: "TLS_V1" },
      Routing: { Failover: { SecondaryRegion: "", PrimaryRoute53HealthCheckId: "" } },
    };
    const leftOut = [
      "placeholder customDomainConfig",
      "placeholder managedLoginVersion",
      "placeholder routing",
    ];

    it("has what is required to fill in, and nothing else", () => {
      const { name, inputs, code, remarks } = convertRequest(skeleton);
      assert.equal(name, "login");
      assert.deepEqual(inputs, { domain: "", userPoolId: "" });
      assert.match(
        code,
        /^\/\/ TODO: domain is to be filled in: the request has the placeholder ""\. .*\n\/\/ TODO: userPoolId is .*\nconst loginDomain = /m,
      );
      assert.deepEqual(kinds(remarks), ["placeholder domain", "placeholder userPoolId", ...leftOut]);
    });

    it("that is about a prefix domain leaves out what is for a custom one", () => {
      const { inputs, remarks } = convertRequest({
        ...skeleton,
        Domain: "shop",
        UserPoolId: "us-east-1_AbC",
      });
      assert.deepEqual(inputs, { domain: "shop", userPoolId: "us-east-1_AbC" });
      assert.deepEqual(kinds(remarks), leftOut);
    });

    it("that is about a custom domain asks for its certificate", () => {
      const { inputs, remarks } = convertRequest({ ...skeleton, Domain: custom.Domain });
      assert.deepEqual(inputs["customDomainConfig"], { certificateArn: "", securityPolicy: "TLS_V1" });
      assert.ok(kinds(remarks).includes("placeholder customDomainConfig.certificateArn"));
    });

    it("has its security policy doubted while other placeholders are there, and not otherwise", () => {
      const CustomDomainConfig = { CertificateArn: certificate, SecurityPolicy: "TLS_V1" };
      const doubt = "placeholder customDomainConfig.securityPolicy";
      const doubted = convertRequest({ ...skeleton, ...custom, CustomDomainConfig });
      assert.ok(kinds(doubted.remarks).includes(doubt));
      assert.match(
        doubted.code,
        /^\/\/ TODO: customDomainConfig\.securityPolicy is "TLS_V1", which every skeleton/m,
      );
      const meant = convertRequest({ ...custom, CustomDomainConfig });
      assert.deepEqual(kinds(meant.remarks), ["note customDomainConfig.securityPolicy"]);
    });

    it("has a number taken for what was filled in", () => {
      const { inputs, remarks } = convertRequest({ ...skeleton, ...custom, ManagedLoginVersion: 1 });
      assert.equal(inputs["managedLoginVersion"], 1);
      assert.deepEqual(kinds(remarks), ["placeholder routing"]);
    });

    it("is about no kind of domain while the domain is a placeholder", () => {
      const { inputs } = convertRequest({ ...skeleton, Domain: "<auth.example.com>" });
      assert.deepEqual(inputs, { domain: "", userPoolId: "" });
    });

    it("asks for what is missing beside what was filled in", () => {
      const Routing = { Failover: { SecondaryRegion: "us-west-2", PrimaryRoute53HealthCheckId: "" } };
      const { inputs, remarks } = convertRequest({ ...custom, Routing });
      assert.deepEqual(inputs["routing"], {
        failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "" },
      });
      assert.deepEqual(kinds(remarks), ["placeholder routing.failover.primaryRoute53HealthCheckId"]);
    });

    it("has no placeholder in the code that could be deployed", () => {
      const { inputs } = convertRequest({ Domain: "string", UserPoolId: "us-east-1_AbC" });
      assert.equal(inputs["domain"], "");
    });
  });

  for (const placeholder of ["", " ", "string", "<value>", null]) {
    it(`takes ${JSON.stringify(placeholder)} for a placeholder`, () => {
      const { inputs, remarks } = convertRequest({ ...custom, UserPoolId: placeholder });
      assert.equal(inputs["userPoolId"], "");
      assert.deepEqual(kinds(remarks), ["placeholder userPoolId"]);
    });
  }

  for (const placeholder of [0, 123, "number", "integer", ""]) {
    it(`takes ${JSON.stringify(placeholder)} for a placeholder of a number`, () => {
      const { inputs, remarks } = convertRequest({ ...custom, ManagedLoginVersion: placeholder });
      assert.ok(!("managedLoginVersion" in inputs));
      assert.deepEqual(kinds(remarks), ["placeholder managedLoginVersion"]);
    });
  }

  it("takes the alternatives of a documentation for a placeholder", () => {
    const SecurityPolicy = "'TLS_V1'|'TLS_V1_2_2021'|'TLS_V1_3_2025'";
    const { inputs } = convertRequest({
      ...custom,
      CustomDomainConfig: { CertificateArn: certificate, SecurityPolicy },
    });
    assert.deepEqual(inputs["customDomainConfig"], { certificateArn: certificate });
  });

  it("asks for what an update doesn't have to say, and a program does", () => {
    const { inputs, remarks } = convertRequest({ CustomDomainConfig: custom.CustomDomainConfig });
    assert.deepEqual(inputs, {
      domain: "",
      userPoolId: "",
      customDomainConfig: { certificateArn: certificate },
    });
    assert.deepEqual(kinds(remarks), ["placeholder domain", "placeholder userPoolId"]);
    assert.match(remarks[0]?.message ?? "", /^domain is to be filled in: the request has none\. /);
  });

  it("asks for the certificate that a custom domain is without", () => {
    const { inputs, remarks } = convertRequest({ Domain: custom.Domain, UserPoolId: custom.UserPoolId });
    assert.deepEqual(inputs["customDomainConfig"], { certificateArn: "" });
    assert.deepEqual(kinds(remarks), ["placeholder customDomainConfig.certificateArn"]);
  });
});

function kinds(remarks: readonly Remark[]): string[] {
  return remarks.map(({ kind, path }) => `${kind} ${path}`);
}
