/** What one part of the bench has found: shown in the terminal, kept as JSON, and published in docs/benchmarks.md. */
export interface Findings {
  readonly title: string;
  /** What is compared with what, and how, in a sentence or two of Markdown. */
  readonly about: string;
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  /** All that was measured more than once, in the order of measuring. Kept, and not shown. */
  readonly samples?: readonly Samples[];
  /** The versions of what was run beside what every part runs. */
  readonly tools?: Readonly<{ [name: string]: string }>;
}

export interface Samples {
  readonly of: string;
  readonly figures: readonly number[];
}

export interface Table {
  readonly caption: string;
  /** What has to be known to read it, in a sentence or two of Markdown. */
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A figure that has to be so much at the most, or at the least. A target that isn't met is told, and not hidden. */
export interface Target {
  readonly what: string;
  readonly figure: number;
  readonly bound: { readonly atMost: number } | { readonly atLeast: number };
  /** Why nothing here could meet it, with the figure that shows so: such a miss doesn't fail the bench. */
  readonly outOfReach?: string;
}

/** One part of the bench. It tells of its progress, since some take minutes. */
export type Part = (tell: (progress: string) => void) => Promise<Findings>;

export function isMet({ figure, bound }: Target): boolean {
  return "atMost" in bound ? figure <= bound.atMost : figure >= bound.atLeast;
}

/** Three significant digits. */
export function rounded(figure: number): number {
  return Number(figure.toPrecision(3));
}
