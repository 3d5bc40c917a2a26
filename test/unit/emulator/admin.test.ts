import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fault } from "../../../emulator/index";
import { create, created, describeDomain, prefix, refusal, useEmulator, useEmulators } from "./support";

const json = { "content-type": "application/json" };
const fault = { operation: "DescribeUserPoolDomain", drop: "before", times: 2 } satisfies Fault;

describe("the emulator's own paths", () => {
  const bench = useEmulator();
  const admin = async (route: string, body?: unknown, headers: Record<string, string> = json) => {
    const [method = "", path = ""] = route.split(" ");
    const response = await fetch(`${bench.emulator.endpoint}/_emulator${path}`, {
      method,
      ...(body !== undefined && { headers, body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
  };
  const seeded = async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    return bench.emulator.snapshot();
  };

  it("answer in JSON, a line of it", async () => {
    const { headers, text } = await admin("GET ");
    assert.equal(headers.get("content-type"), "application/json");
    assert.match(text, /^[^\n]+\n$/);
  });

  describe("GET /_emulator", () => {
    it("names the operations that there are", async () => {
      const { status, body } = await admin("GET ");
      assert.equal(status, 200);
      assert.deepEqual(
        ["CreateUserPoolDomain", "ListUserPools", "AssumeRole"].filter(
          (name) => !body.operations.includes(name),
        ),
        [],
      );
    });
  });

  describe("GET /_emulator/calls", () => {
    it("has the record of calls", async () => {
      await describeDomain(bench, "shop");
      assert.deepEqual(await admin("GET /calls").then(({ body }) => body), {
        calls: JSON.parse(JSON.stringify(bench.emulator.calls)),
      });
    });

    for (const [query, numbers] of [
      ["", [1, 2, 3]],
      ["?after=0", [1, 2, 3]],
      ["?after=2", [3]],
      ["?after=3", []],
      ["?after=999", []],
    ] as const) {
      it(`has the calls ${numbers.join(", ") || "(none)"} of three with ${query || "no query"}`, async () => {
        for (const domain of ["one", "two", "three"]) await describeDomain(bench, domain);
        const { body } = await admin(`GET /calls${query}`);
        assert.deepEqual(
          body.calls.map(({ number }: { number: number }) => number),
          numbers,
        );
      });
    }

    for (const after of ["-1", "1.5", "all", ""]) {
      it(`refuses after=${after}`, async () => {
        const { status, body } = await admin(`GET /calls?after=${after}`);
        assert.deepEqual(
          { status, body },
          { status: 400, body: { error: `after is ${after}, and not a whole number from 0.` } },
        );
      });
    }

    it("isn't a call itself", async () => {
      await admin("GET /calls");
      assert.deepEqual((await admin("GET /calls")).body, { calls: [] });
    });
  });

  describe("DELETE /_emulator/calls", () => {
    it("empties the record", async () => {
      await describeDomain(bench, "shop");
      const { status, body } = await admin("DELETE /calls");
      assert.deepEqual({ status, body, calls: bench.emulator.calls }, { status: 200, body: {}, calls: [] });
    });

    it("doesn't begin the numbers again, so that after=N goes on to hold", async () => {
      await describeDomain(bench, "shop");
      await admin("DELETE /calls");
      await describeDomain(bench, "shop");
      assert.equal((await admin("GET /calls?after=1")).body.calls.length, 1);
    });
  });

  describe("POST /_emulator/faults", () => {
    it("injects a fault", async () => {
      const { status, body } = await admin("POST /faults", fault);
      assert.deepEqual({ status, body }, { status: 200, body: {} });
      await refusal(describeDomain(bench, "shop"));
      assert.equal(bench.emulator.calls[0]?.outcome.spoiled?.by, "drop");
    });

    it("injects a list of them, in its order", async () => {
      const other = { operation: "*", error: { name: "AccessDenied" } };
      await admin("POST /faults", [fault, other]);
      assert.deepEqual(
        bench.emulator.waitingFaults().map((waiting) => waiting.fault),
        [fault, other],
      );
    });

    it("takes JSON whose type says its character set", async () => {
      const { status } = await admin("POST /faults", fault, {
        "content-type": "application/json; charset=utf-8",
      });
      assert.equal(status, 200);
    });

    it("refuses what is no fault, and says why", async () => {
      const { status, body } = await admin("POST /faults", { ...fault, times: 0 });
      assert.equal(status, 400);
      assert.match(body.error, /^This is no fault: {.*}\. times \(0\): /);
    });

    it("injects none of a list that has a mistake in it", async () => {
      const { status } = await admin("POST /faults", [fault, { ...fault, drop: "during" }, fault]);
      assert.deepEqual([status, bench.emulator.waitingFaults()], [400, []]);
    });

    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      it(`refuses a body sent as ${type}, as a web page could without asking`, async () => {
        const { status, body } = await admin("POST /faults", fault, { "content-type": type });
        assert.deepEqual(
          { status, body, waiting: bench.emulator.waitingFaults() },
          { status: 400, body: { error: "The content-type has to be application/json." }, waiting: [] },
        );
      });
    }

    it("refuses a body that isn't JSON", async () => {
      const { status, body } = await admin("POST /faults", "{");
      assert.equal(status, 400);
      assert.match(body.error, /^The body is not JSON: /);
    });

    it("refuses a request without a body", async () => {
      assert.equal((await admin("POST /faults")).status, 400);
    });
  });

  describe("GET /_emulator/faults", () => {
    it("has the faults that wait, and how many calls they still befall", async () => {
      bench.emulator.inject(fault);
      await refusal(describeDomain(bench, "shop"));
      assert.deepEqual((await admin("GET /faults")).body, { faults: [{ fault, left: 1 }] });
    });
  });

  describe("DELETE /_emulator/faults", () => {
    it("lets no fault wait any longer", async () => {
      bench.emulator.inject(fault);
      const { status, body } = await admin("DELETE /faults");
      assert.deepEqual([status, body, bench.emulator.waitingFaults()], [200, {}, []]);
    });
  });

  describe("GET /_emulator/snapshot", () => {
    it("has what there is", async () => {
      const snapshot = await seeded();
      assert.deepEqual((await admin("GET /snapshot")).body, snapshot);
    });
  });

  describe("PUT /_emulator/snapshot", () => {
    it("puts what was there before back", async () => {
      await seeded();
      const { text } = await admin("GET /snapshot");
      bench.emulator.removeDomain("shop");
      const { status, body } = await admin("PUT /snapshot", text);
      assert.deepEqual({ status, body }, { status: 200, body: {} });
      assert.equal(bench.emulator.domain("shop")?.status, "ACTIVE");
    });

    it("takes a snapshot that is far longer than any request to AWS", async () => {
      for (let number = 0; number < 3000; number += 1) bench.emulator.createPool();
      const { text } = await admin("GET /snapshot");
      assert.deepEqual([text.length > 512 * 1024, (await admin("PUT /snapshot", text)).status], [true, 200]);
    });

    for (const [what, spoiled] of [
      ["has another version", { version: 2 }],
      ["has a broken domain", { domains: [{ facts: {} }] }],
      ["has a member too many", { calls: [] }],
    ] as const) {
      it(`refuses one that ${what}, and changes nothing`, async () => {
        const snapshot = await seeded();
        const { status, body } = await admin("PUT /snapshot", { ...snapshot, pools: [], ...spoiled });
        assert.equal(status, 400);
        assert.match(body.error, /^This is no snapshot of the emulator\./);
        assert.deepEqual(bench.emulator.snapshot(), snapshot);
      });
    }

    it("refuses one sent as text/plain, and changes nothing", async () => {
      const snapshot = await seeded();
      const { status } = await admin(
        "PUT /snapshot",
        { ...snapshot, pools: [] },
        { "content-type": "text/plain" },
      );
      assert.deepEqual([status, bench.emulator.snapshot()], [400, snapshot]);
    });
  });

  for (const route of ["GET /nothing", "POST /calls", "PUT ", "DELETE /snapshot", "GET /calls/", "GET s"]) {
    it(`are listed for who asks for another: ${route}`, async () => {
      const { status, body } = await admin(route);
      const [method, path = ""] = route.split(" ");
      assert.equal(status, 404);
      assert.match(
        body.error,
        new RegExp(`^The emulator has no ${method} /_emulator${path}\\. It has GET /_emulator,`),
      );
    });
  }

  it("are all listed for who asks for another", async () => {
    const { body } = await admin("GET /nothing");
    for (const route of ["GET /_emulator/calls", "POST /_emulator/faults", "PUT /_emulator/snapshot"]) {
      assert.ok(body.error.includes(route), body.error);
    }
  });

  it("allow no web page to read them or to ask for more", async () => {
    const response = await fetch(`${bench.emulator.endpoint}/_emulator/snapshot`, {
      method: "OPTIONS",
      headers: { origin: "https://example.com", "access-control-request-method": "PUT" },
    });
    const allowances = [...response.headers.keys()].filter((name) => name.startsWith("access-control"));
    assert.deepEqual([response.ok, allowances], [false, []]);
  });

  it("need no signature, and meet no fault", async () => {
    bench.emulator.inject({ operation: "*", drop: "before", times: "always" });
    assert.equal((await admin("GET /faults")).status, 200);
  });

  it("leave requests to AWS on the same port to AWS", async () => {
    await admin("POST /faults", { operation: "CreateUserPoolDomain", domainStatus: "stuck" });
    await create(bench, prefix(bench.emulator.createPool().id));
    assert.equal((await admin("GET /calls")).body.calls[0].operation, "CreateUserPoolDomain");
  });
});

describe("the emulator's own paths when the state file can't be written", () => {
  const start = useEmulators();
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "emulator-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("say so, as a failure of the emulator's", async () => {
    const { emulator } = await start({ stateFile: join(folder, "state.json") });
    rmSync(folder, { recursive: true });
    const response = await fetch(`${emulator.endpoint}/_emulator/snapshot`, {
      method: "PUT",
      headers: json,
      body: JSON.stringify(emulator.snapshot()),
    });
    assert.equal(response.status, 500);
    assert.match(await response.text(), /state\.json/);
  });
});
