import assert from "node:assert/strict";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { CreateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { type Call, startEmulator } from "../../../emulator/index";
import {
  type Credentials,
  clientFor,
  clientOfAccount,
  create,
  describeDomain,
  post,
  postForm,
  prefix,
  refusal,
  request,
  signed,
  signedForSts,
  testCredentials,
  useEmulator,
  useEmulators,
} from "./support";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe("an answer of Cognito", () => {
  const bench = useEmulator();

  it("is AWS JSON 1.1 with a request id", async () => {
    const { status, headers } = await post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"shop"}');
    assert.deepEqual([status, headers.get("content-type")], [200, "application/x-amz-json-1.1"]);
    assert.match(headers.get("x-amzn-requestid") ?? "", uuid);
  });

  it("has the error's name in body and header", async () => {
    const { status, headers, body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}");
    assert.deepEqual(
      [status, body.__type, headers.get("x-amzn-errortype")],
      [400, "InvalidParameterException", "InvalidParameterException"],
    );
  });

  it("says how long it is", async () => {
    const { headers, body } = await post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"shop"}');
    assert.equal(headers.get("content-length"), String(JSON.stringify(body).length));
  });

  it("is about the Region that the request is signed for", async () => {
    const client = clientFor(bench.emulator, { region: "ap-south-1" });
    const { id } = bench.emulator.createPool({ region: "ap-south-1" });
    await create({ client }, prefix(id));
    assert.equal(bench.emulator.domain("shop", "ap-south-1")?.userPoolId, id);
  });
});

