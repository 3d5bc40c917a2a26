import assert from "node:assert/strict";
import { post, postForm, request, signed, useEmulator } from "./support";

const longest = 256 * 1024;
const accessDenied =
  "<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be authorized</Message>\n</AccessDeniedException>\n";
const unknownOperation = "<UnknownOperationException/>\n";

const targetOf = (operation: string) => ({
  "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
});
const json = { "content-type": "application/x-amz-json-1.1" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const describeTarget = targetOf("DescribeUserPoolDomain");
const callerIdentity = "Action=GetCallerIdentity&Version=2011-06-15";

describe("the front door", () => {
  const bench = useEmulator();
  const knock = (asked: Parameters<typeof request>[1]) => request(bench.emulator, asked);

  for (const method of ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
    it(`denies a ${method}, signed and with an operation or not`, async () => {
      for (const headers of [{}, { ...json, ...describeTarget, ...signed }]) {
        const { status, text } = await knock({ method, headers });
        assert.deepEqual([status, text], [403, accessDenied]);
      }
    });
  }

  for (const contentType of [
    undefined,
    "text/plain",
    "application/x-amz-json-1.0",
    "application/x-amz-json-1.10",
    "application/xml",
    "multipart/form-data",
  ]) {
    const type = contentType === undefined ? {} : { "content-type": contentType };

    it(`doesn't know the operation of a request of ${contentType ?? "no type"}`, async () => {
      const { status, text } = await knock({
        headers: { ...type, ...describeTarget, ...signed },
        body: "{}",
      });
      assert.deepEqual([status, text], [404, unknownOperation]);
    });

    it(`denies a request of ${contentType ?? "no type"} that names no operation`, async () => {
      const { status, text } = await knock({ headers: { ...type, ...signed }, body: callerIdentity });
      assert.deepEqual([status, text], [403, accessDenied]);
    });
  }

  it("denies a request of which nothing is given", async () => {
    const { status, text } = await knock({});
    assert.deepEqual([status, text], [403, accessDenied]);
  });

  // It answers with an error, and with status 200.
  for (const headers of [{}, describeTarget, { ...describeTarget, ...signed }]) {
    it(`knows no operation in plain JSON, with ${Object.keys(headers).join(", ") || "no headers"}`, async () => {
      const answer = await knock({ headers: { "content-type": "application/json", ...headers }, body: "{}" });
      assert.deepEqual(
        [answer.status, answer.headers.get("content-type"), JSON.parse(answer.text)],
        [
          200,
          "application/json",
          {
            Output: { __type: "com.amazon.coral.service#UnknownOperationException", message: null },
            Version: "1.0",
          },
        ],
      );
    });
  }

  for (const body of ["hello", "", "null"]) {
    it(`can't read plain JSON that is ${JSON.stringify(body)}`, async () => {
      const headers = { "content-type": "application/json", ...describeTarget };
      const { status, text } = await knock({ headers, body });
      assert.equal(status, 200);
      // With another capital than for an unknown operation.
      assert.deepEqual(JSON.parse(text), {
        Output: { __type: "com.amazon.coral.service#SerializationException", Message: null },
        Version: "1.0",
      });
    });
  }

  for (const type of ["application/x-amz-json-1.1; charset=utf-8", "Application/X-Amz-JSON-1.1"]) {
    it(`lets JSON in as ${type}`, async () => {
      const headers = { "content-type": type, ...describeTarget, ...signed };
      const { status, text } = await knock({ headers, body: '{"Domain":"shop"}' });
      assert.deepEqual([status, text], [200, '{"DomainDescription":{}}']);
    });
  }

  for (const type of [
    "application/x-www-form-urlencoded; charset=utf-8",
    "Application/X-WWW-Form-URLEncoded",
  ]) {
    it(`lets a form in as ${type}`, async () => {
      const { status, text } = await postForm(
        bench.emulator,
        { Action: "AssumeRoleWithWebIdentity" },
        { "content-type": type },
      );
      assert.equal(status, 400);
      assert.match(text, /<Code>ValidationError<\/Code>/);
    });
  }

  it("lets in a body that is as long as can be", async () => {
    const body = '{"Domain":"shop"}'.padEnd(longest);
    const { status } = await knock({ headers: { ...json, ...describeTarget, ...signed }, body });
    assert.equal(status, 200);
  });

  it("refuses a body that is a byte longer, and closes the connection", async () => {
    const body = '{"Domain":"shop"}'.padEnd(longest + 1);
    const { status, text, headers } = await knock({
      headers: { ...json, ...describeTarget, ...signed },
      body,
    });
    assert.deepEqual([status, text, headers.get("connection")], [413, "", "close"]);
  });

  it("counts a body's bytes, and not its characters", async () => {
    const body = JSON.stringify({ Domain: "ä".repeat(longest / 2) });
    assert.ok(body.length < longest);
    assert.equal((await knock({ headers: { ...json, ...describeTarget, ...signed }, body })).status, 413);
  });

  it("refuses a body that is too long, whatever it is", async () => {
    const { status } = await knock({ method: "PUT", body: "a".repeat(longest + 1) });
    assert.equal(status, 413);
  });

  it("leaves faults for those whom it lets in", async () => {
    bench.emulator.inject({ operation: "*", error: { name: "InternalErrorException" } });
    await knock({ method: "GET" });
    await post(bench.emulator, "ListUsers", "{}");
    assert.equal(bench.emulator.waitingFaults().length, 1);
  });
});

describe("an operation", () => {
  const bench = useEmulator();

  for (const operation of [
    "ListUsers",
    "toString",
    "constructor",
    "createUserPoolDomain",
    "GetCallerIdentity",
    "",
  ]) {
    it(`'${operation}' is unknown to Cognito`, async () => {
      const { status, body } = await post(bench.emulator, operation, "{}");
      assert.deepEqual([status, body.__type], [400, "UnknownOperationException"]);
    });
  }

  for (const [what, headers] of [
    ["of another service", { "x-amz-target": "Kinesis_20131202.ListStreams" }],
    ["without its service", { "x-amz-target": "DescribeUserPoolDomain" }],
    ["with more after it", targetOf("DescribeUserPoolDomain.Now")],
    ["that isn't named", {}],
  ] as const) {
    it(`${what} is unknown to Cognito`, async () => {
      const { status, text } = await request(bench.emulator, {
        headers: { ...json, ...headers, ...signed },
        body: "{}",
      });
      assert.deepEqual([status, JSON.parse(text).__type], [400, "UnknownOperationException"]);
    });
  }

  for (const Action of ["GetSessionToken", "toString", "getCallerIdentity", "DescribeUserPoolDomain"]) {
    it(`'${Action}' is unknown to STS`, async () => {
      const { status, text } = await postForm(bench.emulator, { Action });
      assert.equal(status, 400);
      assert.match(text, /<Type>Sender<\/Type><Code>InvalidAction<\/Code>/);
      assert.match(
        text,
        new RegExp(`<Message>Could not find operation ${Action} for version 2011-06-15</Message>`),
      );
    });
  }
});

describe("a body", () => {
  const bench = useEmulator();

  for (const body of [
    "",
    " ",
    "hello",
    "{",
    '{"Domain":"shop"',
    "{'Domain':'shop'}",
    "null",
    "true",
    "1",
    '"text"',
  ]) {
    it(`is unreadable as ${JSON.stringify(body)}, of which no more is said`, async () => {
      const answer = await post(bench.emulator, "DescribeUserPoolDomain", body);
      assert.deepEqual(
        { status: answer.status, body: answer.body },
        { status: 400, body: { __type: "SerializationException" } },
      );
    });
  }

  it("is unreadable as a list", async () => {
    const { status, body } = await post(bench.emulator, "DescribeUserPoolDomain", "[]");
    assert.deepEqual([status, body.__type], [400, "SerializationException"]);
  });

  it("is read as UTF-8, and may have any whitespace and members of any name", async () => {
    const body = '\r\n{ "__proto__": {"Domain": 1},\t"Domain" : "\\u0073hop", "ä": "ä" }\n';
    assert.equal((await post(bench.emulator, "DescribeUserPoolDomain", body)).status, 200);
    assert.match(JSON.stringify(bench.emulator.calls[0]?.request), /"Domain":"shop"/);
  });
});

describe("what is checked first", () => {
  const bench = useEmulator();

  it("is the method before the content type", async () => {
    const headers = { "content-type": "application/json", ...describeTarget };
    const { status } = await request(bench.emulator, { method: "PUT", headers, body: "{}" });
    assert.equal(status, 403);
  });

  it("is the content type before the operation", async () => {
    const headers = { "content-type": "text/plain", ...targetOf("ListUsers") };
    const { text } = await request(bench.emulator, { headers, body: "hello" });
    assert.equal(text, unknownOperation);
  });

  it("is the operation before the JSON", async () => {
    const { body } = await post(bench.emulator, "ListUsers", "hello", {});
    assert.equal(body.__type, "UnknownOperationException");
  });

  it("is the JSON before the signature", async () => {
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", "hello", {});
    assert.equal(body.__type, "SerializationException");
  });

  it("is the signature before what is asked for", async () => {
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}", {});
    assert.equal(body.__type, "MissingAuthenticationTokenException");
  });

  it("is the operation before the signature, for STS too", async () => {
    const { text } = await postForm(bench.emulator, { Action: "GetSessionToken" }, {});
    assert.match(text, /<Code>InvalidAction<\/Code>/);
  });

  it("is the signature before what is asked for, for STS too", async () => {
    const { text } = await postForm(bench.emulator, { Action: "AssumeRole" }, {});
    assert.match(text, /<Code>MissingAuthenticationToken<\/Code>/);
  });

  it("is the signature before a fault", async () => {
    bench.emulator.inject({ operation: "*", error: { name: "InternalErrorException" } });
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}", {});
    assert.equal(body.__type, "MissingAuthenticationTokenException");
    assert.equal(bench.emulator.waitingFaults().length, 1);
  });

  it("is a fault before what is asked for", async () => {
    bench.emulator.inject({ operation: "*", error: { name: "InternalErrorException" } });
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}");
    assert.equal(body.__type, "InternalErrorException");
  });

  it("is the type of each value before its constraints", async () => {
    const request = JSON.stringify({ Domain: "Shop", UserPoolId: 1 });
    const { body } = await post(bench.emulator, "DeleteUserPoolDomain", request);
    assert.equal(body.__type, "SerializationException");
  });
});

