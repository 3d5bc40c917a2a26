import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { decoded, longestRequest, textOfFile, textOfOption } from "../../../../cli/convert/text";

describe("a text that is read", () => {
  it("may be UTF-8, with and without a mark", () => {
    assert.equal(decoded(Buffer.from("é")), "é");
    assert.equal(decoded(Buffer.from("\ufeff{}")), "{}");
  });

  it("may be what PowerShell writes", () => {
    assert.equal(decoded(Buffer.from("\ufeff{}é", "utf16le")), "{}é");
  });

  it("may not be longer than any request, wherever it is", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "text-"));
    try {
      const file = path.join(folder, "state.json");
      writeFileSync(file, " ".repeat(longestRequest));
      assert.equal(textOfFile(file).length, longestRequest);
      writeFileSync(file, " ".repeat(longestRequest + 1));
      const complaint =
        /it has more than 20 kB, which is more than a request can have\. Give the request alone/;
      assert.throws(() => textOfFile(file), complaint);
      assert.throws(() => textOfOption(`file://${file}`), complaint);
      assert.throws(() => textOfOption(" ".repeat(longestRequest + 1)), complaint);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("may not be what is no text", () => {
    assert.throws(() => decoded(Buffer.from([0x7b, 0xff, 0x7d])), /not valid for encoding utf-8/);
  });
});
