/** A piece of a document that is there as a whole or not at all. */
export interface Part {
  readonly text: string;
  /** Whether it follows what is before it without an empty line, as a table's row does. */
  readonly tight?: true;
  /** What it is called where it had to be left out; without, it never is. */
  readonly droppable?: Droppable;
}

/** From the first to be left out to the last. */
const dropOrder = ["AWS CLI calls", "timelines", "explanations", "rows"] as const;
export type Droppable = (typeof dropOrder)[number];

/**
 * The parts as one text, at most so long. What is too much is left out from the least important end, the later parts
 * before the earlier ones, and the text says what and how many.
 */
export function fitted(parts: readonly Part[], longest: number): string {
  const inOrder = dropOrder.flatMap((kind) => parts.filter(({ droppable }) => droppable === kind).reverse());
  // The length shrinks with each part that is left out, so the first that fits can be searched for by halves.
  let [tooFew, enough] = [-1, inOrder.length];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (without(inOrder.slice(0, middle)).length <= longest) enough = middle;
    else tooFew = middle;
  }
  return without(inOrder.slice(0, enough));

  function without(dropped: readonly Part[]): string {
    const gone = new Set(dropped);
    const kept = parts.filter((part) => !gone.has(part));
    const all = dropped.length === 0 ? kept : [...kept, { text: leftOut(dropped) }];
    return `${all.map(({ text, tight }, index) => (index === 0 ? "" : tight ? "\n" : "\n\n") + text).join("")}\n`;
  }
}

function leftOut(dropped: readonly Part[]): string {
  const counts = dropOrder.flatMap((kind) => {
    const count = dropped.filter(({ droppable }) => droppable === kind).length;
    return count === 0 ? [] : [`the ${kind} of ${count} ${count === 1 ? "domain" : "domains"}`];
  });
  return `Left out, because a comment on GitHub holds 65,536 characters: ${counts.join(", ")}. \`--format json\` has everything.`;
}