describe("an answer of STS", () => {
  const bench = useEmulator();

  it("is XML with a request id within and without", async () => {
    const { status, headers, text } = await postForm(bench.emulator, { Action: "GetCallerIdentity" });
    const requestId = headers.get("x-amzn-requestid") ?? "";
    assert.match(requestId, uuid);
    assert.deepEqual([status, headers.get("content-type")], [200, "text/xml"]);
    assert.equal(
      text,
      '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
        "<Arn>arn:aws:iam::123456789012:user/emulator</Arn><UserId>AIDAEMULATORUSER0000</UserId><Account>123456789012</Account>" +
        `</GetCallerIdentityResult><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
    );
  });

  it("says whose fault an error is", async () => {
    const { status, headers, text } = await postForm(bench.emulator, { Action: "AssumeRole" });
    assert.deepEqual([status, headers.get("content-type")], [400, "text/xml"]);
    assert.match(
      text,
      /^<ErrorResponse xmlns="[^"]+"><Error><Type>Sender<\/Type><Code>ValidationError<\/Code>/,
    );
    assert.match(
      text,
      new RegExp(`<RequestId>${headers.get("x-amzn-requestid")}</RequestId></ErrorResponse>$`),
    );
  });

  it("says that an error of the service is the service's", async () => {
    bench.emulator.inject({ operation: "*", error: { name: "InternalFailure" } });
    const { status, text } = await postForm(bench.emulator, { Action: "GetCallerIdentity" });
    assert.equal(status, 500);
    assert.match(text, /<Type>Receiver<\/Type><Code>InternalFailure<\/Code>/);
  });
});

interface Flaw {
  why: string;
  /** What it makes of a good signature. */
  spoil(good: typeof signed): Record<string, string>;
  kind: keyof typeof signatureErrors;
  message: string | RegExp;
}

const signatureErrors = {
  missing: { json: "MissingAuthenticationTokenException", query: "MissingAuthenticationToken", status: 403 },
  incomplete: { json: "IncompleteSignatureException", query: "IncompleteSignature", status: 400 },
  mismatched: { json: "InvalidSignatureException", query: "SignatureDoesNotMatch", status: 403 },
};

// Worded as AWS was found to (mhart/kinesalite, mhart/dynalite). Where it would quote the header, no more is asked for.
const flaws: Flaw[] = [
  { why: "is missing", spoil: () => ({}), kind: "missing", message: /Missing Authentication Token$/i },
  {
    why: "is empty",
    spoil: (good) => ({ ...good, authorization: "" }),
    kind: "missing",
    message: /Missing Authentication Token$/i,
  },
  {
    why: "is of another scheme",
    spoil: (good) => ({ ...good, authorization: "Bearer token" }),
    kind: "incomplete",
    message: "Unsupported AWS 'algorithm': 'Bearer'.",
  },
  ...["Credential", "SignedHeaders", "Signature"].map(
    (part): Flaw => ({
      why: `has no ${part}`,
      spoil: (good) => ({ ...good, authorization: good.authorization.replace(`${part}=`, "Other=") }),
      kind: "incomplete",
      message: `Authorization header requires '${part}' parameter.`,
    }),
  ),
  {
    why: "has nothing in it",
    spoil: () => ({ authorization: "AWS4-HMAC-SHA256" }),
    kind: "incomplete",
    message:
      "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
  },
  {
    why: "has no date",
    spoil: ({ authorization }) => ({ authorization }),
    kind: "incomplete",
    message: "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
  },
  {
    why: "has a scope that lacks a part",
    spoil: (good) => ({ ...good, authorization: good.authorization.replace("/us-east-1", "") }),
    kind: "incomplete",
    message:
      /^Credential must have exactly 5 slash-delimited elements, e\.g\. keyid\/date\/region\/service\/term/,
  },
  {
    why: "has a scope with one part too many",
    spoil: (good) => ({ ...good, authorization: good.authorization.replace("/us-east-1", "/us/east-1") }),
    kind: "incomplete",
    message:
      /^Credential must have exactly 5 slash-delimited elements, e\.g\. keyid\/date\/region\/service\/term/,
  },
  {
    why: "is for another service",
    spoil: (good) => ({ ...good, authorization: good.authorization.replace(/cognito-idp|sts/, "s3") }),
    kind: "mismatched",
    message: /^Credential should be scoped to correct service: '(cognito-idp|sts)'\.$/,
  },
  {
    why: "is for no Region",
    spoil: (good) => ({ ...good, authorization: good.authorization.replace("us-east-1", "nowhere") }),
    kind: "mismatched",
    message: /^Credential should be scoped to a valid region/,
  },
  {
    why: "has another terminator",
    spoil: (good) => ({
      ...good,
      authorization: good.authorization.replace("aws4_request", "aws5_request"),
    }),
    kind: "mismatched",
    message: /^Credential should be scoped with a valid terminator: 'aws4_request'/,
  },
  {
    why: "is of another day",
    spoil: (good) => ({ ...good, authorization: good.authorization.replace("/20260701/", "/20260702/") }),
    kind: "mismatched",
    message: /^Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP/,
  },
];

describe("a signature", () => {
  const bench = useEmulator();

  for (const { why, spoil, kind, message } of flaws) {
    const { json, query, status } = signatureErrors[kind];
    const isWorded = (text = "") =>
      typeof message === "string" ? assert.equal(text, message) : assert.match(text, message);

    it(`that ${why} is refused by Cognito as ${json}`, async () => {
      const answer = await post(bench.emulator, "DescribeUserPoolDomain", "{}", spoil(signed));
      assert.deepEqual([answer.status, answer.body.__type], [400, json]);
      isWorded(answer.body.message);
    });

    it(`that ${why} is refused by STS as ${query}`, async () => {
      const answer = await postForm(bench.emulator, { Action: "GetCallerIdentity" }, spoil(signedForSts));
      const [, code, text] = /<Code>(.*)<\/Code><Message>(.*)<\/Message>/.exec(answer.text) ?? [];
      assert.deepEqual([answer.status, code], [status, query]);
      isWorded(text);
    });
  }

  // JSON services and Query services word this one differently.
  it("that is missing is missed by Cognito in its own words", async () => {
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}", {});
    assert.equal(body.message, "Missing Authentication Token");
  });

  it("that is missing is missed by STS in its own words", async () => {
    const { text } = await postForm(bench.emulator, { Action: "GetCallerIdentity" }, {});
    assert.match(text, /<Message>Request is missing Authentication Token<\/Message>/);
  });

  it("may be dated by the Date header", async () => {
    const { authorization } = signed;
    const { status } = await post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"shop"}', {
      authorization,
      date: "Wed, 01 Jul 2026 00:00:00 GMT",
    });
    assert.equal(status, 200);
  });

  it("may have its parts without spaces between, and in any order", async () => {
    const authorization =
      "AWS4-HMAC-SHA256 Signature=00,SignedHeaders=host,Credential=AKIAIOSFODNN7EXAMPLE/20260701/us-east-1/cognito-idp/aws4_request";
    const { status } = await post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"shop"}', {
      ...signed,
      authorization,
    });
    assert.equal(status, 200);
  });

  it("with several things wrong is told them all", async () => {
    const authorization = signed.authorization.replace("cognito-idp/aws4_request", "s3/aws5_request");
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}", { ...signed, authorization });
    assert.match(body.message ?? "", /correct service: 'cognito-idp'\. .*valid terminator: 'aws4_request'/);
  });
});

describe("the record of calls", () => {
  const bench = useEmulator();
  const start = useEmulators();
  const role = { RoleArn: "arn:aws:iam::999999999999:role/deployer", RoleSessionName: "test" };
  const sts = (credentials: Credentials = testCredentials) =>
    new STSClient({ endpoint: bench.emulator.endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
  const lastCall = (): Call => bench.emulator.calls.at(-1) ?? assert.fail();
  const signer = {
    region: "us-east-1",
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    principal: "arn:aws:iam::123456789012:user/emulator",
  };

  it("has each call with who asked for what, and what became of it", async () => {
    await describeDomain(bench, "shop");
    await refusal(create(bench, prefix("us-east-1_nobody")));
    const [first, second] = bench.emulator.calls.map(({ requestId }) => requestId);
    assert.deepEqual(bench.emulator.calls, [
      {
        number: 1,
        time: bench.clock.now(),
        operation: "DescribeUserPoolDomain",
        ...signer,
        request: { Domain: "shop" },
        requestId: first,
        outcome: { status: 200 },
      },
      {
        number: 2,
        time: bench.clock.now(),
        operation: "CreateUserPoolDomain",
        ...signer,
        request: { Domain: "shop", UserPoolId: "us-east-1_nobody" },
        requestId: second,
        outcome: {
          status: 400,
          error: {
            name: "ResourceNotFoundException",
            message: "User pool us-east-1_nobody does not exist.",
          },
        },
      },
    ]);
  });

  it("has calls that nobody signed, with what they asked for", async () => {
    const { headers } = await post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"shop"}', {});
    assert.deepEqual(bench.emulator.calls, [
      {
        number: 1,
        time: bench.clock.now(),
        operation: "DescribeUserPoolDomain",
        request: { Domain: "shop" },
        requestId: headers.get("x-amzn-requestid"),
        outcome: {
          status: 400,
          error: { name: "MissingAuthenticationTokenException", message: "Missing Authentication Token" },
        },
      },
    ]);
  });

  it("has calls that can't be read, without their body", async () => {
    await post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"shop"');
    const { operation, request, outcome } = lastCall();
    assert.deepEqual([operation, request, outcome.status], ["DescribeUserPoolDomain", undefined, 400]);
  });

  it("has operations that the emulator doesn't have", async () => {
    await post(bench.emulator, "ListUsers", "{}");
    const { operation, outcome } = lastCall();
    assert.deepEqual(
      [operation, outcome.error],
      [
        "ListUsers",
        { name: "UnknownOperationException", message: "The emulator has no operation 'ListUsers'." },
      ],
    );
  });

  it("has the calls of STS, too", async () => {
    const { $metadata } = await sts().send(new GetCallerIdentityCommand({}));
    assert.deepEqual(bench.emulator.calls, [
      {
        number: 1,
        time: bench.clock.now(),
        operation: "GetCallerIdentity",
        ...signer,
        request: { Action: "GetCallerIdentity", Version: "2011-06-15" },
        requestId: $metadata.requestId,
        outcome: { status: 200 },
      },
    ]);
  });

  it("has a session's principal and access key", async () => {
    const client = await clientOfAccount(bench.emulator, "999999999999");
    await describeDomain({ client }, "shop");
    const { accessKeyId } = await client.config.credentials();
    assert.deepEqual(
      [lastCall().accessKeyId, lastCall().principal],
      [accessKeyId, "arn:aws:sts::999999999999:assumed-role/deployer/test"],
    );
  });

  it("has a session's access key, and no principal, when its token is wrong", async () => {
    const client = await clientOfAccount(bench.emulator, "999999999999");
    const { accessKeyId, secretAccessKey } = await client.config.credentials();
    const credentials = { accessKeyId, secretAccessKey, sessionToken: "wrong" };
    await refusal(describeDomain({ client: clientFor(bench.emulator, { credentials }) }, "shop"));
    assert.deepEqual([lastCall().accessKeyId, lastCall().principal], [accessKeyId, undefined]);
  });

  it("has nobody as who shows a web identity", async () => {
    await sts().send(new AssumeRoleWithWebIdentityCommand({ ...role, WebIdentityToken: "token" }));
    const { accessKeyId, principal, region } = lastCall();
    assert.deepEqual([accessKeyId, principal, region], [undefined, undefined, undefined]);
  });

  const anyCall: [what: string, call: () => Promise<{ headers: Headers }>][] = [
    ["one that succeeds", () => post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"shop"}')],
    ["one that is refused", () => post(bench.emulator, "DescribeUserPoolDomain", "{}")],
    ["one that isn't signed", () => post(bench.emulator, "DescribeUserPoolDomain", "{}", {})],
    ["one that can't be read", () => post(bench.emulator, "DescribeUserPoolDomain", "hello")],
    ["an unknown one", () => post(bench.emulator, "ListUsers", "{}")],
    ["one of STS", () => postForm(bench.emulator, { Action: "GetCallerIdentity" })],
    ["a refused one of STS", () => postForm(bench.emulator, { Action: "AssumeRole" })],
    ["one that isn't let in", () => request(bench.emulator, { method: "GET" })],
  ];
  for (const [what, call] of anyCall) {
    it(`has the request id that was answered to ${what}`, async () => {
      const { headers } = await call();
      assert.equal(lastCall().requestId, headers.get("x-amzn-requestid"));
    });
  }

  it("has the request id that the SDK shows", async () => {
    const { $metadata } = await bench.client.send(new CreateUserPoolCommand({ PoolName: "pool" }));
    assert.equal(lastCall().requestId, $metadata.requestId);
  });

  it("numbers the calls from 1, and never gives a request id twice", async () => {
    for (const [, call] of anyCall) await call();
    const { calls } = bench.emulator;
    assert.deepEqual(
      calls.map(({ number }) => number),
      anyCall.map((_, index) => index + 1),
    );
    assert.equal(new Set(calls.map(({ requestId }) => requestId)).size, anyCall.length);
  });

  it("has when a call was answered", async () => {
    bench.clock.advance(1234);
    await describeDomain(bench, "shop");
    assert.equal(lastCall().time, bench.clock.now());
  });

  it("has all that was asked for, and blots out only what is secret", async () => {
    await sts().send(new AssumeRoleCommand({ ...role, ExternalId: "5ec2e7" }));
    assert.deepEqual(lastCall().request, {
      Action: "AssumeRole",
      Version: "2011-06-15",
      ...role,
      ExternalId: "[secret]",
    });
  });

  it("is told as it grows", async () => {
    const told: Call[] = [];
    const { emulator } = await start({ onCall: (call) => told.push(call) });
    await post(emulator, "DescribeUserPoolDomain", "{}");
    await request(emulator, { method: "GET" });
    assert.deepEqual(told, emulator.calls);
    assert.equal(told.length, 2);
  });
});

describe("what may not be known from the record of calls", () => {
  const bench = useEmulator();
  const role = { RoleArn: "arn:aws:iam::999999999999:role/deployer", RoleSessionName: "test" };
  const record = () => JSON.stringify(bench.emulator.calls);
  const sts = () =>
    new STSClient({
      endpoint: bench.emulator.endpoint,
      region: "us-east-1",
      credentials: testCredentials,
      maxAttempts: 1,
    });

  it("is the signature", async () => {
    await describeDomain(bench, "shop");
    await refusal(create(bench, prefix("us-east-1_nobody")));
    assert.doesNotMatch(record(), /signature|authorization|AWS4-HMAC-SHA256/i);
  });

  for (const { why, spoil } of flaws) {
    it(`is a signature that ${why}`, async () => {
      const headers: Record<string, string> = spoil({
        ...signed,
        authorization: signed.authorization.replace("Signature=00", "Signature=5ec2e7"),
      });
      await post(bench.emulator, "DescribeUserPoolDomain", "{}", headers);
      assert.doesNotMatch(record(), /5ec2e7|AWS4-HMAC-SHA256/);
    });
  }

  it("is an authorization that is nothing but a secret", async () => {
    await post(bench.emulator, "DescribeUserPoolDomain", "{}", { ...signed, authorization: "5ec2e7" });
    assert.doesNotMatch(record(), /5ec2e7/);
  });

  it("is a session's secret and token, from when it is opened until it is used", async () => {
    const client = await clientOfAccount(bench.emulator, "999999999999");
    await describeDomain({ client }, "shop");
    const { secretAccessKey, sessionToken = assert.fail() } = await client.config.credentials();
    assert.equal(record().includes(secretAccessKey), false);
    assert.equal(record().includes(sessionToken), false);
  });

  it("is a token that is wrong", async () => {
    await post(bench.emulator, "DescribeUserPoolDomain", "{}", {
      ...signed,
      "x-amz-security-token": "5ec2e7",
    });
    assert.doesNotMatch(record(), /5ec2e7/);
  });

  it("is a web identity's token", async () => {
    await sts().send(new AssumeRoleWithWebIdentityCommand({ ...role, WebIdentityToken: "5ec2e7" }));
    assert.doesNotMatch(record(), /5ec2e7/);
  });

  it("is a code and an external id with which a role is assumed", async () => {
    const secrets = { SerialNumber: "arn:aws:iam::123456789012:mfa/me", TokenCode: "123456" };
    await sts().send(new AssumeRoleCommand({ ...role, ...secrets, ExternalId: "5ec2e7" }));
    assert.doesNotMatch(record(), /5ec2e7|"123456"/);
  });

  it("is an external id within a structure", async () => {
    const SmsConfiguration = { SnsCallerArn: "arn:aws:iam::123456789012:role/sms", ExternalId: "5ec2e7" };
    await bench.client.send(new CreateUserPoolCommand({ PoolName: "pool", SmsConfiguration }));
    assert.doesNotMatch(record(), /5ec2e7/);
  });
});

describe("the emulator as a server", () => {
  it("can be reached on loopback only", async () => {
    const emulator = await startEmulator();
    const port = Number(new URL(emulator.endpoint).port);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === "IPv4" && !internal)
      // The whole of 127.0.0.0/8 is loopback; a server that listens everywhere answers on any of it.
      .map(({ address }) => address)
      .concat("127.0.0.2");
    const reached = await Promise.all(others.map((host) => connects(host, port)));
    await emulator.close();
    assert.deepEqual(
      reached,
      others.map(() => false),
    );
  });

  it("listens on the port that it is given", async () => {
    const first = await startEmulator();
    await first.close();
    const second = await startEmulator({ port: Number(new URL(first.endpoint).port) });
    await second.close();
    assert.equal(second.endpoint, first.endpoint);
  });

  it("says when its port is taken", async () => {
    const first = await startEmulator();
    const port = Number(new URL(first.endpoint).port);
    await assert.rejects(startEmulator({ port }), /EADDRINUSE/);
    await first.close();
  });

  it("closes although a client keeps its connection open, and may be closed again", async () => {
    const emulator = await startEmulator();
    await describeDomain({ client: clientFor(emulator) }, "shop");
    await emulator.close();
    await emulator.close();
    await assert.rejects(fetch(emulator.endpoint));
  });

  it("closes although a request is half sent", async () => {
    const emulator = await startEmulator();
    const { hostname, port } = new URL(emulator.endpoint);
    const socket = connect(Number(port), hostname);
    const ended = new Promise((resolve) => socket.on("close", resolve).on("error", resolve));
    await new Promise((resolve) => socket.write("POST / HTTP/1.1\r\nHost: emulator\r\n", resolve));
    await emulator.close();
    await ended;
  });
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