describe("the record of what the front door refuses", () => {
  const bench = useEmulator();
  const denied = {
    name: "AccessDeniedException",
    message: "Unable to determine service/operation name to be authorized",
  };
  const unknown = { name: "UnknownOperationException", message: "" };

  const cases: [what: string, asked: Parameters<typeof request>[1], outcome: object][] = [
    ["a method", { method: "DELETE", headers: signed }, { status: 403, error: denied }],
    ["no content type", { headers: signed, body: callerIdentity }, { status: 403, error: denied }],
    [
      "another content type",
      { headers: { "content-type": "text/plain", ...describeTarget }, body: "{}" },
      { status: 404, error: unknown },
    ],
    [
      "plain JSON",
      { headers: { "content-type": "application/json", ...describeTarget }, body: "{}" },
      { status: 200, error: unknown },
    ],
    [
      "plain JSON that isn't any",
      { headers: { "content-type": "application/json" }, body: "hello" },
      { status: 200, error: { name: "SerializationException", message: "" } },
    ],
    [
      "a body that is too long",
      { headers: { ...json, ...describeTarget, ...signed }, body: " ".repeat(longest + 1) },
      {
        status: 413,
        error: { name: "RequestEntityTooLarge", message: `The body is longer than ${longest} bytes.` },
      },
    ],
  ];
  for (const [what, asked, outcome] of cases) {
    it(`has it all of ${what}`, async () => {
      const { headers } = await request(bench.emulator, asked);
      assert.deepEqual(bench.emulator.calls, [
        {
          number: 1,
          time: bench.clock.now(),
          operation: "",
          requestId: headers.get("x-amzn-requestid"),
          outcome,
        },
      ]);
    });
  }

  it("has what comes after it, too", async () => {
    await request(bench.emulator, { method: "GET" });
    await request(bench.emulator, { headers: { ...form, ...signed }, body: callerIdentity });
    assert.deepEqual(
      bench.emulator.calls.map(({ number, operation }) => [number, operation]),
      [
        [1, ""],
        [2, "GetCallerIdentity"],
      ],
    );
  });
});
