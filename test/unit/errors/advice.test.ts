import assert from "node:assert/strict";
import { explain } from "../../../provider/errors/explanations";
import { ServiceError } from "../../../provider/errors/service-error";

const subject = { domain: "auth.example.com", userPoolId: "us-east-1_AbCdEf123", region: "us-east-1" };

function explained(exception: string, message = exception): string {
  return explain(new ServiceError({ operation: "DescribeUserPoolDomain", exception, message }), subject);
}

describe("An error on the way to the service", () => {
  const cases: [string, string, string | undefined, RegExp][] = [
    ["a role that may not be assumed", "AccessDenied", undefined, /sts:AssumeRole.*trust policy.*externalId/],
    [
      "an SSO session that has ended",
      "CredentialsProviderError",
      "The SSO session is expired",
      /aws sso login/,
    ],
    [
      "no credentials",
      "CredentialsProviderError",
      "Could not load credentials",
      /No credentials were found.*aws:profile/,
    ],
    ["a refused web identity", "InvalidIdentityToken", undefined, /aws:assumeRoleWithWebIdentity/],
    ["a token file that isn't there", "ENOENT", undefined, /webIdentityTokenFile/],
    ["a proxy that opens TLS", "SELF_SIGNED_CERT_IN_CHAIN", undefined, /aws:customCaBundle/],
    ["an unknown host", "ENOTFOUND", undefined, /no answer from AWS in us-east-1.*aws:endpoints/],
    ["expired credentials", "ExpiredTokenException", undefined, /have expired/],
  ];
  for (const [what, exception, message, advice] of cases) {
    it(`is explained: ${what}`, () => assert.match(explained(exception, message), advice));
  }
});
