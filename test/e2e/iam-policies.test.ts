import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import type { Call } from "../../emulator/index";
import type { DomainInputs } from "../../provider/inputs";
import { useCloud } from "./support/cloud";
import { cognitoDomain } from "./support/command";
import { customDomain, importEntry, otherCertificate } from "./support/domains";
import { newFolder } from "./support/installation";
import { assertSucceeded } from "./support/outcome";
import { domainProgram } from "./support/programs";
import { somebodyCreates } from "./support/somebody";
import { outcomeOf, useStack } from "./support/story";

const folder = path.join(__dirname, "../../docs/iam");

// What an identity policy of IAM can be made of, as far as it is used here: no wildcard in an action, no condition.
const policy = z.strictObject({
  Version: z.literal("2012-10-17"),
  Statement: z.array(
    z.strictObject({
      Sid: z.string().regex(/^[A-Za-z0-9]+$/),
      Effect: z.literal("Allow"),
      Action: z.array(z.string().regex(/^[a-z][a-z-]*:[A-Z][A-Za-z]+$/)).nonempty(),
      Resource: z.union([z.literal("*"), z.array(z.string().regex(/^arn:aws:/)).nonempty()]),
    }),
  ),
});

/**
 * What a statement on an action may name. Service Authorization Reference, "Actions, resources, and condition keys for
 * Amazon Cognito User Pools" and "… for Amazon CloudFront"; the guide to custom domains wants the latter on all.
 */
const resourcesOf: Record<string, RegExp> = {
  "cognito-idp:DescribeUserPoolDomain": /^\*$/,
  "cognito-idp:ListUserPools": /^\*$/,
  "cognito-idp:DescribeUserPool": /^arn:aws:cognito-idp:[\w-]+:\d{12}:userpool\/\*$/,
  "cognito-idp:CreateUserPoolDomain": /^arn:aws:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+_[0-9a-zA-Z]+$/,
  "cognito-idp:UpdateUserPoolDomain": /^arn:aws:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+_[0-9a-zA-Z]+$/,
  "cognito-idp:DeleteUserPoolDomain": /^arn:aws:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+_[0-9a-zA-Z]+$/,
  "cloudfront:UpdateDistribution": /^\*$/,
};

