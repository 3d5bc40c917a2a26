import assert from "node:assert/strict";
import { readStateInput } from "../../../../cli/migrate/state-input";
import { stateWith } from "./support";

describe("a state on stdin", () => {
  it("is Pulumi's or Terraform's, by its shape", () => {
    assert.equal(readStateInput(JSON.stringify(stateWith())).tool, "pulumi");
    assert.equal(readStateInput('{"format_version":"1.0"}').tool, "terraform");
  });

  const wrong: [string, string, RegExp][] = [
    [
      "nothing",
      " \n",
      /^Error: Nothing came on stdin\. Expected is what `pulumi stack export`.*did that command fail\?/,
    ],
    ["no JSON", "error: no stack", /^Error: What came isn't JSON \(.*\)\. Expected is/],
    ["another JSON", "[1]", /^Error: What came is neither Pulumi's state nor Terraform's\. Expected is/],
    ["no object", "null", /^Error: What came is neither/],
    [
      "Terraform's file",
      '{"version":4,"lineage":"a","resources":[]}',
      /^Error: This is Terraform's state file itself\. Expected is .*`terraform show -json`/,
    ],
  ];
  for (const [what, text, message] of wrong) {
    it(`says what was expected for ${what}`, () => {
      assert.throws(() => readStateInput(text), message);
    });
  }
});
