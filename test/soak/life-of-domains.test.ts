import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { replay, search } from "../unit/model/search";

// Long enough for a slow machine.
const sequences = Number(process.env["SOAK_SEQUENCES"] ?? 10_000);
const minutes = Number(process.env["SOAK_MINUTES"] ?? 60);

describe("Whatever happens to domains, by chance and for long", () => {
  it(`${sequences} stories of two resources, or as many as ${minutes} minutes allow, end well`, async function () {
    // The story under way, and the shrinking of one that ends badly, may take longer than the search.
    this.timeout((minutes + 30) * 60_000);
    const where = replay({ seed: randomInt(2 ** 31) });
    console.log(`      MODEL_SEED=${where.seed}`);
    const found = await search({ numRuns: sequences, interruptAfterTimeLimit: minutes * 60_000, ...where });
    console.log(`      ${found.sequences} sequences, ${found.calls} calls`);
    for (const [trouble, count] of found.troubles) console.log(`      ${count} times ${trouble}`);
    const isWhole = where.path !== undefined || found.sequences >= sequences;
    assert.ok(isWhole, `the time was over before all ${sequences}: give more with SOAK_MINUTES`);
  });
});
