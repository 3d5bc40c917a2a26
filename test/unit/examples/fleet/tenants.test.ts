import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readTenants } from "../../../../examples/fleet/tenants";

describe("the list of tenants", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-tenants-"));
  const file = path.join(folder, "tenants.csv");
  after(() => rmSync(folder, { recursive: true }));

  const header = "tenant,pool,domain,certificate";
  const read = (...lines: string[]) => {
    writeFileSync(file, lines.join("\n"));
    return readTenants(file);
  };
  const refused = (lines: string[], ...expected: RegExp[]) => {
    assert.throws(
      () => read(...lines),
      (error: Error) => {
        for (const pattern of [/tenants\.csv/, ...expected]) assert.match(error.message, pattern);
        return true;
      },
    );
  };

  it("may have its columns in any order, spaces, empty lines and a byte order mark", () => {
    assert.deepEqual(read("\uFEFFdomain, tenant,certificate,pool", "shop , acme,,us-east-1_A", "", ""), [
      { tenant: "acme", pool: "us-east-1_A", domain: "shop", certificate: "" },
    ]);
  });

  it("is the sample that comes with the example, too", () => {
    assert.equal(readTenants(path.join(__dirname, "../../../../examples/fleet/tenants.csv")).length, 4);
  });

  it("is refused with another column", () => {
    refused(
      ["tenant,pool,domain,cert"],
      /line 1: the columns are tenant, pool, domain, cert, and have to be/,
    );
  });

  it("is refused with a line that is too short", () => {
    refused([header, "acme,us-east-1_A"], /line 2/);
  });

  it("is refused with nothing in it", () => {
    refused([header], /at least one/);
  });

  it("is refused with what is empty and mustn't be", () => {
    refused([header, "acme,,shop,"], /line 2: the pool is empty; only certificate may be/);
  });

  it("is refused with a name that can't be a resource's", () => {
    refused([header, "a::b,us-east-1_A,shop,"], /line 2: the tenant is "a::b"; allowed are/);
  });

  it("is refused with anything twice, and says where it was first", () => {
    refused(
      [header, "acme,us-east-1_A,shop,", "acme,us-east-1_B,shop,", "globex,us-east-1_A,other,"],
      /line 3: acme is on line 2 too/,
      /line 3: shop in us-east-1 is on line 2 too/,
      /line 4: prefix domain of us-east-1_A is on line 2 too; a pool holds at most one of a kind/,
    );
  });

  it("may have one prefix in two Regions, and a custom domain beside a prefix", () => {
    const lines = [
      "a,us-east-1_A,shop,",
      "b,eu-west-1_A,shop,",
      "c,us-east-1_A,login.example.com,arn:aws:acm",
    ];
    assert.equal(read(header, ...lines).length, 3);
  });

  it("is refused with all that is wrong at once, up to ten", () => {
    const lines = Array.from({ length: 14 }, (_none, index) => `t${index},,d${index},`);
    refused([header, ...lines], /line 11: /, /and 4 more/);
  });

  it("is refused when it isn't there", () => {
    assert.throws(() => readTenants(path.join(folder, "none.csv")), /none\.csv can't be read .*--tenants/);
  });
});
