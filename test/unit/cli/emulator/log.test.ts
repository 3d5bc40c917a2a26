import assert from "node:assert/strict";
import { textLog } from "../../../../cli/emulator/log";
import type { Call } from "../../../../emulator/index";

describe("the emulator's log for people", () => {
  function lineFor(more: Partial<Call>): string {
    const lines: string[] = [];
    const call = {
      number: 1,
      time: Date.UTC(2026, 6, 1),
      operation: "DescribeUserPoolDomain",
      requestId: "id",
    };
    textLog((line) => lines.push(line)).called({ ...call, outcome: { status: 200 }, ...more });
    assert.equal(lines.length, 1);
    return lines[0] ?? "";
  }

  it("has a line for a call", () => {
    const line = lineFor({ region: "us-east-1", request: { Domain: "shop" } });
    assert.equal(line, "00:00:00.000Z  DescribeUserPoolDomain  us-east-1  shop  200");
  });

  it("says what a call was refused with", () => {
    const error = { name: "InvalidParameterException", message: "Domain already exists." };
    assert.match(
      lineFor({ outcome: { status: 400, error } }),
      / 400 InvalidParameterException: Domain already exists\.$/,
    );
  });

  it("says how a fault spoiled the answer", () => {
    const outcome = { status: 0, spoiled: { by: "drop", effect: "taken" } } as const;
    assert.match(lineFor({ outcome }), / drop, after it took effect$/);
  });

  it("names what had no operation", () => {
    assert.match(lineFor({ operation: "" }), / \(no operation\) /);
  });

  it("stays one line, and tells the terminal nothing, whatever a request holds", () => {
    const line = lineFor({ request: { Domain: "x\n# Stopped.\u001b[2J\u202e\u009b1m" } });
    assert.match(line, /x\\u\{a\}# Stopped\.\\u\{1b\}\[2J\\u\{202e\}\\u\{9b\}1m/);
  });
});
