import { SingleBar } from "cli-progress";
import type { Outcome } from "./protocol";

/** How far a run is, on standard error: one bar for the whole fleet in a terminal, otherwise a line for each shard. */
export interface Progress {
  /** One more domain of a shard has come to its end. */
  advance(stack: string): void;
  end(stack: string, outcome: Outcome): void;
  close(): void;
}

export function showProgress(
  shards: readonly { readonly stack: string; readonly tenants: number }[],
  { alreadyDone }: { alreadyDone: number },
): Progress {
  const sizes = new Map(shards.map(({ stack, tenants }) => [stack, tenants]));
  const total = alreadyDone + shards.reduce((sum, { tenants }) => sum + tenants, 0);
  const done = new Map<string, number>();
  const all = (): number => alreadyDone + [...done.values()].reduce((sum, count) => sum + count, 0);
  const bar = process.stderr.isTTY ? newBar() : undefined;
  let failed = 0;
  bar?.start(total, alreadyDone, { failed });
  return {
    advance(stack) {
      // Those that are deleted come on top.
      done.set(stack, Math.min((done.get(stack) ?? 0) + 1, sizes.get(stack) ?? 0));
      bar?.update(all(), { failed });
    },
    end(stack, outcome) {
      if (outcome.kind === "done") done.set(stack, sizes.get(stack) ?? 0);
      else failed += 1;
      bar?.update(all(), { failed });
      if (!bar) console.error(`${stack}: ${outcome.kind}; ${all()} of ${total} tenants`);
    },
    close: () => bar?.stop(),
  };
}

function newBar(): SingleBar {
  return new SingleBar({
    format: "{bar} {value} of {total} tenants | {duration_formatted} | shards not done: {failed}",
    stream: process.stderr,
    hideCursor: true,
  });
}
