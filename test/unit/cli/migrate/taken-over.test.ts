import assert from "node:assert/strict";
import { declarationIn } from "../../../../cli/migrate/taken-over";
import { secretOf } from "../../../../cli/secret";
import { typescriptOf } from "../../../../code/typescript";
import { providerReference, resourceType } from "../../../../provider/resource-type";
import { held, pool, resource, urn } from "./support";

function codeFor(more: object): string {
  const inputs = { domain: "shop", userPoolId: held.userPoolId, __provider: providerReference };
  const login = resource(resourceType, "login", { id: "shop", inputs, ...more });
  return typescriptOf([declarationIn(login)])
    .split("\n")
    .slice(2)
    .join("\n");
}

describe("a domain that the state has, as a program declares it", () => {
  it("has its name and inputs", () => {
    assert.equal(
      codeFor({}),
      `const loginDomain = new UserPoolDomain("login", {
  domain: "shop",
  userPoolId: "us-east-1_AbCdEf123",
});
`,
    );
  });

  it("has its parent and protection, and says what the state can't tell of its inputs", () => {
    const parent = urn("my:app:App", "app");
    assert.equal(
      codeFor({ parent, protect: true, dependencies: [pool.urn] }),
      `// It depends on pool (aws:cognito/userPool:UserPool): keep your program's own expression.
// The parent is app (my:app:App).
// Leave protect out where the program didn't have it before: pulumi up notes that.
const loginDomain = new UserPoolDomain(
  "login",
  {
    domain: "shop",
    userPoolId: "us-east-1_AbCdEf123",
  },
  { parent: app, protect: true },
);
`,
    );
  });

  it("has nothing that a preview would accept in the place of a secret", () => {
    const code = codeFor({ inputs: { domain: "shop", userPoolId: secretOf("us-east-1_A") } });
    assert.match(code, /^\/\/ TODO: userPoolId is a secret: keep your program's own expression there\.$/m);
    assert.match(code, /userPoolId: "",/);
  });
});
