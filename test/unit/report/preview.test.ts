import assert from "node:assert/strict";
import { readPreview } from "../../../report/index";

describe("Reading a preview", () => {
  it("keeps the steps, the stack's Region, and why it failed", () => {
    const { steps, region, errors } = readPreview(
      JSON.stringify({
        config: { "aws:region": "eu-west-1" },
        steps: [
          { op: "same", urn: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", detailedDiff: null },
        ],
        diagnostics: [
          { message: "warning: mind", severity: "warning" },
          { message: "error: preview failed\n", severity: "error" },
        ],
      }),
    );
    assert.deepEqual(
      steps.map(({ op }) => op),
      ["same"],
    );
    assert.equal(region, "eu-west-1");
    assert.deepEqual(errors, ["preview failed"]);
  });

  it("takes the colours out of what the engine says", () => {
    const diagnostics = [
      { message: "\u001b[31merror: \u001b[0mit failed\u001b[90m (index.js)\u001b[0m", severity: "error" },
    ];
    assert.deepEqual(readPreview(JSON.stringify({ diagnostics })).errors, ["it failed (index.js)"]);
  });

  it("says so when the preview failed before its first step", () => {
    const diagnostics = [{ message: "no such plugin", severity: "info#err" }];
    assert.throws(
      () => readPreview(JSON.stringify({ diagnostics })),
      /failed before its first step: .* stderr says why/,
    );
  });

  const refused = {
    nothing: ["", /nothing came\. Did pulumi preview fail\?/],
    "another text": ["Previewing update (dev)", /isn't what `pulumi preview --json` prints.*stdout apart/],
    "another document": ['{"resources":[]}', /it has neither steps nor diagnostics/],
    "a stream of events": [
      '{"sequence":0,"timestamp":1795699955}\n{"sequence":1,"timestamp":1795699957}\n',
      /a stream of the engine's events: .* without the variable PULUMI_ENABLE_STREAMING_JSON_PREVIEW/,
    ],
    "a list": ["[]", /expected object/],
    "steps of another kind": ['{"steps":[{"op":1}]}', /steps\[0\]/],
  } as const;
  for (const [what, [text, message]] of Object.entries(refused)) {
    it(`refuses ${what}, and says what is expected`, () => {
      assert.throws(() => readPreview(text), message);
    });
  }
});
