import assert from "node:assert/strict";
import { decoded } from "../../../../cli/convert/text";

describe("a text that is read", () => {
  it("may be UTF-8, with and without a mark", () => {
    assert.equal(decoded(Buffer.from("é")), "é");
    assert.equal(decoded(Buffer.from("\ufeff{}")), "{}");
  });

  it("may be what PowerShell writes", () => {
    assert.equal(decoded(Buffer.from("\ufeff{}é", "utf16le")), "{}é");
  });

  it("may not be what is no text", () => {
    assert.throws(() => decoded(Buffer.from([0x7b, 0xff, 0x7d])), /not valid for encoding utf-8/);
  });
});
