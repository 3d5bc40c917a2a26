import assert from "node:assert/strict";
import { atOnce } from "../../../../examples/fleet/at-once";

describe("tasks at the same time", () => {
  it("are so many at the most, and give what came of them in their order", async () => {
    let underWay = 0;
    let highest = 0;
    const doubled = await atOnce(2, [1, 2, 3, 4], async (number) => {
      underWay += 1;
      highest = Math.max(highest, underWay);
      await Promise.resolve();
      underWay -= 1;
      return 2 * number;
    });
    assert.deepEqual({ doubled, highest }, { doubled: [2, 4, 6, 8], highest: 2 });
  });

  it("fail only once none is under way, and no more are begun", async () => {
    const log: string[] = [];
    await atOnce(2, ["fails", "slow", "later"], async (name) => {
      log.push(name);
      if (name === "fails") throw new Error("No.");
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ended`);
    }).catch((error: Error) => log.push(error.message));
    assert.deepEqual(log, ["fails", "slow", "slow ended", "No."]);
  });
});
