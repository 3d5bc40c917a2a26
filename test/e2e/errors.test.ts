import assert from "node:assert/strict";
import { useCloud } from "./support/cloud";
import { customDomain, prefixDomain } from "./support/domains";
import { assertExplained } from "./support/outcome";
import { domainProgram } from "./support/programs";
import { outcomeOf, useStack } from "./support/story";

const noCredentials = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
/** Port 9, which is reserved and on which nothing listens. */
const nobodyThere = "http://127.0.0.1:9";

describe("an error that a person reads", () => {
  const cloud = useCloud();

  describe("of values that the service would refuse", () => {
    const stack = useStack(cloud, () =>
      domainProgram(
        customDomain(cloud, {
          domain: "Auth.example.com",
          customDomainConfig: { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/one" },
        }),
      ),
    );
    const preview = outcomeOf(() => stack.preview());

    it("fails the preview, with each value and what to write instead", () => {
      assertExplained(
        preview,
        /domain "Auth\.example\.com" has upper-case letters: write "auth\.example\.com"/,
        /certificateArn "[^"]*" is a certificate in eu-west-1.*us-east-1 only/,
      );
    });

    it("comes before any call", () => assert.deepEqual(preview.calls, []));
  });

  describe("of a property that there is none", () => {
    const misspelt = { certificateARN: "arn:aws:acm:us-east-1:123456789012:certificate/one" };
    const stack = useStack(cloud, () =>
      domainProgram({ ...prefixDomain(cloud), customDomainConfig: misspelt as never }),
    );
    const preview = outcomeOf(() => stack.preview());

    it("names the nearest known one", () => {
      assertExplained(preview, /did you mean customDomainConfig\.certificateArn\?/);
    });
  });

  describe("of a key in the stack configuration that isn't supported", () => {
    const stack = useStack(cloud, () => domainProgram(prefixDomain(cloud)));
    const preview = outcomeOf(async () => {
      await stack.configure({ "aws:maxRetrys": "3" });
      return stack.preview();
    });

    it("fails the preview, and says how to mend it", () => {
      assertExplained(
        preview,
        /aws:maxRetrys.*did you mean aws:maxRetries\?.*pulumi config rm aws:maxRetrys/,
      );
    });

    it("comes before any call", () => assert.deepEqual(preview.calls, []));
  });

  describe("of missing credentials", () => {
    const stack = useStack(
      cloud,
      () => domainProgram(prefixDomain(cloud)),
      () => noCredentials,
    );
    const up = outcomeOf(() => stack.up());

    it("names the ways to give them", () => {
      assertExplained(up, /No credentials were found\..*aws:profile.*AWS_ACCESS_KEY_ID/);
    });

    it("comes before any call", () => assert.deepEqual(up.calls, []));
  });

  describe("of an account that isn't allowed", () => {
    const stack = useStack(cloud, () => domainProgram(prefixDomain(cloud)));
    const up = outcomeOf(async () => {
      await stack.configure({ "aws:allowedAccountIds[0]": "210987654321" });
      return stack.up();
    });

    it("names both accounts and what to do", () => {
      assertExplained(
        up,
        /of AWS account 123456789012, but aws:allowedAccountIds allows 210987654321.*aws:profile/,
      );
    });

    it("comes before any call to Cognito", () => {
      assert.deepEqual(
        up.calls.map(({ operation }) => operation),
        ["GetCallerIdentity"],
      );
    });
  });

  describe("of an endpoint where nobody listens", () => {
    const stack = useStack(
      cloud,
      () => domainProgram(prefixDomain(cloud)),
      () => ({ AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: nobodyThere }),
    );
    const up = outcomeOf(async () => {
      await stack.configure({ "aws:maxRetries": "0" });
      return stack.up();
    });

    it("says what was tried and what to check", () => {
      assertExplained(up, /ECONNREFUSED/, /check the network.*aws:endpoints/);
    });

    it("leaves nothing in the state", async () => assert.deepEqual((await stack.state()).resources, []));
  });

  describe("of a delete that the service refuses", () => {
    const stack = useStack(cloud, () => domainProgram(prefixDomain(cloud, { domain: "kept" })));
    outcomeOf(() => stack.up());
    const destroy = outcomeOf(() => {
      const error = { name: "NotAuthorizedException", message: "Not allowed." };
      cloud.emulator.inject({ operation: "DeleteUserPoolDomain", error });
      return stack.destroy();
    });

    it("names the domain, what the service said, and what to check", () => {
      assertExplained(
        destroy,
        /Deleting the domain kept on user pool .* failed: Not allowed\./,
        /cognito-idp:CreateUserPoolDomain/,
        /DeleteUserPoolDomain, NotAuthorizedException, request /,
      );
    });

    it("keeps the domain in the state", async () => {
      assert.equal((await stack.state()).resource("login").id, "kept");
    });
  });
});
