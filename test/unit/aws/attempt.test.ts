import assert from "node:assert/strict";
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolDomainCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { mayHaveTakenEffect } from "../../../provider/aws/attempt";

function failedWith(properties: object): Error {
  return Object.assign(new Error("failed"), properties);
}

function answered(httpStatusCode: number): Error {
  return failedWith({ $metadata: { httpStatusCode } });
}

describe("whether an attempt that failed may have taken effect", () => {
  const neverReached = {
    ECONNREFUSED: failedWith({ code: "ECONNREFUSED", syscall: "connect" }),
    ENOTFOUND: failedWith({ code: "ENOTFOUND", syscall: "getaddrinfo" }),
    EAI_AGAIN: failedWith({ code: "EAI_AGAIN", syscall: "getaddrinfo" }),
    EHOSTUNREACH: failedWith({ code: "EHOSTUNREACH", syscall: "connect" }),
    ENETUNREACH: failedWith({ code: "ENETUNREACH", syscall: "connect" }),
    "ECONNREFUSED without a system call": failedWith({ code: "ECONNREFUSED" }),
    "a connection that the system gave up opening": failedWith({ code: "ETIMEDOUT", syscall: "connect" }),
    "a connection that was reset while it was opened": failedWith({ code: "ECONNRESET", syscall: "connect" }),
    "a certificate that nobody signed": failedWith({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
    "a certificate for another name": failedWith({ code: "ERR_TLS_CERT_ALTNAME_INVALID" }),
    "a certificate that has expired": failedWith({ code: "CERT_HAS_EXPIRED" }),
    "every address of a host refusing": failedWith({
      code: "ECONNREFUSED",
      errors: [failedWith({ syscall: "connect" }), failedWith({ syscall: "connect" })],
    }),
  };
  for (const [what, failure] of Object.entries(neverReached)) {
    it(`it can't have with ${what}, which never reached the service`, () => {
      assert.equal(mayHaveTakenEffect(failure), false);
    });
  }

  for (const status of [301, 400, 403, 413, 429]) {
    it(`it can't have when the service refused it with ${status}`, () => {
      assert.equal(mayHaveTakenEffect(answered(status)), false);
    });
  }

  for (const status of [500, 502, 503, 504]) {
    it(`it may have when the answer was ${status}`, () => {
      assert.equal(mayHaveTakenEffect(answered(status)), true);
    });
  }

  it("it may have when the answer was 200 and couldn't be read", () => {
    assert.equal(mayHaveTakenEffect(answered(200)), true);
  });

  const unheard = {
    ECONNRESET: failedWith({ code: "ECONNRESET" }),
    "ECONNRESET while reading": failedWith({ code: "ECONNRESET", syscall: "read" }),
    EPIPE: failedWith({ code: "EPIPE", syscall: "write" }),
    "an answer that didn't come in time": failedWith({ name: "TimeoutError", code: "ETIMEDOUT" }),
    "one of several addresses breaking off": failedWith({
      errors: [failedWith({ syscall: "connect" }), failedWith({ code: "ECONNRESET", syscall: "read" })],
    }),
    "what nobody knows": failedWith({}),
  };
  for (const [what, failure] of Object.entries(unheard)) {
    it(`it may have with ${what}`, () => {
      assert.equal(mayHaveTakenEffect(failure), true);
    });
  }

  it("it can't have when the SDK gave up opening a connection", async () => {
    const hostThatIsNeverFound = { lookup: () => undefined };
    const client = new CognitoIdentityProviderClient({
      region: "us-east-1",
      endpoint: "http://cognito.example.test",
      credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" },
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 20, httpAgent: hostThatIsNeverFound },
    });
    const failure = await client
      .send(new DescribeUserPoolDomainCommand({ Domain: "shop" }))
      .catch((error) => error);
    assert.deepEqual([failure.name, mayHaveTakenEffect(failure)], ["TimeoutError", false]);
  });
});
