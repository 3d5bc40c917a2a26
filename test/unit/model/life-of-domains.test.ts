import assert from "node:assert/strict";
import { replay, search } from "./search";

describe("Whatever happens to domains, by chance", () => {
  it("500 stories of two resources end well, with everything going wrong that can", async function () {
    this.timeout("5m");
    const where = replay({ seed: 1 });
    const { troubles } = await search({ numRuns: 500, ...where });
    const seldom = [...troubles].filter(([, count]) => count < 3);
    if (where.path === undefined) assert.deepEqual(seldom, [], "what happened less than three times");
  });
});
