/** A piece of a document that is there as a whole or not at all. */
export interface Part {
  readonly text: string;
  /** Whether it follows what is before it without an empty line, as a table's row does. */
  readonly tight?: true;
  /** Where it had to be left out: what it is called, and of how much weight it is. Without, it never is. */
  readonly droppable?: { readonly kind: Droppable; readonly weight: number };
}

/** Of the same weight, from the first to be left out to the last. */
const dropOrder = ["AWS CLI calls", "timelines", "explanations"] as const;
/** What stands for a domain when all else is gone. Errors, which tell that nothing can be relied on, go last of all. */
const lastOnes = ["rows", "errors"] as const;
export type Droppable = (typeof dropOrder)[number] | (typeof lastOnes)[number];

/**
 * The parts as one text, at most so long. What is too much is left out from the least important end: of the lightest
 * first, the later parts before the earlier ones, and the text says what and how many.
 */
export function fitted(parts: readonly Part[], longest: number): string {
  const inOrder = parts
    .filter(({ droppable }) => droppable !== undefined)
    .toReversed()
    .sort((one, other) => rank(one) - rank(other));
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

const kinds: readonly Droppable[] = [...dropOrder, ...lastOnes];

/** Sorting keeps parts of the same rank in the order that they had. */
function rank({ droppable }: Part): number {
  if (!droppable) return Number.POSITIVE_INFINITY;
  const { kind, weight } = droppable;
  const place = kinds.indexOf(kind);
  return place < dropOrder.length
    ? weight * kinds.length + place
    : Number.MAX_SAFE_INTEGER - kinds.length + place;
}

function leftOut(dropped: readonly Part[]): string {
  const counts = kinds.flatMap((kind) => {
    const count = dropped.filter(({ droppable }) => droppable?.kind === kind).length;
    if (count === 0) return [];
    if (kind === "errors") return [`${count} ${count === 1 ? "error" : "errors"}`];
    return [`the ${kind} of ${count} ${count === 1 ? "domain" : "domains"}`];
  });
  return `Left out, because a comment on GitHub holds 65,536 characters: ${counts.join(", ")}. \`--format json\` has everything.`;
}
