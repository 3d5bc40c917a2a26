import assert from "node:assert/strict";
import { type Clock, duration, progressOn } from "../../../tools/engine/progress";

describe("the progress of a long step", () => {
  it("is a line at the beginning, every 30 s and at the end where there is no terminal", async () => {
    const { stream, clock, pass } = recorded({});

    await progressOn(stream, clock).during("Building", async () => pass(80));

    assert.deepEqual(stream.written, [
      "Building …\n",
      "Building … 30 s\n",
      "Building … 1 min 0 s\n",
      "Building … done in 1 min 20 s\n",
    ]);
  });

  it("is one line that is written over every second on a terminal", async () => {
    const { stream, clock, pass } = recorded({ isTTY: true });

    await progressOn(stream, clock).during("Building", async () => pass(2));

    assert.deepEqual(stream.written, [
      "\r\x1b[KBuilding … ",
      "\r\x1b[KBuilding … 1 s",
      "\r\x1b[KBuilding … 2 s",
      "\r\x1b[KBuilding … done in 2 s\n",
    ]);
  });

  it("fits a narrow terminal and keeps the time", async () => {
    const { stream, clock, pass } = recorded({ isTTY: true, columns: 20 });

    await progressOn(stream, clock).during("Building Pulumi CLI", async () => pass(1));

    assert.equal(stream.written[1], "\r\x1b[KBuilding Pulu … 1 s");
  });

  it("disappears from a terminal when the step fails, which its caller tells", async () => {
    const { stream, clock } = recorded({ isTTY: true });
    const failing = progressOn(stream, clock).during("Building", async () => {
      throw new Error("no");
    });

    await assert.rejects(failing, /no/);

    assert.equal(stream.written.at(-1), "\r\x1b[K");
  });

  it("shows minutes from 60 s on", () => {
    assert.deepEqual([0, 59_999, 60_000, 380_000].map(duration), ["0 s", "59 s", "1 min 0 s", "6 min 20 s"]);
  });
});

function recorded(terminal: { isTTY?: boolean; columns?: number }) {
  const written: string[] = [];
  const stream = { ...terminal, written, write: (text: string) => written.push(text) };
  let seconds = 0;
  let ticking: { each: number; tick: () => void } | undefined;
  const clock: Clock = {
    now: () => seconds * 1_000,
    every: (milliseconds, tick) => {
      ticking = { each: milliseconds / 1_000, tick };
      return () => {
        ticking = undefined;
      };
    },
  };
  const pass = (passing: number) => {
    for (let second = 0; second < passing; second++) {
      seconds += 1;
      if (ticking !== undefined && seconds % ticking.each === 0) ticking.tick();
    }
  };
  return { stream, clock, pass };
}
