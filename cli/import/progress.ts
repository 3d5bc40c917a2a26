import type { Clock } from "../../provider/clock";

/** Says how far it is with what takes its time. */
export interface Progress {
  show(what: string, done: number, total: number): void;
  /** Takes the line away that is there, if one is. */
  end(): void;
}

/** So few are seen in a moment. */
const notWorthALine = 5;

/** Milliseconds between lines that stay. */
const betweenLines = 5_000;

/** On a terminal one line that is written over, and elsewhere a line now and then. */
export function progressOn(
  output: { readonly isTTY?: boolean; write(text: string): unknown },
  clock: Pick<Clock, "now">,
): Progress {
  let shown = "";
  let saidAt = clock.now();
  return {
    show(what, done, total) {
      if (total <= notWorthALine) return;
      const line = `Reading ${what}: ${done} of ${total}`;
      if (output.isTTY) overwrite(line);
      else if (clock.now() - saidAt >= betweenLines) {
        output.write(`${line}\n`);
        saidAt = clock.now();
      }
    },
    end() {
      if (shown === "") return;
      overwrite("");
      output.write("\r");
    },
  };

  function overwrite(line: string): void {
    output.write(`\r${line.padEnd(shown.length)}`);
    shown = line;
  }
}
