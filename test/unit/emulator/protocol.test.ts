import assert from "node:assert/strict";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { startEmulator } from "../../../emulator/index";
import { clientFor, create, describeDomain, post, prefix, refusal, signed, useEmulator } from "./support";

describe("a request to the emulator", () => {
  const bench = useEmulator();

  it("is answered as AWS JSON 1.1 with a request id", async () => {
    const { status, headers } = await post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"shop"}');
    assert.equal(status, 200);
    assert.equal(headers.get("content-type"), "application/x-amz-json-1.1");
    assert.match(headers.get("x-amzn-requestid") ?? "", /^[0-9a-f-]{36}$/);
  });

  it("is refused with the error's name in body and header", async () => {
    const { status, headers, body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}");
    assert.deepEqual(
      [status, body.__type, headers.get("x-amzn-errortype")],
      [400, "InvalidParameterException", "InvalidParameterException"],
    );
  });

  it("is refused when it isn't signed", async () => {
    const { status, body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}", {});
    assert.deepEqual(
      { status, body },
      {
        status: 400,
        body: { __type: "MissingAuthenticationTokenException", message: "Missing Authentication Token" },
      },
    );
  });

  for (const [why, authorization, message] of [
    ["uses another scheme", "Bearer token", "Unsupported AWS 'algorithm': 'Bearer'."],
    [
      "has no credential",
      "AWS4-HMAC-SHA256 SignedHeaders=host, Signature=00",
      "Authorization header requires 'Credential' parameter.",
    ],
    [
      "has no signature",
      signed.authorization.replace("Signature=00", ""),
      "Authorization header requires 'Signature' parameter.",
    ],
    [
      "has a scope that lacks a part",
      signed.authorization.replace("/us-east-1", ""),
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.",
    ],
  ] as const) {
    it(`is refused when its signature ${why}`, async () => {
      const { body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}", {
        ...signed,
        authorization,
      });
      assert.deepEqual(body, { __type: "IncompleteSignatureException", message });
    });
  }

  it("is refused when it has no date", async () => {
    const { authorization } = signed;
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}", { authorization });
    assert.equal(body.__type, "IncompleteSignatureException");
  });

  for (const [what, from, to] of [
    ["service", "cognito-idp", "s3"],
    ["Region", "us-east-1", "nowhere"],
    ["terminator", "aws4_request", "aws5_request"],
    ["day", "/20260701/", "/20260702/"],
  ] as const) {
    it(`is refused when it is signed for another ${what}`, async () => {
      const authorization = signed.authorization.replace(from, to);
      const { body } = await post(bench.emulator, "DescribeUserPoolDomain", "{}", {
        ...signed,
        authorization,
      });
      assert.equal(body.__type, "InvalidSignatureException");
    });
  }

  for (const operation of ["ListUserPools", "toString", ""]) {
    it(`is refused when it asks for the operation '${operation}'`, async () => {
      const { status, body } = await post(bench.emulator, operation, "{}");
      assert.deepEqual([status, body.__type], [400, "UnknownOperationException"]);
    });
  }

  it("is refused when it isn't a POST", async () => {
    const response = await fetch(bench.emulator.endpoint, { headers: signed });
    assert.equal(response.headers.get("x-amzn-errortype"), "UnknownOperationException");
  });

  for (const body of ["{", "[]", "null", '"text"']) {
    it(`is refused when its body is ${body}`, async () => {
      const answer = await post(bench.emulator, "DescribeUserPoolDomain", body);
      assert.deepEqual([answer.status, answer.body.__type], [400, "SerializationException"]);
    });
  }

  it("is refused when a structure is given as text", async () => {
    const request = JSON.stringify({ ...prefix("us-east-1_Abc"), CustomDomainConfig: "none" });
    const { body } = await post(bench.emulator, "CreateUserPoolDomain", request);
    assert.equal(body.__type, "SerializationException");
  });

  it("is refused when its body is longer than any real one", async () => {
    const response = await fetch(bench.emulator.endpoint, { method: "POST", body: "a".repeat(300 * 1024) });
    assert.equal(response.status, 413);
  });

  it("counts in the Region that it is signed for", async () => {
    const client = clientFor(bench.emulator, { region: "ap-south-1" });
    const { id } = bench.emulator.createPool({ region: "ap-south-1" });
    await create({ client }, prefix(id));
    assert.equal(bench.emulator.domain("shop", "ap-south-1")?.userPoolId, id);
  });
});

describe("the record of calls", () => {
  const bench = useEmulator();

  it("has each call with who asked for what, and what became of it", async () => {
    await describeDomain(bench, "shop");
    await refusal(create(bench, prefix("us-east-1_nobody")));
    const signer = { region: "us-east-1", accessKeyId: "AKIAIOSFODNN7EXAMPLE" };
    assert.deepEqual(bench.emulator.calls, [
      {
        time: bench.clock.now(),
        operation: "DescribeUserPoolDomain",
        ...signer,
        request: { Domain: "shop" },
        outcome: { status: 200 },
      },
      {
        time: bench.clock.now(),
        operation: "CreateUserPoolDomain",
        ...signer,
        request: { Domain: "shop", UserPoolId: "us-east-1_nobody" },
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

  it("has calls that are refused before anybody reads them", async () => {
    await post(bench.emulator, "DescribeUserPoolDomain", "{}", {});
    assert.deepEqual(bench.emulator.calls, [
      {
        time: bench.clock.now(),
        operation: "DescribeUserPoolDomain",
        outcome: {
          status: 400,
          error: { name: "MissingAuthenticationTokenException", message: "Missing Authentication Token" },
        },
      },
    ]);
  });

  it("has no signature in it", async () => {
    await describeDomain(bench, "shop");
    assert.doesNotMatch(JSON.stringify(bench.emulator.calls), /signature|authorization/i);
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
