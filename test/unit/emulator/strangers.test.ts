import assert from "node:assert/strict";
import { request } from "node:http";
import { signed, useEmulator } from "./support";

describe("a web page", () => {
  const bench = useEmulator();

  /** The status that a request gets, with headers that fetch wouldn't let one choose. */
  function statusWith(path: string, headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const target = "AWSCognitoIdentityProviderService.DescribeUserPoolDomain";
      const type = "application/x-amz-json-1.1";
      const all = { ...signed, "content-type": type, "x-amz-target": target, ...headers };
      const sent = request(
        `${bench.emulator.endpoint}${path}`,
        { method: "POST", headers: all },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.on("error", reject).end('{"Domain":"shop"}');
    });
  }

  for (const path of ["/", "/_emulator/faults"]) {
    it(`gets nothing at ${path} under a name that was made to lead to this machine`, async () => {
      assert.equal(await statusWith(path, { host: "evil.example" }), 403);
    });

    it(`gets nothing at ${path} from its own origin`, async () => {
      assert.equal(await statusWith(path, { origin: "http://evil.example" }), 403);
    });
  }

  for (const host of ["localhost", "LOCALHOST:4566", "127.0.0.1:80", "[::1]:8080"]) {
    it(`is not what calls it ${host}`, async () => {
      assert.equal(await statusWith("/", { host }), 200);
    });
  }

  it("is in the record with what it came as", async () => {
    await statusWith("/", { origin: "http://evil.example" });
    const [call] = bench.emulator.calls;
    assert.deepEqual([call?.outcome.status, call?.outcome.error?.name], [403, "Forbidden"]);
    assert.match(call?.outcome.error?.message ?? "", /Origin: http:\/\/evil\.example/);
  });
});