describe("The IAM policies", () => {
  for (const file of readdirSync(folder)) {
    describe(file, () => {
      it("is a policy as IAM takes it, with every action spelled out", () => {
        policy.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8")));
      });

      it("is linked in SECURITY.md", () => {
        assert.ok(
          readFileSync(path.join(folder, "../../SECURITY.md"), "utf8").includes(`(docs/iam/${file})`),
        );
      });

      it("names only resources that its actions can be limited to", () => {
        for (const { Action, Resource } of statementsOf(file)) {
          for (const action of Action) {
            for (const resource of [Resource].flat())
              assert.match(resource, resourcesOf[action] ?? /^$/, action);
          }
        }
      });
    });
  }

  describe("in the life of a domain", () => {
    const cloud = useCloud();
    let wanted: DomainInputs;
    const stack = useStack(cloud, () => {
      wanted = customDomain(cloud);
      return domainProgram(wanted);
    });
    const preview = outcomeOf(() => stack.preview());
    const create = outcomeOf(() => stack.up());
    const refreshed = outcomeOf(() => stack.refresh());
    const previewOfUpdate = outcomeOf(async () => {
      await stack.write(
        domainProgram({ ...wanted, customDomainConfig: { certificateArn: otherCertificate } }),
      );
      return stack.preview();
    });
    const refreshingPreview = outcomeOf(() => stack.preview("--refresh"));
    const update = outcomeOf(() => stack.up());
    const replace = outcomeOf(async () => {
      await stack.write(domainProgram({ ...wanted, domain: "login.example.com" }));
      return stack.up();
    });
    const destroy = outcomeOf(() => stack.destroy());

    it("went well", () => {
      for (const outcome of [create, refreshed, refreshingPreview, update, replace, destroy]) {
        assertSucceeded(outcome);
      }
    });

    it("aren't needed for a preview, which calls nothing", () => {
      assert.deepEqual(actionsOf(preview, previewOfUpdate), []);
    });

    it("let a refresh, and a preview with one, do all they do: preview.json", () => {
      assert.deepEqual(actionsOf(refreshed), allowedBy("preview.json"));
      assert.deepEqual(actionsOf(refreshingPreview), allowedBy("preview.json"));
    });

    it("allow just what create, update, replacement and destroy call: deploy.json", () => {
      assert.deepEqual(actionsOf(create, update, replace, destroy), allowedBy("deploy.json"));
    });

    it("have for a custom domain what Cognito does in the caller's name, and the package never: custom-domain.json", () => {
      assert.deepEqual(allowedBy("custom-domain.json"), ["cloudfront:UpdateDistribution"]);
    });
  });

  describe("in an import", () => {
    const cloud = useCloud();
    let wanted: DomainInputs;
    const stack = useStack(cloud, () => {
      wanted = customDomain(cloud);
      return domainProgram(wanted);
    });
    before(() => somebodyCreates(cloud, wanted));
    const imported = outcomeOf(() => stack.import([importEntry("login", wanted)]));
    const refreshed = outcomeOf(() => stack.refresh());

    it("aren't needed, as it calls nothing", () => {
      assertSucceeded(imported);
      assert.deepEqual(actionsOf(imported), []);
    });

    it("let the refresh after it read the domain: preview.json", () => {
      assertSucceeded(refreshed);
      assert.deepEqual(actionsOf(refreshed), allowedBy("preview.json"));
    });
  });

  describe("in the command that imports", () => {
    const cloud = useCloud();

    it("allow just what it calls: import.json", async function () {
      this.timeout("30s");
      cloud.emulator.createDomain({ domain: "shop", userPoolId: cloud.emulator.createPool().id });
      assertSucceeded(await cognitoDomain(cloud, await newFolder("import"), "import", "--all"));
      assert.deepEqual(actionsOf(cloud.emulator), allowedBy("import.json"));
    });
  });

  describe("with a role to assume and accounts that are allowed", () => {
    const cloud = useCloud();
    const stack = useStack(cloud, () => domainProgram(customDomain(cloud)));
    const preview = outcomeOf(async () => {
      await stack.configure({
        "aws:allowedAccountIds[0]": "123456789012",
        "aws:assumeRoles[0].roleArn": "arn:aws:iam::123456789012:role/deploy",
      });
      return stack.preview();
    });
    const create = outcomeOf(() => stack.up());
    const destroy = outcomeOf(() => stack.destroy());

    it("still aren't needed for a preview", () => assert.deepEqual(actionsOf(preview), []));

    it("stay as they are: GetCallerIdentity needs none, and the role is assumed by whoever runs Pulumi", () => {
      assertSucceeded(create);
      assertSucceeded(destroy);
      const ofCognito = ["CreateUserPoolDomain", "DeleteUserPoolDomain", "DescribeUserPoolDomain"];
      assert.deepEqual(actionsOf(create, destroy), [
        ...ofCognito.map((operation) => `cognito-idp:${operation}`),
        "sts:AssumeRole",
        "sts:GetCallerIdentity",
      ]);
      const assumed = create.calls.filter(({ operation }) => operation === "AssumeRole");
      assert.doesNotMatch(assumed[0]?.principal ?? "", /assumed-role/);
    });
  });
});

function statementsOf(file: string) {
  return policy.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8"))).Statement;
}

/** The actions that a policy allows, each once. */
function allowedBy(file: string): string[] {
  return [...new Set(statementsOf(file).flatMap(({ Action }) => Action))].sort();
}

/** The IAM actions that commands called for, each once. An operation's action has its name. */
function actionsOf(...outcomes: readonly { readonly calls: readonly Call[] }[]): string[] {
  const called = outcomes.flatMap(({ calls }) => calls.map(({ operation }) => operation));
  const actions = called.map((operation) =>
    /UserPool/.test(operation) ? `cognito-idp:${operation}` : `sts:${operation}`,
  );
  return [...new Set(actions)].sort();
}
