import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import type { Call } from "../../emulator/index";
import { stackSettings } from "../../provider/errors/settings";
import type { DomainInputs } from "../../provider/inputs";
import { useCloud } from "../e2e/support/cloud";
import { cognitoDomain } from "../e2e/support/command";
import { customDomain, importEntry, otherCertificate } from "../e2e/support/domains";
import { newFolder } from "../e2e/support/installation";
import { assertSucceeded } from "../e2e/support/outcome";
import { domainProgram } from "../e2e/support/programs";
import { somebodyCreates } from "../e2e/support/somebody";
import { outcomeOf, useStack } from "../e2e/support/story";

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

/**
 * What the guide to custom domains ("Using your own domain", Amazon Cognito developer guide) has people attach. No call can
 * confirm it: Cognito makes it, in the caller's name.
 */
const statementOfTheGuide = { action: "cloudfront:updateDistribution", resource: "*" };

/** The user pool that deploy.json is written for. */
const userPoolId = "us-east-1_AbCdEf123";

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
      wanted = customDomain(cloud, { userPoolId: cloud.emulator.createPool({ id: userPoolId }).id });
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

    const deploy = () => [create, update, replace, destroy].flatMap(({ calls }) => calls);

    it("allow it on the user pool that is put in: deploy.json", () => {
      for (const call of deploy()) assert.ok(isAllowed("deploy.json", call), JSON.stringify(call));
    });

    it("allow no change on another user pool: deploy.json", () => {
      const changes = deploy().filter(({ operation }) => operation !== "DescribeUserPoolDomain");
      assert.ok(changes.length > 3);
      for (const call of changes) assert.ok(!isAllowed("deploy.json", onPool("us-east-1_Another1", call)));
    });

    it("have for a custom domain the one statement of the developer guide: custom-domain.json", () => {
      const [statement, ...others] = statementsOf("custom-domain.json");
      const { action, resource } = statementOfTheGuide;
      assert.deepEqual(
        [statement?.Action.map((each) => each.toLowerCase()), statement?.Resource, others],
        [[action.toLowerCase()], resource, []],
      );
    });

    it("are those that an error names to who may not do it", () => {
      for (const action of [...allowedBy("deploy.json"), ...allowedBy("custom-domain.json")]) {
        assert.ok(stackSettings.permissions.includes(action.replace("cognito-idp:", "")), action);
      }
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
    before(() => {
      cloud.emulator.createPool({ id: userPoolId });
      cloud.emulator.createDomain({ domain: "shop", userPoolId });
    });

    async function callsOf(...options: string[]): Promise<Call[]> {
      const before = cloud.emulator.calls.length;
      assertSucceeded(await cognitoDomain(cloud, await newFolder("import"), "import", ...options));
      return cloud.emulator.calls.slice(before);
    }

    it("allow just what it calls: import.json", async () => {
      const calls = await callsOf("--all");
      assert.deepEqual(actionsOf({ calls }), allowedBy("import.json"));
      for (const call of calls) assert.ok(isAllowed("import.json", call), JSON.stringify(call));
    }).timeout("30s");

    for (const options of [["shop"], ["--user-pool-id", userPoolId]]) {
      it(`need no ListUserPools without --all: ${options.join(" ")}`, async () => {
        const calls = await callsOf(...options);
        const needed = allowedBy("import.json").filter((action) => action !== "cognito-idp:ListUserPools");
        assert.ok(calls.length > 0);
        for (const action of actionsOf({ calls })) assert.ok(needed.includes(action), action);
      }).timeout("30s");
    }
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

/** Whether a policy by itself allows a call, as IAM would look at it. */
function isAllowed(file: string, call: Call): boolean {
  const on = resourceOf(call);
  return statementsOf(file).some(
    ({ Action, Resource }) =>
      Action.includes(actionOf(call)) && [Resource].flat().some((resource) => matches(resource, on)),
  );
}

/** What IAM holds against a statement's resources: the pool, or anything where an action can't be limited to one. */
function resourceOf({ operation, request, region }: Call): string {
  const { UserPoolId } = request as { UserPoolId?: string };
  const isLimitable = operation !== "DescribeUserPoolDomain" && operation !== "ListUserPools";
  return isLimitable ? `arn:aws:cognito-idp:${region}:123456789012:userpool/${UserPoolId}` : "*";
}

/** A star stands for whatever is there. */
function matches(resource: string, on: string): boolean {
  const [beginning = "", ...rest] = resource.split("*");
  return rest.length === 0 ? on === resource : on.startsWith(beginning) && on.endsWith(rest.join("*"));
}

function onPool(UserPoolId: string, call: Call): Call {
  return { ...call, request: { ...(call.request as object), UserPoolId } };
}

/** The IAM actions that commands called for, each once. */
function actionsOf(...outcomes: readonly { readonly calls: readonly Call[] }[]): string[] {
  return [...new Set(outcomes.flatMap(({ calls }) => calls.map(actionOf)))].sort();
}

/** An operation's action has its name. */
function actionOf({ operation }: Call): string {
  return /UserPool/.test(operation) ? `cognito-idp:${operation}` : `sts:${operation}`;
}
