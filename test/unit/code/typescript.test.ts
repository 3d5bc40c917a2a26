import assert from "node:assert/strict";
import { typescriptOf } from "../../../code/typescript";
import { identifiersOfParents } from "./declarations";

describe("the TypeScript for domains", () => {
  it("declares a domain as the examples do", () => {
    const inputs = {
      domain: "auth.example.com",
      userPoolId: "eu-west-1_AbCdEf123",
      customDomainConfig: { certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/one" },
      managedLoginVersion: 2,
    };
    assert.equal(
      typescriptOf([{ name: "login", inputs }]),
      `import { UserPoolDomain } from "pulumi-cognito-domain";

const loginDomain = new UserPoolDomain("login", {
  domain: "auth.example.com",
  userPoolId: "eu-west-1_AbCdEf123",
  customDomainConfig: {
    certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/one",
  },
  managedLoginVersion: 2,
});
`,
    );
  });

  it("puts options on lines of their own, and comments above", () => {
    const declaration = {
      name: "login",
      inputs: { domain: "shop" },
      options: { parent: "app", protect: true as const },
      comments: ["the pool's id\ncame from the state"],
    };
    assert.equal(
      typescriptOf([declaration]).split("\n").slice(2).join("\n"),
      `// the pool's id came from the state
const loginDomain = new UserPoolDomain(
  "login",
  {
    domain: "shop",
  },
  { parent: app, protect: true },
);
`,
    );
  });

  it("gives every constant a name of its own", () => {
    const names = ["a-b", "a.b", "aB", "delete", "3scale", "…", "SSO login", "customDomain"];
    const text = typescriptOf(names.map((name) => ({ name, inputs: { domain: name } })));
    assert.deepEqual(
      [...text.matchAll(/^const (\S+)/gm)].map(([, name]) => name),
      [
        "aBDomain",
        "aBDomain2",
        "aBDomain3",
        "deleteDomain",
        "domain3scaleDomain",
        "domain",
        "ssoLoginDomain",
        "customDomain",
      ],
    );
  });

  it("has no name so long that the formatter would break its line", () => {
    const text = typescriptOf([{ name: "x".repeat(200), inputs: { domain: "shop" } }]);
    assert.ok(text.includes(`const ${"x".repeat(70)}Domain = new UserPoolDomain(\n`), text);
  });

  it("guesses what the program calls a parent", () => {
    const declaredBelow = (parent: string) =>
      typescriptOf([{ name: "login", inputs: { domain: "shop" }, options: { parent } }]);
    assert.match(declaredBelow("sign-in app"), /\{ parent: signInApp \}/);
    assert.match(declaredBelow("3scale"), /\{ parent: parent3scale \}/);
    for (const [parent, identifier] of Object.entries(identifiersOfParents))
      assert.match(declaredBelow(parent), new RegExp(`\\{ parent: ${identifier} \\}`));
  });

  it("lets a component be the parent that declares its domain itself", () => {
    const text = typescriptOf([{ name: "login", inputs: {}, options: { parent: "this" } }]);
    assert.match(text, /\{ parent: this \}/);
  });

  it("keeps any text within its quotes", () => {
    const text = typescriptOf([{ name: 'a"b\n`c`', inputs: { domain: "\u2028\\" } }]);
    assert.ok(text.includes("('a\"b\\n`c`', {"), text);
    assert.ok(text.includes('domain: "\\u2028\\\\"'), text);
  });
});
