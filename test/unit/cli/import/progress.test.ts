import assert from "node:assert/strict";
import { progressOn } from "../../../../cli/import/progress";

describe("The progress of an import", () => {
  let time: number;
  let written: string;
  const progress = ({ isTTY }: { isTTY: boolean }) => {
    time = 0;
    written = "";
    const write = (text: string) => {
      written += text;
    };
    return progressOn({ isTTY, write }, { now: () => time });
  };
  /** Looks at many things, one in each so many milliseconds. */
  const lookAt = (total: number, pace: number, shown = progress({ isTTY: false })) => {
    for (let done = 0; done < total; done += 1, time += pace) shown.show("domains", done, total);
    return shown;
  };

  it("is a line every five seconds where it isn't a terminal", () => {
    lookAt(120, 100).end();
    assert.equal(written, "Reading domains: 50 of 120\nReading domains: 100 of 120\n");
  });

  it("is nothing when it is over soon", () => {
    lookAt(40, 100).end();
    assert.equal(written, "");
  });

  it("is nothing for a few, however long they take", () => {
    lookAt(5, 60_000).end();
    assert.equal(written, "");
  });

  it("is one line on a terminal, written over and taken away in the end", () => {
    const shown = progress({ isTTY: true });
    shown.show("user pools", 9, 12);
    shown.show("domains", 0, 12);
    shown.end();
    assert.equal(
      written,
      "\rReading user pools: 9 of 12\rReading domains: 0 of 12   \r                        \r",
    );
  });

  it("takes nothing away on a terminal where it has shown nothing", () => {
    const shown = progress({ isTTY: true });
    shown.show("domains", 0, 5);
    shown.end();
    assert.equal(written, "");
  });
});
