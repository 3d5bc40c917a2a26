import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { renderReport } from "../../../report/index";
import { prefixInputs } from "../provider/support";
import { reportOf, stateAfter, stateBefore, step } from "./steps";

const report = reportOf([
  step("update", {
    oldState: stateBefore(prefixInputs({ managedLoginVersion: 1 })),
    newState: stateAfter(prefixInputs({ managedLoginVersion: 2 })),
  }),
]);

describe("The report for a terminal", () => {
  const text = renderReport(report, { format: "text" });

  it("says what changes, how, for how long, and what it means", () => {
    const [headline, stack, , domain, how, change, ...consequences] = text.split("\n");
    assert.equal(headline, "No outage, but something to do at my-app");
    assert.equal(stack, "shop/dev");
    assert.equal(domain, "my-app (resource login)");
    assert.equal(how, "  Updated in place; up to 1 minute");
    assert.equal(change, "  managedLoginVersion: 1 → 2");
    assert.match(
      consequences.join("\n"),
      /^ {2}action: .*branding style[\s\S]*\n {2}notice: .*up to 1 minute/,
    );
  });

  it("has colours only when they are asked for, and says the same without", () => {
    const coloured = renderReport(report, { format: "text", inColour: true });
    assert.equal(stripVTControlCharacters(text), text);
    assert.notEqual(coloured, text);
    assert.equal(stripVTControlCharacters(coloured), text);
  });
});
