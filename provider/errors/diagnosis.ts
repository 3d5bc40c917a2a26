declare const outOfATable: unique symbol;

/**
 * A text for a person, out of a table of diagnostics. Nothing but a table makes one, so that whatever is told where
 * something went wrong is on the page `docs/troubleshooting.md`, which is made of the same tables.
 */
export type Wording = string & { readonly [outOfATable]: true };

/** Words what is wrong, for the case at hand; and for the page, with values that stand for any. */
export interface Diagnosis<Args> {
  (args: Args): Wording;
  onPage(): PageEntry;
}

/** Diagnoses by names that stay, since links to the page are made of them. */
export type DiagnosisTable = Readonly<Record<string, Diagnosis<never>>>;

/**
 * A row of a table. What a person meets is `says`, `wayOut` and `reference`, with a blank between them where none begins
 * a line of its own.
 */
type Row<Args> = {
  /** What is wrong: of which domain, with which value, and what is allowed. */
  says(args: Args): string;
  /** What whoever helps will ask for. */
  reference?(args: Args): string;
  /** What other code puts in front of it: an input and its value, or what a command begins its errors with. */
  after?: string;
  /** What people search the page for, where that isn't how the message begins. */
  heading?: string;
  /** Why it happens: for the page alone, and in Markdown. */
  cause: string;
  example: NoInfer<Args>;
} & (
  | { wayOut(args: Args): string; unsaid?: string }
  // A message can be too short for the way out, or have it in what it repeats.
  | { wayOut?: never; unsaid: string }
);

/** What the page tells of a diagnostic, with the values of its example. What there is none of is empty. */
export interface PageEntry {
  readonly heading: string;
  /** The parts of the message, in their order. */
  readonly after: string;
  readonly says: string;
  readonly wayOut: string;
  readonly reference: string;
  /** In Markdown, as `unsaid` is. */
  readonly cause: string;
  /** The way out, where the message doesn't tell it. */
  readonly unsaid: string;
}

export function diagnosis<Args = void>(row: Row<Args>): Diagnosis<Args> {
  const parts = (args: Args) => ({
    says: row.says(args),
    wayOut: row.wayOut?.(args) ?? "",
    reference: row.reference?.(args) ?? "",
  });
  const word = (args: Args): Wording => {
    const { says, wayOut, reference } = parts(args);
    return joined([says, wayOut, reference]) as Wording;
  };
  return Object.assign(word, {
    onPage(): PageEntry {
      const { heading = "", after = "", cause, unsaid = "", example } = row;
      return { heading, after, ...parts(example), cause, unsaid };
    },
  });
}

/** The parts of a message as one text. */
export function joined(parts: readonly string[]): string {
  const [first = "", ...others] = parts.filter((part) => part !== "");
  return others.reduce((text, part) => (part.startsWith("\n") ? text + part : `${text} ${part}`), first);
}

/** The same among other words, such as the value that it is about. */
export function framed(wording: Wording, frame: (text: string) => string): Wording {
  return frame(wording) as Wording;
}

/** Several, with a line for each. */
export function together(wordings: readonly Wording[]): Wording {
  return wordings.join("\n") as Wording;
}
