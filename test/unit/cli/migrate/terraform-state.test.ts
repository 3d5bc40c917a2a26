import assert from "node:assert/strict";
import { readTerraformState, terraformDomainsIn } from "../../../../cli/migrate/terraform-state";

const certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/one";
const values = {
  certificate_arn: certificate,
  domain: "auth.example.com",
  id: "auth.example.com",
  managed_login_version: 2,
  region: "eu-west-1",
  aws_account_id: "123456789012",
  user_pool_id: "eu-west-1_AbCdEf123",
};

/** As Terraform documents a resource of a state. */
function instance(address: string, more: object = {}) {
  return {
    address,
    mode: "managed",
    type: "aws_cognito_user_pool_domain",
    name: /\.([\w-]+)(\[.*\])?$/.exec(address)?.[1],
    provider_name: "registry.terraform.io/hashicorp/aws",
    schema_version: 0,
    values,
    sensitive_values: {},
    ...more,
  };
}

function stateOf(root_module: object) {
  return { format_version: "1.0", terraform_version: "1.14.3", values: { root_module } };
}

function domainsIn(root_module: object) {
  return terraformDomainsIn(readTerraformState(stateOf(root_module)));
}

describe("the old domains in a Terraform state", () => {
  it("have name, values and Region", () => {
    assert.deepEqual(domainsIn({ resources: [instance("aws_cognito_user_pool_domain.main")] }), [
      {
        address: "aws_cognito_user_pool_domain.main",
        name: "main",
        domain: "auth.example.com",
        userPoolId: "eu-west-1_AbCdEf123",
        certificateArn: certificate,
        managedLoginVersion: 2,
        region: "eu-west-1",
        awsAccountId: "123456789012",
        secrets: { inputs: [], outputs: [] },
        warnings: [],
        comments: [],
      },
    ]);
  });

  it("have what was sensitive, where it stands in a successor, and say so in the program", () => {
    const sensitive_values = { certificate_arn: true, s3_bucket: true, tags: {}, domain: false };
    const [old] = domainsIn({
      resources: [instance("aws_cognito_user_pool_domain.main", { sensitive_values })],
    });
    assert.deepEqual(old?.secrets, {
      inputs: ["customDomainConfig.certificateArn"],
      outputs: ["s3Bucket"],
    });
    assert.deepEqual(old?.comments, ["certificate_arn was sensitive in Terraform: give it as a secret."]);
  });

  it("have neither certificate nor version where version 5 of the provider writes empty ones", () => {
    const older = { ...values, certificate_arn: "", managed_login_version: null, domain: "shop" };
    const [old] = domainsIn({
      resources: [instance("aws_cognito_user_pool_domain.main", { values: older })],
    });
    assert.equal(old?.domain, "shop");
    assert.equal(old?.certificateArn, undefined);
    assert.equal(old?.managedLoginVersion, undefined);
  });

  it("have the Region in the pool's id, where the provider writes none", () => {
    const { region: _, ...older } = { ...values, user_pool_id: "ap-south-1_AbCdEf123" };
    const [old] = domainsIn({
      resources: [instance("aws_cognito_user_pool_domain.main", { values: older })],
    });
    assert.equal(old?.region, "ap-south-1");
  });

  it("are found in every module, and nowhere else", () => {
    const data = instance("data.aws_cognito_user_pool_domain.main", { mode: "data" });
    const pool = instance("aws_cognito_user_pool.main", { type: "aws_cognito_user_pool" });
    const deep = {
      address: "module.a.module.b",
      resources: [instance("module.a.module.b.aws_cognito_user_pool_domain.x")],
    };
    const root = { resources: [data, pool], child_modules: [{ address: "module.a", child_modules: [deep] }] };
    assert.deepEqual(
      domainsIn(root).map(({ address }) => address),
      ["module.a.module.b.aws_cognito_user_pool_domain.x"],
    );
  });

  it("are called as in Terraform, with key and modules where that takes them apart", () => {
    const addresses = {
      "aws_cognito_user_pool_domain.only": "only",
      "aws_cognito_user_pool_domain.counted[0]": "counted-0",
      "aws_cognito_user_pool_domain.counted[1]": "counted-1",
      'aws_cognito_user_pool_domain.each["eu.prod"]': "each-eu-prod",
      "aws_cognito_user_pool_domain.main": "main",
      "module.auth.aws_cognito_user_pool_domain.main": "auth-main",
      'module.tenant["a"].module.auth.aws_cognito_user_pool_domain.main': "tenant-a-auth-main",
      "module.tenant[1].aws_cognito_user_pool_domain.main": "tenant-1-main",
      "module.tenant-1.aws_cognito_user_pool_domain.main": "tenant-1-main-2",
    };
    const indexes = { "[0]": 0, "[1]": 1, '["eu.prod"]': "eu.prod" } as Record<string, unknown>;
    const resources = Object.keys(addresses).map((address) => {
      const key = /(\[[^[]*\])$/.exec(address)?.[1];
      return instance(address, key === undefined ? {} : { index: indexes[key] });
    });
    const named = domainsIn({ resources }).map(({ address, name }) => [address, name]);
    assert.deepEqual(Object.fromEntries(named), addresses);
  });

  it("tell what they depended on", () => {
    const depends_on = ["aws_acm_certificate.auth", "aws_cognito_user_pool.main"];
    const [old] = domainsIn({ resources: [instance("aws_cognito_user_pool_domain.main", { depends_on })] });
    assert.deepEqual(old?.comments, [
      "In Terraform it depended on aws_acm_certificate.auth, aws_cognito_user_pool.main: what your program has of these goes into the inputs.",
    ]);
  });

  for (const [what, more] of [
    ["tainted", { tainted: true }],
    ["left of a replacement", { deposed_key: "deadbeef" }],
  ] as const) {
    it(`are refused when one is ${what}`, () => {
      assert.throws(
        () => domainsIn({ resources: [instance("aws_cognito_user_pool_domain.main", more)] }),
        /^Error: aws_cognito_user_pool_domain\.main is about to be replaced\. .*terraform untaint/,
      );
    });
  }

  it("are none in a state that holds nothing", () => {
    assert.deepEqual(terraformDomainsIn(readTerraformState({ format_version: "1.0" })), []);
  });
});

describe("a Terraform state", () => {
  const wrong: [string, object, RegExp][] = [
    ["a plan", { format_version: "1.2", planned_values: {} }, /This is Terraform's plan.*without a file/],
    ["a version to come", { format_version: "2.0" }, /format_version \("2\.0"\): isn't 0 or 1/],
    [
      "something else",
      stateOf({ child_modules: [{ resources: [{ address: 1 }] }] }),
      /values\.root_module\.child_modules\[0\]\.resources\[0\]\.address \(1\): /,
    ],
  ];
  for (const [what, value, message] of wrong) {
    it(`isn't ${what}`, () => {
      assert.throws(() => readTerraformState(value), message);
    });
  }
});
