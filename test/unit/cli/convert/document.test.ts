import assert from "node:assert/strict";
import { readDocument } from "../../../../cli/convert/document";

describe("a document that is converted", () => {
  const read = (text: string) => readDocument(text, "request.json");

  for (const [what, text] of [
    ["JSON", '{\n\t"Domain": "shop",\n\t"Routing": { "Failover": {} }\n}'],
    ["YAML", "Domain: shop # [REQUIRED] The domain string.\nRouting:\n  Failover: {}\n"],
    ["a dictionary of Python", "{'Domain': 'shop', 'Routing': {'Failover': {}}}"],
    ["JSON with Windows' line ends", '{\r\n  "Domain": "shop",\r\n  "Routing": {"Failover": {}}\r\n}\r\n'],
  ] as const) {
    it(`may be ${what}`, () => {
      assert.deepEqual(read(text), { Domain: "shop", Routing: { Failover: {} } });
    });
  }

  const refused: [string, string, RegExp][] = [
    ["nothing", "", /^request\.json is empty: an object in JSON or YAML is expected\.$/],
    ["nothing but a comment", "# later\n", /^request\.json is empty/],
    [
      "a text that ends too early",
      '{ "Domain": "shop"',
      /^request\.json is neither JSON nor YAML\. .* at line 1, column 19:/s,
    ],
    [
      "alternatives out of the documentation",
      '{ "SecurityPolicy": "TLS_V1"|"TLS_V1_2_2021" }',
      /neither JSON nor YAML\. .* at line 1, column 29:/s,
    ],
    [
      "a member twice",
      '{ "Domain": "a", "Domain": "b" }',
      /neither JSON nor YAML\. Map keys must be unique at line 1/,
    ],
    ["a tag", "Domain: !Ref Name", /neither JSON nor YAML\. Unresolved tag: !Ref at line 1, column 9/],
    [
      "two documents",
      "Domain: a\n---\nDomain: b\n",
      /^request\.json holds more than one document: give one at a time\.$/,
    ],
    ["a nest without end", "[".repeat(5_000), /^request\.json is nested too deeply to be read\.$/],
    [
      "a value that holds itself",
      "&a { Domain: *a }",
      /^request\.json has YAML aliases \(\*name\) that never end/,
    ],
    ["a bomb of aliases", bomb(), /^request\.json has YAML aliases \(\*name\) that never end, or too many/],
  ];
  for (const [what, text, complaint] of refused) {
    it(`may not be ${what}`, () => {
      assert.throws(
        () => read(text),
        (error: Error) => {
          assert.match(error.message, complaint);
          return true;
        },
      );
    });
  }

  it("may use an alias", () => {
    assert.deepEqual(read("Domain: &name shop\nUserPoolId: *name"), { Domain: "shop", UserPoolId: "shop" });
  });

  it("keeps a member with the name of a prototype's as any other", () => {
    const value = read('{ "__proto__": { "Domain": "shop" }, "constructor": 1 }') as object;
    assert.deepEqual(Object.keys(value), ["__proto__", "constructor"]);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });
});

/** Ten times as many with every line. */
function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, level) => {
    const before = level === 0 ? "x" : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array(10).fill(before).join(", ")}]`;
  });
  return lines.join("\n");
}
